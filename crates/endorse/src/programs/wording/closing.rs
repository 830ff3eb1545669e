//! The smallest step that closes a gap, in words.

use rules::{Assessment, Finding, Slot, Step};

use super::amounts::hours;
use super::dashed;
use crate::i18n::Lang;
use crate::programs::Rulebook;

/// How many areas are named before the rest is only counted.
const NAMED: usize = 4;

/// What would close the gap; `None` if there is none.
pub(super) fn closes_with(
    program: &Rulebook,
    assessment: &Assessment,
    finding: &Finding,
    lang: Lang,
) -> Option<String> {
    let id = dashed(finding.id);
    Some(match finding.step.as_ref()? {
        Step::MinutesMore(minutes) => {
            lang.say1(&format!("rules-closes-{id}"), "more", more_minutes(*minutes, lang))
        }
        Step::DaysMore(days) => {
            lang.say1(&format!("rules-closes-{id}"), "more", more_days(*days, lang))
        }
        Step::Serve { families, days } => serve(*families, *days, lang),
        Step::Attest => lang.say("rules-closes-attest").into_owned(),
        Step::Degree => lang.say(&format!("rules-closes-{id}")).into_owned(),
        Step::Rate(slots) => ratings(slots, lang),
        Step::RateByEndorsed => lang.say("rules-closes-endorsed-rater").into_owned(),
        Step::Sign(_) => lang.say(&format!("rules-closes-{id}")).into_owned(),
        Step::Join => lang.say("rules-closes-membership").into_owned(),
        Step::Show(areas) => {
            let group = program.category(&assessment.category).and_then(|it| it.framework);
            // In the framework's order, which people know.
            let named: Vec<&str> = program
                .framework
                .areas
                .iter()
                .filter(|area| areas.iter().any(|id| **id == *area.id))
                .take(NAMED)
                .map(|area| group.map_or(area.id.as_str(), |it| area.name(it, lang)))
                .collect();
            let many = areas.len() > NAMED;
            let key = if many { "rules-closes-many-areas" } else { "rules-closes-areas" };
            lang.say2(key, "n", areas.len(), "areas", named.join("; "))
        }
        Step::Pass(parts) => {
            let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
            lang.say2("rules-closes-exam", "n", parts.len(), "parts", lang.list(&parts))
        }
        Step::Hold => lang.say("rules-closes-base-endorsement").into_owned(),
        Step::HaveLooked => lang.say("rules-closes-looked").into_owned(),
        Step::AskAssociation => lang.say("rules-closes-ask").into_owned(),
    })
}

fn more_minutes(minutes: u64, lang: Lang) -> String {
    if minutes < 60 {
        return lang.count("rules-more-minutes", minutes);
    }
    let one_or_more = if minutes == 60 { 1_u64 } else { 2 };
    lang.say2("rules-more-hours", "n", one_or_more, "hours", hours(minutes, lang))
}

/// Days to the day while they are few, then months, rounded up unless it is by a day or two: two
/// years have 730 or 731 days and are 24 months.
fn more_days(days: u64, lang: Lang) -> String {
    if days <= 60 {
        return lang.count("rules-more-days", days);
    }
    lang.count("rules-more-months", days.saturating_sub(2).saturating_mul(48).div_ceil(1461))
}

fn serve(families: u64, days: u64, lang: Lang) -> String {
    let families = (families > 0).then(|| lang.count("rules-more-families", families));
    let days = (days > 0).then(|| more_days(days, lang));
    let both: Vec<String> = families.into_iter().chain(days).collect();
    lang.say1("rules-closes-families", "more", lang.list(&both))
}

/// Who is still to rate; slots that ask for the same are told together.
fn ratings(slots: &[Slot], lang: Lang) -> String {
    let or = format!(" {} ", lang.say("rules-or"));
    let people: Vec<String> = slots
        .iter()
        .map(|slot| {
            let names: Vec<String> = slot.relations.iter().map(|it| relation(*it, lang)).collect();
            let people = if names.is_empty() {
                lang.say("rules-relation-anyone").into_owned()
            } else {
                names.join(&or)
            };
            if slot.endorsed_as.is_empty() {
                people
            } else {
                lang.say1("rules-relation-endorsed", "people", people)
            }
        })
        .collect();
    let mut groups: Vec<(String, usize)> = Vec::new();
    for who in people {
        match groups.iter_mut().find(|it| it.0 == who) {
            Some((_, times)) => *times += 1,
            None => groups.push((who, 1)),
        }
    }
    if let [(only, times)] = groups.as_slice()
        && *times > 1
    {
        return lang.say2("rules-closes-references-each", "n", *times, "people", only);
    }
    let several = |(who, times): (String, usize)| match times {
        1 => who,
        _ => lang.say2("rules-closes-references-several", "n", times, "people", who),
    };
    let people: Vec<String> = groups.into_iter().map(several).collect();
    lang.say2("rules-closes-references", "n", slots.len(), "people", people.join("; "))
}

/// What a rater is to the applicant, as the applicant would say it.
fn relation(relation: rules::locker::Relation, lang: Lang) -> String {
    use rules::locker::Relation;
    let name = match relation {
        Relation::ProgramSupervisor => "program-supervisor",
        Relation::DepartmentChair => "department-chair",
        Relation::RscProvider => "rsc-provider",
        Relation::RscRecipient => "rsc-recipient",
        Relation::Colleague => "colleague",
        Relation::Student => "student",
        Relation::Teacher => "teacher",
        Relation::Parent => "parent",
        Relation::Other => "other",
    };
    lang.say(&format!("rules-relation-{name}")).into_owned()
}
