//! Practice leadership, in one of the mentors' tracks.

mod form;

use askama::Template;
use rules::locker::Track;

use super::entries::{self, Around};
use crate::i18n::Lang;
use crate::page::Frame;
use crate::typed::Problems;

pub(super) use form::LeadershipForm;

#[derive(Template)]
#[template(path = "locker/leadership/page.html")]
struct LeadershipPage {
    frame: Frame,
    around: Around,
    form: LeadershipForm,
    problems: Problems,
    tracks: Vec<(String, String)>,
}

fn page(around: Around, form: LeadershipForm, problems: Problems) -> LeadershipPage {
    let tracks = entries::choices(around.frame.lang, "locker-track-", &form::TRACKS);
    LeadershipPage { frame: around.frame.clone(), tracks, around, form, problems }
}

/// The name of a track.
pub(super) fn track(lang: Lang, track: Track) -> String {
    lang.say(&format!("locker-track-{}", entries::name_in(&form::TRACKS, &track))).into_owned()
}
