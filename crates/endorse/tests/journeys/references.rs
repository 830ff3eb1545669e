//! References: asking, answering by a link, and what nobody but the judges may read.

use axum::http::StatusCode;
use endorse::story::{Answer, Browser};
use uuid::Uuid;

use crate::house::{House, address, read};
use crate::journey;

mod asking;

/// A comment that must never reach the applicant.
const CANARY: &str = "CANARY-comment-4711";

/// An applicant with a confirmed address and an application, put there without the pages.
async fn applying(house: &House, name: &str, category: (&str, &str)) -> (Browser, Uuid) {
    let mut browser = house.applicant(name).await;
    let link = house.letter_to(&address(name)).await.path();
    browser.did(&link, &[]).await.unwrap();
    (browser, application(house, name, category).await)
}

async fn application(house: &House, name: &str, (category, version): (&str, &str)) -> Uuid {
    let (id, now) = (Uuid::now_v7(), house.app.clock.now());
    let email = address(name);
    let mut tx = house.app.db.write().await.unwrap();
    let person: Option<(Uuid,)> =
        tx.maybe("select id from people where email_key = $1", (email.as_str(),)).await.unwrap();
    let number = format!("{name}-{id}");
    tx.run(
        "insert into applications (id, association_id, person_id, number, category,
             policy_version, state, state_since, started_at)
         values ($1, 'ct-aimh', $2, $3, $4, $5, 'preparing', $6, $6)",
        (id, person.unwrap().0, number.as_str(), category, version, now),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn close(house: &House, application: Uuid, state: &'static str) {
    let mut tx = house.app.db.write().await.unwrap();
    let now = house.app.clock.now();
    tx.run(
        "update applications set state = $2, closed_at = $3 where id = $1",
        (application, state, now),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

const MENTOR: (&str, &str) = ("imhm-c", "2024");

fn asking<'a>(name: &'a str, email: &'a str, relation: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("relation", relation),
        ("name", name),
        ("email", email),
        ("language", "en"),
        ("waiver", "waive"),
        ("waiver_name", "Ana"),
    ]
}

fn with<'a>(
    mut fields: Vec<(&'a str, &'a str)>,
    (name, value): (&'a str, &'a str),
) -> Vec<(&'a str, &'a str)> {
    fields.retain(|it| it.0 != name);
    fields.push((name, value));
    fields
}

/// A whole form, with so many answers "not enough information".
fn rating(house: &House, not_enough: usize) -> Vec<(&'static str, &'static str)> {
    let form = house.app.program.rating.for_relation("rsc-provider");
    let mut fields = vec![
        ("known_months", "30"),
        ("known_as", "We meet every two weeks"),
        ("overall_recommendation", "recommend"),
        ("overall_comment", CANARY),
        ("typed_name", "Rosa Rater"),
        ("i_attest", "yes"),
    ];
    for (at, item) in form.items().enumerate() {
        let answer = if at < not_enough { "not-enough-information" } else { "often" };
        fields.push((item.id.as_str(), answer));
    }
    fields
}

/// Asks Rosa and gives the path in her letter.
async fn asked(house: &House, ana: &mut Browser, id: Uuid) -> String {
    let path = format!("/applications/{id}/references");
    ana.did(&path, &asking("Rosa Rater", "rosa@example.net", "rsc-provider")).await.unwrap();
    house.letter_to("rosa@example.net").await.path()
}

/// Every page and message that an applicant can open.
async fn everything(ana: &mut Browser, id: Uuid) -> String {
    let list = ana.get(&format!("/applications/{id}/references")).await.unwrap().html();
    let inbox = ana.get("/inbox").await.unwrap().html();
    let mut all = format!("{list}{inbox}");
    for page in [&list, &inbox] {
        for link in page.split("href=\"").skip(1).map(|it| it.split('"').next().unwrap()) {
            if link.starts_with("/inbox/") || link.contains("/references/") {
                all.push_str(&ana.get(link).await.unwrap().html());
            }
        }
    }
    all
}

fn one_of(page: &Answer, application: Uuid) -> String {
    let mark = format!("/applications/{application}/references/");
    let html = page.html();
    let at = html.find(&mark).unwrap();
    html[at..].split('"').next().unwrap().to_owned()
}

async fn evidence(house: &House, application: Uuid) -> Vec<(i64, bool)> {
    let mut tx = house.app.db.read().await.unwrap();
    tx.all::<(i64, bool)>(
        "select not_enough_information, void_at is not null from reference_requests
         where application_id = $1 and submitted_at is not null",
        (application,),
    )
    .await
    .unwrap()
}

journey! {
    /// From the first letter to the thanks: nothing that was waived reaches the applicant.
    async fn a_rater_answers_by_a_link_and_the_applicant_reads_nothing(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let path = format!("/applications/{id}/references");
        assert!(read(&ana.get(&path).await.unwrap()).contains("The supervision provider"));

        let link = asked(&house, &mut ana, id).await;
        let mut rosa = house.visitor();
        let page = rosa.get(&link).await.unwrap();
        assert_eq!(page.headers.get("referrer-policy").unwrap(), "no-referrer");
        let text = read(&page);
        for words in ["Ana", "Ana has waived the right", "ten minutes", "0 of 22 answers"] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        rosa.did(&link, &rating(&house, 0)).await.unwrap();

        let thanks = rosa.get(&link).await.unwrap();
        assert!(read(&thanks).starts_with("Thank you"), "{}", read(&thanks));
        assert!(!thanks.html().contains("Ana") && !thanks.html().contains(CANARY));
        let list = read(&ana.get(&path).await.unwrap());
        assert!(list.contains("Rosa Rater") && list.contains("Answered"), "{list}");
        let all = everything(&mut ana, id).await;
        assert!(all.contains("Rosa Rater has answered"), "the message is missing");
        let token = link.rsplit('/').next().unwrap();
        assert!(!all.contains(CANARY) && !all.contains("every two weeks"));
        assert!(!all.contains(token), "the link is on one of the applicant's pages");
        assert!(house.letter_to("ana@").await.body.contains("has come in"));
        for letter in house.letters().await {
            assert!(!letter.body.contains(CANARY));
        }
        let mut tx = house.app.db.read().await.unwrap();
        let kept: Vec<(String, String)> =
            tx.all("select body, subject from messages", ()).await.unwrap();
        assert!(kept.iter().all(|it| !it.0.contains(token)), "the link is in a message");
    }
}

journey! {
    /// What was kept readable is readable after the decision; what was waived never is.
    async fn a_rating_is_read_after_the_decision_if_the_right_was_kept(house: House) {
        for (waiver, readable) in [("keep", true), ("waive", false)] {
            let name = format!("Ana {waiver}");
            let (mut ana, id) = applying(&house, &name, MENTOR).await;
            let path = format!("/applications/{id}/references");
            let rater = format!("rosa-{waiver}@example.net");
            let form = with(asking("Rosa Rater", &rater, "rsc-provider"), ("waiver", waiver));
            let form = with(form, ("waiver_name", &name));
            ana.did(&path, &form).await.unwrap();
            let link = house.letter_to(&rater).await.path();
            house.visitor().did(&link, &rating(&house, 0)).await.unwrap();

            assert!(!everything(&mut ana, id).await.contains(CANARY), "{waiver}, undecided");
            close(&house, id, "deferred").await;
            let all = everything(&mut ana, id).await;
            assert_eq!(all.contains(CANARY), readable, "{waiver}, decided");
        }
    }
}

journey! {
    /// A filter that opens the link, and even sends the form as it is, burns nothing.
    async fn a_mail_filter_burns_nothing(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let mut filter = house.visitor();
        for _ in 0..5 {
            assert_eq!(filter.get(&link).await.unwrap().status, 200);
        }
        for way in ["", "/refusal"] {
            let pressed = filter.post(&format!("{link}{way}"), &[]).await.unwrap();
            assert_eq!(pressed.status, StatusCode::UNPROCESSABLE_ENTITY, "{way}");
        }
        filter.post(&format!("{link}/draft"), &[]).await.unwrap();

        let list = read(&ana.get(&format!("/applications/{id}/references")).await.unwrap());
        assert!(list.contains("Asked") && !list.contains("Begun"), "{list}");
        house.visitor().did(&link, &rating(&house, 0)).await.unwrap();
    }
}

journey! {
    /// Answers are kept as they are given, and are there on return, on another device too.
    async fn a_rater_saves_and_returns(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let draft = format!("{link}/draft");
        let some = [("trust", "often"), ("overall_comment", CANARY), ("nonsense", "x")];

        let kept = house.visitor().post(&draft, &some).await.unwrap();
        assert_eq!(kept.status, StatusCode::NO_CONTENT);
        let by_button = [some.as_slice(), &[("safety", "rarely"), ("save_later", "yes")]].concat();
        let seen = house.visitor().did(&draft, &by_button).await.unwrap();
        let page = house.visitor().get(&seen.location().unwrap()).await.unwrap();

        assert!(read(&page).contains("Your answers are kept"));
        assert!(read(&page).contains("2 of 22 answers"), "{}", read(&page));
        assert!(page.html().contains(CANARY));
        assert!(page.html().contains(r#"id="trust-often" value="often" checked"#));
        assert!(everything(&mut ana, id).await.contains("Begun"));
        assert!(!everything(&mut ana, id).await.contains(CANARY));
    }
}

journey! {
    /// A form sent too early comes back with everything typed and a sentence for each gap.
    async fn an_unfinished_form_comes_back(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let mut rosa = house.visitor();
        let early = [("trust", "often"), ("overall_comment", CANARY), ("known_months", "two")];

        let answer = rosa.post(&link, &early).await.unwrap();

        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = read(&answer);
        for words in ["21 answers are still open", "Please choose an answer", "a number of months", "Please confirm this"] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        assert!(answer.html().contains(CANARY) && answer.html().contains(r#"value="two""#));
        let reserved = with(rating(&house, 0), ("overall_recommendation", "do-not-recommend"));
        let silent = with(reserved, ("overall_comment", ""));
        let answer = rosa.post(&link, &silent).await.unwrap();
        assert!(read(&answer).contains("Please say why"), "{}", read(&answer));
    }
}

journey! {
    /// Five answers "not enough information" count; six are warned of, and void the form if sent.
    async fn five_open_answers_count_and_six_void_the_form(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let five = asked(&house, &mut ana, id).await;
        let path = format!("/applications/{id}/references");
        let paul = asking("Paul", "paul@example.net", "program-supervisor");
        ana.did(&path, &paul).await.unwrap();
        let six = house.letter_to("paul@").await.path();

        let mut rosa = house.visitor();
        rosa.post(&format!("{five}/draft"), &rating(&house, 3)).await.unwrap();
        assert!(!read(&rosa.get(&five).await.unwrap()).contains("You chose “not enough"));
        let quiet = rosa.get(&five).await.unwrap().html();
        let note = quiet.split("id=\"not-enough\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(note.ends_with(" hidden"), "a script shows it when it is time: {note}");
        rosa.post(&format!("{five}/draft"), &rating(&house, 4)).await.unwrap();
        let html = rosa.get(&five).await.unwrap().html();
        let note = html.split("id=\"not-enough\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(!note.contains("hidden"), "{note}");
        assert!(read(&rosa.get(&five).await.unwrap()).contains("information” 4 times"));
        rosa.did(&five, &rating(&house, 5)).await.unwrap();
        let mut paul = house.visitor();
        let warned = paul.post(&six, &rating(&house, 6)).await.unwrap();
        assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(read(&warned).contains("cannot count"));
        paul.did(&six, &with(rating(&house, 6), ("send_void", "yes"))).await.unwrap();

        let mut counted = evidence(&house, id).await;
        counted.sort_unstable();
        assert_eq!(counted, [(5, false), (6, true)]);
        let list = read(&ana.get(&path).await.unwrap());
        assert!(list.contains("Answered, too little to count"), "{list}");
    }
}

journey! {
    /// Who declines says so with a name; the applicant learns whom they suggest, but not why.
    async fn a_rater_declines_and_suggests_another(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let refusal = format!("{link}/refusal");
        let mut rosa = house.visitor();
        let nameless = [("refusal_reason", CANARY), ("refusal_suggestion", "Sam Someone")];

        let answer = rosa.post(&refusal, &nameless).await.unwrap();
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.html().contains(CANARY) && answer.html().contains("Sam Someone"));
        let named = [nameless.as_slice(), &[("refusal_name", "Rosa")]].concat();
        rosa.did(&refusal, &named).await.unwrap();

        assert!(read(&rosa.get(&link).await.unwrap()).contains("Thank you for telling us"));
        let all = everything(&mut ana, id).await;
        assert!(all.contains("Said no") && all.contains("Sam Someone"));
        assert!(!all.contains(CANARY), "the applicant reads why");
        let too_late = rosa.did(&link, &rating(&house, 0)).await.unwrap();
        assert_eq!(too_late.location().unwrap(), link);
        assert!(evidence(&house, id).await.is_empty());
    }
}

journey! {
    /// Whoever judges reads when a rating is signed with another name than the invited one.
    async fn another_name_under_a_rating_is_named(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let link = asked(&house, &mut ana, id).await;
        let path = format!("/applications/{id}/references");
        ana.did(&path, &asking("Paul", "paul@example.net", "program-supervisor")).await.unwrap();
        let pauls = house.letter_to("paul@").await.path();
        house.visitor().did(&link, &with(rating(&house, 0), ("typed_name", "rosa  RATER"))).await.unwrap();
        let desk = format!("/desk/applications/{id}");
        let page = read(&cora.get(&desk).await.unwrap());
        assert!(!page.contains("invited as") && !page.contains("another name"), "{page}");

        let other = with(rating(&house, 0), ("typed_name", "Somebody Else"));
        house.visitor().did(&pauls, &other).await.unwrap();

        let page = read(&cora.get(&desk).await.unwrap());
        assert!(page.contains("Signed as “Somebody Else”, invited as “Paul”."), "{page}");
        assert_eq!(page.matches("Signed with another name").count(), 1, "{page}");
    }
}

journey! {
    /// A rater who said no is a matter for the desk until the applicant asks somebody else.
    async fn a_no_waits_until_somebody_else_is_asked(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let link = asked(&house, &mut ana, id).await;
        let no = [("refusal_reason", "No time"), ("refusal_name", "Rosa")];
        house.visitor().did(&format!("{link}/refusal"), &no).await.unwrap();
        assert!(read(&cora.get("/desk").await.unwrap()).contains("A rater said no"));

        house.it_is("2026-03-02T16:00:00Z");
        let path = format!("/applications/{id}/references");
        ana.did(&path, &asking("Paul", "paul@example.net", "rsc-provider")).await.unwrap();

        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(!desk.contains("A rater said no"), "{desk}");
    }
}

journey! {
    /// Sent twenty times at once, a form counts once and is told of once.
    async fn twenty_presses_are_one_rating(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let form = rating(&house, 0);

        let presses: Vec<_> = (0..20)
            .map(|_| {
                let (mut rosa, link, form) = (house.visitor(), link.clone(), form.clone());
                tokio::spawn(async move { rosa.post(&link, &form).await.unwrap().status })
            })
            .collect();
        for press in presses {
            assert_eq!(press.await.unwrap(), StatusCode::SEE_OTHER);
        }

        assert_eq!(evidence(&house, id).await, [(0, false)]);
        let told = house.letters().await;
        let told = told.iter().filter(|it| it.to.contains("ana@") && it.body.contains("come in"));
        assert_eq!(told.count(), 1);
        let mut tx = house.app.db.read().await.unwrap();
        let kept: Vec<(i64,)> = tx
            .all("select count(*) from audit_events where verb = 'rating-submitted'", ())
            .await
            .unwrap();
        assert_eq!(kept, [(1,)]);
    }
}

journey! {
    /// Another applicant's references are as if they were not there; the applicant's own browser
    /// cannot answer for the rater.
    async fn strangers_find_nothing(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let (mut ben, _) = applying(&house, "Ben", MENTOR).await;
        let link = asked(&house, &mut ana, id).await;
        let list = format!("/applications/{id}/references");
        let one = one_of(&ana.get(&list).await.unwrap(), id);

        let missing = ben.get(&format!("/applications/{}/references", Uuid::nil())).await.unwrap();
        assert_eq!(missing.status, 404);
        for path in [&list, &one] {
            let stranger = ben.get(path).await.unwrap();
            assert_eq!(stranger.status, 404);
            assert_eq!(read(&stranger), read(&missing));
        }
        let form = asking("Rosa", "rosa@example.com", "rsc-provider");
        assert_eq!(ben.post(&list, &form).await.unwrap().status, 404);
        for act in ["reminder", "replacement", "correction"] {
            let answer = ben.post(&format!("{one}/{act}"), &[]).await.unwrap();
            assert_eq!(answer.status, 404, "{act}");
        }
        let own = read(&ana.get(&link).await.unwrap());
        assert!(own.contains("This letter is for someone else"), "{own}");
        ana.did(&link, &rating(&house, 0)).await.unwrap();
        assert!(evidence(&house, id).await.is_empty());
        let nothing = house.visitor().get("/ratings/no-such-link").await.unwrap();
        assert_eq!(nothing.status, 404);
    }
}

journey! {
    /// Letter, form and the applicant's pages are there in Spanish.
    async fn everything_is_there_in_spanish(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let path = format!("/applications/{id}/references");
        let form = with(asking("Rosa", "rosa@example.net", "rsc-provider"), ("language", "es"));
        ana.did(&path, &form).await.unwrap();

        let letter = house.letter_to("rosa@").await;
        assert!(letter.body.contains("/es/ratings/"), "{}", letter.body);
        assert!(letter.body.contains("renunció al derecho"), "{}", letter.body);
        let mut rosa = house.visitor().in_spanish();
        let link = letter.path();
        let page = rosa.get(&link).await.unwrap();
        assert!(read(&page).contains("Casi siempre") && !read(&page).contains('['));
        let wrong = rosa.post(&link, &rating(&house, 6)).await.unwrap();
        assert!(read(&wrong).contains("no puede contar") && !read(&wrong).contains('['));
        rosa.did(&link, &rating(&house, 0)).await.unwrap();
        assert!(read(&rosa.get(&link).await.unwrap()).starts_with("Gracias"));

        let mut ana = ana.in_spanish();
        let list = ana.get(&path).await.unwrap();
        assert!(read(&list).contains("Respondida") && !read(&list).contains('['));
        let one = one_of(&list, id);
        let one = ana.get(&one).await.unwrap();
        assert!(!read(&one).contains('['), "{}", read(&one));
    }
}
