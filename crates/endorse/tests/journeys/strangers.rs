//! What strangers, slow lines and accidents can do, and what comes of it.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use endorse::serve::{self, Deadlines};
use endorse::story::Answer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tower::ServiceExt as _;

use crate::endorsements::endorse;
use crate::house::{House, PASSWORD, read};
use crate::journey;

/// What a page says to somebody whom another page led to it.
async fn led_by(house: &House, path: &str, headers: &[(&'static str, &str)]) -> String {
    let mut request = Request::get(path).header("host", "127.0.0.1");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = house.app.service().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    read(&Answer { status: parts.status, headers: parts.headers, body })
}

journey! {
    /// A link from elsewhere cannot make a page say that something has happened.
    async fn a_notice_cannot_be_forged(house: House) {
        let ana = house.applicant("Ana").await;
        let cookie = ana.cookie();
        let forged = "Your new password is set";

        for path in ["/sign-in?said=said-password-changed", "/home?said=said-password-changed"] {
            for site in ["cross-site", "same-site", "none"] {
                let page = led_by(&house, path, &[("sec-fetch-site", site), ("cookie", &cookie)]).await;
                assert!(!page.contains(forged), "{site} {path}: {page}");
            }
            let bare = led_by(&house, path, &[("cookie", &cookie)]).await;
            assert!(!bare.contains(forged), "{path}: {bare}");
            let own = [("sec-fetch-site", "same-origin"), ("cookie", cookie.as_str())];
            assert!(led_by(&house, path, &own).await.contains(forged), "{path}");
        }

        // Nor can a way on bring one along.
        let mut thief = house.visitor();
        let then = [("email", "ana@example.org"), ("password", PASSWORD),
            ("then", "/home?said=said-password-changed")];
        assert_eq!(thief.did("/sign-in", &then).await.unwrap().location().unwrap(), "/home");
    }
}

journey! {
    /// The other language shows the same search; what a page has just said is not said again.
    async fn the_other_language_keeps_what_was_asked(house: House) {
        let page = house.visitor().get("/registry?q=soto&on=2026-01-05&said=said-signed-out").await.unwrap();
        assert!(page.html().contains(r#"href="/es/registry?q=soto&#38;on=2026-01-05""#), "{}", page.html());

        let mut visitor = house.visitor().in_spanish();
        let page = visitor.get("/registry?q=%22%3E%3Cscript%3E").await.unwrap().html();
        assert!(page.contains(r#"href="/registry?q=%22%3E%3Cscript%3E""#), "{page}");

        let away = house.visitor().get("/locker?area=x&said=said-registered").await.unwrap();
        assert_eq!(away.location().unwrap(), "/sign-in?then=/locker%3Farea%3Dx");
    }
}

journey! {
    /// Every line of a list of problems names its field and leads to it, without a script.
    async fn a_list_of_problems_names_its_fields(house: House) {
        let mut ana = house.applicant("Ana").await;
        for (path, fields, lines) in [
            ("/register", &[("email", "ana")][..], &["Your name: Please fill this in.", "Password: "][..]),
            ("/locker/trainings", &[], &["Name of the training: Please fill", "First day: "]),
            ("/applications", &[], &["Category: Please choose one."]),
        ] {
            let answer = ana.post(path, fields).await.unwrap();
            assert_eq!(answer.status, 422, "{path}");
            let text = read(&answer);
            for line in lines {
                assert!(text.contains(line), "{path}: {line}\n{text}");
            }
            let html = answer.html();
            for link in html.split("<li><a href=\"#").skip(1) {
                let id = link.split('"').next().unwrap();
                assert!(html.contains(&format!(" id=\"{id}\"")), "{path}: nothing is called {id}");
            }
        }
    }
}

journey! {
    /// Whatever is not there is a page; the icon is there.
    async fn whatever_is_not_there_is_a_page(house: House) {
        let mut visitor = house.visitor();
        let icon = visitor.get("/favicon.ico").await.unwrap();
        assert_eq!((icon.status.as_u16(), &icon.headers["content-type"]), (200, &"image/svg+xml; charset=utf-8".parse().unwrap()));

        for path in ["/assets/none.css", "/credentials/none", "/.well-known/none", "/verify/none", "/none.php"] {
            let answer = visitor.get(path).await.unwrap();
            assert_eq!(answer.status, 404, "{path}");
            assert!(read(&answer).contains("We cannot find this page"), "{path}: {}", answer.html());
            assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        }
    }
}

journey! {
    /// With the database gone everybody gets a page that says so, and nothing of why.
    async fn a_failure_is_a_page(house: House) {
        let mut ana = house.applicant("Ana").await;
        house.app.db.close().await;

        for (browser, path) in [(&mut house.visitor(), "/registry?q=ana"), (&mut ana, "/locker")] {
            let answer = browser.get(path).await.unwrap();
            assert_eq!(answer.status, 500, "{path}");
            assert!(read(&answer).contains("please give this number"), "{path}: {}", answer.html());
            assert!(!answer.html().to_lowercase().contains("pool"), "{path}");
        }
    }
}

journey! {
    /// The registry says nothing about who is not listed, not even by where a page begins.
    async fn the_unlisted_begin_no_page(house: House) {
        house.applicant("Aaron Soto").await;
        let mut zoe = house.applicant("Zoe Soto").await;
        endorse(&house, "Aaron Soto", "ifa").await;
        let hidden = endorse(&house, "Zoe Soto", "ifa").await;
        let mut visitor = house.visitor();
        let after_zoe = format!("/registry?after={}", hidden.id);
        assert!(!read(&visitor.get(&after_zoe).await.unwrap()).contains("Aaron"));

        zoe.did(&format!("/endorsements/{}/listing", hidden.id), &[("listed", "no")]).await.unwrap();

        let never = "/registry?after=00000000-0000-7000-8000-000000000000";
        let (after, never) = (visitor.get(&after_zoe).await.unwrap(), visitor.get(never).await.unwrap());
        assert_eq!(read(&after), read(&never));
        assert!(read(&after).contains("Aaron"));
    }
}

journey! {
    /// A badge and a document are kept by nobody on the way.
    async fn what_is_private_is_kept_by_no_cache(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;

        let badge = ana.get(&format!("/endorsements/{}/badge.json", it.id)).await.unwrap();

        assert_eq!((badge.status.as_u16(), &badge.headers["cache-control"]), (200, &"no-store".parse().unwrap()));
    }
}

journey! {
    /// A character that one of the databases cannot keep breaks nothing, wherever it is typed.
    async fn an_impossible_character_breaks_nothing(house: House) {
        let mut ana = house.applicant("Ana").await;
        for path in ["/registry?q=%00&category=%00", "/verify/%00", "/credentials/%00", "/locker?area=%00", "/ratings/%00"] {
            let answer = ana.get(path).await.unwrap();
            assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        }
        let odd = [("email", "a\0b@example.org"), ("name", "A\0na"), ("password", "a\0 long enough password"),
            ("title", "A\0na"), ("category", "\0"), ("subject", "\0")];
        for path in ["/sign-in", "/register", "/forgotten", "/locker/trainings", "/locker/trainings/draft", "/applications"] {
            let answer = ana.post(path, &odd).await.unwrap();
            assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        }
    }
}

/// A house on a socket, with deadlines short enough to be waited for.
async fn on_a_socket(house: &House, deadlines: Deadlines) -> SocketAddr {
    let listener = serve::listen(Some("127.0.0.1:0".parse().unwrap())).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::serve_within(deadlines, house.installation.clone(), listener));
    address
}

/// What comes back until the other side hangs up.
async fn until_the_end(address: SocketAddr, sent: &str) -> String {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(sent.as_bytes()).await.unwrap();
    let mut said = String::new();
    line.read_to_string(&mut said).await.unwrap();
    said
}

journey! {
    /// Who says nothing, stops within a line, keeps a line open or never ends a form loses the line.
    async fn slow_lines_are_cut(house: House) {
        let soon = Duration::from_millis(300);
        let address = on_a_socket(&house, Deadlines { headers: soon, request: soon }).await;

        assert_eq!(until_the_end(address, "").await, "");
        let stopped = until_the_end(address, "GET / HTTP/1.1\r\nhost: 127").await;
        assert!(!stopped.contains("200 OK"), "{stopped}");
        let kept = until_the_end(address, "GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
        assert!(kept.contains("200 OK") && kept.ends_with("ok\n"), "{kept}");
        let form = "POST /sign-in HTTP/1.1\r\nhost: a\r\nsec-fetch-site: same-origin\r\n\
            content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nemail=a";
        let form = until_the_end(address, form).await;
        assert!(form.starts_with("HTTP/1.1 408") && form.contains("connection: close"), "{form}");
    }
}

journey! {
    /// An address with slashes too many leads to no other site: not by the language switch, not by the
    /// page's other address, not after signing in.
    async fn an_odd_address_leads_to_no_other_site(house: House) {
        house.applicant("Ana").await;
        let mut ana = house.visitor();
        for path in ["/es//evil.example", "//evil.example", "/es///evil.example", "/es/\\evil.example"] {
            let page = ana.get(path).await.unwrap();
            assert_eq!(page.status, 404, "{path}");
            for mark in ["href=\"//", "href=\"/\\", "//evil.example", "/\\evil.example"] {
                assert!(!page.html().contains(mark), "{path}: {mark}\n{}", page.html());
            }
        }
        let then = "/es//evil.example";
        let typed = [("email", "ana@example.org"), ("password", PASSWORD), ("then", then)];
        let on = ana.did("/sign-in", &typed).await.unwrap();
        assert_eq!(on.location().as_deref(), Some("/home"));
    }
}

/// How often something is asked for, from an address and by way of a proxy, until it is refused; and
/// the refusal.
async fn until_refused(house: &House, path: &str, cookie: &str, from: [u8; 4]) -> (usize, Answer) {
    let service = house.app.service();
    for asked in 0..5_000 {
        let mut request = Request::get(path)
            .header("host", "127.0.0.1")
            // Nobody is believed who is no proxy of ours: otherwise each would be somebody else.
            .header("x-forwarded-for", format!("203.0.113.{}", asked % 250))
            .extension(ConnectInfo(SocketAddr::from((from, 4000))));
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        let request = request.body(Body::empty()).unwrap();
        let answer = service.clone().oneshot(request).await.unwrap();
        if answer.status() == 429 {
            let (parts, body) = answer.into_parts();
            let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
            return (asked, Answer { status: parts.status, headers: parts.headers, body });
        }
    }
    panic!("{path}: it was never enough");
}

journey! {
    /// Who copies the registry, or has something worked out, is stopped after a generous while, with a
    /// sentence and the time to wait; everybody else goes on, and so does what pages are made of.
    async fn reading_has_an_end_for_one_address(house: House) {
        let ana = house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let (verify, badge) = (format!("/verify/{}", it.public_id), format!("/credentials/{}", it.public_id));
        for (n, path, cookie, least, said) in [
            (1, "/registry?q=soto", String::new(), 300, "Too many tries"),
            (2, verify.as_str(), String::new(), 300, "Too many tries"),
            (3, badge.as_str(), String::new(), 300, "Too many tries"),
            (4, "/es/find-your-category?ages=babies&work=care", String::new(), 60, "Demasiados intentos"),
            (5, "/comparison", ana.cookie(), 60, "Too many tries"),
        ] {
            let from = [198, 51, 100, n];
            let (asked, refused) = until_refused(&house, path, &cookie, from).await;
            assert!(asked >= least, "{path}: only {asked}");
            assert!(read(&refused).contains(said), "{path}: {}", read(&refused));
            let wait: u64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
            assert!((1..=60).contains(&wait), "{path}: {wait}");
        }
        for free in ["/", "/favicon.ico", "/status/revocation-1", "/.well-known/did.json", "/healthz"] {
            let request = Request::get(free)
                .header("host", "127.0.0.1")
                .extension(ConnectInfo(SocketAddr::from(([198, 51, 100, 1], 4000))))
                .body(Body::empty())
                .unwrap();
            assert_eq!(house.app.service().oneshot(request).await.unwrap().status(), 200, "{free}");
        }
        assert_eq!(house.visitor().get("/registry?q=soto").await.unwrap().status, 200);
    }
}

journey! {
    /// Opening a link of a letter changes nothing, whatever it leads to and however often: no deed is
    /// on record, and it still does what it is for. Filters of mail open them all.
    async fn opening_a_link_changes_nothing(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut ana = house.applicant("Ana").await;
        let confirm = house.letter_to("ana@").await.path();
        let form = [("email", "new@example.org"), ("password", PASSWORD)];
        ana.did("/account/email", &form).await.unwrap();
        let stop = house.letter_to("ana@").await.path();
        let other = house.letter_to("new@").await.path();
        house.visitor().post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let password = house.letter_to("ana@").await.path();
        let form = [("role", "reviewer"), ("email", "rita@example.org"), ("language", "en")];
        alma.did("/desk/roles/invitations", &form).await.unwrap();
        let invitation = house.letter_to("rita@").await.path();
        assert!(stop.ends_with("/stop") && other.starts_with("/address/"), "{stop} {other}");

        let before = deeds(&house).await;
        let refusal = format!("{invitation}/refusal");
        for path in [&confirm, &stop, &other, &password, &invitation, &refusal] {
            for mut filter in [house.visitor().from_elsewhere(), ana.clone(), house.visitor().in_spanish()] {
                let answer = filter.get(path).await.unwrap();
                assert!(!answer.status.is_client_error(), "{path}: {}", answer.status);
                assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            }
        }
        assert_eq!(deeds(&house).await, before, "opening was a deed");

        for path in [&confirm, &other] {
            assert_eq!(house.visitor().post(path, &[]).await.unwrap().status, 422);
        }
        assert_eq!(deeds(&house).await, before, "a filter that presses the button confirms nothing");
        for path in [&refusal, &stop] {
            house.visitor().did(path, &[]).await.unwrap();
        }
        assert_eq!(deeds(&house).await, before + 2);
    }
}

/// How many deeds are on record.
async fn deeds(house: &House) -> i64 {
    crate::races::number(house, "select count(*) from audit_events").await
}
