//! What takes long to arrive, and comes when its sender may not send it any more.

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::http::Request;
use endorse::story::Browser;
use futures_util::StreamExt as _;
use futures_util::stream::once;
use tokio::sync::oneshot;
use tower::ServiceExt as _;

use crate::evidence::{N, person};
use crate::house::{House, read};
use crate::journey;

const MARK: &str = "a-mark-that-is-in-no-file-7f1c";

/// Sends a file of which the end arrives only after something else has happened; the answer's status.
async fn slowly(
    house: &House,
    browser: &Browser,
    (path, name): (&str, &str),
    bytes: &[u8],
    meanwhile: impl Future<Output = ()>,
) -> u16 {
    let head = format!(
        "--{MARK}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    let first = Bytes::from([head.as_bytes(), bytes].concat());
    let rest = Bytes::from(format!("\r\n--{MARK}--\r\n"));
    let (begun, has_begun) = oneshot::channel();
    let (go_on, may_go_on) = oneshot::channel();
    let first = once(async move { Ok::<_, Infallible>(first) });
    let rest = once(async move {
        begun.send(()).unwrap();
        may_go_on.await.unwrap();
        Ok(rest)
    });
    let request = Request::post(path)
        .header("host", "127.0.0.1")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={MARK}"))
        .header("cookie", browser.cookie())
        .body(Body::from_stream(first.chain(rest)))
        .unwrap();
    let sent = tokio::spawn(house.app.service().oneshot(request));
    has_begun.await.unwrap();
    meanwhile.await;
    go_on.send(()).unwrap();
    sent.await.unwrap().unwrap().status().as_u16()
}

async fn documents(house: &House, name: &str) -> i64 {
    let who = person(house, name).await;
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from documents where person_id = $1";
    let found: Option<N> = tx.maybe(sql, (who,)).await.unwrap();
    found.unwrap().n
}

journey! {
    /// A file that was on its way while the help ended, by whomever or because the hour was up, is kept
    /// in nobody's locker.
    async fn a_file_that_comes_after_the_help_is_kept_nowhere(house: House) {
        const PDF: &[u8] = b"%PDF-1.7\n";
        let mut ana = house.applicant("Ana").await;
        let begun = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let help = format!("/desk/applications/{}/help", begun.new_id().unwrap());
        let mut cora = house.with_role("Cora", "coordinator").await;
        let agreed = [("reason", "Cannot scan"), ("agreed", "phone")];
        let file = ("/documents", "a.pdf");

        cora.did(&help, &agreed).await.unwrap();
        assert_eq!(slowly(&house, &cora, file, PDF, async {}).await, 303, "in time");
        assert_eq!(documents(&house, "Ana").await, 1);

        let mut other_tab = cora.clone();
        let finished = async { drop(other_tab.did("/desk/help/end", &[]).await.unwrap()) };
        assert_eq!(slowly(&house, &cora, file, PDF, finished).await, 409, "finished");

        cora.did(&help, &agreed).await.unwrap();
        let page = ana.get("/locker").await.unwrap().html();
        let end = crate::evidence::quoted_after(&page, "method=\"post\" action=\"/account/helpers").unwrap();
        let end = format!("/account/helpers{end}");
        let called_off = async { drop(ana.did(&end, &[]).await.unwrap()) };
        assert_eq!(slowly(&house, &cora, file, PDF, called_off).await, 409, "called off");

        cora.did("/desk/help/end", &[]).await.unwrap();
        cora.did(&help, &agreed).await.unwrap();
        let up = async { house.it_is("2026-03-02T16:01:00Z") };
        assert_eq!(slowly(&house, &cora, file, PDF, up).await, 409, "the hour is up");

        assert_eq!((documents(&house, "Ana").await, documents(&house, "Cora").await), (1, 0));
    }
}

journey! {
    /// A logo that was on its way while its sender's role ended is not set.
    async fn a_logo_that_comes_after_the_role_is_not_set(house: House) {
        let alma = house.with_role("Alma", "administrator").await;
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(96_u32.to_be_bytes());
        png.extend(48_u32.to_be_bytes());
        let file = ("/desk/association/logo", "logo.png");
        let over = async {
            let mut tx = house.app.db.write().await.unwrap();
            tx.run("update roles set until_at = $1", (house.dial.now(),)).await.unwrap();
            tx.commit().await.unwrap();
        };

        assert_eq!(slowly(&house, &alma, file, &png, over).await, 404);

        let front = house.visitor().get("/").await.unwrap();
        assert!(!front.html().contains("/logo/"), "{}", read(&front));
        house.app.grant("alma@example.org", "administrator").await.unwrap();
        assert_eq!(slowly(&house, &alma, file, &png, async {}).await, 303);
    }
}
