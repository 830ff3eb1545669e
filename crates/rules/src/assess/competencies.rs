//! Competencies: every area of the category, shown by at least one course or training.
//!
//! Whether the evidence is good enough is for a reviewer; whether there is any is arithmetic. Work
//! and supervision show competencies too (seed 001), but cannot name areas in a locker: where some of it
//! counts, may count, or is of a kind that the category does not ask for, an area that no course or
//! training names is for a person to look for.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use jiff::civil::Date;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Status, Step, Unit};
use crate::locker::EntryId;
use crate::policy::AskCompetencies;

pub(super) fn find(ask: &AskCompetencies, scene: &Scene<'_>) -> Answer {
    let locker = scene.locker;
    let mut map = Map {
        ask,
        shown: vec![false; ask.areas().len()],
        tally: Tally::for_entries(locker.courses.len() + locker.trainings.len()),
        on: scene.on,
        is_shown_elsewhere: scene.shows_practice,
    };
    for course in &locker.courses {
        map.add(&course.id, course.completed, &course.competencies);
    }
    for training in &locker.trainings {
        map.add(&training.id, Some(training.to), &training.competencies);
    }
    map.answer()
}

struct Map<'a> {
    ask: &'a AskCompetencies,
    shown: Vec<bool>,
    tally: Tally,
    on: Date,
    is_shown_elsewhere: bool,
}

impl Map<'_> {
    fn add(&mut self, id: &EntryId, day: Option<Date>, competencies: &[String]) {
        if day.is_none_or(|day| day > self.on) {
            let named = u64::try_from(competencies.len()).unwrap_or(u64::MAX);
            self.tally.exclude(id, named, Reason::AfterDate);
            return;
        }
        let mut known = 0;
        for competency in competencies {
            let place = self.ask.place(competency);
            if let Some(shown) = place.and_then(|at| self.shown.get_mut(at)) {
                known += 1;
                *shown = true;
            }
        }
        if known > 0 {
            self.tally.list(id, known);
        } else {
            self.tally.exclude(id, 0, Reason::NoCompetency);
        }
    }

    fn answer(mut self) -> Answer {
        let areas = self.ask.areas();
        let empty = || areas.iter().zip(&self.shown).filter(|(_, shown)| !**shown);
        // An area that no source names for the category is for a person to ask for.
        let unsure = empty().filter(|(area, _)| self.is_shown_elsewhere || !area.confirmed).count();
        let count = |of: usize| u64::try_from(of).unwrap_or(u64::MAX);
        let asked = (!areas.is_empty()).then(|| count(areas.len()));
        self.tally.counted = count(areas.len() - empty().count());
        self.tally.in_doubt = count(unsure);
        let missing = || Step::Show(empty().map(|(area, _)| area.id.clone()).collect());
        let mut answer = self.tally.against(Unit::Areas, asked, |_| missing());
        if answer.status == Status::NeedsPerson && asked.is_some() {
            answer.step = Some(missing());
        }
        answer
    }
}
