//! Two associations with a canary in every private text: who is shown which, on every page, for
//! everything there is.

use std::collections::{BTreeMap, BTreeSet};

use endorse::app::App;
use endorse::demo::canary::{Canary, Fixture, tell};
use endorse::invariants::{Report, Store, verify};
use endorse::story::Browser;

use crate::house::House;
use crate::journey;
use crate::matrix::meant;

/// How many things of a kind each association's addresses are tried with: the embedded database, and
/// PostgreSQL. Both run the same statements, so that the second walk is for what only an engine can do.
const OF_EACH: (&str, &str) = ("2", "1");

/// How the whole store stands.
pub async fn whole(house: &House) -> Report {
    let programs = endorse::app::programs().unwrap();
    let data = house.folder.path();
    verify(Store { db: &house.app.db, data, programs }).await.unwrap()
}

/// Every canary in a text, up to its number; one that was cut short is there as far as it goes.
fn canaries(text: &str) -> BTreeSet<&str> {
    let one = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let is_name = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
        let token = rest.split(|it| !is_name(it)).next().unwrap_or(rest);
        let digit = |it: usize| token[it + 1..].starts_with(|it: char| it.is_ascii_digit());
        let Some((number, _)) = token.match_indices('-').find(|it| digit(it.0)) else {
            return token;
        };
        let after = token[number + 1..].find(|it: char| !it.is_ascii_digit());
        after.map_or(token, |after| &token[..number + 1 + after])
    };
    text.match_indices("CANARY-").map(one).collect()
}

struct Asker<'a> {
    /// Nothing for somebody without an account.
    email: &'a str,
    host: &'a str,
    browser: Browser,
}

impl Asker<'_> {
    fn may(&self, it: &Canary) -> bool {
        let here = it.association == self.host;
        let own = it.goes_along && it.about == self.email;
        (here && it.is_public) || ((here || own) && it.seen_by.contains(self.email))
    }
}

/// Things by kind, of both associations: of each a few owners'.
fn things(fixture: &Fixture, of_each: usize) -> BTreeMap<&str, Vec<&str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut so_many: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for it in &fixture.objects {
        let owner = it.owner.as_deref().unwrap_or("nobody");
        let account = fixture.accounts.iter().find(|account| account.email == owner);
        let house = it.association.as_deref().or(account.map(|it| it.association.as_str()));
        let owners = so_many.entry((&it.kind, house.unwrap_or_default())).or_default();
        if owners.len() < of_each && owners.insert(owner) {
            all.entry(&it.kind).or_default().push(&it.id);
        }
    }
    all
}

/// Every address that a route has for these things.
fn addresses(path: &str, things: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
    let mut whole = vec![String::new()];
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap();
        let meant = meant(path, name);
        let meant = if meant == "file" { "application" } else { meant };
        let values = match meant.strip_prefix('=') {
            Some(fixed) => vec![fixed],
            None => things.get(meant).cloned().unwrap_or_default(),
        };
        let one = |begun: &String| {
            values.iter().map(|it| format!("{begun}{before}{it}")).collect::<Vec<_>>()
        };
        whole = whole.iter().flat_map(one).collect();
        rest = after;
    }
    whole.iter().map(|it| format!("{it}{rest}")).collect()
}

async fn askers<'a>(house: &'a House, fixture: &'a Fixture) -> Vec<Asker<'a>> {
    const ASKING: [&str; 14] = [
        "coordinator",
        "administrator",
        "reviewer",
        "second-reviewer",
        "idle-reviewer",
        "submitted",
        "in-review",
        "more-information",
        "endorsed",
        "deferred",
        "withdrawn",
        "auditor",
        "advisor",
        "specialist",
    ];
    let mut askers = Vec::new();
    for app in house.installation.all() {
        let host = &*app.program.id;
        askers.push(Asker { email: "", host, browser: Browser::new(app) });
        for it in fixture.accounts.iter().filter(|it| ASKING.contains(&it.role)) {
            let mut browser = Browser::new(app);
            browser.sign_in(&it.email, fixture.password).await.unwrap();
            askers.push(Asker { email: &it.email, host, browser });
        }
    }
    askers
}

journey! {
    of crate::house::two();
    /// On every page, for every thing, everybody is shown only what they may read; no byte of one
    /// association's is in any of the other's, and no letter tells somebody what is not theirs.
    async fn nobody_is_shown_what_is_not_theirs(house: House) {
        let fixture = tell(&house.installation, &house.dial).await.unwrap();
        let report = whole(&house).await;
        assert!(report.holds(), "{:#?}", report.findings);
        assert!(report.findings.iter().all(|it| it.looked_at > 0 || ["secrets.open", "erasures"].contains(&it.id)));

        let known: BTreeMap<&str, &Canary> =
            fixture.canaries.iter().map(|it| (it.text.as_str(), it)).collect();
        assert_eq!(known.len(), fixture.canaries.len(), "a canary is there twice");
        let of_each = house.app.db.read().await.unwrap().either(OF_EACH.0, OF_EACH.1);
        let of_each = of_each.parse::<usize>().unwrap();
        let things = things(&fixture, of_each);
        let (mut asked, mut shown) = (0, BTreeSet::new());
        let mut wrong = BTreeSet::new();
        for mut asker in askers(&house, &fixture).await {
            for route in App::table().iter().filter(|it| it.method == "GET") {
                for path in addresses(&route.path, &things) {
                    let answer = asker.browser.clone().get(&path).await.unwrap();
                    asked += 1;
                    for found in canaries(&answer.html()) {
                        let canary = known.get(found);
                        // One that was cut short may be any that begins so.
                        let cut = || known.range(found..).take_while(|it| it.0.starts_with(found));
                        if canary.is_none() && cut().any(|it| asker.may(it.1)) {
                            continue;
                        }
                        if canary.is_some_and(|it| asker.may(it)) {
                            shown.insert(found.to_owned());
                        } else {
                            let about = canary.map(|it| it.about.as_str());
                            wrong.insert(format!("{} as {} at {}: {found} {about:?}", route.path, asker.email, asker.host));
                        }
                    }
                }
            }
            asker.browser = Browser::new(&house.app);
        }
        let letters = house.letters().await;
        for letter in &letters {
            for found in canaries(&letter.body) {
                let Some(canary) = known.get(found) else {
                    wrong.insert(format!("a letter to {}: {found}", letter.to));
                    continue;
                };
                let to = fixture.accounts.iter().find(|it| letter.to.contains(&it.email));
                let may = match to {
                    Some(to) => canary.seen_by.contains(&to.email) || canary.is_public,
                    // A rater is told who asks, and nothing else.
                    None => ["people", "reference_requests"].contains(&canary.table)
                        && canary.column.ends_with("name"),
                };
                if !may {
                    wrong.insert(format!("a letter to {}: {found}", letter.to));
                }
            }
        }
        println!(
            "{} canaries, {} shown to those who may; {asked} pages, {} letters",
            known.len(), shown.len(), letters.len(),
        );
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
        assert!(asked > 5_000 * of_each, "only {asked} pages");
        assert!(shown.len() * 3 > known.len(), "only {} of {} were seen", shown.len(), known.len());
    }
}
