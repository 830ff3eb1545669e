//! The stage: the clock that is turned, the people on it, and what they read on pages and in
//! letters.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

use super::canary::Marks;
use super::cast::{PASSWORD, Role};
use crate::app::App;
use crate::clock::Dial;
use crate::story::{Answer, Browser};

/// How long a sign-in is relied on; it would last a little longer.
const SIGNED_IN_FOR: SignedDuration = SignedDuration::from_hours(24 * 13);

/// Where the story is told.
pub(super) struct Stage<'a> {
    pub app: &'a App,
    dial: &'a Dial,
    /// The day on which the story ends: today.
    pub today: Date,
    outbox: PathBuf,
    /// What is put into every private text; in the canary fixture only.
    marks: Option<Marks>,
}

/// Somebody on the stage.
pub(super) struct Person {
    pub role: Role,
    /// What they are called here, and where they sign in.
    pub name: String,
    pub email: String,
    browser: Browser,
    signed_in_at: Timestamp,
}

impl<'a> Stage<'a> {
    /// An empty stage; the story ends when the dial shows now.
    pub fn new(app: &'a App, dial: &'a Dial) -> Self {
        let today = dial.now().to_zoned(app.zone.clone()).date();
        Self { app, dial, today, outbox: app.settings.data.join("outbox"), marks: None }
    }

    /// The same, where every private text is marked.
    pub fn marked(app: &'a App, dial: &'a Dial) -> Self {
        let marks = Some(Marks::new(&app.program.id));
        Self { marks, ..Self::new(app, dial) }
    }

    /// What was put into private texts.
    pub fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// An address of the cast's, in this house.
    pub fn address(&self, email: &str) -> String {
        self.marks.as_ref().map_or_else(|| email.to_owned(), |it| it.address(email))
    }

    /// What a rater is called here.
    pub fn rater(&self, name: &str, email: &str) -> String {
        let email = self.address(email);
        self.marks.as_ref().map_or_else(|| name.to_owned(), |it| it.rater(name, &email))
    }

    /// Gives somebody a role in this house.
    pub async fn grants(&self, person: Role, role: &str) -> anyhow::Result<()> {
        self.app.grant(&self.address(person.email), role).await
    }

    /// Whether the association takes applications for a category today.
    pub fn offers(&self, category: &str) -> bool {
        self.app.program.is_offered(category)
    }

    /// So many days before today.
    pub fn ago(&self, days: i64) -> Date {
        back(self.today, days)
    }

    /// Turns the clock to the morning of a day; to a few minutes ago if that is still to come.
    pub fn turn_to(&self, day: Date) -> anyhow::Result<()> {
        let latest = self.today.to_zoned(self.app.zone.clone())?.timestamp();
        let morning = day.at(9, 30, 0, 0).to_zoned(self.app.zone.clone())?.timestamp();
        self.dial.set(if day >= self.today { latest } else { morning });
        Ok(())
    }

    /// Somebody registers on a day and confirms the address.
    pub async fn arrives(&self, role: Role, day: Date) -> anyhow::Result<Person> {
        self.arrives_speaking(role, day, Browser::new(self.app)).await
    }

    /// The same, with a browser that may read another language.
    pub async fn arrives_speaking(
        &self,
        role: Role,
        day: Date,
        browser: Browser,
    ) -> anyhow::Result<Person> {
        self.turn_to(day)?;
        let email = self.address(role.email);
        let name = self.marks.as_ref().map(|it| it.arrives(role, &email));
        let name = name.unwrap_or_else(|| role.name.to_owned());
        let mut person = Person { role, name, email, browser, signed_in_at: self.dial.now() };
        person.browser.register(&person.name, &person.email, PASSWORD).await?;
        let link = self.letter(role.email, "/confirm/").await?;
        self.does(&mut person, &link, &[]).await?;
        Ok(person)
    }

    /// It is that day for somebody: the clock is turned, and they sign in if it was long ago.
    pub async fn is(&self, person: &mut Person, day: Date) -> anyhow::Result<()> {
        self.turn_to(day)?;
        let now = self.dial.now();
        let since = now.duration_since(person.signed_in_at);
        if since > SIGNED_IN_FOR || since < -SIGNED_IN_FOR {
            person.browser.sign_in(&person.email, PASSWORD).await?;
            person.signed_in_at = now;
        }
        Ok(())
    }

    /// Somebody sends a form, and it is accepted. A minute goes by.
    pub async fn does(
        &self,
        person: &mut Person,
        path: &str,
        fields: &[(&str, &str)],
    ) -> anyhow::Result<Answer> {
        self.dial.set(self.dial.now() + SignedDuration::from_secs(60));
        let answer = match &self.marks {
            None => person.browser.did(path, fields).await,
            Some(marks) => {
                let marked = marks.fields(path, fields, &person.email);
                let fields: Vec<_> = marked.iter().map(|(name, it)| (*name, it.as_str())).collect();
                person.browser.did(path, &fields).await
            }
        };
        answer.with_context(|| format!("{}, {}", person.role.name, self.dial.now()))
    }

    /// Somebody without an account sends a form, and it is accepted.
    pub async fn says(&self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let marked = self.marks.as_ref().map(|it| it.fields(path, fields, ""));
        let fields = match &marked {
            Some(marked) => marked.iter().map(|(name, it)| (*name, it.as_str())).collect(),
            None => fields.to_vec(),
        };
        self.visitor().did(path, &fields).await?;
        Ok(())
    }

    /// Somebody hands a document in.
    pub async fn uploads(&self, person: &mut Person, name: &str) -> anyhow::Result<()> {
        let fields = [("name", name)];
        let marked = self.marks.as_ref().map(|it| it.fields("/documents", &fields, &person.email));
        let fields = match &marked {
            Some(marked) => marked.iter().map(|(name, it)| (*name, it.as_str())).collect(),
            None => fields.to_vec(),
        };
        let file = ("file", "sample.pdf", &b"%PDF-1.7\n"[..]);
        let answer = person.browser.upload("/documents", &fields, file).await?;
        anyhow::ensure!(answer.status.is_redirection(), "{name}: {}", answer.status);
        Ok(())
    }

    /// Somebody opens a page and reads it.
    pub async fn reads(&self, person: &mut Person, path: &str) -> anyhow::Result<String> {
        let answer = person.browser.get(path).await?;
        let (name, status) = (person.role.name, answer.status);
        anyhow::ensure!(status.is_success(), "{name}: GET {path}: {status}");
        Ok(answer.html())
    }

    /// The path in the newest letter to an address; every letter that is due leaves first.
    pub async fn letter(&self, to: &str, beginning: &str) -> anyhow::Result<String> {
        self.app.work().await?;
        let found = newest_path(&self.outbox, &self.address(to), beginning)?;
        found.with_context(|| format!("no letter to {to} with {beginning}"))
    }

    /// Somebody without an account.
    pub fn visitor(&self) -> Browser {
        Browser::new(self.app)
    }
}

/// So many days before a day.
pub(super) fn back(day: Date, days: i64) -> Date {
    day.saturating_sub(Span::new().days(days))
}

/// The newest path that begins so, in the letters to an address; without the language.
pub(super) fn newest_path(
    outbox: &Path,
    to: &str,
    beginning: &str,
) -> std::io::Result<Option<String>> {
    let mut letters = Vec::new();
    for entry in std::fs::read_dir(outbox)? {
        letters.push(entry?.path());
    }
    // They are named in the order in which they were written.
    letters.sort();
    for letter in
        letters.into_iter().rev().filter(|it| it.extension().is_some_and(|it| it == "eml"))
    {
        let text = String::from_utf8_lossy(&std::fs::read(letter)?).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or_default();
        let body = body.replace("=\n", "").replace("=3D", "=");
        if let Some(path) = path_in(&body, beginning).filter(|_| head.contains(to)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn path_in(body: &str, beginning: &str) -> Option<String> {
    let at = body.find(beginning)?;
    body.get(at..)?.split_whitespace().next().map(str::to_owned)
}

/// What stands in the quotes after a mark on a page, every time.
pub(super) fn quoted_after<'h>(html: &'h str, mark: &str) -> Vec<&'h str> {
    html.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands between two marks on a page, with the five signs that pages write differently.
pub(super) fn between(html: &str, before: &str, after: &str) -> Option<String> {
    let (_, rest) = html.split_once(before)?;
    let (text, _) = rest.split_once(after)?;
    let plain = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
    Some(plain.replace("&#39;", "'").replace("&#38;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_people_read_them() {
        let page = r#"<input name="state" value="submitted"><textarea>A &#38; B</textarea>"#;

        assert_eq!(quoted_after(page, r#"name="state" value=""#), ["submitted"]);
        assert_eq!(between(page, "<textarea>", "</textarea>"), Some("A & B".to_owned()));
        assert_eq!(
            path_in("see http://x/es/ratings/ab_c now", "/ratings/"),
            Some("/ratings/ab_c".to_owned())
        );
    }
}
