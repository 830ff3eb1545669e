//! What is typed about practice leadership.

use askama::Template;
use rules::Locker;
use rules::locker::{EntryId, Leadership, Track};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{Around, Asked, Sheet, in_order, name_in, past_or_open, sound};
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LeadershipForm {
    pub activity: String,
    pub track: String,
    pub from: String,
    pub to: String,
    pub version: String,
}

pub const TRACKS: [(&str, Track); 3] = [
    ("clinical", Track::Clinical),
    ("policy", Track::Policy),
    ("research-faculty", Track::ResearchFaculty),
];

impl Sheet for LeadershipForm {
    type Entry = Leadership;
    const KIND: Kind = Kind::Leadership;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Leadership, Problems> {
        let mut problems = Problems::default();
        let activity = problems.note("activity", typed::line(&self.activity, 300));
        let track = problems.note("track", typed::one_of(&self.track, &TRACKS));
        let from = problems.note("from", typed::past_day(&self.from, asked.today));
        let to = problems.note("to", past_or_open(&self.to, asked));
        problems.note("to", in_order(from, to.flatten()));
        let (Some(activity), Some(track), Some(from), Some(to)) = (activity, track, from, to)
        else {
            return Err(problems);
        };
        let leadership = Leadership { id, activity, track, from, to };
        let alone = Locker { leadership: vec![leadership.clone()], ..Locker::default() };
        sound(&alone, &[("", "to", "locker-ends-first")])?;
        Ok(leadership)
    }

    fn of(entry: &Leadership, _: Lang) -> Self {
        Self {
            activity: entry.activity.clone(),
            track: name_in(&TRACKS, &entry.track).to_owned(),
            from: entry.from.to_string(),
            to: entry.to.map(|it| it.to_string()).unwrap_or_default(),
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
