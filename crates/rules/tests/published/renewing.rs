//! Renewal where associations differ: cycles, step-downs, excuses, attestation, volunteering.

use crate::making::*;
use jiff::civil::{Date, date};
use rules::locker::{Endorsement, Locker, Setting, WorkKind};
use rules::policy::{Cycle, RenewalPolicy};
use rules::renewal::renewal_of;
use rules::{
    Assessment, Finding, Holder, RequirementId, Status, Step, Volunteered, assess_renewal,
    assess_renewals,
};

/// A renewal of twelve hours of supervision and fifteen of training, with something added.
fn made(head: &str, rules: &str) -> RenewalPolicy {
    let rule = |id: &str, ask: &str, more: &str| {
        format!(
            "[[requirements]]\n{more}\n[requirements.rule]\nid = \"{id}\"\nsource = [\"s\"]\n\
             confidence = \"page\"\ntext = {{ en = \"e\", es = \"e\" }}\n{ask}\n"
        )
    };
    let mut text = format!("association = \"x\"\ncategory = \"imhm-c\"\n{head}\n");
    text +=
        &rule("training.total", "ask.training = { minutes = 900, volunteer_minutes = 420 }", "");
    text += &rule("membership", "ask.membership = {}", "");
    for more in rules.lines() {
        let (more, ask) = more.split_once('|').unwrap();
        text += &rule("rsc.total", ask, more);
    }
    toml::from_str(&text).unwrap()
}

const STEP_DOWN: &str = "held_less_than_years = 3|ask.rsc = { minutes = 720, providers = \
                         [{ category = \"imhm-c\" }] }\nheld_years = 3|ask.rsc = { minutes = 600, \
                         providers = [{ category = \"imhm-c\" }], peers = true }";

fn since(day: Date) -> Holder {
    Holder { endorsed_on: Some(day), ..Holder::default() }
}

fn supervised(minutes: u32) -> Locker {
    let day = date(2024, 5, 1);
    let entry = rsc("r", minutes, day, day, mentor_since(date(2015, 1, 1)));
    Locker { rsc: vec![entry], ..Locker::default() }
}

fn look(policy: &RenewalPolicy, locker: &Locker, holder: &Holder) -> Assessment {
    renewal_of(policy, locker, holder, (2024, date(2024, 12, 31)))
}

fn of(found: &Assessment, id: RequirementId) -> Option<&Finding> {
    found.finding(id)
}

#[test]
fn after_three_years_ten_hours_do_and_peers_may_give_them() {
    let policy = made("cycle_years = 1", STEP_DOWN);
    let with = |minutes, holder: &Holder| {
        let found = look(&policy, &supervised(minutes), holder);
        let it = of(&found, RequirementId::RscTotal).unwrap();
        (it.status, it.required)
    };
    let (three, less) = (since(date(2021, 1, 1)), since(date(2021, 1, 2)));

    assert_eq!(with(600, &three), (Status::Met, Some(600)));
    assert_eq!(with(599, &three), (Status::Unmet, Some(600)));
    assert_eq!(with(600, &less), (Status::Unmet, Some(720)));
    assert_eq!(with(719, &less), (Status::Unmet, Some(720)));
    assert_eq!(with(720, &less), (Status::Met, Some(720)));
    let unknown = Holder::default();
    assert_eq!(with(719, &unknown), (Status::NeedsPerson, Some(720)), "nobody said how long");
    assert_eq!(with(720, &unknown), (Status::Met, Some(720)));

    let mut among_peers = supervised(600);
    among_peers.rsc[0].setting = Setting::Peer;
    let status = |locker: &Locker, holder| {
        let found = look(&policy, locker, holder);
        of(&found, RequirementId::RscTotal).unwrap().status
    };
    assert_eq!(status(&among_peers, &three), Status::Met);
    among_peers.rsc[0].provider = None;
    assert_eq!(status(&among_peers, &three), Status::NeedsPerson, "who the peers were is not said");
    among_peers.rsc[0].minutes = 720;
    assert_eq!(status(&among_peers, &less), Status::Unmet);
}

#[test]
fn a_duty_may_end_after_some_years() {
    let policy = made("cycle_years = 1", "held_less_than_years = 3|ask.rsc = { minutes = 720 }");
    let asked = |day| {
        let found = look(&policy, &Locker::default(), &since(day));
        of(&found, RequirementId::RscTotal).is_some()
    };
    assert!(asked(date(2021, 1, 2)));
    assert!(!asked(date(2021, 1, 1)));
}

#[test]
fn the_locker_tells_since_when_without_a_break() {
    let policy = made("cycle_years = 1", STEP_DOWN);
    let held = |category: &str, from, to| Endorsement {
        category: category.into(),
        association: "x".into(),
        from,
        to,
    };
    let mut locker = supervised(600);
    let status = |locker: &Locker| {
        let found = assess_renewal(&policy, locker, 2024, date(2024, 12, 31));
        of(&found, RequirementId::RscTotal).unwrap().status
    };
    assert_eq!(status(&locker), Status::NeedsPerson);
    locker.endorsements.push(held("imhm-c", date(2021, 6, 1), None));
    assert_eq!(status(&locker), Status::Unmet);
    locker.endorsements.push(held("imhs", date(2010, 1, 1), None));
    assert_eq!(status(&locker), Status::Unmet, "another category");
    locker.endorsements.push(held("imhm-c", date(2012, 1, 1), Some(date(2023, 12, 31))));
    assert_eq!(status(&locker), Status::Unmet, "given up before the cycle");
    locker.endorsements.push(held("imhm-c", date(2013, 1, 1), Some(date(2024, 1, 1))));
    assert_eq!(status(&locker), Status::Met);
}

#[test]
fn a_cycle_has_one_year_or_three() {
    let cycle = |policy: &RenewalPolicy, year| {
        let Cycle { first_year, last_year } = policy.cycle(year);
        (first_year, last_year)
    };
    let yearly = made("cycle_years = 1", "");
    assert_eq!(cycle(&yearly, 2024), (2024, 2024));
    let three = made("cycle_years = 3", "");
    assert_eq!(cycle(&three, 2027), (2025, 2027));
    let changed = made("cycle_years = 1\nlengths = [{ from_year = 2025, years = 3 }]", "");
    assert_eq!(cycle(&changed, 2024), (2024, 2024));
    for year in [2025, 2026, 2027] {
        assert_eq!(cycle(&changed, year), (2025, 2027));
    }
    assert_eq!(cycle(&changed, 2028), (2028, 2030));
    let twice = made(
        "cycle_years = 1\nlengths = [{ from_year = 2025, years = 3 }, { from_year = 2031, years = 2 }]",
        "",
    );
    assert_eq!(cycle(&twice, 2032), (2031, 2032));
    assert_eq!(cycle(&made("cycle_years = 0", ""), 2024), (2024, 2024));
    assert_eq!(cycle(&made("cycle_years = 40000", ""), i16::MIN).0, i16::MIN);
    assert_eq!(cycle(&made("cycle_years = 3", ""), i16::MIN).0, i16::MIN);
}

#[test]
fn a_three_year_cycle_takes_three_years_of_evidence() {
    let policy = made("cycle_years = 1\nlengths = [{ from_year = 2025, years = 3 }]", "");
    let mut locker = Locker {
        trainings: vec![training("t", (900, 0, 0), date(2025, 1, 1))],
        ..Locker::default()
    };
    let look = |locker: &Locker| {
        let found = assess_renewal(&policy, locker, 2026, date(2027, 12, 31));
        assert_eq!(&*found.version, "renewal-2027");
        assert_eq!(found.effective_from, Some(date(2025, 1, 1)));
        assert_eq!(found.effective_to, Some(date(2027, 12, 31)));
        let total = of(&found, RequirementId::TrainingTotal).unwrap();
        (total.status, excluded(total).first().map(|it| it.2))
    };

    assert_eq!(look(&locker), (Status::Met, None));
    for (day, reason) in [(date(2024, 12, 31), "before-window"), (date(2028, 1, 1), "after-date")] {
        locker.trainings[0].from = day;
        locker.trainings[0].to = day;
        assert_eq!(look(&locker), (Status::Unmet, Some(reason)));
    }
}

/// Which findings a first renewal excuses, for each way of counting.
fn excuses(since: &str, years: u16, holder: &Holder) -> (Status, bool, Status) {
    let head = format!(
        "cycle_years = 1\nexemption = {{ since = \"{since}\", years = {years}, asked_still = \
         [\"membership\"], source = [\"s\"], confidence = \"page\", text = {{ en = \"e\", es = \"e\" }} }}"
    );
    let found = look(&made(&head, ""), &Locker::default(), holder);
    let total = of(&found, RequirementId::TrainingTotal).unwrap();
    assert_eq!(total.is_excused, total.status == Status::Met);
    assert_eq!(total.step.is_none(), total.status == Status::Met);
    (total.status, total.is_excused, of(&found, RequirementId::Membership).unwrap().status)
}

#[test]
fn the_year_after_the_application_is_excused() {
    let applied = |day| Holder { applied_on: Some(day), ..Holder::default() };
    let excused = (Status::Met, true, Status::Unmet);
    let asked = (Status::Unmet, false, Status::Unmet);
    let unknown = (Status::NeedsPerson, false, Status::Unmet);

    assert_eq!(excuses("application-year", 1, &applied(date(2023, 1, 1))), excused);
    assert_eq!(excuses("application-year", 1, &applied(date(2024, 3, 1))), excused);
    assert_eq!(excuses("application-year", 1, &applied(date(2022, 12, 31))), asked);
    assert_eq!(excuses("application-year", 0, &applied(date(2023, 12, 31))), asked);
    assert_eq!(excuses("application-year", 1, &Holder::default()), unknown);
    let endorsed = since(date(2023, 1, 1));
    assert_eq!(excuses("application-year", 1, &endorsed), unknown, "when it was is not known");
    let long_ago = since(date(2022, 12, 31));
    assert_eq!(excuses("application-year", 1, &long_ago), asked, "it was before that anyhow");
}

#[test]
fn or_the_first_year_of_the_endorsement_or_its_first_twelve_months() {
    let excused = (Status::Met, true, Status::Unmet);
    let asked = (Status::Unmet, false, Status::Unmet);

    assert_eq!(excuses("endorsement-year", 0, &since(date(2024, 1, 1))), excused);
    assert_eq!(excuses("endorsement-year", 0, &since(date(2023, 12, 31))), asked);
    assert_eq!(excuses("endorsement-day", 1, &since(date(2024, 1, 1))), excused);
    assert_eq!(excuses("endorsement-day", 1, &since(date(2023, 12, 31))), asked);
    let unknown = excuses("endorsement-day", 1, &Holder::default());
    assert_eq!(unknown, (Status::NeedsPerson, false, Status::Unmet));
}

#[test]
fn what_is_attested_is_for_a_person_and_what_is_documented_is_not() {
    let status = |proof: &str| {
        let found = look(
            &made(&format!("cycle_years = 1\n{proof}"), ""),
            &Locker::default(),
            &Holder::default(),
        );
        let total = of(&found, RequirementId::TrainingTotal).unwrap().clone();
        (total.status, total.step, of(&found, RequirementId::Membership).unwrap().status)
    };
    let documented = (Status::Unmet, Some(Step::MinutesMore(900)), Status::Unmet);
    assert_eq!(status("proof = \"documentation\""), documented);
    assert_eq!(status(""), documented);
    let attested = (Status::NeedsPerson, Some(Step::Attest), Status::Unmet);
    assert_eq!(status("proof = \"attestation\""), attested);
}

#[test]
fn up_to_seven_of_the_fifteen_hours_may_be_volunteering() {
    let policy = made("cycle_years = 1", "");
    let given = |id: &str, minutes, on| Volunteered { id: id.into(), on, minutes };
    let mut holder = Holder::default();
    let locker = Locker {
        trainings: vec![training("t", (480, 0, 0), date(2024, 3, 1))],
        ..Locker::default()
    };
    let total = |holder: &Holder| {
        let found = look(&policy, &locker, holder);
        of(&found, RequirementId::TrainingTotal).unwrap().clone()
    };

    holder.volunteered = vec![given("v1", 419, date(2024, 1, 1))];
    assert_eq!((total(&holder).status, total(&holder).counted), (Status::Unmet, 899));
    holder.volunteered.push(given("v2", 60, date(2024, 12, 31)));
    let full = total(&holder);
    assert_eq!((full.status, full.counted), (Status::Met, 900));
    assert_eq!(excluded(&full), [("v2".into(), 59, "slot-taken")]);
    holder.volunteered.insert(0, given("v5", 60, date(2024, 12, 31)));
    let more = total(&holder);
    assert_eq!(excluded(&more)[1..], [("v5".into(), 60, "slot-taken")], "by day, then by id");
    let counted: Vec<&str> = more.counted_entries.iter().map(|it| &*it.id).collect();
    assert_eq!(counted, ["t", "v1", "v2"], "no entry counts for nothing");
    holder.volunteered =
        vec![given("v3", 60, date(2023, 12, 31)), given("v4", 60, date(2025, 1, 1))];
    assert_eq!(
        excluded(&total(&holder)),
        [("v3".into(), 60, "before-window"), ("v4".into(), 60, "after-date")]
    );
    let mut without = policy.clone();
    without.requirements[0].rule = renewal("ifa").requirements[0].rule.clone();
    holder.volunteered = vec![given("v1", 420, date(2024, 1, 1))];
    let found = look(&without, &locker, &holder);
    assert_eq!(found.findings[0].counted, 480, "where no rule is known, none counts");
}

#[test]
fn the_same_hours_serve_several_endorsements_where_the_rule_says_so() {
    let mut locker = Locker {
        trainings: vec![training("t", (900, 0, 0), date(2024, 3, 1))],
        ..Locker::default()
    };
    locker.memberships = mentor_clinical().memberships;
    let all = |rule: &str, count: usize| {
        let policy = made(&format!("cycle_years = 1\n{rule}"), "");
        let holder = Holder::default();
        let renewing = std::iter::repeat_n((&policy, &holder), count);
        assess_renewals(renewing, &locker, 2024, date(2024, 12, 31))
            .iter()
            .map(|it| (it.findings[0].status, it.findings[0].step.clone(), it.findings[1].status))
            .collect::<Vec<_>>()
    };
    let met = (Status::Met, None, Status::Met);

    assert_eq!(all("same_evidence = true", 2), [met.clone(), met.clone()]);
    assert_eq!(all("", 1), [met]);
    let asked = (Status::NeedsPerson, Some(Step::AskAssociation), Status::Met);
    assert_eq!(all("", 2), [asked.clone(), asked], "no rule is known");
    let looked = (Status::NeedsPerson, Some(Step::HaveLooked), Status::Met);
    assert_eq!(all("same_evidence = false", 2), [looked.clone(), looked]);
}

#[test]
fn who_is_excused_is_excused_for_each_endorsement() {
    let head = "cycle_years = 1\nexemption = { since = \"endorsement-year\", years = 0, source = \
                [\"s\"], confidence = \"page\", text = { en = \"e\", es = \"e\" } }";
    let (policy, holder) = (made(head, ""), since(date(2024, 1, 1)));
    let both = [(&policy, &holder), (&policy, &holder)];
    for found in assess_renewals(both, &Locker::default(), 2024, date(2024, 12, 31)) {
        let total = of(&found, RequirementId::TrainingTotal).unwrap();
        assert_eq!((total.status, total.is_excused, &total.step), (Status::Met, true, &None));
    }
}

#[test]
fn more_evidence_can_ask_more_of_a_renewal() {
    let mut locker = supervised(720);
    locker.rsc[0].provider.as_mut().unwrap().standings[0].category = "imhs".into();
    let specialist = renewal("imhs");
    let look = |locker: &Locker| {
        let found = assess_renewal(&specialist, locker, 2024, date(2024, 12, 31));
        (of(&found, RequirementId::RscTotal).unwrap().status, found.findings.len())
    };

    let (before, rules) = look(&locker);
    assert_eq!(before, Status::Met);
    locker.work.push(work("w", WorkKind::ProvidesRsc, date(2024, 12, 31), None));
    assert_eq!(look(&locker), (Status::Unmet, rules + 1), "whoever gives supervision owes more");
    let excused = excuses("endorsement-year", 0, &since(date(2024, 6, 1)));
    let asked = excuses("endorsement-year", 0, &since(date(2020, 6, 1)));
    assert_eq!((excused.0, asked.0), (Status::Met, Status::Unmet), "an older endorsement, too");
}
