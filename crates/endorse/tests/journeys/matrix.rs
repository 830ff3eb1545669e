//! Who gets in where: every address, by every method it knows, for everybody, on things that are
//! theirs, somebody else's, another association's, and nobody's. The addresses are the router's own.

use std::collections::BTreeMap;
use std::time::Instant;

use endorse::app::App;
use endorse::routing::{Route, Who};
use endorse::story::{Answer, Browser};
use serde_json::json;
use uuid::Uuid;

use crate::advising::advised;
use crate::endorsements::endorse;
use crate::evidence::{entry, person, ready};
use crate::handed_in::file_at;
use crate::house::{House, PASSWORD, address};
use crate::journey;
use crate::protection::says_its_type;
use crate::reviews::given;

/// Stands in everything that only some may read.
const CANARY: &str = "CANARY";
const TEXAS: &str = "first3years-tx";
const NOBODYS: &str = "0197aaaa-0000-7000-8000-000000000000";

/// What is there for whose it is at another time only: the file is not at that step.
const ONLY_THEN: [&str; 5] = [
    "/desk/applications/{id}/exam-results",
    "/desk/applications/{id}/rules",
    "/desk/membership-claims/{id}/document",
    "/desk/renewals/{id}",
    "/reviews/{assignment}/documents/{document}",
];

/// Somebody who asks, and from where.
struct Actor {
    name: &'static str,
    browser: Browser,
    /// What they are to the things of the owner.
    is: Relation,
    /// The roles they hold here; none at all for whoever has not signed in.
    roles: Option<&'static [&'static str]>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// Whose things they are, where they are.
    Owner,
    /// The same person in the house of another association.
    OwnerElsewhere,
    /// The association's coordinator.
    Desk,
    /// Who gives roles in the association.
    House,
    /// Who looks into files and has opened this one.
    Audit,
    /// Who keeps the books.
    Books,
    /// The advisor to whom the person agreed.
    Guide,
    /// The reviewer to whom the file was given.
    Judge,
    /// Nobody who has to do with them, in their association.
    Stranger,
    /// Anybody in another one.
    Foreigner,
}

/// What there is, by the name that the addresses have for it.
type Things = BTreeMap<&'static str, String>;

async fn id_of(house: &House, sql: &'static str) -> String {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(Uuid,)> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap_or_else(|| panic!("nothing found: {sql}")).0.to_string()
}

/// One person's things of every kind, with canaries wherever one can write.
async fn things(house: &House) -> (Things, Vec<Actor>) {
    let mut things = Things::new();
    let (mut olga, application) = ready(house, "Olga Owner").await;
    let olga_id = person(house, "Olga Owner").await;
    things.insert("application", application.to_string());
    for (kind, body) in [
        ("course", json!({ "title": "CANARY course", "completed": "2020-05-01" })),
        (
            "work",
            json!({ "role": "CANARY role", "employer": "CANARY house", "from": "2020-01-01" }),
        ),
        ("leadership", json!({ "activity": "CANARY", "track": "clinical", "from": "2020-01-01" })),
        (
            "rsc",
            json!({ "from": "2021-01-01", "to": "2021-12-31", "minutes": 600,
                "setting": "group", "about": "own-practice", "provider": { "name": "CANARY guide" } }),
        ),
    ] {
        things.insert(kind, entry(house, olga_id, kind, body).await.to_string());
    }
    let claim = [
        ("whose", "other"),
        ("name", "CANARY society"),
        ("from", "2026-01-01"),
        ("until", "2026-12-31"),
        ("note", "CANARY note"),
    ];
    olga.did("/memberships/claims", &claim).await.unwrap();
    let rater = [
        ("relation", "colleague"),
        ("name", "CANARY rater"),
        ("email", "canary-rater@example.org"),
        ("language", "en"),
        ("waiver", "waive"),
        ("waiver_name", "Olga Owner"),
    ];
    olga.did(&format!("/applications/{application}/references"), &rater).await.unwrap();

    let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
    let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
    let trained = id_of(house, "select id from entries where kind = 'training'").await;
    let named = [("name", "CANARY certificate"), ("entry", trained.as_str())];
    olga.upload("/documents", &named, ("file", "CANARY.pdf", b"%PDF-1.7\n")).await.unwrap();
    let evidence = json!({ "format": "endorse-locker/1", "trainings": [{ "id": trained,
        "title": "CANARY training", "from": "2025-02-03", "to": "2025-02-03",
        "minutes": { "imh": 600 } }] });
    let evidence = evidence.to_string();
    let handed_in = file_at(&house.app, olga_id, ("ifs", "26-001"), &evidence).await;
    let mut otto = house.with_role("Otto Auditor", "auditor").await;
    otto.did(&handed_in.desk("/opening"), &[]).await.unwrap();
    things.insert("file", handed_in.id.to_string());
    let review = given(house, &mut cora, "Rita Reviewer", &handed_in).await;
    let declared = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
    rita.did(&format!("{review}/declaration"), &declared).await.unwrap();
    let held = endorse(house, "Olga Owner", "ifa").await;
    things.insert("endorsement", held.id.to_string());
    things.insert("public_id", held.public_id.clone());
    olga.did("/renewals", &[("endorsement", &held.id.to_string())]).await.unwrap();

    olga.did("/account/data", &[("password", PASSWORD)]).await.unwrap();
    house.installation.work().await.unwrap();

    let adam = house.with_role("Adam Advisor", "advisor").await;
    let advising = advised(house, &mut cora, "Adam Advisor", (&mut olga, application)).await;
    things.insert("advising", advising.to_string());

    let mut alma = house.with_role("Alma Administrator", "administrator").await;
    let invited = [("role", "reviewer"), ("email", "canary@example.org"), ("language", "en")];
    alma.did("/desk/roles/invitations", &invited).await.unwrap();
    let date = [
        ("kind", "review"),
        ("first_on", "2026-06-01"),
        ("title_en", "Reviewers meet"),
        ("title_es", "Se reúnen las personas revisoras"),
        ("decided", "CANARY minutes"),
    ];
    alma.did("/desk/association/dates/new", &date).await.unwrap();
    for (name, sql) in [
        ("role", "select id from roles where role = 'reviewer'"),
        ("date", "select id from association_dates"),
        ("invitation", "select id from role_invitations"),
        ("education", "select id from entries where kind = 'education'"),
        ("training", "select id from entries where kind = 'training'"),
        ("document", "select id from documents"),
        ("claim", "select id from membership_claims"),
        (
            "session",
            "select s.id from sessions s join people p on p.id = s.person_id
            where p.email = 'olga.owner@example.org'",
        ),
        ("request", "select id from reference_requests order by asked_at desc, id desc"),
        ("own data", "select id from data_requests"),
        ("charge", "select id from charges where application_id is not null"),
        ("renewal", "select id from renewals"),
        ("assignment", "select id from review_assignments"),
        ("signature", "select id from signatures"),
        (
            "message",
            "select m.id from messages m join people p on p.id = m.person_id
            where p.email = 'olga.owner@example.org'",
        ),
    ] {
        things.insert(name, id_of(house, sql).await);
    }

    let (passkey, identity) = (Uuid::now_v7(), Uuid::now_v7());
    let mut tx = house.app.db.write().await.unwrap();
    tx.run(
        "insert into passkeys (id, person_id, host, credential_id, public_key, name, added_at)
         values ($1, $2, 'ct.example.org', 'none', '{}', 'CANARY', $3)",
        (passkey, olga_id, house.dial.now()),
    )
    .await
    .unwrap();
    tx.run(
        "insert into identities (id, person_id, issuer, subject, email, linked_at)
         values ($1, $2, 'https://issuer.example', 'CANARY', 'CANARY', $3)",
        (identity, olga_id, house.dial.now()),
    )
    .await
    .unwrap();
    let helped = "insert into helpings (id, association_id, application_id, person_id, session_id,
             by_id, reason, agreed, started_at, until_at)
         select id, association_id, id, person_id, id, person_id, 'CANARY', 'phone', $2, $2
         from applications where id = $1";
    tx.run(helped, (application, house.dial.now())).await.unwrap();
    tx.commit().await.unwrap();
    things.insert("passkey", passkey.to_string());
    things.insert("identity", identity.to_string());

    let stranger = house.applicant("Sam Stranger").await;
    let other_judge = house.with_role("Ruth Reviewer", "reviewer").await;
    let texas = house.installation.of(TEXAS).unwrap();
    let mut actors = vec![
        Actor { name: "visitor", browser: house.visitor(), is: Relation::Stranger, roles: None },
        Actor { name: "owner", browser: olga, is: Relation::Owner, roles: Some(&[]) },
        Actor {
            name: "another applicant",
            browser: stranger,
            is: Relation::Stranger,
            roles: Some(&[]),
        },
        Actor {
            name: "coordinator",
            browser: cora,
            is: Relation::Desk,
            roles: Some(&["coordinator"]),
        },
        Actor {
            name: "administrator",
            browser: alma,
            is: Relation::House,
            roles: Some(&["administrator"]),
        },
        Actor { name: "auditor", browser: otto, is: Relation::Audit, roles: Some(&["auditor"]) },
        Actor {
            name: "treasurer",
            browser: house.with_role("Tim Treasurer", "treasurer").await,
            is: Relation::Books,
            roles: Some(&["treasurer"]),
        },
        Actor {
            name: "network",
            browser: house.with_role("Nora Network", "network").await,
            is: Relation::Stranger,
            roles: Some(&["network"]),
        },
        Actor { name: "advisor", browser: adam, is: Relation::Guide, roles: Some(&["advisor"]) },
        Actor {
            name: "another advisor",
            browser: house.with_role("Abel Advisor", "advisor").await,
            is: Relation::Stranger,
            roles: Some(&["advisor"]),
        },
        Actor { name: "reviewer", browser: rita, is: Relation::Judge, roles: Some(&["reviewer"]) },
        Actor {
            name: "another reviewer",
            browser: other_judge,
            is: Relation::Stranger,
            roles: Some(&["reviewer"]),
        },
        Actor {
            name: "visitor in Texas",
            browser: house.visitor_of(TEXAS),
            is: Relation::Foreigner,
            roles: None,
        },
    ];
    for (name, who, is, roles) in [
        ("owner in Texas", "Olga Owner", Relation::OwnerElsewhere, &[][..]),
        ("coordinator, in Texas", "Cora Coordinator", Relation::Foreigner, &[]),
        ("reviewer, in Texas", "Rita Reviewer", Relation::Foreigner, &[]),
        ("advisor, in Texas", "Adam Advisor", Relation::Foreigner, &[]),
        ("auditor, in Texas", "Otto Auditor", Relation::Foreigner, &[]),
        ("network, in Texas", "Nora Network", Relation::Foreigner, &["network"]),
    ] {
        let mut browser = house.visitor_of(TEXAS);
        browser.sign_in(&address(who), PASSWORD).await.unwrap();
        actors.push(Actor { name, browser, is, roles: Some(roles) });
    }
    for (name, who, roles) in [
        ("applicant of Texas", "Tom Texas", &[][..]),
        ("coordinator of Texas", "Tess Texas", &["coordinator"]),
        ("reviewer of Texas", "Ted Texas", &["reviewer"]),
        ("advisor of Texas", "Tara Adviser", &["advisor"]),
        ("auditor of Texas", "Tina Texas", &["auditor"]),
        ("treasurer of Texas", "Theo Texas", &["treasurer"]),
        ("administrator of Texas", "Tara Texas", &["administrator"]),
    ] {
        let mut browser = house.visitor_of(TEXAS);
        browser.register(who, &address(who), PASSWORD).await.unwrap();
        house.confirm(&address(who)).await;
        for role in roles {
            texas.grant(&address(who), role).await.unwrap();
        }
        actors.push(Actor { name, browser, is: Relation::Foreigner, roles: Some(roles) });
    }
    (things, actors)
}

/// What the name in braces of an address means there, and whom it belongs to.
pub fn meant(path: &str, name: &str) -> &'static str {
    let begins = |with: &str| path.starts_with(with);
    match name {
        "helping" => "application",
        "id" if begins("/applications/") => "application",
        "id" if begins("/desk/applications/") => "file",
        "id" if begins("/desk/charges/") => "charge",
        "id" if begins("/desk/membership-claims/") || begins("/memberships/claims/") => "claim",
        "id" if begins("/renewals/") || begins("/desk/renewals/") => "renewal",
        "id" if begins("/endorsements/") || begins("/desk/endorsements/") => "endorsement",
        "id" if begins("/inbox/") => "message",
        "id" if begins("/advising/") => "advising",
        "id" if begins("/documents/") => "document",
        "id" if begins("/account/sessions/") => "session",
        "id" if begins("/account/data/") => "own data",
        "class" => "=drafts",
        "id" if begins("/account/passkeys/") => "passkey",
        "id" if begins("/account/identities/") => "identity",
        "provider" => "=nobodys-provider",
        "id" if begins("/agreements/signed/") => "signature",
        "id" if begins("/categories/") => "=ifa",
        "id" if begins("/locker/education/") => "education",
        "id" if begins("/locker/courses/") => "course",
        "id" if begins("/locker/work/") => "work",
        "id" if begins("/locker/trainings/") => "training",
        "id" if begins("/locker/leadership/") => "leadership",
        "id" if begins("/locker/rsc/") => "rsc",
        "request" => "request",
        "charge" => "charge",
        "assignment" => "assignment",
        "advising" => "advising",
        "role" => "role",
        "invitation" => "invitation",
        "document" => "document",
        "public_id" => "public_id",
        "association" => "=first3years-tx",
        "agreement" => "=code-of-ethics",
        "setting" => "=accent",
        "date" => "date",
        "act" => "=hold",
        "name" => "=style.css",
        // Links that were mailed: here only ones that nobody has.
        "token" => "=nobodys-link",
        other => panic!("{path}: what is {other:?}? say it in this test"),
    }
}

/// The address of something there is, or of nothing. `None` when it names no thing.
fn address_of(path: &str, things: &Things, is_there: bool) -> (String, bool) {
    let mut whole = String::new();
    let mut names_a_thing = false;
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap();
        whole.push_str(before);
        match meant(path, name).strip_prefix('=') {
            Some(fixed) => whole.push_str(fixed),
            None => {
                names_a_thing = true;
                let id = if is_there { things[meant(path, name)].as_str() } else { NOBODYS };
                whole.push_str(id);
            }
        }
        rest = after;
    }
    whole.push_str(rest);
    (whole, names_a_thing)
}

/// Whether the thing at an address is the actor's to see or to act on.
fn is_theirs(route: &Route, actor: &Actor) -> bool {
    let of_person =
        ["/locker/", "/documents/", "/account/"].iter().any(|it| route.path.starts_with(it));
    match (route.who, actor.is) {
        (Who::Anyone, Relation::Foreigner | Relation::OwnerElsewhere) => false,
        (Who::Anyone, _) => true,
        // Who may look into a file reads what was handed in with it.
        (Who::Applicant, Relation::Desk | Relation::Audit) if !route.changes() => {
            route.path == "/documents/{id}"
        }
        // A person has one locker, wherever they are.
        (Who::Applicant, Relation::OwnerElsewhere) => of_person,
        (Who::Applicant, is) => is == Relation::Owner,
        (Who::Coordinator, is) => is == Relation::Desk,
        (Who::Reviewer, is) => is == Relation::Judge,
        (Who::Advisor, is) => is == Relation::Guide,
        (Who::Administrator, is) => is == Relation::House,
        (Who::AtDesk, is) => matches!(is, Relation::Desk | Relation::Audit),
        (Who::Cashier, is) => matches!(is, Relation::Desk | Relation::Books),
        (Who::AtBooks, is) => matches!(is, Relation::Desk | Relation::Books | Relation::Audit),
        (Who::Auditor, is) => is == Relation::Audit,
        // Wherever they are.
        (Who::Network, _) => actor.roles.is_some_and(|it| it.contains(&"network")),
    }
}

/// An answer without what differs by the address alone: status, the way on, the bytes.
fn comparable(answer: &Answer, path: &str) -> (u16, Option<String>, String) {
    let plain = |text: String| {
        let encoded = path.replace('/', "%2F");
        text.replace(path, "(here)").replace(&encoded, "(here)")
    };
    (answer.status.as_u16(), answer.location().map(plain), plain(answer.html()))
}

/// What was asked for and how it was answered, for everything that is not as it should be.
#[derive(Default)]
struct Found {
    cells: usize,
    wrong: Vec<String>,
}

impl Found {
    fn look(&mut self, is_right: bool, cell: &str, answer: &Answer) {
        self.cells += 1;
        if !is_right {
            self.wrong.push(format!("{cell}: {} {:?}", answer.status, answer.location()));
        }
    }
}

async fn ask(actor: &mut Actor, method: &str, path: &str) -> Answer {
    // Whoever is thrown out by an answer is still who they were.
    let mut browser = actor.browser.clone();
    match method {
        "GET" => browser.get(path).await.unwrap(),
        _ => browser.post(path, &[]).await.unwrap(),
    }
}

/// What happens at the door, before there is any question of a thing.
fn turned_away(route: &Route, actor: &Actor) -> Option<u16> {
    let needed = route.who.roles();
    match (route.who, actor.roles) {
        (Who::Anyone, _) => None,
        (_, None) => Some(303),
        (_, Some(held)) if needed.is_empty() || needed.iter().any(|it| held.contains(it)) => None,
        _ => Some(404),
    }
}

async fn cell(route: &Route, actor: &mut Actor, things: &Things, found: &mut Found) {
    let (path, names_a_thing) = address_of(&route.path, things, true);
    let cell = format!("{} {path} ({}) as {}", route.method, route.path, actor.name);
    let away = turned_away(route, actor);
    let theirs = is_theirs(route, actor);
    if route.changes() && away.is_none() && (theirs || !names_a_thing) {
        // It would be done; the stories see to it that it is done well.
        return;
    }
    let there = ask(actor, route.method, &path).await;
    let is_shown = there.html().contains(CANARY);
    found.look(theirs || !is_shown || !names_a_thing, &format!("{cell}: a canary"), &there);
    if actor.is == Relation::Foreigner {
        found.look(!is_shown, &format!("{cell}: a canary in another house"), &there);
    }
    found.look(!there.status.is_server_error(), &format!("{cell}: failed"), &there);
    found.look(says_its_type(&there), &format!("{cell}: no type"), &there);
    if let Some(status) = away {
        let to_sign_in = there.location().is_none_or(|it| it.starts_with("/sign-in?then="));
        found.look(there.status == status && to_sign_in, &format!("{cell}: turned away"), &there);
    }
    if !names_a_thing {
        return;
    }
    let (nowhere, _) = address_of(&route.path, things, false);
    let missing = ask(actor, route.method, &nowhere).await;
    let is_missing = away.is_some() || missing.status.is_client_error();
    found.look(is_missing, &format!("{cell}: nobody's, {nowhere}"), &missing);
    if theirs && away.is_none() {
        let is_open = there.status.is_success() || there.status.is_redirection();
        let is_later = ONLY_THEN.contains(&route.path.as_str()) && there.status == 404;
        found.look(is_open || is_later, &format!("{cell}: theirs"), &there);
    } else {
        let same = comparable(&there, &path) == comparable(&missing, &nowhere);
        found.look(same, &format!("{cell}: not as if it were missing"), &there);
    }
}

journey! {
    of crate::house::two();
    /// Everybody gets what is theirs; whatever is not looks exactly like what is not there.
    async fn everybody_gets_in_where_they_belong_and_nowhere_else(house: House) {
        let (things, mut actors) = things(&house).await;
        let table = App::table();
        let mut found = Found::default();
        let begun = Instant::now();

        for route in &table {
            for actor in &mut actors {
                cell(route, actor, &things, &mut found).await;
            }
        }

        let (routes, actors, took) = (table.len(), actors.len(), begun.elapsed().as_secs());
        println!("{routes} routes, {actors} actors, {} cells in {took} s", found.cells);
        assert!(found.wrong.is_empty(), "{} wrong:\n{}", found.wrong.len(), found.wrong.join("\n"));
        assert!(found.cells > 4_000, "only {} cells", found.cells);
    }
}
