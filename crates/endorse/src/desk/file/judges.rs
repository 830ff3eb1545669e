//! What each reviewer made of the file, as the desk reads it.

use crate::identity::Signed;
use crate::reviews::assignments::OnFile;
use crate::reviews::findings;

/// A reviewer's work on the file.
pub(super) struct Judge {
    pub(super) name: String,
    pub(super) state: &'static str,
    pub(super) word: &'static str,
    pub(super) recommendation: String,
    pub(super) summary: String,
    pub(super) agreed: usize,
    pub(super) doubts: Vec<(String, &'static str, String, String)>,
    /// What to know of a review that nobody can finish; empty of any other.
    pub(super) gone: String,
    pub(super) withdraw: Option<String>,
}

/// A reviewer's part, ready to be shown: on the file at `href`, by somebody who is a reviewer today or not.
pub(super) fn judge(
    me: &Signed,
    (href, is_reviewer): (&str, bool),
    (it, found, titles): (&OnFile, &[findings::Finding], &[(&str, &str)]),
) -> Judge {
    let is_open = it.withdrawn_at.is_none() && it.completed_at.is_none();
    let is_gone = is_open && !is_reviewer;
    let (state, word) = if it.conflict_at.is_some() {
        ("wait", "desk-review-conflict")
    } else if it.decided_at.is_some() {
        ("wait", "desk-review-ended")
    } else if it.withdrawn_at.is_some() {
        ("wait", "desk-review-withdrawn")
    } else if it.completed_at.is_some() {
        ("met", "desk-review-done")
    } else if is_gone {
        ("danger", "desk-review-gone")
    } else if it.declared_at.is_some() {
        ("person", "desk-review-open")
    } else {
        ("todo", "desk-review-asked")
    };
    let mine = || found.iter().filter(|found| found.assignment_id == it.id);
    let doubts = mine()
        .filter(|it| {
            let is_silent = it.comment.is_empty() && it.question.is_empty();
            !is_silent || it.verdict.as_deref() != Some("agree")
        })
        .filter_map(|it| {
            let title = titles.iter().find(|title| title.0 == it.requirement)?.1;
            let shape = findings::state_of(it.verdict.as_deref()?);
            Some((title.to_owned(), shape, it.comment.clone(), it.question.clone()))
        });
    let may_withdraw = !me.only_looks() && is_open;
    let gone = || me.lang.say1("desk-review-gone-why", "name", it.reviewer_name.as_str());
    let recommendation = it.recommendation.as_deref();
    Judge {
        name: it.reviewer_name.clone(),
        state,
        word,
        recommendation: recommendation
            .map(|it| me.lang.say(&format!("reviews-recommend-{it}")).into_owned())
            .unwrap_or_default(),
        summary: it.summary.clone().unwrap_or_default(),
        agreed: mine().filter(|it| it.verdict.as_deref() == Some("agree")).count(),
        doubts: doubts.collect(),
        gone: is_gone.then(gone).unwrap_or_default(),
        withdraw: may_withdraw.then(|| format!("{href}/assignments/{}/withdrawal", it.id)),
    }
}
