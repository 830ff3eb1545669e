//! Which languages an association offers, and which of them comes first.

use endorse::story::Answer;

use crate::house::{PASSWORD, address, read};
use crate::journey;

const HERE: &str = "/desk/association/languages";
const TEXAS: &str = "first3years-tx";

/// Where an answer leads, with the language.
fn led(answer: &Answer) -> (u16, &str) {
    let to = answer.headers.get("location").map(|it| it.to_str().unwrap());
    (answer.status.as_u16(), to.unwrap_or_default())
}

journey! {
    of crate::house::two();
    /// The first language is the one for whoever has not said any; both stay where they are, and a
    /// person's own is theirs.
    async fn the_first_language_is_for_whoever_has_not_said_any(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        assert_eq!(house.visitor().from_elsewhere().get("/").await.unwrap().status, 200);
        for typed in ["", "fr", "es es", "en es fr"] {
            let refused = alma.post(HERE, &[("value", typed)]).await.unwrap();
            assert_eq!(refused.status, 422, "{typed}");
            assert!(refused.html().contains("<a href=\"#value\">"), "{}", refused.html());
        }

        alma.did(HERE, &[("value", "es en")]).await.unwrap();

        let said = read(&alma.get("/desk/association").await.unwrap());
        assert!(said.contains("Spanish first, English as well\nSet by Alma on March 2, 2026"), "{said}");
        let (arrived, statements) =
            db::counted(house.visitor().from_elsewhere().get("/?x=1")).await;
        assert_eq!((led(&arrived.unwrap()), statements), ((303, "/es/?x=1"), 0));
        let spanish = house.visitor().in_spanish().from_elsewhere().get("/").await.unwrap();
        assert!(spanish.html().contains("<html lang=\"es\""), "{}", spanish.html());
        assert!(spanish.html().contains("<a href=\"/\" lang=\"en\""), "{}", spanish.html());
        let by_switch = house.visitor().get("/").await.unwrap();
        assert!(by_switch.html().contains("<html lang=\"en\""), "{}", by_switch.html());
        for path in ["/categories", "/registry"] {
            let page = house.visitor().from_elsewhere().get(path).await.unwrap();
            assert!(page.html().contains("<html lang=\"en\""), "{path}");
        }
        let own = alma.clone().from_elsewhere().get("/").await.unwrap();
        assert_eq!(own.status, 200, "Alma reads English");
        let invitation = alma.get("/desk/roles/invitations").await.unwrap().html();
        assert!(invitation.contains("value=\"es\" lang=\"es\" selected"), "{invitation}");
        let there = house.visitor_of(TEXAS).from_elsewhere().get("/").await.unwrap();
        assert_eq!(there.status, 200);

        alma.did(&format!("{HERE}/undo"), &[]).await.unwrap();
        assert_eq!(house.visitor().from_elsewhere().get("/").await.unwrap().status, 200);
    }
}

journey! {
    of crate::house::two();
    /// A language that is not offered is not linked any more, and its pages lead to the other one;
    /// nothing typed is lost, and what is no page stays at its address.
    async fn a_language_that_is_not_offered_leads_to_the_other_one(house: House) {
        let mut inés = house.visitor().in_spanish();
        inés.register("Inés", &address("Inés"), PASSWORD).await.unwrap();
        let mut alma = house.with_role("Alma", "administrator").await;
        assert!(house.visitor().get("/").await.unwrap().html().contains("hreflang=\"es\""));

        alma.did(HERE, &[("value", "en")]).await.unwrap();

        for path in ["/", "/categories", "/sign-in"] {
            let page = house.visitor().get(path).await.unwrap();
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.html().contains("hreflang") && !page.html().contains("Español"), "{path}");
        }
        assert!(!alma.get("/account").await.unwrap().html().contains("hreflang"));
        let old = house.visitor().in_spanish().get("/registry?q=ana&on=2026-01-01").await.unwrap();
        assert_eq!(led(&old), (307, "/registry?q=ana&on=2026-01-01"));
        assert_eq!(led(&house.visitor().in_spanish().get("/").await.unwrap()), (307, "/"));
        let missing = house.visitor().in_spanish().get("/none-there").await.unwrap();
        assert_eq!(missing.status, 404);
        assert!(missing.html().contains("<html lang=\"en\""), "{}", missing.html());
        let closed = house.visitor().in_spanish().get("/locker").await.unwrap();
        assert_eq!(led(&closed), (303, "/sign-in?then=/locker"));
        for path in ["/healthz", "/appearance/7a2c68.css"] {
            assert_eq!(house.visitor().in_spanish().get(path).await.unwrap().status, 200, "{path}");
        }
        let wrong = inés.post("/locker/trainings", &[("title", "Mirar")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains("<html lang=\"en\""), "{}", wrong.html());
        assert!(wrong.html().contains("value=\"Mirar\""), "{}", wrong.html());
        let letter = house.letter_to("ines").await;
        assert!(letter.body.contains("/es/"), "written before: {}", letter.body);
        assert_eq!(led(&house.visitor().get(&letter.path()).await.unwrap()).0, 200);
        let there = house.visitor_of(TEXAS).in_spanish().get("/").await.unwrap();
        assert_eq!(there.status, 200);
        assert!(there.html().contains("hreflang=\"en\""));

        alma.did(HERE, &[("value", "es")]).await.unwrap();

        let old = house.visitor().get("/categories/ifa").await.unwrap();
        assert_eq!(led(&old), (307, "/es/categories/ifa"));
        let page = house.visitor().in_spanish().get("/categories/ifa").await.unwrap();
        assert!(page.html().contains("<html lang=\"es\"") && !page.html().contains("hreflang"));
        assert_eq!(led(&house.visitor().from_elsewhere().get("/").await.unwrap()), (307, "/es/"));
        for path in ["/healthz", "/appearance/7a2c68.css", "/assets/favicon.svg"] {
            assert_ne!(house.visitor().get(path).await.unwrap().status, 307, "{path}");
        }
        let mut alma = alma.in_spanish();
        alma.did(&format!("{HERE}/undo"), &[]).await.unwrap();
        assert_eq!(house.visitor().get("/categories/ifa").await.unwrap().status, 200);
    }
}
