//! Supervision that does not count, or not surely: the reason that is given, day by day.

use jiff::civil::{Date, date};
use rules::locker::{Degree, Locker, Rsc, Setting, Standing};
use rules::policy::{Ask, AskRsc};
use rules::{Policy, RequirementId, Status, assess_renewal};

use crate::making::*;

const ON: Date = date(2025, 1, 1);

fn look(policy: &Policy, degree_of: Degree, entry: Rsc) -> (Status, &'static str) {
    let education = vec![degree("e", degree_of, date(2010, 5, 20))];
    let locker = Locker { education, rsc: vec![entry], ..Locker::default() };
    let found = find(policy, &locker, ON, "rsc.total");
    (found.status, excluded(&found).first().map_or("counts", |it| it.2))
}

fn hours(from: Date, to: Date, standings: Vec<Standing>) -> Rsc {
    rsc("r", 3000, from, to, standings)
}

#[test]
fn a_provider_whose_rule_ended_was_not_qualified_and_one_who_gave_up_had_ended() {
    let policy = policy("ifs", "2022");
    let (from, to) = (date(2024, 4, 1), date(2024, 4, 30));
    let until = |last| vec![standing("imhs", date(2015, 1, 1), Some(last))];
    let by = |standings| look(&policy, Degree::Bachelor, hours(from, to, standings));

    assert_eq!(by(until(date(2024, 3, 31))), (Status::Unmet, "provider-standing-ended"));
    assert_eq!(by(until(from)), (Status::Unmet, "provider-not-qualified"));
    let other = vec![standing("imhm-p", date(2015, 1, 1), Some(date(2024, 3, 31)))];
    assert_eq!(by(other), (Status::Unmet, "provider-not-qualified"), "never was of the kind");
}

#[test]
fn a_provider_in_doubt_is_in_doubt_for_all_days_or_for_some() {
    let policy = policy("ifs", "2022");
    let (from, to) = (date(2023, 1, 1), date(2023, 12, 31));
    let since = |day| vec![standing("ifs", day, None)];
    let by = |standings| look(&policy, Degree::Bachelor, hours(from, to, standings));

    assert_eq!(by(since(from)), (Status::NeedsPerson, "provider-not-qualified"));
    assert_eq!(by(since(date(2023, 1, 2))), (Status::NeedsPerson, "straddles"));
    assert_eq!(by(since(to)), (Status::NeedsPerson, "straddles"));
    assert_eq!(by(since(date(2024, 1, 1))), (Status::Unmet, "provider-not-qualified"));
    let both = vec![standing("ifs", from, None), standing("ifrs", date(2023, 7, 1), None)];
    assert_eq!(by(both), (Status::NeedsPerson, "straddles"), "half of the days are sure");
}

#[test]
fn a_degree_in_doubt_makes_the_hours_after_it_so() {
    let policy = policy("imhm-c", "2024");
    let since = || mentor_since(date(2000, 1, 1));
    let (first, last) = (date(2010, 5, 21), date(2010, 12, 31));
    let after = |kind, from| look(&policy, kind, hours(from, last, since()));

    assert_eq!(after(Degree::Master, first), (Status::Met, "counts"));
    assert_eq!(after(Degree::Other, first), (Status::NeedsPerson, "before-degree"));
    assert_eq!(after(Degree::Other, date(2010, 5, 20)), (Status::NeedsPerson, "straddles"));
    assert_eq!(after(Degree::Bachelor, first), (Status::Unmet, "before-degree"));
}

#[test]
fn peers_of_whom_nothing_is_said_are_for_a_person_where_a_provider_has_to_qualify() {
    let mut asked = policy("imhm-c", "2024");
    let mut with = |providers: bool, listed: bool| {
        for requirement in &mut asked.requirements {
            if let (RequirementId::RscTotal, Ask::Rsc(ask)) = (requirement.id, &mut requirement.ask)
            {
                let known = policy("ifs", "2022");
                let Ask::Rsc(other) = &known.requirement(RequirementId::RscTotal).unwrap().ask
                else {
                    panic!("no supervision is asked")
                };
                let providers = if providers { other.providers.clone() } else { vec![] };
                *ask = AskRsc {
                    minutes: Some(3000),
                    providers,
                    providers_unlisted: !listed,
                    peers: true,
                    ..AskRsc::default()
                };
            }
        }
        let day = date(2023, 1, 1);
        let peers = Rsc { setting: Setting::Peer, provider: None, ..hours(day, day, vec![]) };
        look(&asked, Degree::Master, peers)
    };
    let for_a_person = (Status::NeedsPerson, "provider-not-qualified");
    assert_eq!(with(true, true), for_a_person);
    assert_eq!(with(false, false), for_a_person, "nobody knows who qualifies");
    assert_eq!(with(false, true), (Status::Met, "counts"), "where no rule is known, none holds");
}

#[test]
fn hours_count_up_to_the_day_itself_and_in_a_renewal_from_the_first_of_the_year() {
    let asked = policy("imhm-c", "2024");
    let since = || mentor_since(date(2000, 1, 1));
    let on = |from, to| look(&asked, Degree::Master, hours(from, to, since()));
    assert_eq!(on(ON, ON), (Status::Met, "counts"));
    assert_eq!(on(ON, date(2025, 1, 2)), (Status::NeedsPerson, "straddles"));
    assert_eq!(on(date(2025, 1, 2), date(2025, 1, 2)), (Status::Unmet, "after-date"));

    let renewed = |from, to| {
        let locker = Locker { rsc: vec![hours(from, to, since())], ..Locker::default() };
        let found = assess_renewal(&renewal("imhm-c"), &locker, 2024, date(2024, 12, 31));
        let found = found.finding(RequirementId::RscTotal).unwrap();
        (found.status, excluded(found).first().map_or("counts", |it| it.2))
    };
    let (old, new) = (date(2023, 12, 31), date(2024, 1, 1));
    assert_eq!(renewed(new, new), (Status::Met, "counts"));
    assert_eq!(renewed(old, new), (Status::NeedsPerson, "straddles"));
    assert_eq!(renewed(old, old), (Status::Unmet, "before-window"));
}
