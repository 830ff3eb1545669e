//! Roles: inviting, accepting, ending, looking over; and nobody takes one that is not theirs.

use endorse::story::Browser;
use uuid::Uuid;

use crate::handed_in::file;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::reviews::{given, reviewed};

const ROLES: &str = "/desk/roles";

/// Invites somebody; says where the letter leads.
async fn invited(house: &House, alma: &mut Browser, name: &str, role: &str, until: &str) -> String {
    let to = address(name);
    let form = [("role", role), ("email", to.as_str()), ("language", "en"), ("until", until)];
    alma.did("/desk/roles/invitations", &form).await.unwrap();
    house.letter_to(&to).await.path()
}

/// The role of somebody.
async fn role_of(house: &House, name: &str, role: &'static str) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select r.id from roles r join people p on p.id = r.person_id
        where p.email = $1 and r.role = $2";
    let found: Option<(Uuid,)> = tx.maybe(sql, (address(name), role)).await.unwrap();
    found.unwrap().0
}

journey! {
    /// A letter leads to a page that only shows; accepting begins the role, ending it ends it with
    /// the next page.
    async fn a_role_is_offered_accepted_and_ended(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut rita = house.applicant("Rita").await;
        let confirmation = house.letter_to("rita").await.path();
        rita.did(&confirmation, &[]).await.unwrap();
        assert_eq!(rita.get("/reviews").await.unwrap().status, 404);

        let path = invited(&house, &mut alma, "Rita", "reviewer", "").await;
        let page = read(&rita.get(&path).await.unwrap());
        assert!(page.contains("Alma sent this invitation to rita@example.org."), "{page}");
        assert_eq!(rita.get("/reviews").await.unwrap().status, 404, "looking accepts nothing");
        let inbox = rita.get("/inbox").await.unwrap();
        assert!(read(&inbox).contains("invites you to a role"), "{}", read(&inbox));
        let message = format!("/inbox/{}", crate::evidence::quoted_after(&inbox.html(), r#"href="/inbox/"#).unwrap());
        let message = rita.get(&message).await.unwrap();
        assert!(read(&message).contains("the link stands only in the e-mail"), "{}", read(&message));
        assert!(!message.html().contains(&path), "the secret is in the inbox");
        let taken = rita.did(&path, &[]).await.unwrap();
        assert!(taken.location().unwrap().starts_with("/reviews"));
        assert_eq!(rita.get("/reviews").await.unwrap().status, 200);
        assert_eq!(rita.post(&path, &[]).await.unwrap().status, 404, "it is used up");
        assert!(house.letter_to("alma").await.body.contains("Rita has accepted a role here"));

        let end = format!("{ROLES}/{}/end", role_of(&house, "Rita", "reviewer").await);
        assert_eq!(alma.post(&end, &[("reason", " ")]).await.unwrap().status, 422);
        alma.did(&end, &[("reason", "Term ended")]).await.unwrap();
        assert_eq!(rita.get("/reviews").await.unwrap().status, 404);
        let letter = house.letter_to("rita").await;
        assert!(letter.body.contains("you no longer have this role here: Reviewer"), "{}", letter.body);
        assert!(!letter.body.contains("Alma") && !letter.body.contains("Term ended"), "{}", letter.body);
        let inbox = read(&rita.get("/inbox").await.unwrap());
        assert!(inbox.contains("Your role has ended: Reviewer"), "{inbox}");
        let page = read(&alma.get(ROLES).await.unwrap());
        assert!(page.contains("Term ended") && page.contains("ended March 2, 2026"), "{page}");
        assert_eq!(alma.get(&end).await.unwrap().status, 409);
    }
}

journey! {
    /// An invitation is for the mailbox that it went to: another account reads both addresses and
    /// cannot accept; somebody without one is led to it and comes back.
    async fn an_invitation_is_for_one_mailbox(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let path = invited(&house, &mut alma, "Rita", "coordinator", "").await;

        let mut thief = house.applicant("Theo").await;
        let page = read(&thief.get(&path).await.unwrap());
        assert!(page.contains("theo@example.org") && page.contains("rita@example.org"), "{page}");
        assert!(!page.contains("Accept the role"), "{page}");
        assert_eq!(thief.post(&path, &[]).await.unwrap().status, 404);
        assert_eq!(thief.get("/desk").await.unwrap().status, 404);

        let mut rita = house.visitor();
        let page = rita.get(&path).await.unwrap().html();
        assert!(page.contains("/register?then=/invitations/"), "{page}");
        let register = crate::evidence::quoted_after(&page, r#"class="btn" href=""#).unwrap();
        let register = rita.get(&register.replace("&amp;", "&").replace("&#38;", "&")).await.unwrap();
        assert!(register.html().contains(r#"value="rita@example.org""#), "{}", register.html());
        rita.register("Rita", "rita@example.org", PASSWORD).await.unwrap();
        rita.did(&path, &[]).await.unwrap();
        assert_eq!(rita.get("/desk").await.unwrap().status, 200);
    }
}

journey! {
    /// A role lasts to the end of its last day, where the association is.
    async fn a_role_ends_by_itself_after_its_last_day(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut rita = house.applicant("Rita").await;
        let path = invited(&house, &mut alma, "Rita", "reviewer", "2026-03-05").await;
        assert!(read(&rita.get(&path).await.unwrap()).contains("until March 5, 2026"));
        rita.did(&path, &[]).await.unwrap();

        house.it_is("2026-03-06T04:59:59Z");
        assert_eq!(rita.get("/reviews").await.unwrap().status, 200);
        let before = house.letters().await.len();
        house.it_is("2026-03-06T05:00:00Z");
        assert_eq!(rita.get("/reviews").await.unwrap().status, 404);
        assert_eq!(house.letters().await.len(), before + 1, "it is told once");
        let letter = house.letter_to("rita").await;
        assert!(letter.body.contains("you no longer have this role here: Reviewer"), "{}", letter.body);
    }
}

journey! {
    /// What was taken back, declined or has waited too long cannot be accepted; an earlier letter to
    /// the same mailbox for the same role no longer works, and the mailbox is not flooded.
    async fn an_invitation_is_answered_once_and_in_time(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut rita = house.applicant("Rita").await;
        let first = invited(&house, &mut alma, "Rita", "reviewer", "").await;
        let second = invited(&house, &mut alma, "Rita", "reviewer", "").await;
        assert_eq!(rita.post(&first, &[]).await.unwrap().status, 404);
        rita.did(&format!("{second}/refusal"), &[]).await.unwrap();
        assert_eq!(rita.post(&second, &[]).await.unwrap().status, 404);

        let third = invited(&house, &mut alma, "Rita", "reviewer", "").await;
        let page = alma.get(ROLES).await.unwrap().html();
        let back = crate::evidence::quoted_after(&page, r#"action="/desk/roles/invitations/"#);
        let back = format!("{ROLES}/invitations/{}", back.unwrap());
        alma.did(&back, &[]).await.unwrap();
        assert_eq!(rita.post(&third, &[]).await.unwrap().status, 404);
        let more = [("role", "reviewer"), ("email", "rita@example.org"), ("language", "en")];
        let refused = alma.post("/desk/roles/invitations", &more).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("Three invitations have gone to this mailbox"));

        house.it_is("2026-03-02T17:00:00Z");
        alma.sign_in("alma@example.org", PASSWORD).await.unwrap();
        let late = invited(&house, &mut alma, "Rita", "reviewer", "").await;
        house.it_is("2026-03-16T17:00:00Z");
        rita.sign_in("rita@example.org", PASSWORD).await.unwrap();
        assert!(read(&rita.get(&late).await.unwrap()).contains("is too old"));
        assert_eq!(rita.post(&late, &[]).await.unwrap().status, 404);
    }
}

journey! {
    /// The last administrator stays; after three months every role asks whether it is still needed.
    async fn roles_are_looked_over_and_somebody_can_always_give_them(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        house.with_role("Rita", "reviewer").await;
        let end = format!("{ROLES}/{}/end", role_of(&house, "Alma", "administrator").await);
        assert!(read(&alma.get(&end).await.unwrap()).contains("This is the only administrator"));
        assert_eq!(alma.post(&end, &[("reason", "Tired")]).await.unwrap().status, 422);

        assert!(!read(&alma.get(ROLES).await.unwrap()).contains("Still needed?"));
        house.it_is("2026-06-10T15:00:00Z");
        alma.sign_in("alma@example.org", PASSWORD).await.unwrap();
        assert!(read(&alma.get(ROLES).await.unwrap()).contains("2 roles have not been looked at"));
        let role = role_of(&house, "Rita", "reviewer").await;
        alma.did(&format!("{ROLES}/{role}/review"), &[]).await.unwrap();
        let page = read(&alma.get(ROLES).await.unwrap());
        assert!(page.contains("One role has not been looked at"), "{page}");
        assert!(page.contains("confirmed June 10, 2026"), "{page}");

        let page = read(&alma.in_spanish().get(ROLES).await.unwrap());
        assert!(page.contains("¿Sigue haciendo falta?") && !page.contains('['), "{page}");
    }
}

journey! {
    /// Whoever borrows an administrator's session gives and ends no role: it is asked who it is, and what
    /// was typed goes on once that is shown.
    async fn a_borrowed_session_gives_no_role(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        house.with_role("Rita", "reviewer").await;
        let end = format!("{ROLES}/{}/end", role_of(&house, "Rita", "reviewer").await);
        house.it_is("2026-03-02T15:20:00Z");
        let before = house.letters().await.len();
        let invite = "/desk/roles/invitations";
        let mut form = vec![("role", "treasurer"), ("email", "eve@example.org"), ("language", "en")];

        let asked = alma.post(invite, &form).await.unwrap();
        assert_eq!(asked.status, 422);
        assert!(asked.html().contains("eve@example.org") && asked.html().contains("proof-password"));
        assert_eq!(alma.post(&end, &[("reason", "Bored")]).await.unwrap().status, 422);
        assert!(house.letters().await.len() == before);

        form.push(("proof-password", PASSWORD));
        alma.did(invite, &form).await.unwrap();
        assert!(house.letter_to("eve@").await.path().starts_with("/invitations/"));
        alma.did(&end, &[("reason", "Term ended")]).await.unwrap();
    }
}

journey! {
    /// An invitation is worth what its sender is: it ends with the role that let them send it. Whoever
    /// gives roles is told of each that begins.
    async fn an_invitation_ends_with_the_role_of_its_sender(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut olga = house.with_role("Olga", "administrator").await;
        let mut rita = house.applicant("Rita").await;
        let mut eve = house.applicant("Eve").await;
        let link = invited(&house, &mut olga, "Rita", "reviewer", "").await;
        rita.did(&link, &[]).await.unwrap();
        let letter = house.letter_to("alma@").await;
        assert!(letter.body.contains("Rita has accepted a role here") && letter.body.contains("Olga"), "{}", letter.body);

        let late = invited(&house, &mut olga, "Eve", "administrator", "").await;
        let olgas = role_of(&house, "Olga", "administrator").await;
        alma.did(&format!("{ROLES}/{olgas}/end"), &[("reason", "Left")]).await.unwrap();

        assert_eq!(eve.post(&late, &[]).await.unwrap().status, 404);
        assert!(read(&eve.get(&late).await.unwrap()).contains("is too old"));
        assert!(!read(&alma.get(ROLES).await.unwrap()).contains("eve@example.org"));
    }
}

journey! {
    /// Who ends a reviewer's role reads which files are open with them; with the role these are taken
    /// back, and the desk looks for somebody else. What is finished stays.
    async fn a_role_that_ends_leaves_no_file_behind(house: House) {
        house.applicant("Ana Alvarez").await;
        house.applicant("Ben Brown").await;
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let bens = file(&house, "Ben Brown", "ifs", "26-002").await;
        let path = given(&house, &mut cora, "Rita", &anas).await;
        reviewed(&mut rita, "Rita", &path, "endorse").await;
        given(&house, &mut cora, "Rita", &bens).await;
        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(!desk.contains("needs a reviewer"), "{desk}");

        let end = format!("{ROLES}/{}/end", role_of(&house, "Rita", "reviewer").await);
        let asks = read(&alma.get(&end).await.unwrap());
        assert!(asks.contains("One review of theirs is not finished"), "{asks}");
        assert!(asks.contains("26-002") && asks.contains("Infant Family Specialist"), "{asks}");
        assert!(!asks.contains("26-001"), "that one is finished\n{asks}");
        let refused = alma.post(&end, &[("reason", " ")]).await.unwrap();
        assert!(read(&refused).contains("26-002"), "{}", read(&refused));
        alma.did(&end, &[("reason", "Term ended")]).await.unwrap();

        let letter = house.letter_to("rita").await;
        assert!(letter.body.contains("no longer with you: IFS 26-002"), "{}", letter.body);
        let page = read(&cora.get(&bens.desk("")).await.unwrap());
        assert!(page.contains("Taken back") && page.contains("Review taken back"), "{page}");
        assert!(page.contains("Alma"), "{page}");
        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Finished") && !page.contains("Taken back"), "{page}");
        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(desk.contains("needs a reviewer"), "{desk}");
        let spanish = read(&cora.in_spanish().get(&bens.desk("")).await.unwrap());
        assert!(!spanish.contains('['), "{spanish}");
    }
}

journey! {
    /// A role that is over by itself leaves nothing behind either, and before the program has seen to
    /// it the file says that its reviewer has gone.
    async fn a_role_that_is_over_leaves_no_file_behind(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut rita = house.applicant("Rita").await;
        let confirmation = house.letter_to("rita").await.path();
        rita.did(&confirmation, &[]).await.unwrap();
        let path = invited(&house, &mut alma, "Rita", "reviewer", "2026-03-05").await;
        rita.did(&path, &[]).await.unwrap();
        let mut cora = house.with_role("Cora", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        given(&house, &mut cora, "Rita", &anas).await;

        house.it_is("2026-03-06T05:00:00Z");
        cora.sign_in("cora@example.org", PASSWORD).await.unwrap();
        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Rita is no longer a reviewer"), "{page}");
        let letter = house.letter_to("rita").await;
        assert!(letter.body.contains("no longer with you: IFS 26-001"), "{}", letter.body);
        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Taken back") && !page.contains("no longer a reviewer"), "{page}");
        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(desk.contains("needs a reviewer"), "{desk}");
    }
}
