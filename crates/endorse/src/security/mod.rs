//! Sessions, tokens, passwords, headers: what keeps strangers out.

mod headers;
pub mod keys;
mod limits;
mod lost;
mod origin;
mod passwords;
mod places;
mod seal;

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::settings::Settings;

pub use headers::{guarded, protect};
pub use limits::Limits;
pub use origin::{Foreign, is_led_by_us, one_host, own_forms, refused};
pub use passwords::{Passwords, Weak};
pub use places::{Place, Places};
pub use seal::Seal;

/// A fresh secret of 256 bits, as text for a link or a cookie.
#[must_use]
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// What is kept of a secret.
#[must_use]
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Over HTTPS the cookie is bound to this host and to HTTPS by its very name.
#[must_use]
pub fn cookie_name(settings: &Settings) -> &'static str {
    if settings.is_secure() { "__Host-endorse" } else { "endorse" }
}

/// The cookie that carries a session's secret.
#[must_use]
pub fn cookie(settings: &Settings, token: String) -> Cookie<'static> {
    named(settings, cookie_name(settings), token)
}

/// The cookie that takes it away again.
#[must_use]
pub fn no_cookie(settings: &Settings) -> Cookie<'static> {
    let mut cookie = cookie(settings, String::new());
    cookie.make_removal();
    cookie
}

/// The cookie between the first factor and the second has a name of its own.
#[must_use]
pub fn half_cookie_name(settings: &Settings) -> &'static str {
    if settings.is_secure() { "__Host-endorse-half" } else { "endorse-half" }
}

/// The cookie that carries a half session's secret.
#[must_use]
pub fn half_cookie(settings: &Settings, token: String) -> Cookie<'static> {
    named(settings, half_cookie_name(settings), token)
}

/// The cookie that takes it away again.
#[must_use]
pub fn no_half_cookie(settings: &Settings) -> Cookie<'static> {
    let mut cookie = half_cookie(settings, String::new());
    cookie.make_removal();
    cookie
}

/// The cookie on the way to a provider of identities and back.
#[must_use]
pub fn trip_cookie_name(settings: &Settings) -> &'static str {
    if settings.is_secure() { "__Host-endorse-trip" } else { "endorse-trip" }
}

/// The cookie that carries what has to come back.
#[must_use]
pub fn trip_cookie(settings: &Settings, token: String) -> Cookie<'static> {
    named(settings, trip_cookie_name(settings), token)
}

/// The cookie that takes it away again.
#[must_use]
pub fn no_trip_cookie(settings: &Settings) -> Cookie<'static> {
    let mut cookie = trip_cookie(settings, String::new());
    cookie.make_removal();
    cookie
}

fn named(settings: &Settings, name: &'static str, token: String) -> Cookie<'static> {
    Cookie::build((name, token))
        .path("/")
        .http_only(true)
        .secure(settings.is_secure())
        .same_site(SameSite::Lax)
        .build()
}

/// The client's address: the peer's, unless the peer is one of our own proxies; then the last
/// address in `X-Forwarded-For` that is not.
#[must_use]
pub fn client(peer: Option<IpAddr>, headers: &HeaderMap, proxies: &[IpAddr]) -> Option<IpAddr> {
    let peer = peer?.to_canonical();
    if !proxies.contains(&peer) {
        return Some(peer);
    }
    let forwarded = headers.get_all("x-forwarded-for").iter();
    let forwarded: Vec<&str> = forwarded.map(|it| it.to_str().unwrap_or_default()).collect();
    // From the right, as the proxies wrote them: behind one that cannot be read, anybody may have
    // written anything.
    for written in forwarded.iter().rev().flat_map(|it| it.rsplit(',')) {
        match address(written.trim()) {
            None => break,
            Some(it) if !proxies.contains(&it) => return Some(it),
            Some(_) => {}
        }
    }
    Some(peer)
}

/// An address, with or without a port: `203.0.113.9:4711`, `[2001:db8::1]:5`.
fn address(written: &str) -> Option<IpAddr> {
    let bare = written.trim_start_matches('[').trim_end_matches(']');
    let found = bare.parse().ok().or_else(|| Some(written.parse::<SocketAddr>().ok()?.ip()));
    found.map(|it: IpAddr| it.to_canonical())
}

/// A path on this site and nowhere else, or the home page. It never carries what a page said: only
/// our own answers do. Nowhere are there two slashes: without the language before them they would
/// name another site.
#[must_use]
pub fn own_path(typed: &str) -> &str {
    let own = typed.starts_with('/')
        && !typed.split('?').next().unwrap_or_default().contains("//")
        && !typed.contains('\\')
        && !typed.contains(char::is_control)
        && !typed.contains("://")
        && !typed.contains("said=");
    if own { typed } else { "/home" }
}

/// Text, made safe as the value in a query.
#[must_use]
pub fn query_value(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                safe.push(char::from(byte));
            }
            _ => safe.push_str(&format!("%{byte:02X}")),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forwarded_address_is_believed_from_our_own_proxy_only() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "6.6.6.6, 203.0.113.9".parse().unwrap());
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let stranger: IpAddr = "198.51.100.7".parse().unwrap();

        assert_eq!(client(Some(stranger), &headers, &[proxy]), Some(stranger));
        let told = client(Some(proxy), &headers, &[proxy]).unwrap();
        assert_eq!(told, "203.0.113.9".parse::<IpAddr>().unwrap());
    }

    #[test]
    fn a_proxy_that_writes_a_port_is_read_and_one_that_cannot_be_read_hides_the_rest() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let told = |written: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", written.parse().unwrap());
            client(Some(proxy), &headers, &[proxy]).unwrap().to_string()
        };
        assert_eq!(told("6.6.6.6, 203.0.113.9:4711"), "203.0.113.9");
        assert_eq!(told("6.6.6.6, [2001:db8::1]:5"), "2001:db8::1");
        assert_eq!(told("6.6.6.6, ::ffff:203.0.113.9, 10.0.0.1"), "203.0.113.9");
        assert_eq!(told("6.6.6.6, unknown"), "10.0.0.1");
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/locker"), "/locker");
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "evil",
            "/es//evil.example",
        ] {
            assert_eq!(own_path(elsewhere), "/home", "{elsewhere}");
        }
        assert_eq!(own_path("/locker?said=said-registered"), "/home");
    }
}
