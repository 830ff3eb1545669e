//! What keeps a browser to what we meant: headers, cookies, escaping, sessions that end.

use endorse::settings::Hosted;
use endorse::story::Answer;

use crate::house::{PASSWORD, address};
use crate::journey;

/// CT-AIMH alone, by HTTPS.
fn over_https() -> [Hosted; 1] {
    [Hosted { id: "ct-aimh".to_owned(), url: Some("https://ct.example.org".to_owned()) }]
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |it| it.to_str().unwrap())
}

journey! {
    of super::over_https();
    /// Every answer, also one that refuses, says that browsers keep to HTTPS and to our own files,
    /// frame nothing, guess nothing and keep nothing.
    async fn every_answer_keeps_the_browser_to_what_we_meant(house: House) {
        let mut ana = house.applicant("Ana").await;
        for path in ["/", "/home", "/locker", "/desk", "/nothing-here", "/verify/nobody"] {
            let answer = ana.get(path).await.unwrap();
            let year = "max-age=31536000; includeSubDomains";
            assert_eq!(header(&answer, "strict-transport-security"), year, "{path}");
            assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
            assert_eq!(header(&answer, "cache-control"), "no-store", "{path}");
            let policy = header(&answer, "content-security-policy");
            for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
        }
    }
}

journey! {
    of super::over_https();
    /// The session's cookie is bound to the host and to HTTPS by its name, and no script reads it;
    /// once its owner has signed out, or after two weeks, it opens nothing.
    async fn a_session_is_bound_and_ends(house: House) {
        let mut ana = house.visitor();
        let form = [("name", "Ana"), ("email", "ana@example.org"), ("password", PASSWORD)];
        let begun = ana.did("/register", &form).await.unwrap();
        let cookie = header(&begun, "set-cookie");
        assert!(cookie.starts_with("__Host-endorse="), "{cookie}");
        for part in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");

        let kept = ana.cookie();
        let gone = ana.did("/sign-out", &[]).await.unwrap();
        assert!(header(&gone, "clear-site-data").contains("cache"));
        let mut thief = house.visitor().with_cookie(&kept);
        let answer = thief.get("/locker").await.unwrap();
        assert!(answer.location().unwrap().starts_with("/sign-in"), "{:?}", answer.location());

        house.confirm(&address("Ana")).await;
        ana.sign_in(&address("Ana"), PASSWORD).await.unwrap();
        house.it_is("2026-03-16T14:59:59Z");
        assert_eq!(ana.get("/locker").await.unwrap().status, 200);
        house.it_is("2026-03-16T15:00:00Z");
        assert_eq!(ana.get("/locker").await.unwrap().status, 303);
    }
}

journey! {
    /// What somebody calls themself is text wherever it stands.
    async fn a_name_is_never_a_script(house: House) {
        let mut ana = house.visitor();
        let name = "<script>alert(1)</script>";
        ana.register(name, "ana@example.org", PASSWORD).await.unwrap();
        for path in ["/home", "/locker", "/inbox", "/applications/new"] {
            let page = ana.get(path).await.unwrap().html();
            assert!(!page.contains("<script>alert"), "{path}");
            assert!(page.contains("&lt;script&gt;") || page.contains("&#60;script&#62;"), "{path}");
        }
    }
}

/// What it is, and in which letters if it is text: what a type must say.
pub fn says_its_type(answer: &Answer) -> bool {
    let kind = header(answer, "content-type");
    let is_text = kind.starts_with("text/") || kind.contains("xml");
    answer.body.is_empty() || !kind.is_empty() && (!is_text || kind.ends_with("; charset=utf-8"))
}

journey! {
    /// Every file that pages are made of says what it is, and in which letters if it is text.
    async fn every_file_says_its_type(house: House) {
        let files = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist/assets");
        let mut kinds = std::collections::BTreeSet::new();
        let named = std::fs::read_dir(files).unwrap().map(|it| it.unwrap().file_name());
        let named: Vec<String> = named.map(|it| it.into_string().unwrap()).collect();
        let paths = named.iter().filter(|it| !it.ends_with(".gz")).map(|it| format!("/assets/{it}"));
        let others = ["/favicon.ico", "/assets/none.css", "/healthz", "/.well-known/did.json"];
        for path in paths.chain(others.map(str::to_owned)) {
            let answer = house.visitor().get(&path).await.unwrap();
            assert!(!answer.body.is_empty(), "{path}");
            assert!(says_its_type(&answer), "{path}: {}", header(&answer, "content-type"));
            kinds.insert(header(&answer, "content-type").to_owned());
        }
        for kind in [
            "text/css; charset=utf-8",
            "text/javascript; charset=utf-8",
            "image/svg+xml; charset=utf-8",
            "font/woff2",
        ] {
            assert!(kinds.contains(kind), "{kind}: {kinds:?}");
        }
        assert!(!kinds.contains("application/octet-stream"), "{kinds:?}");
    }
}
