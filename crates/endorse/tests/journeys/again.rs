//! What is sent a second time, and what stays behind.

use axum::body::Body;
use axum::http::Request;
use endorse::story::{Answer, Browser};
use tower::ServiceExt as _;

use crate::endorsements::endorse;
use crate::evidence::quoted_after;
use crate::house::{House, read};
use crate::journey;

journey! {
    /// The form that put an endorsement to rest does not do it again once it has been taken up.
    async fn an_old_form_does_not_put_to_rest_again(house: House) {
        house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let path = |act: &str| format!("/desk/endorsements/{}/{act}", it.id);
        let mut fields = Vec::new();
        for act in ["hold", "resume"] {
            let html = cora.get(&path(act)).await.unwrap().html();
            let [seen, history] = ["seen", "history"].map(|name| {
                quoted_after(&html, &format!("name=\"{name}\" value=\"")).unwrap()
            });
            fields.push((seen, history));
            let (seen, history) = fields.last().unwrap();
            let reason = "Asked for it by phone on Monday.";
            let typed = [("seen", seen.as_str()), ("history", history), ("reason", reason)];
            cora.did(&path(act), &typed).await.unwrap();
        }

        let (seen, history) = &fields[0];
        let again = [("seen", seen.as_str()), ("history", history), ("reason", "Asked for it by phone on Monday.")];
        assert_eq!(cora.post(&path("hold"), &again).await.unwrap().status, 409);
    }
}

journey! {
    /// The secret of a link is in the order to send it; once it is sent, it is in no file of the
    /// database's.
    async fn a_spent_secret_is_in_no_file(house: House) {
        house.applicant("Ana").await;
        let path = house.letter_to("ana@").await.path();
        let secret = path.rsplit('/').next().unwrap().to_owned();
        assert!(secret.len() > 40, "{path}");

        assert!(house.app.db.fold().await.unwrap());

        for name in ["endorse.db", "endorse.db-wal"] {
            let bytes = std::fs::read(house.folder.path().join(name)).unwrap_or_default();
            let found = bytes.windows(secret.len()).any(|it| it == secret.as_bytes());
            assert!(!found, "the secret is in {name}");
        }
    }
}

/// Somebody who signed in too long ago to change their name, with a form of so many fields and bytes.
async fn sends(house: &House, browser: &mut Browser, fields: usize, bytes: usize) -> Answer {
    house.dial.set(house.dial.now() + jiff::SignedDuration::from_mins(16));
    let names: Vec<String> = (0..fields).map(|n| format!("field{n}")).collect();
    let text = "x".repeat(bytes);
    let mut typed: Vec<(&str, &str)> = names.iter().map(|it| (it.as_str(), "")).collect();
    typed.push(("name", &text));
    typed.push(("language", "en"));
    browser.post("/account/details", &typed).await.unwrap()
}

journey! {
    /// A form that is too large to be kept while who it is is asked again is refused on a page that says
    /// how much it may be; nothing of it is lost in silence, and nothing is changed.
    async fn a_form_that_is_too_large_to_be_kept_is_refused_in_a_sentence(house: House) {
        let mut ana = house.applicant("Ana").await;
        for (fields, bytes) in [(0, 257 << 10), (499, 10)] {
            let refused = sends(&house, &mut ana, fields, bytes).await;
            assert_eq!(refused.status, 413, "{fields} fields, {bytes} bytes");
            let page = read(&refused);
            assert!(page.contains("256 kB in at most 500 fields"), "{page}");
            assert!(page.contains("what you typed is still there"), "{page}");
        }
        for (fields, bytes) in [(0, 200 << 10), (498, 10)] {
            let asked = sends(&house, &mut ana, fields, bytes).await;
            assert_eq!(asked.status, 422, "{fields} fields, {bytes} bytes");
            let page = asked.html();
            assert!(page.contains("name=\"proof-password\""), "{}", read(&asked));
            assert!(page.contains(&"x".repeat(bytes)), "what was typed comes back");
        }
        let spanish = sends(&house, &mut ana.clone().in_spanish(), 0, 257 << 10).await;
        assert!(read(&spanish).contains("256 kB en 500 campos"), "{}", read(&spanish));
        assert!(read(&ana.get("/account").await.unwrap()).contains("Ana"));
    }
}

journey! {
    /// What is shown is never among what is kept on the page, however its field's name is written.
    async fn what_is_shown_is_not_kept_on_the_page(house: House) {
        let ana = house.applicant("Ana").await;
        house.it_is("2026-03-02T15:20:00Z");
        for name in ["proof-password", "%70roof-password", "proof%2Dpassword", "%70%72%6f%6F%66%2dpassword"] {
            let body = format!("name=Ana+Ruiz&language=en&{name}=a+wrong+secret");
            let request = Request::post("/account/details")
                .header("host", "127.0.0.1")
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("cookie", ana.cookie())
                .body(Body::from(body))
                .unwrap();
            let answer = house.app.service().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), 422, "{name}");
            let page = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            let page = String::from_utf8(page.to_vec()).unwrap();
            assert!(page.contains("value=\"Ana Ruiz\""), "{name}: {page}");
            assert!(!page.contains("a wrong secret"), "{name}: {page}");
        }
    }
}
