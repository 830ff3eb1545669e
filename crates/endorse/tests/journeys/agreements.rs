//! Reading agreements and signing them.

use crate::evidence::{N, quoted_after, sign};
use crate::house::read;
use crate::journey;

journey! {
    /// Signing keeps the exact words: the copy's hash is the hash of the text on the page.
    async fn what_is_signed_is_kept_word_for_word(house: House) {
        let mut ana = house.applicant("Ana Álvarez").await;
        let page = ana.get("/agreements/code-of-ethics?then=/inbox").await.unwrap();
        assert!(read(&page).contains("sample wording"), "{}", read(&page));
        let hash = quoted_after(&page.html(), r#"name="sha256" value=""#).unwrap();

        let fields = [("name", "ana ALVAREZ"), ("accepted", "yes"), ("sha256", hash.as_str())];
        let signed = ana.did("/agreements/code-of-ethics?then=/inbox", &fields).await.unwrap();

        assert_eq!(signed.location().unwrap(), "/inbox?said=said-agreement-signed");
        let list = ana.get("/agreements/signed").await.unwrap();
        let copy = quoted_after(&list.html(), r#"class="strong" href=""#).unwrap();
        let copy = ana.get(&copy).await.unwrap();
        let text = read(&copy);
        assert!(text.contains(&hash) && text.contains("ana ALVAREZ"), "{text}");
        assert!(text.contains("I have read this text and agree to it."), "{text}");

        let mut ben = house.applicant("Ben").await;
        let href = quoted_after(&list.html(), r#"class="strong" href=""#).unwrap();
        let strange = ben.get(&href).await.unwrap();
        assert_eq!(strange.status, 404);
        let missing = "/agreements/signed/00000000-0000-7000-8000-000000000000";
        assert_eq!(read(&strange), read(&ben.get(missing).await.unwrap()));
    }
}

journey! {
    /// Another name, or no tick, signs nothing and comes back as typed.
    async fn another_name_signs_nothing(house: House) {
        let mut ana = house.applicant("Ana").await;
        let html = ana.get("/agreements/code-of-ethics").await.unwrap().html();
        let hash = quoted_after(&html, r#"name="sha256" value=""#).unwrap();

        let fields = [("name", "Somebody Else"), ("sha256", hash.as_str())];
        let answer = ana.post("/agreements/code-of-ethics", &fields).await.unwrap();

        assert_eq!(answer.status, 422);
        assert!(answer.html().contains(r#"value="Somebody Else""#));
        let text = read(&answer);
        assert!(text.contains("This is not the name of your account."), "{text}");
        assert!(text.contains("Please tick the box"), "{text}");
        let mut tx = house.app.db.read().await.unwrap();
        let count: Option<N> = tx.maybe("select count(*) as n from signatures", ()).await.unwrap();
        assert_eq!(count.unwrap().n, 0);
    }
}

journey! {
    /// A text that changed since the page was drawn is not signed unseen; one that is not there
    /// cannot be; the Spanish text is signed in Spanish.
    async fn nobody_signs_what_they_have_not_seen(house: House) {
        let mut ana = house.applicant("Ana").await;
        let fields = [("name", "Ana"), ("accepted", "yes"), ("sha256", "0000")];

        assert_eq!(ana.post("/agreements/code-of-ethics", &fields).await.unwrap().status, 409);
        assert_eq!(ana.get("/agreements/no-such-text").await.unwrap().status, 404);

        let mut ana = ana.in_spanish();
        sign(&mut ana, "endorsement-agreement", "Ana").await;
        let list = ana.get("/agreements/signed").await.unwrap();
        assert!(!read(&list).contains('['), "{}", read(&list));
        let mut tx = house.app.db.read().await.unwrap();
        let count: Option<N> = tx
            .maybe("select count(*) as n from signatures where language = 'es'", ())
            .await
            .unwrap();
        assert_eq!(count.unwrap().n, 1);
    }
}

journey! {
    /// The same text signed again and again at once is signed once; every time the answer is the same.
    async fn a_text_is_signed_once_a_day(house: House) {
        let mut ana = house.applicant("Ana").await;
        let html = ana.get("/agreements/code-of-ethics").await.unwrap().html();
        let hash = quoted_after(&html, r#"name="sha256" value=""#).unwrap();
        let pressed: Vec<_> = (0..20)
            .map(|_| {
                let (mut ana, hash) = (ana.clone(), hash.clone());
                tokio::spawn(async move {
                    let fields = [("name", "Ana"), ("accepted", "yes"), ("sha256", hash.as_str())];
                    ana.did("/agreements/code-of-ethics", &fields).await.unwrap().location()
                })
            })
            .collect();
        for answer in pressed {
            let to = answer.await.unwrap();
            assert_eq!(to.as_deref(), Some("/home?said=said-agreement-signed"));
        }
        let count = async || {
            let mut tx = house.app.db.read().await.unwrap();
            let sql = "select count(*) as n from signatures";
            let count: Option<N> = tx.maybe(sql, ()).await.unwrap();
            count.unwrap().n
        };
        assert_eq!(count().await, 1);

        house.it_is("2026-03-03T15:00:00Z");
        ana.sign_in("ana@example.org", crate::house::PASSWORD).await.unwrap();
        sign(&mut ana, "code-of-ethics", "Ana").await;
        assert_eq!(count().await, 2, "another day it is another signature");
    }
}
