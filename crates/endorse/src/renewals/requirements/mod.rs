//! What a cycle asks and how it stands, as rows for a page.

use db::Tx;
use rules::policy::RenewalPolicy;
use rules::{Assessment, Locker, RequirementId, Status, Unit, assess_renewal};

use super::rows::Renewal;
use crate::assessments::{self, Whose};
use crate::endorsements::Endorsement;
use crate::i18n::Lang;
use crate::identity::Seat;
use crate::programs::{Program, wording};

/// A requirement on a page.
pub(super) struct Row {
    pub state: &'static str,
    pub title: String,
    pub word: String,
    pub sentence: String,
    pub rule: String,
    pub note: String,
    pub has_bar: bool,
    pub counted: i64,
    pub required: i64,
    pub step: Option<String>,
    pub out: Vec<(String, String)>,
    pub sources: String,
    /// Where one can do something about it; empty where there is nowhere.
    pub door: String,
}

/// The locker of an endorsed person and what a cycle asks of it today.
pub(super) async fn assess(
    tx: &mut Tx,
    seat: &Seat,
    (renewal, it): (&Renewal, &Endorsement),
) -> anyhow::Result<(Locker, Assessment)> {
    let whose = Whose {
        association: seat.association(),
        person: renewal.person_id,
        name: &it.name,
        application: None,
    };
    let locker = assessments::locker_of(tx, whose, &seat.zone).await?;
    let unknown = || RenewalPolicy {
        association: seat.association().into(),
        category: it.category.as_str().into(),
        cycle_years: u16::from(seat.program.association.renewal.cycle_years),
        requirements: Vec::new(),
    };
    let policy = seat.program.renewal(&it.category).cloned().unwrap_or_else(unknown);
    let assessment = assess_renewal(&policy, &locker, renewal.cycle, seat.today());
    Ok((locker, assessment))
}

/// The rows; doors lead back to `path` once done, and are left out for others than the person.
pub(super) fn rows(
    program: &Program,
    assessment: &Assessment,
    (lang, path): (Lang, Option<&str>),
) -> Vec<Row> {
    let small = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
    wording::tell(program, assessment, lang)
        .into_iter()
        .map(|it| Row {
            state: match it.status {
                Status::Met => "met",
                Status::NeedsPerson => "person",
                Status::Unmet => "todo",
            },
            title: it.title,
            word: it.status_word,
            sentence: it.sentence,
            rule: it.text.to_owned(),
            note: it.note.unwrap_or_default().to_owned(),
            has_bar: it.required.is_some() && it.unit == Unit::Minutes,
            counted: small(it.counted),
            required: small(it.required.unwrap_or_default()),
            step: it.closes_with,
            out: it
                .excluded_entries
                .into_iter()
                .filter(|it| !it.is_beside)
                .map(|it| (it.amount, it.sentence))
                .take(20)
                .collect(),
            sources: it
                .sources
                .iter()
                .map(|it| it.title.as_str())
                .collect::<Vec<_>>()
                .join(" · "),
            door: path.map(|path| door(it.id, lang, path)).unwrap_or_default(),
        })
        .collect()
}

fn door(id: RequirementId, lang: Lang, path: &str) -> String {
    match id.as_str() {
        "training.total" | "training.imh" | "training.rsc" | "training.dei" => {
            lang.href("/locker/trainings")
        }
        "rsc.total" | "rsc.about-rsc" => lang.href("/locker/rsc"),
        "agreement.code-of-ethics" => {
            lang.href(&format!("/agreements/code-of-ethics?then={path}"))
        }
        _ => String::new(),
    }
}
