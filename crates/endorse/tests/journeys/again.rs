//! What is sent a second time, and what stays behind.

use crate::endorsements::endorse;
use crate::evidence::quoted_after;
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
