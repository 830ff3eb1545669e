//! The answers to the questions, as they were chosen, and the facts that follow.

use crate::programs::categories::Ages;
use crate::programs::questions::{Answer, Question, Questions, Says};
use crate::typed::Problems;

/// Pairs of names and values, as a browser sends them.
pub type Pairs = Vec<(String, String)>;

/// What somebody answered, question by question; questions left open are not in it.
#[derive(Clone, Debug, Default)]
pub struct Answers(Vec<(&'static Question, Vec<&'static Answer>)>);

/// Whether anything was sent at all.
pub fn were_sent(questions: &Questions, pairs: &Pairs) -> bool {
    pairs.iter().any(|(name, _)| name == "asked" || questions.one(name).is_some())
}

/// Whether an answer is among those that were chosen.
pub fn is_chosen(pairs: &Pairs, question: &str, answer: &str) -> bool {
    pairs.iter().any(|(name, value)| name == question && value == answer)
}

impl Answers {
    /// Reads all answers before complaining.
    pub fn read(questions: &'static Questions, pairs: &Pairs) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut all = Vec::new();
        for question in &questions.all {
            if let Some(answers) = problems.note(&question.id, chosen(question, pairs))
                && !answers.is_empty()
            {
                all.push((question, answers));
            }
        }
        if problems.is_empty() { Ok(Self(all)) } else { Err(problems) }
    }

    /// Each question that was answered, with its answers.
    pub fn each(&self) -> impl Iterator<Item = (&'static Question, &[&'static Answer])> {
        self.0.iter().map(|(question, answers)| (*question, answers.as_slice()))
    }

    /// The answers as names and values.
    pub fn pairs(&self) -> Pairs {
        let all = self.each();
        all.flat_map(|(question, answers)| {
            answers.iter().map(|it| (question.id.clone(), it.id.clone())).collect::<Vec<_>>()
        })
        .collect()
    }

    /// The answers as the query of an address: `work=care&years=2`. Names need no escaping.
    pub fn query(&self) -> String {
        let pairs: Vec<String> =
            self.pairs().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("&")
    }

    /// The answers of a query made by [`Answers::query`], without those that are not asked any more.
    pub fn of_query(questions: &'static Questions, query: &str) -> Self {
        let pairs: Pairs = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let all = questions.all.iter().map(|question| {
            let answers = question.answers.iter();
            (question, answers.filter(|it| is_chosen(&pairs, &question.id, &it.id)).collect())
        });
        Self(all.filter(|(_, answers): &(_, Vec<_>)| !answers.is_empty()).collect())
    }

    /// All facts together.
    pub fn says(&self) -> Says {
        let answers = self.each().flat_map(|(_, answers)| answers);
        answers.fold(Says::default(), |all, it| both(all, &it.says))
    }
}

fn chosen(
    question: &'static Question,
    pairs: &Pairs,
) -> Result<Vec<&'static Answer>, &'static str> {
    let sent = || pairs.iter().filter(|(name, _)| *name == question.id).map(|it| &it.1);
    let known = |value: &&String| question.answers.iter().any(|it| it.id == **value);
    if !sent().all(|it| known(&it)) {
        return Err("find-no-such-answer");
    }
    let answers: Vec<&Answer> =
        question.answers.iter().filter(|it| sent().any(|value| *value == it.id)).collect();
    match answers.len() {
        0 if question.required => Err("find-choose-one"),
        2.. if !question.several => Err("find-choose-only-one"),
        _ => Ok(answers),
    }
}

/// What two answers say together.
fn both(one: Says, other: &Says) -> Says {
    fn joined<T: Clone + PartialEq>(mut one: Vec<T>, other: &[T]) -> Vec<T> {
        for it in other {
            if !one.contains(it) {
                one.push(it.clone());
            }
        }
        one
    }
    let ages = match (one.ages, other.ages) {
        (Some(one), Some(other)) => {
            Some(Ages { from: one.from.min(other.from), to: one.to.max(other.to) })
        }
        (one, other) => one.or(other),
    };
    Says {
        scope: joined(one.scope, &other.scope),
        kinds: joined(one.kinds, &other.kinds),
        ages,
        years: one.years.max(other.years),
        degree: one.degree.max(other.degree),
        provides_years: one.provides_years.max(other.provides_years),
        rsc_hours: one.rsc_hours.max(other.rsc_hours),
        training_hours: one.training_hours.max(other.training_hours),
        leads: joined(one.leads, &other.leads),
        leads_years: one.leads_years.max(other.leads_years),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::programs;

    fn questions() -> &'static Questions {
        &programs().unwrap().of("ct-aimh").unwrap().questions
    }

    fn pairs(all: &[(&str, &str)]) -> Pairs {
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn answers_add_up_to_facts() {
        let sent = pairs(&[
            ("ages", "babies"),
            ("ages", "preschool"),
            ("work", "treatment"),
            ("work", "prevention"),
            ("years", "2"),
        ]);
        let says = Answers::read(questions(), &sent).unwrap().says();

        assert_eq!(says.scope, ["prevention", "clinical"]);
        assert_eq!((says.ages, says.years), (Some(Ages { from: 0, to: 71 }), Some(2)));
        assert_eq!((says.degree, says.rsc_hours), (None, None));
    }

    #[test]
    fn the_answers_survive_as_a_query() {
        let sent = pairs(&[("said", "kept"), ("years", "2"), ("work", "care"), ("work", "policy")]);

        let answers = Answers::read(questions(), &sent).unwrap();

        assert_eq!(answers.query(), "work=care&work=policy&years=2");
        let again = Answers::of_query(questions(), &format!("{}&gone=1", answers.query()));
        assert_eq!(again.pairs(), answers.pairs());
    }

    #[test]
    fn what_the_work_is_has_to_be_said_and_nothing_can_be_made_up() {
        let wrong = |sent: &[(&str, &str)]| Answers::read(questions(), &pairs(sent)).unwrap_err();

        assert_eq!(wrong(&[("years", "2")]).with("work"), Some("find-choose-one"));
        let two = wrong(&[("work", "care"), ("years", "1"), ("years", "2")]);
        assert_eq!(two.with("years"), Some("find-choose-only-one"));
        assert_eq!(wrong(&[("work", "magic")]).with("work"), Some("find-no-such-answer"));
    }
}
