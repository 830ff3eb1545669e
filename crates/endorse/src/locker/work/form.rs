//! What is typed about some work.

use askama::Template;
use rules::Locker;
use rules::locker::{Ages, EntryId, Focus, Work, WorkKind};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{
    Around, Asked, Sheet, in_order, name_in, optional, past_or_open, sound,
};
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WorkForm {
    pub role: String,
    pub employer: String,
    pub from: String,
    pub to: String,
    pub paid: String,
    pub kinds: Vec<String>,
    pub families: String,
    pub ages_from: String,
    pub ages_to: String,
    pub focus: Vec<String>,
    pub version: String,
}

pub const PAID: [(&str, bool); 2] = [("yes", true), ("no", false)];

pub const KINDS: [(&str, WorkKind); 7] = [
    ("promotion", WorkKind::Promotion),
    ("prevention", WorkKind::Prevention),
    ("imhs-practice", WorkKind::ImhsPractice),
    ("provides-rsc", WorkKind::ProvidesRsc),
    ("policy-leadership", WorkKind::PolicyLeadership),
    ("academic-leadership", WorkKind::AcademicLeadership),
    ("preschool-practice", WorkKind::PreschoolPractice),
];

pub const FOCUS: [(&str, ()); 2] = [("social-emotional", ()), ("relationships", ())];

impl Sheet for WorkForm {
    type Entry = Work;
    const KIND: Kind = Kind::Work;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Work, Problems> {
        let mut problems = Problems::default();
        let role = problems.note("role", typed::line(&self.role, 200));
        let employer = problems.note("employer", typed::line(&self.employer, 200));
        let from = problems.note("from", typed::past_day(&self.from, asked.today));
        let to = problems.note("to", past_or_open(&self.to, asked));
        problems.note("to", in_order(from, to.flatten()));
        let paid = problems.note("paid", optional(&self.paid, &PAID));
        let kinds: Result<Vec<_>, _> =
            self.kinds.iter().map(|it| typed::one_of(it, &KINDS)).collect();
        let kinds = problems.note("kinds", kinds);
        let families = problems.note("families", whole(&self.families, 100_000));
        let ages_from = problems.note("ages_from", whole(&self.ages_from, OLDEST));
        let ages_to = problems.note("ages_to", whole(&self.ages_to, OLDEST));
        let ages_months = match (ages_from, ages_to) {
            (Some(None), Some(None)) => Some(None),
            (Some(Some(from)), Some(Some(to))) if to < from => {
                problems.note("ages_to", Err("locker-ages-backwards"))
            }
            (Some(Some(from)), Some(Some(to))) => Some(Some((from, to))),
            (Some(None), Some(Some(_))) => problems.note("ages_from", Err("locker-both-ages")),
            (Some(Some(_)), Some(None)) => problems.note("ages_to", Err("locker-both-ages")),
            _ => None,
        };
        let (Some(role), Some(employer), Some(from), Some(to)) = (role, employer, from, to) else {
            return Err(problems);
        };
        let (Some(paid), Some(kinds), Some(families), Some(ages)) =
            (paid, kinds, families, ages_months)
        else {
            return Err(problems);
        };
        let month = |it: u32| u16::try_from(it).unwrap_or(u16::MAX);
        let ages_months = ages.map(|(from, to)| Ages { from: month(from), to: month(to) });
        let focus = self.focus();
        let work = Work { id, role, employer, from, to, paid, kinds, families, ages_months, focus };
        let alone = Locker { work: vec![work.clone()], ..Locker::default() };
        sound(
            &alone,
            &[
                ("ages_months.to", "ages_to", "locker-ages-backwards"),
                ("", "to", "locker-ends-first"),
            ],
        )?;
        Ok(work)
    }

    fn of(entry: &Work, _: Lang) -> Self {
        let focus = entry.focus.unwrap_or_default();
        let ticked = [(focus.social_emotional, FOCUS[0].0), (focus.relationships, FOCUS[1].0)];
        Self {
            role: entry.role.clone(),
            employer: entry.employer.clone(),
            from: entry.from.to_string(),
            to: entry.to.map(|it| it.to_string()).unwrap_or_default(),
            paid: entry.paid.map_or("", |it| name_in(&PAID, &it)).to_owned(),
            kinds: entry.kinds.iter().map(|it| name_in(&KINDS, it).to_owned()).collect(),
            families: entry.families.map(|it| it.to_string()).unwrap_or_default(),
            ages_from: entry.ages_months.map(|it| it.from.to_string()).unwrap_or_default(),
            ages_to: entry.ages_months.map(|it| it.to.to_string()).unwrap_or_default(),
            focus: ticked.into_iter().filter(|it| it.0).map(|it| it.1.to_owned()).collect(),
            version: String::new(),
        }
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn page(around: Around, form: Self, problems: Problems) -> impl Template {
        super::page(around, form, problems)
    }
}

impl WorkForm {
    /// Nothing ticked is nothing said.
    fn focus(&self) -> Option<Focus> {
        let has = |name: &str| self.focus.iter().any(|it| it == name);
        let (social_emotional, relationships) = (has(FOCUS[0].0), has(FOCUS[1].0));
        (social_emotional || relationships).then_some(Focus { social_emotional, relationships })
    }
}

/// The oldest age that is asked about, in months: a child's, 18 years.
const OLDEST: u32 = 216;

/// A whole number, or nothing.
fn whole(typed: &str, most: u32) -> Result<Option<u32>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed if typed.bytes().all(|it| it.is_ascii_digit()) => match typed.parse() {
            Ok(number) if number <= most => Ok(Some(number)),
            _ => Err("locker-number-too-large"),
        },
        _ => Err("locker-not-whole"),
    }
}
