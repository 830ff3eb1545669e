//! What can be done only once is done once, by however many at the same moment.

use endorse::story::Browser;
use tokio::task::JoinSet;

use crate::canaries::whole;
use crate::endorsements::endorse;
use crate::evidence::{person, quoted_after, ready};
use crate::handed_in::{decision, fields, file};
use crate::house::{House, PASSWORD, address};
use crate::journey;
use crate::reviews::{given, reviewed};

/// How many at once.
const AT_ONCE: usize = 50;
/// How often each is tried, on a new thing every time.
pub(crate) const ROUNDS: usize = 10;

/// Sends the same form from many places at the same moment; nobody gets a failure for an answer.
pub(crate) async fn at_once(browser: &Browser, path: &str, typed: &[(&str, &str)]) {
    let typed: Vec<(String, String)> =
        typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut all = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (mut browser, path, typed) = (browser.clone(), path.to_owned(), typed.clone());
        all.spawn(async move {
            let typed: Vec<(&str, &str)> =
                typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.post(&path, &typed).await.unwrap().status
        });
    }
    for status in all.join_all().await {
        assert!(!status.is_server_error(), "{path}: {status}");
    }
}

/// A form: from which browser, to which page, and what is typed.
type Typed = (Browser, String, Vec<(&'static str, String)>);

/// Sends forms at the same moment, each from its own browser; gives the statuses in order.
pub(crate) async fn together(forms: Vec<Typed>) -> Vec<u16> {
    let sent = forms.into_iter().map(|(mut browser, path, typed)| {
        tokio::spawn(async move {
            let typed: Vec<(&str, &str)> =
                typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(&path, &typed).await.unwrap().status.as_u16()
        })
    });
    let mut statuses = Vec::new();
    for sent in sent.collect::<Vec<_>>() {
        statuses.push(sent.await.unwrap());
    }
    statuses
}

/// How often something has been done so far, by the record.
pub(crate) async fn done(house: &House, verb: &'static str, kind: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) from audit_events where verb = $1 and object_kind = $2";
    let found: Option<(i64,)> = tx.maybe(sql, (verb, kind)).await.unwrap();
    found.unwrap().0
}

pub(crate) async fn number(house: &House, sql: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(i64,)> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().0
}

journey! {
    /// An address becomes one account; its link is used up once.
    async fn one_account_and_one_confirmation(house: House) {
        for round in 1..=ROUNDS {
            let email = format!("rush{round}@example.org");
            let form = [("name", "Rush"), ("email", email.as_str()), ("password", PASSWORD)];
            at_once(&house.visitor(), "/register", &form).await;
            assert_eq!(number(&house, "select count(*) from people").await, round as i64);

            let link = house.letter_to(&email).await.path();
            at_once(&house.visitor(), &link, &[("password", PASSWORD)]).await;
            assert_eq!(done(&house, "address-confirmed", "person").await, round as i64);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// An invitation is accepted once, and gives one role; it ends once.
    async fn one_role_from_one_invitation(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        for round in 1..=ROUNDS {
            let name = format!("Rita {round}");
            let rita = house.applicant(&name).await;
            let to = address(&name);
            let form = [("role", "reviewer"), ("email", to.as_str()), ("language", "en")];
            alma.did("/desk/roles/invitations", &form).await.unwrap();
            let link = house.letter_to(&to).await.path();

            at_once(&rita, &link, &[]).await;
            assert_eq!(done(&house, "role-accepted", "role").await, round as i64);

            let page = alma.get("/desk/roles").await.unwrap().html();
            let end = quoted_after(&page, r#"btn--danger" href=""#).unwrap();
            at_once(&alma, &end, &[("reason", "Term ended")]).await;
            assert_eq!(done(&house, "role-ended", "role").await, round as i64);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// An application is submitted once; each of its fees is confirmed once.
    async fn one_submission_and_one_confirmation_of_each_fee(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for round in 1..=ROUNDS {
            let (ana, id) = ready(&house, &format!("Ana {round}")).await;
            at_once(&ana, &format!("/applications/{id}/submission"), &[("confirmed", "yes")]).await;
            assert_eq!(number(&house, "select count(*) from submissions").await, round as i64);

            let desk = cora.get(&format!("/desk/applications/{id}")).await.unwrap().html();
            let hrefs = desk.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
            let confirm = hrefs.into_iter().find(|it| it.ends_with("/confirmation")).unwrap();
            at_once(&cora, confirm, &[("amount", "25")]).await;
            assert_eq!(done(&house, "charge-confirmed", "charge").await, round as i64);
        }
    }
}

journey! {
    /// A file is given to a reviewer once, decided once, and makes one endorsement, renewed once.
    async fn one_decision_one_endorsement_and_one_renewal(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            let ana = house.applicant(&name).await;
            let anas = file(&house, &name, "ifs", &format!("26-{round:03}")).await;
            let path = given(&house, &mut cora, "Rita", &anas).await;
            reviewed(&mut rita, "Rita", &path, "endorse").await;
            let typed = decision(&mut cora, &anas, "endorsed").await;

            at_once(&cora, &anas.desk("/decisions"), &fields(&typed)).await;
            assert_eq!(number(&house, "select count(*) from decisions").await, round as i64);
            assert_eq!(number(&house, "select count(*) from endorsements").await, round as i64);

            let id = number_of_endorsement(&house, &name).await;
            at_once(&ana, "/renewals", &[("endorsement", &id)]).await;
            assert_eq!(number(&house, "select count(*) from renewals").await, round as i64);
        }
    }
}

async fn number_of_endorsement(house: &House, name: &str) -> String {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select e.id from endorsements e join people p on p.id = e.person_id
        where p.email = $1";
    let found: Option<(uuid::Uuid,)> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().0.to_string()
}

journey! {
    /// One advisor is proposed, agreed to once, and ended once, by whomever; of the same person as
    /// advisor and as reviewer only the first comes about.
    async fn one_advisor_one_agreement_and_one_end(house: House) {
        let cora = house.with_role("Cora", "coordinator").await;
        for name in ["Adam", "Abel"] {
            house.with_role(name, "advisor").await;
        }
        house.app.grant(&address("Abel"), "reviewer").await.unwrap();
        let adams = person(&house, "Adam").await.to_string();
        let abels = person(&house, "Abel").await.to_string();
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            let ana = house.applicant(&name).await;
            let anas = file(&house, &name, "ifs", &format!("26-{round:03}")).await;
            let (propose, assign) = (anas.desk("/advising"), anas.desk("/assignments"));
            let (proposed, given) = ([("advisor", &*abels)], [("reviewer", &*abels)]);
            tokio::join!(at_once(&cora, &propose, &proposed), at_once(&cora, &assign, &given));
            let advises = "select count(*) from advisings v join people p on p.id = v.advisor_id
                where p.name = 'Abel'";
            let judges = "select count(*) from review_assignments";
            let both = number(&house, advises).await + number(&house, judges).await;
            assert_eq!(both, round as i64, "advises and judges, or neither");

            at_once(&cora, &propose, &[("advisor", &*adams)]).await;
            let all = "select count(*) from advisings";
            assert_eq!(number(&house, all).await, round as i64);
            let open = id_of(&house, "select id from advisings where ended_at is null").await;
            let path = format!("/applications/{}/advising/{open}", anas.id);
            at_once(&ana, &format!("{path}/agreement"), &[]).await;
            assert_eq!(done(&house, "advising-agreed", "advising").await, round as i64);
            let (hers, desks) = (format!("{path}/end"), anas.desk(&format!("/advising/{open}/end")));
            tokio::join!(at_once(&ana, &hers, &[]), at_once(&cora, &desks, &[]));
            assert_eq!(done(&house, "advising-ended", "advising").await, round as i64);
        }
        assert!(!whole(&house).await.broken().contains(&"advising.apart"));
    }
}

async fn id_of(house: &House, sql: &'static str) -> uuid::Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(uuid::Uuid,)> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().0
}

journey! {
    /// An endorsement is put to rest once.
    async fn one_rest(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            house.applicant(&name).await;
            let it = endorse(&house, &name, "ifa").await;
            let path = format!("/desk/endorsements/{}/hold", it.id);
            let html = cora.get(&path).await.unwrap().html();
            let value = |name: &str| quoted_after(&html, &format!("name=\"{name}\" value=\"")).unwrap();
            let (seen, history) = (value("seen"), value("history"));
            let reason = "Asked for it by phone on Monday.";
            let typed = [("seen", seen.as_str()), ("history", &history), ("reason", reason)];

            at_once(&cora, &path, &typed).await;
            let sql = "select count(*) from endorsement_intervals where status <> 'active'";
            assert_eq!(number(&house, sql).await, round as i64);
        }
    }
}

journey! {
    /// A link to a new password sets one password; a link to a new address makes one change.
    async fn one_password_and_one_address_from_one_link(house: House) {
        for round in 1..=3 {
            let name = format!("Ana {round}");
            let mut ana = house.applicant(&name).await;
            let to = address(&name);
            house.visitor().post("/forgotten", &[("email", &to)]).await.unwrap();
            let link = house.letter_to(&to).await.path();
            assert!(link.starts_with("/forgotten/"), "{link}");
            at_once(&house.visitor(), &link, &[("password", PASSWORD)]).await;
            assert_eq!(done(&house, "password-changed", "person").await, round);

            ana.sign_in(&to, PASSWORD).await.unwrap();
            let new = format!("new{round}@example.org");
            let form = [("email", new.as_str()), ("password", PASSWORD)];
            ana.did("/account/email", &form).await.unwrap();
            let link = house.letter_to(&new).await.path();
            at_once(&house.visitor(), &link, &[("password", PASSWORD)]).await;
            assert_eq!(done(&house, "address-changed", "person").await, round);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// A rater's form is handed in once.
    async fn one_rating_from_one_letter(house: House) {
        for round in 1..=ROUNDS {
            let (ana, link, form) = asked_to_rate(&house, round).await;
            let typed: Vec<(&str, &str)> = form.iter().map(|it| (it.0, it.1.as_str())).collect();

            at_once(&house.visitor(), &link, &typed).await;
            assert_eq!(done(&house, "rating-submitted", "reference").await, round as i64);
            drop(ana);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

/// Somebody asks a rater; the rater's link, and everything filled in.
async fn asked_to_rate(
    house: &House,
    round: usize,
) -> (Browser, String, Vec<(&'static str, String)>) {
    let name = format!("Ana {round}");
    let mut ana = house.applicant(&name).await;
    let link = house.letter_to(&address(&name)).await.path();
    ana.did(&link, &[]).await.unwrap();
    let id = ana.did("/applications", &[("category", "ifs")]).await.unwrap().new_id().unwrap();
    let to = format!("rosa{round}@example.net");
    let asked = [
        ("relation", "colleague"),
        ("name", "Rosa Rater"),
        ("email", to.as_str()),
        ("language", "en"),
        ("waiver", "waive"),
        ("waiver_name", name.as_str()),
    ];
    ana.did(&format!("/applications/{id}/references"), &asked).await.unwrap();
    let link = house.letter_to(&to).await.path();
    let form = house.app.program.rating.for_relation("colleague");
    let best = form.scale.last().unwrap().id.clone();
    let mut typed: Vec<(&'static str, String)> =
        form.items().map(|item| (item.id.as_str(), best.clone())).collect();
    for (name, value) in [
        ("known_months", "30"),
        ("known_as", "We meet every two weeks"),
        ("overall_recommendation", form.recommendation.choices.first().unwrap().id.as_str()),
        ("typed_name", "Rosa Rater"),
        ("i_attest", "yes"),
    ] {
        typed.push((name, value.to_owned()));
    }
    (ana, link, typed)
}

journey! {
    /// The last result of the exam ends it once, and the same result is there once; the file is then
    /// either decided or withdrawn.
    async fn one_result_and_one_end(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            let ana = house.applicant(&name).await;
            let anas = file(&house, &name, "imhm-c", &format!("26-{round:03}")).await;
            let path = given(&house, &mut cora, "Rita", &anas).await;
            reviewed(&mut rita, "Rita", &path, "approve-for-exam").await;
            let typed = decision(&mut cora, &anas, "approved-for-exam").await;
            cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();

            let results = anas.desk("/exam-results");
            for (part, percent) in [("1", "90"), ("2", "")] {
                let typed =
                    [("part", part), ("percent", percent), ("passed", "yes"), ("taken_on", "2026-03-01")];
                at_once(&cora, &results, &typed).await;
            }
            assert_eq!(number(&house, "select count(*) from exam_results").await, 2 * round as i64);
            let passed = "select count(*) from application_steps where to_state = 'exam-passed'";
            assert_eq!(number(&house, passed).await, round as i64);

            let typed = decision(&mut cora, &anas, "endorsed").await;
            let fields = fields(&typed);
            let (decide, withdraw) = (anas.desk("/decisions"), format!("/applications/{}/withdrawal", anas.id));
            let both = (at_once(&cora, &decide, &fields), at_once(&ana, &withdraw, &[]));
            tokio::join!(both.0, both.1);
            let ends = "select count(*) from applications where closed_at is not null";
            assert_eq!(number(&house, ends).await, round as i64);
            let decided = "select count(*) from decisions where outcome = 'endorsed'";
            let withdrawn = "select count(*) from applications where state = 'withdrawn'";
            let both = number(&house, decided).await + number(&house, withdrawn).await;
            assert_eq!(both, round as i64, "decided and withdrawn");
            assert_eq!(number(&house, "select count(*) from endorsements").await, number(&house, decided).await);
        }
    }
}

/// The role of somebody that holds now.
async fn role_of(house: &House, name: &str) -> uuid::Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select r.id from roles r join people p on p.id = r.person_id
        where p.email = $1 and r.until_at is null";
    let found: Option<(uuid::Uuid,)> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().0
}

journey! {
    /// Of the last two who give roles, each ending the other's, one is left; so it is with those who
    /// look after the installation. A look that many take at once is one.
    async fn one_is_left_who_gives_roles(house: House) {
        let left = "select count(*) from roles where until_at is null and role = 'administrator'";
        let network = "select count(*) from roles where until_at is null and role = 'network'";
        for (role, at, left) in
            [("administrator", "/desk/roles", left), ("network", "/network/roles", network)]
        {
            let (mut stays, mut who) = (house.with_role(&format!("{role} 0"), role).await, format!("{role} 0"));
            for round in 1..=ROUNDS {
                let name = format!("{role} {round}");
                let other = house.with_role(&name, role).await;
                let reason = [("reason", "Term ended")];
                let (hers, theirs) = (role_of(&house, &who).await, role_of(&house, &name).await);
                if role == "administrator" {
                    at_once(&stays, &format!("{at}/{theirs}/review"), &[]).await;
                    assert_eq!(done(&house, "looked-over", "role").await, round as i64);
                }
                let (one, two) = (format!("{at}/{hers}/end"), format!("{at}/{theirs}/end"));
                tokio::join!(at_once(&stays, &two, &reason), at_once(&other, &one, &reason));
                assert_eq!(number(&house, left).await, 1, "{role} in round {round}");
                let still = "select count(*) from roles r join people p on p.id = r.person_id
                    where r.until_at is null and p.email = $1";
                let mut tx = house.app.db.read().await.unwrap();
                let found: Option<(i64,)> = tx.maybe(still, (address(&name),)).await.unwrap();
                if found.unwrap().0 == 1 {
                    (stays, who) = (other, name);
                }
            }
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// What an association sets for itself holds once, whoever saves it at the same moment; the same
    /// thing saved again is no second thing.
    async fn one_setting_one_date_one_notice_and_one_term(house: House) {
        let alma = house.with_role("Alma", "administrator").await;
        let cora = house.with_role("Cora", "coordinator").await;
        let [phone, date, notice] = ["phone", "dates/exam-may", "notice"].map(|it| format!("/desk/association/{it}"));
        for round in 1..=ROUNDS {
            let [one, two] = [1, 2].map(|n| format!("203-555-{n:02}{round:02}"));
            let (one, two) = ([("value", one.as_str())], [("value", two.as_str())]);
            tokio::join!(at_once(&alma, &phone, &one), at_once(&alma, &phone, &two));
            let holds = "select count(*) from association_settings where until_at is null";
            assert_eq!(number(&house, holds).await, 1);

            let title = format!("Written exam {round}");
            let typed = [
                ("first_on", "2026-04-20"),
                ("last_on", ""),
                ("title_en", title.as_str()),
                ("title_es", title.as_str()),
                ("decided", "Letter of the Alliance, January"),
            ];
            at_once(&alma, &date, &typed).await;
            let holds = "select count(*) from association_dates
                where ended_at is null and name = 'exam-may'";
            assert_eq!(number(&house, holds).await, 1);

            let typed = [&typed[..], &[("kind", "review")]].concat();
            at_once(&alma, "/desk/association/dates/new", &typed).await;
            let added = "select count(*) from association_dates
                where ended_at is null and name <> 'exam-may'";
            assert_eq!(number(&house, added).await, round as i64, "a date of its own");
            assert_eq!(done(&house, "date-added", "association-date").await, round as i64);

            let typed = [
                ("text_en", title.as_str()),
                ("text_es", title.as_str()),
                ("first_on", "2026-03-04"),
                ("last_on", "2026-03-06"),
            ];
            at_once(&alma, &notice, &typed).await;
            let holds = "select count(*) from association_notices where ended_at is null";
            assert_eq!(number(&house, holds).await, 1);

            let months = format!("{}", 5 + round);
            let term = [("months", months.as_str()), ("authority", "The board, March 1")];
            at_once(&cora, "/desk/retention/drafts", &term).await;
            assert_eq!(number(&house, "select count(*) from retention_terms").await, round as i64);
            assert_eq!(done(&house, "term-set", "retention-term").await, round as i64);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// Who is given a review at the moment when their role ends is left with none.
    async fn nobody_keeps_a_review_without_the_role(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut alma = house.with_role("Alma", "administrator").await;
        for round in 1..=ROUNDS {
            let (ana, rita) = (format!("Ana {round}"), format!("Rita {round}"));
            house.applicant(&ana).await;
            house.with_role(&rita, "reviewer").await;
            let anas = file(&house, &ana, "imhm-c", &format!("26-{round:03}")).await;
            let reviewer = vec![("reviewer", person(&house, &rita).await.to_string())];
            let roles = alma.get("/desk/roles").await.unwrap().html();
            let hers = roles.split("<li>").find(|it| it.contains(&rita)).unwrap();
            let end = quoted_after(hers, r#"btn--danger" href=""#).unwrap();
            cora.get(&anas.desk("")).await.unwrap();

            let gives = (cora.clone(), anas.desk("/assignments"), reviewer);
            let ends = (alma.clone(), end, vec![("reason", "Moved away".to_owned())]);
            let statuses = together(vec![gives, ends]).await;

            assert!(statuses.iter().all(|it| *it < 500), "{statuses:?}");
            assert_eq!(done(&house, "role-ended", "role").await, round as i64, "{statuses:?}");
            let open = "select count(*) from review_assignments where withdrawn_at is null";
            assert_eq!(number(&house, open).await, 0, "{round}: {statuses:?}");
        }
    }
}
