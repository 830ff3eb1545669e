//! In-service training: clock minutes, in all or about one subject; a minute counts once.

use alloc::vec::Vec;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::locker::Training;
use crate::policy::{AskTraining, Subject};
use crate::renewal::Volunteered;

pub(crate) fn find(ask: &AskTraining, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::for_entries(scene.locker.trainings.len());
    for (training, shows_area) in scene.locker.trainings.iter().zip(&scene.shows_area) {
        add(ask, scene, (training, *shows_area), &mut tally);
    }
    if let Some(most) = ask.volunteer_minutes {
        add_volunteering(u64::from(most), scene, &mut tally);
    }
    tally.against(Unit::Minutes, ask.minutes.map(u64::from), Step::MinutesMore)
}

/// Adds a training, of which is known whether it shows a competency area.
fn add(
    ask: &AskTraining,
    scene: &Scene<'_>,
    (training, shows_area): (&Training, bool),
    tally: &mut Tally,
) {
    let (id, minutes) = (&training.id, training.minutes);
    // What of it the requirement is about, and what of that had to be taught.
    let (asked, taught) = match ask.subject {
        None => (minutes.total(), minutes.rsc),
        Some(Subject::Imh) => (u64::from(minutes.imh), 0),
        Some(Subject::Rsc) => (u64::from(minutes.rsc), minutes.rsc),
        Some(Subject::Dei) => (u64::from(minutes.dei), 0),
    };
    if asked == 0 {
        tally.exclude(id, minutes.total(), Reason::WrongSubject);
    } else if training.from > scene.on {
        tally.exclude(id, asked, Reason::AfterDate);
    } else if scene.since.is_some_and(|since| training.to < since) {
        tally.exclude(id, asked, Reason::BeforeWindow);
    } else if ask.names_area && !shows_area {
        tally.exclude(id, asked, Reason::NoCompetency);
    } else {
        let taught = if ask.didactic_rsc { u64::from(taught) } else { 0 };
        let straddles =
            training.to > scene.on || scene.since.is_some_and(|since| training.from < since);
        let (counted, discussed) = match training.didactic {
            Some(true) => (asked, 0),
            _ => (asked - taught, taught),
        };
        if discussed > 0 {
            if training.didactic.is_none() {
                tally.doubt(id, discussed, Reason::NotDidactic);
            } else {
                tally.exclude(id, discussed, Reason::NotDidactic);
            }
        }
        if counted > 0 && straddles {
            tally.doubt(id, counted, Reason::Straddles);
        } else if counted > 0 {
            tally.count(id, counted);
        }
    }
}

/// Hours given to the association count up to a limit, in the order of their days.
fn add_volunteering(most: u64, scene: &Scene<'_>, tally: &mut Tally) {
    let mut given: Vec<&Volunteered> = scene.volunteered.iter().collect();
    given.sort_by_key(|it| (it.on, &it.id));
    let mut room = most;
    for it in given {
        let minutes = u64::from(it.minutes);
        if it.on > scene.on {
            tally.exclude(&it.id, minutes, Reason::AfterDate);
        } else if scene.since.is_some_and(|since| it.on < since) {
            tally.exclude(&it.id, minutes, Reason::BeforeWindow);
        } else {
            let counted = minutes.min(room);
            room -= counted;
            if counted > 0 {
                tally.count(&it.id, counted);
            }
            if counted < minutes {
                tally.exclude(&it.id, minutes - counted, Reason::SlotTaken);
            }
        }
    }
}
