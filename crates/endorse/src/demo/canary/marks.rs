//! What is put into private texts: which text of which form, in whose words, and who may read it.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::demo::cast::{self, Role};

/// Who may read a text, as a rule about roles; [`super`] makes people of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// The person it is about.
    Own,
    /// The same, the coordinators, and the reviewers who have opened the file.
    File,
    /// Coordinators and those reviewers; never the person.
    Judges,
    /// Coordinators.
    Desk,
    /// The person and the coordinators.
    DeskAndOwn,
    /// Coordinators, and whoever wrote it.
    DeskAndWriter,
    /// Those, and the person it is for.
    DeskWriterAndOwn,
    /// An advisor who wrote it, and the person it is about.
    AdvisorAndOwn,
    /// Administrators.
    House,
    /// The person, the coordinators, the treasurer, and an auditor.
    Money,
    /// The person, the coordinators, and an auditor.
    Standing,
    /// What an applicant is called: whoever works on the file or on its fees, an auditor, an advisor
    /// whom they agreed to; everybody once they are endorsed.
    Applicant,
    /// What somebody with a role is called: the desk, the administrator, they themselves, and whoever
    /// was asked whether they may advise them.
    Reviewer,
}

use Readers::{
    AdvisorAndOwn, Applicant, Desk, DeskAndOwn, DeskAndWriter, DeskWriterAndOwn, File, House,
    Judges, Money, Own, Reviewer, Standing,
};

/// Every private text that the front door takes: the address (an id or a secret is `{}`), the field,
/// where it is kept.
const PRIVATE: &[(&str, &str, &str, &str, Readers)] = &[
    ("/locker/education", "title", "entries", "education.title", File),
    ("/locker/education", "institution", "entries", "education.institution", File),
    ("/locker/education", "field", "entries", "education.field", File),
    ("/locker/courses", "title", "entries", "course.title", File),
    ("/locker/courses", "institution", "entries", "course.institution", File),
    ("/locker/work", "role", "entries", "work.role", File),
    ("/locker/work", "employer", "entries", "work.employer", File),
    ("/locker/trainings", "title", "entries", "training.title", File),
    ("/locker/trainings", "trainer", "entries", "training.trainer", File),
    ("/locker/leadership", "activity", "entries", "leadership.activity", File),
    ("/locker/rsc", "provider", "entries", "rsc.provider", File),
    ("/locker/trainings/draft", "title", "drafts", "body", Own),
    ("/documents", "name", "documents", "name", File),
    ("/applications/{}/payments/{}/promise", "note", "charges", "promise_note", Money),
    ("/desk/charges/{}/confirmation", "note", "charges", "confirmed_note", Money),
    ("/desk/charges/{}/waiver", "reason", "charges", "waive_reason", Money),
    ("/memberships/claims", "name", "membership_claims", "of_association", DeskAndOwn),
    ("/memberships/claims", "note", "membership_claims", "note", DeskAndOwn),
    ("/desk/membership-claims/{}/refusal", "reason", "membership_claims", "reason", DeskAndOwn),
    ("/ratings/{}", "known_as", "reference_requests", "answers", Judges),
    ("/ratings/{}", "overall_comment", "reference_requests", "comment", Judges),
    ("/ratings/{}/draft", "overall_comment", "reference_requests", "comment-draft", Judges),
    ("/ratings/{}/refusal", "refusal_reason", "reference_requests", "decline_reason", Desk),
    ("/ratings/{}/refusal", "refusal_suggestion", "reference_requests", "suggestion", File),
    ("/reviews/{}/findings", "comment", "review_findings", "comment", DeskAndWriter),
    ("/reviews/{}/findings", "question", "review_findings", "question", DeskWriterAndOwn),
    ("/reviews/{}/summary", "summary", "review_assignments", "summary", DeskAndWriter),
    ("/desk/applications/{}/decisions", "letter", "decisions", "letter", DeskAndOwn),
    ("/desk/applications/{}/decisions", "override_reason", "audit_events", "detail", Desk),
    ("/desk/endorsements/{}/name", "reason", "former_names", "reason", Standing),
    ("/desk/endorsements/{}/revoke", "reason", "endorsement_intervals", "reason", Standing),
    ("/desk/renewals/{}/return", "note", "renewals", "return_note", DeskAndOwn),
    ("/advising/{}/contacts", "note", "advising_contacts", "note", AdvisorAndOwn),
    ("/desk/roles/{}/end", "reason", "roles", "end_reason", House),
    ("/desk/association/dates/new", "decided", "association_dates", "decided", House),
];

/// Roles that are named on the page of roles as reviewers are.
const STAFF: [&str; 5] = ["advisor", "auditor", "grader", "network", "treasurer"];

/// Texts that are left empty unless they say something.
const NOT_IF_EMPTY: [&str; 2] = ["question", "known_as"];

/// A mark, and whose text it stands in.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub text: String,
    pub table: &'static str,
    pub column: &'static str,
    pub readers: Readers,
    /// The address of the person it is about.
    pub about: String,
    /// The address of whoever wrote it; nothing for people without an account.
    pub writer: String,
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub email: String,
    pub name: String,
    pub role: Role,
}

/// The marks of one association so far.
#[derive(Debug)]
pub(in crate::demo) struct Marks {
    association: String,
    kept: RefCell<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    marks: Vec<Mark>,
    accounts: Vec<Account>,
    raters: HashMap<String, String>,
    /// The applicant whom everything is about just now.
    about: String,
}

impl Marks {
    pub(in crate::demo) fn new(association: &str) -> Self {
        Self { association: association.to_owned(), kept: RefCell::default() }
    }

    /// An address of the cast's, at this association: nobody has the same one at another.
    pub(in crate::demo) fn address(&self, email: &str) -> String {
        email.replace("@example.org", &format!("@{}.example.org", self.association))
    }

    /// Somebody opens an account; says what they are called.
    pub(in crate::demo) fn arrives(&self, role: Role, email: &str) -> String {
        let is_staff = [cast::COORDINATOR.role, cast::ADMINISTRATOR.role].contains(&role.role);
        let has_role = role.role.contains("reviewer") || STAFF.contains(&role.role);
        let readers = if has_role { Reviewer } else { Applicant };
        self.kept.borrow_mut().about = email.to_owned();
        let mut name = role.name.to_owned();
        if !is_staff {
            name = format!("{name} {}", self.mark(("people", "name", readers), email));
        }
        let account = Account { email: email.to_owned(), name: name.clone(), role };
        self.kept.borrow_mut().accounts.push(account);
        name
    }

    /// What a rater is called, by the applicant who asks first.
    pub(in crate::demo) fn rater(&self, name: &str, email: &str) -> String {
        if let Some(known) = self.kept.borrow().raters.get(email) {
            return known.clone();
        }
        let about = self.kept.borrow().about.clone();
        let mark = self.mark(("reference_requests", "rater_name", File), &about);
        let name = format!("{name} {mark}");
        self.kept.borrow_mut().raters.insert(email.to_owned(), name.clone());
        name
    }

    /// A form with a mark in every private text of it.
    pub(in crate::demo) fn fields<'a>(
        &self,
        path: &str,
        fields: &[(&'a str, &str)],
        writer: &str,
    ) -> Vec<(&'a str, String)> {
        let path = template(path);
        let one = |(name, value): &(&'a str, &str)| {
            let found = PRIVATE.iter().find(|it| it.0 == path && it.1 == *name);
            let private = found.filter(|_| !(value.is_empty() && NOT_IF_EMPTY.contains(name)));
            let Some((_, _, table, column, readers)) = private else {
                return (*name, (*value).to_owned());
            };
            let mark = self.mark((table, column, *readers), writer);
            (*name, format!("{value} {mark}").trim().to_owned())
        };
        fields.iter().map(one).collect()
    }

    /// From now on everything is about that applicant.
    pub(in crate::demo) fn is_about(&self, email: &str) {
        self.kept.borrow_mut().about = email.to_owned();
    }

    pub(super) fn all(&self) -> Vec<Mark> {
        self.kept.borrow().marks.clone()
    }

    pub(super) fn accounts(&self) -> Vec<Account> {
        self.kept.borrow().accounts.clone()
    }

    fn mark(
        &self,
        (table, column, readers): (&'static str, &'static str, Readers),
        writer: &str,
    ) -> String {
        let mut kept = self.kept.borrow_mut();
        let number = kept.marks.len() + 1;
        let text = format!("CANARY-{}-{table}-{column}-{number}", self.association);
        let (about, writer) = (kept.about.clone(), writer.to_owned());
        kept.marks.push(Mark { text: text.clone(), table, column, readers, about, writer });
        text
    }
}

/// An address without what names one thing: ids, and the secrets of ratings.
fn template(path: &str) -> String {
    let mut before = "";
    let mut parts = Vec::new();
    for part in path.split('/') {
        let is_name = part.parse::<uuid::Uuid>().is_ok() || before == "ratings";
        parts.push(if is_name { "{}" } else { part });
        before = part;
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_text_is_marked_and_nothing_else() {
        let marks = Marks::new("ct-aimh");
        let path = "/ratings/a-secret";
        let typed = [("overall_comment", "Kind."), ("known_months", "30"), ("known_as", "")];

        let marked = marks.fields(path, &typed, "");

        let first = "Kind. CANARY-ct-aimh-reference_requests-comment-1".to_owned();
        let others = [("known_months", "30".to_owned()), ("known_as", String::new())];
        assert_eq!(marked[0], ("overall_comment", first));
        assert_eq!(marked[1..], others);
        assert_eq!(marks.all()[0].readers, Judges);
    }

    #[test]
    fn the_same_rater_keeps_the_name() {
        let marks = Marks::new("ct-aimh");
        let name = marks.rater("Rhea", "rhea@example.org");

        assert_eq!(marks.rater("Rhea", "rhea@example.org"), name);
        assert_eq!(marks.all().len(), 1);
    }
}
