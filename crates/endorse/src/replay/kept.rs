//! Rules as they were when something was decided by them, and what was edited in them since.

use std::collections::HashMap;

use rules::Policy;

use super::rows::{self, Decided};
use crate::programs::Programs;

/// A version as it was kept.
pub(super) struct Old {
    pub policy: Policy,
    /// What a program has edited in it since; `None` if none has it any more.
    pub edits: Option<Vec<Edit>>,
}

/// An edit: of which requirement, if of one, and what was edited.
pub(super) type Edit = (Option<&'static str>, String);

/// Rules as they were kept, read once each: there are as many as versions, however many decisions.
#[derive(Default)]
pub(super) struct Kept(HashMap<Key, Result<Old, String>>);

/// Association, category, version, digest.
type Key = (String, String, String, String);

impl Kept {
    /// Reads the rules of a decision, unless they are read already.
    pub async fn fetch(
        &mut self,
        tx: &mut db::Tx,
        programs: &Programs,
        of: &Decided,
    ) -> anyhow::Result<()> {
        let Some(key) = key(of) else { return Ok(()) };
        if self.0.contains_key(&key) {
            return Ok(());
        }
        let text = rows::policy(tx, &key).await?;
        let read = match text {
            None => Err("nothing is kept by their digest".to_owned()),
            Some(text) if crate::files::sha256(text.as_bytes()) != key.3 => {
                Err("what is kept does not have their digest".to_owned())
            }
            Some(text) => serde_json::from_str(&text).map_err(|error| error.to_string()),
        };
        let old = read.map(|policy| {
            let edits = now(programs, of).map(|now| edits(&policy, now));
            Old { policy, edits }
        });
        self.0.insert(key, old);
        Ok(())
    }

    /// The rules of a decision; `None` for one from before they were kept.
    pub fn get(&self, of: &Decided) -> Option<&Result<Old, String>> {
        self.0.get(&key(of)?)
    }
}

/// The version of a decision as a program has it now.
pub(super) fn now<'a>(programs: &'a Programs, of: &Decided) -> Option<&'a Policy> {
    programs.rulebook(&of.association_id)?.policy_version(&of.category, &of.policy_version)
}

fn key(of: &Decided) -> Option<Key> {
    let sha256 = of.policy_sha256.clone()?;
    Some((of.association_id.clone(), of.category.clone(), of.policy_version.clone(), sha256))
}

/// What was edited in a version. Its last day may be given to it once, when another follows.
fn edits(was: &Policy, now: &Policy) -> Vec<Edit> {
    let ended = was.effective_to.is_none() && now.effective_to.is_some();
    let same = Policy { effective_to: now.effective_to, ..was.clone() };
    if same == *now && (ended || was.effective_to == now.effective_to) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for old in &was.requirements {
        match now.requirement(old.id) {
            None => edits.push((Some(old.id.as_str()), "the version was edited: gone".to_owned())),
            Some(new) if new != old => {
                let what = if new.ask == old.ask { "its words" } else { "what it asks" };
                edits.push((Some(old.id.as_str()), format!("the version was edited: {what}")));
            }
            Some(_) => {}
        }
    }
    for new in now.requirements.iter().filter(|it| was.requirement(it.id).is_none()) {
        edits.push((Some(new.id.as_str()), "the version was edited: new".to_owned()));
    }
    if edits.is_empty() {
        edits.push((None, "the version was edited: its days, words or areas".to_owned()));
    }
    edits
}
