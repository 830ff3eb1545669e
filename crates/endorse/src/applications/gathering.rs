//! Everything that an applicant's pages say about an application, in a fixed number of statements.

use db::Tx;
use rules::lifecycle::State;
use rules::locker::Relation;
use rules::policy::Ask;
use rules::{Assessment, Locker, RequirementId, Slot, Stage, Status};
use uuid::Uuid;

use super::{Application, Submission, latest_submission, pinning};
use crate::assessments::{self, Whose};
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::payments::{self, Charge};
use crate::programs::Program;
use crate::references::{self, Progress};

/// An application with what it draws on, for its owner.
#[derive(Debug)]
pub(super) struct Gathered {
    pub application: Application,
    pub state: State,
    /// The locker as it is now.
    pub locker: Locker,
    /// What the rules say: of the locker as it is while the application is open, of the frozen one
    /// after it was submitted.
    pub assessment: Assessment,
    /// What was submitted last.
    pub submission: Option<Submission>,
    /// The locker that the assessment is about, if it is the frozen one.
    pub frozen: Option<Locker>,
    pub charges: Vec<Charge>,
    pub people: Vec<Progress>,
    /// The slots that nobody has been asked for.
    pub to_name: Vec<Slot>,
}

impl Gathered {
    /// An application of one's own.
    pub async fn load(
        tx: &mut Tx,
        me: &Applicant,
        application: Application,
    ) -> Result<Self, Error> {
        let it = Self::of(tx, me, (me.id, &me.person.name), application).await?;
        let charges = payments::charges_of(tx, me.association(), it.application.id).await?;
        Ok(Self { charges, ..it })
    }

    /// Anybody's, without its charges.
    pub async fn of(
        tx: &mut Tx,
        me: &Signed,
        (person, name): (Uuid, &str),
        mut application: Application,
    ) -> Result<Self, Error> {
        pinning::follow(me.program, &mut application, me.today());
        let state = application.state()?;
        let people = references::progress(tx, application.id).await?;
        let whose = Whose {
            association: me.association(),
            person,
            name,
            // Where nobody was asked, nobody has answered.
            application: (!people.is_empty()).then_some(application.id),
        };
        let locker = assessments::locker_of(tx, whose, &me.zone).await?;
        let submission = match application.rounds {
            0 => None,
            _ => latest_submission(tx, application.id).await?,
        };
        let rules = (application.category.as_str(), application.policy_version.as_str());
        let frozen = submission.as_ref().filter(|_| !state.is_open());
        let (assessment, frozen) = match frozen {
            Some(frozen) => (frozen.read_assessment()?, Some(frozen.read_locker()?)),
            None => {
                let today = me.today();
                let stage = Stage::Submission;
                (assessments::assess(me.program, rules, &locker, today, stage)?, None)
            }
        };
        let asked = slots(me.program, rules);
        let to_name = unfilled(&asked, &people);
        Ok(Self {
            application,
            state,
            locker,
            assessment,
            submission,
            frozen,
            charges: Vec::new(),
            people,
            to_name,
        })
    }

    /// The locker that the assessment is about.
    pub fn assessed(&self) -> &Locker {
        self.frozen.as_ref().unwrap_or(&self.locker)
    }

    /// Whether a requirement of submission is not met.
    pub fn lacks(&self, id: RequirementId) -> bool {
        let finding = self.assessment.finding(id);
        finding.is_some_and(|it| it.stage == Stage::Submission && it.status == Status::Unmet)
    }

    /// The charges about which nobody has said anything.
    pub fn due(&self) -> impl Iterator<Item = &Charge> {
        self.charges.iter().filter(|it| it.state() == payments::State::Due)
    }
}

fn slots(program: &Program, (category, version): (&str, &str)) -> Vec<Slot> {
    let policy = program.policy_version(category, version);
    let asked = policy.and_then(|it| it.requirement(RequirementId::References));
    match asked.map(|it| &it.ask) {
        Some(Ask::References(ask)) => ask.slots.clone(),
        _ => Vec::new(),
    }
}

/// The slots that none of the people asked can fill, each person filling one.
fn unfilled(slots: &[Slot], people: &[Progress]) -> Vec<Slot> {
    let waiting = people.iter().filter(|it| !matches!(it.state, "declined" | "void"));
    let read = |it: &Progress| -> Option<Relation> {
        serde_json::from_value(it.relation.clone().into()).ok()
    };
    let mut free: Vec<Option<Relation>> = waiting.map(read).collect();
    let mut left = Vec::new();
    for slot in slots {
        let fits = |it: &Option<Relation>| {
            slot.relations.is_empty() || it.is_some_and(|it| slot.relations.contains(&it))
        };
        match free.iter().position(fits) {
            Some(at) => {
                free.swap_remove(at);
            }
            None => left.push(slot.clone()),
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(relation: &str, state: &'static str) -> Progress {
        Progress {
            id: Uuid::nil(),
            relation: relation.to_owned(),
            rater_name: String::new(),
            state,
            since: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn who_declined_fills_no_slot_and_nobody_fills_two() {
        let slot = |it| Slot { relations: vec![it], ..Slot::default() };
        let slots = [slot(Relation::Colleague), slot(Relation::Colleague), slot(Relation::Parent)];
        let people = [asked("colleague", "asked"), asked("parent", "declined")];

        let left = unfilled(&slots, &people);

        assert_eq!(left, [slot(Relation::Colleague), slot(Relation::Parent)]);
    }
}
