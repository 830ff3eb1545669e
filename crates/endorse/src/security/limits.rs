//! How often one address may try. With IPv6 a whole network of 2^64 addresses is one: everybody has
//! one to themself.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::Error;
use crate::settings;

/// Limits per address for what strangers can do.
#[derive(Clone, Debug)]
pub struct Limits {
    signing_in: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    mailing: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    looking_up: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    comparing: Arc<DefaultKeyedRateLimiter<IpAddr>>,
}

impl Limits {
    /// As an operator has set them; what guards accounts and mailboxes is nobody's to set.
    #[must_use]
    pub fn new(set: settings::Limits) -> Self {
        let per_minute = |n| Arc::new(RateLimiter::keyed(Quota::per_minute(n)));
        let fixed = |n| per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN));
        Self {
            signing_in: fixed(20),
            mailing: fixed(10),
            looking_up: per_minute(set.lookups),
            comparing: per_minute(set.comparisons),
        }
    }
}

impl Limits {
    /// For passwords typed.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn signing_in(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.signing_in, from)
    }

    /// For everything that sends mail on a stranger's word.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn mailing(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.mailing, from)
    }

    /// For looking up what is open to everybody.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn looking_up(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.looking_up, from)
    }

    /// For having something worked out by the rules.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn comparing(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.comparing, from)
    }
}

impl Limits {
    /// Forgets those whose tries are long enough ago to count no more.
    pub fn forget(&self) {
        for limit in [&self.signing_in, &self.mailing, &self.looking_up, &self.comparing] {
            limit.retain_recent();
            limit.shrink_to_fit();
        }
    }
}

/// The address that tries are counted by.
fn counted(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(it) => {
            let [a, b, c, d, ..] = it.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        four => four,
    }
}

/// Without an address the request comes from inside this process.
fn check(limit: &DefaultKeyedRateLimiter<IpAddr>, from: Option<IpAddr>) -> Result<(), Error> {
    let Some(from) = from else { return Ok(()) };
    limit.check_key(&counted(from)).map_err(|until| {
        Error::TooMany(until.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_counted_as_one() {
        let limits = Limits::new(settings::Limits::default());
        let from = |last: u16| Some(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 1, 2, 3, 4, 5, last)));

        let let_in = (0..30).filter(|n| limits.mailing(from(*n)).is_ok()).count();

        assert!((10..15).contains(&let_in), "{let_in}");
        let beside = Some(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 1, 3, 0, 0, 0, 1)));
        assert!(limits.mailing(beside).is_ok());
        assert_eq!(limits.mailing.len(), 2);
        let mapped: IpAddr = "::ffff:203.0.113.9".parse().unwrap();
        assert_eq!(counted(mapped), "203.0.113.9".parse::<IpAddr>().unwrap());
        limits.forget();
        assert!(!limits.mailing.is_empty(), "what still counts is not forgotten");
    }
}
