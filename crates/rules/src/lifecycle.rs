//! The life of an application: which step may follow which.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The applicant gathers evidence.
    Preparing,
    /// The applicant is done; the association has not begun.
    Submitted,
    /// Reviewers judge it.
    InReview,
    /// The applicant is asked for more; the file is open again.
    MoreInformation,
    /// Everything but the exam is there.
    ApprovedForExam,
    /// The exam is passed; the endorsement is still to be given.
    ExamPassed,
    /// Endorsed. An end.
    Endorsed,
    /// Not now. An end: a new application may follow.
    Deferred,
    /// Resting, on request or for want of something.
    OnHold,
    /// Given up by the applicant. An end.
    Withdrawn,
    /// Its time ran out. An end.
    Expired,
}

/// What may happen to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The applicant hands it in, for the first time or again.
    Submit,
    /// The coordinator gives it to reviewers.
    Review,
    /// The coordinator asks for more.
    AskForMore,
    /// The coordinator approves it for the exam.
    ApproveForExam,
    /// A passed exam is recorded.
    PassExam,
    /// The endorsement is given.
    Endorse,
    /// The decision is "not now".
    Defer,
    /// It is put to rest.
    Hold,
    /// It is taken up again where it was: see [`resume`].
    Resume,
    /// The applicant gives it up.
    Withdraw,
    /// Its time runs out.
    Expire,
}

impl State {
    /// Every state there is, in the order of a life.
    pub const ALL: [Self; 11] = [
        Self::Preparing,
        Self::Submitted,
        Self::InReview,
        Self::MoreInformation,
        Self::ApprovedForExam,
        Self::ExamPassed,
        Self::Endorsed,
        Self::Deferred,
        Self::OnHold,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// The state's name in rows, files and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Submitted => "submitted",
            Self::InReview => "in-review",
            Self::MoreInformation => "more-information",
            Self::ApprovedForExam => "approved-for-exam",
            Self::ExamPassed => "exam-passed",
            Self::Endorsed => "endorsed",
            Self::Deferred => "deferred",
            Self::OnHold => "on-hold",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// The state of that name, if there is one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Whether nothing may follow.
    #[must_use]
    pub fn is_end(self) -> bool {
        matches!(self, Self::Endorsed | Self::Deferred | Self::Withdrawn | Self::Expired)
    }

    /// Whether the applicant may change the evidence it draws on.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Preparing | Self::MoreInformation)
    }

    /// Where a step leads, or `None` if it may not follow.
    ///
    /// [`Step::Resume`] needs to know what was before: use [`resume`].
    ///
    /// # Example
    ///
    /// ```
    /// use rules::lifecycle::{State, Step};
    ///
    /// assert_eq!(State::Preparing.after(Step::Submit), Some(State::Submitted));
    /// assert_eq!(State::Preparing.after(Step::Endorse), None);
    /// ```
    #[must_use]
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Preparing | Self::MoreInformation, Step::Submit) => Some(Self::Submitted),
            (Self::Submitted, Step::Review) => Some(Self::InReview),
            (Self::Submitted | Self::InReview, Step::AskForMore) => Some(Self::MoreInformation),
            (Self::InReview, Step::ApproveForExam) => Some(Self::ApprovedForExam),
            (Self::ApprovedForExam, Step::PassExam) => Some(Self::ExamPassed),
            (Self::InReview | Self::ExamPassed, Step::Endorse) => Some(Self::Endorsed),
            (Self::InReview | Self::ApprovedForExam, Step::Defer) => Some(Self::Deferred),
            (_, Step::Hold) if !self.is_end() && self != Self::OnHold => Some(Self::OnHold),
            (_, Step::Withdraw) if !self.is_end() => Some(Self::Withdrawn),
            (_, Step::Expire) if !self.is_end() => Some(Self::Expired),
            _ => None,
        }
    }
}

/// Where an application on hold goes on: where it was before, if it may.
#[must_use]
pub fn resume(now: State, before: State) -> Option<State> {
    (now == State::OnHold && before.after(Step::Hold) == Some(State::OnHold)).then_some(before)
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_from_the_first_minute_to_the_endorsement() {
        let steps = [
            (Step::Submit, State::Submitted),
            (Step::Review, State::InReview),
            (Step::AskForMore, State::MoreInformation),
            (Step::Submit, State::Submitted),
            (Step::Review, State::InReview),
            (Step::ApproveForExam, State::ApprovedForExam),
            (Step::PassExam, State::ExamPassed),
            (Step::Endorse, State::Endorsed),
        ];

        let mut state = State::Preparing;
        for (step, next) in steps {
            assert_eq!(state.after(step), Some(next), "{state} {step:?}");
            state = next;
        }
    }

    /// Every step that may follow, state by state; what is not here may not.
    #[test]
    fn every_other_step_is_refused() {
        use State::*;
        use Step::*;
        let ends = [(Hold, OnHold), (Withdraw, Withdrawn), (Expire, Expired)];
        let own: [(State, &[(Step, State)]); 7] = [
            (Preparing, &[(Submit, Submitted)]),
            (Submitted, &[(Review, InReview), (AskForMore, MoreInformation)]),
            (
                InReview,
                &[
                    (AskForMore, MoreInformation),
                    (ApproveForExam, ApprovedForExam),
                    (Endorse, Endorsed),
                    (Defer, Deferred),
                ],
            ),
            (MoreInformation, &[(Submit, Submitted)]),
            (ApprovedForExam, &[(PassExam, ExamPassed), (Defer, Deferred)]),
            (ExamPassed, &[(Endorse, Endorsed)]),
            (OnHold, &[]),
        ];
        let steps = [
            Submit,
            Review,
            AskForMore,
            ApproveForExam,
            PassExam,
            Endorse,
            Defer,
            Hold,
            Resume,
            Withdraw,
            Expire,
        ];
        for state in State::ALL {
            let row = own.iter().find(|it| it.0 == state).map(|it| it.1);
            for step in steps {
                let among = row.into_iter().flatten().chain(ends.iter().filter(|_| row.is_some()));
                let next = among.clone().find(|it| it.0 == step).map(|it| it.1);
                let next = next.filter(|_| (state, step) != (OnHold, Hold));
                assert_eq!(state.after(step), next, "{state} {step:?}");
            }
            assert_eq!(state.is_end(), row.is_none(), "{state}");
            assert_eq!(state.is_open(), matches!(state, Preparing | MoreInformation));
            assert_eq!(alloc::format!("{state}"), state.as_str());
            assert_eq!(serde_json::to_value(state).unwrap(), state.as_str());
        }
    }

    #[test]
    fn nothing_follows_an_end() {
        let steps = [Step::Submit, Step::Review, Step::Endorse, Step::Hold, Step::Withdraw];
        for state in State::ALL.into_iter().filter(|it| it.is_end()) {
            for step in steps {
                assert_eq!(state.after(step), None, "{state} {step:?}");
            }
        }
    }

    #[test]
    fn nobody_is_endorsed_without_a_review() {
        for state in [State::Preparing, State::Submitted, State::MoreInformation, State::OnHold] {
            assert_eq!(state.after(Step::Endorse), None, "{state}");
        }
    }

    #[test]
    fn a_rest_ends_where_it_began() {
        assert_eq!(resume(State::OnHold, State::InReview), Some(State::InReview));
        assert_eq!(resume(State::InReview, State::InReview), None);
        assert_eq!(resume(State::OnHold, State::Endorsed), None);
    }

    #[test]
    fn every_state_is_read_by_its_own_name() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Some(state));
        }
        assert_eq!(State::parse("done"), None);
    }
}
