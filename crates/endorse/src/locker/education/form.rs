//! What is typed about a degree.

use askama::Template;
use rules::Locker;
use rules::locker::{Degree, Education, EntryId, Transcript};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{Around, Asked, Sheet, name_in, optional, past_or_open, sound};
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct EducationForm {
    pub degree: String,
    pub title: String,
    pub institution: String,
    pub field: String,
    pub conferred: String,
    pub transcript: String,
    pub version: String,
}

pub const DEGREES: [(&str, Degree); 8] = [
    ("none", Degree::None),
    ("cda", Degree::Cda),
    ("certificate", Degree::Certificate),
    ("associate", Degree::Associate),
    ("bachelor", Degree::Bachelor),
    ("master", Degree::Master),
    ("doctorate", Degree::Doctorate),
    ("other", Degree::Other),
];

pub const TRANSCRIPTS: [(&str, Transcript); 3] = [
    ("official", Transcript::Official),
    ("unofficial", Transcript::Unofficial),
    ("none", Transcript::None),
];

impl Sheet for EducationForm {
    type Entry = Education;
    const KIND: Kind = Kind::Education;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Education, Problems> {
        let mut problems = Problems::default();
        let degree = problems.note("degree", typed::one_of(&self.degree, &DEGREES));
        let title = problems.note("title", typed::line_or_none(&self.title, 200));
        // Whoever has no degree has no institution to name; whoever has one does.
        let institution = match degree {
            Some(Degree::None) => typed::line_or_none(&self.institution, 200),
            _ => typed::line(&self.institution, 200).map(Some),
        };
        let institution = problems.note("institution", institution);
        let field = problems.note("field", typed::line_or_none(&self.field, 200));
        let conferred = problems.note("conferred", past_or_open(&self.conferred, asked));
        let transcript = problems.note("transcript", optional(&self.transcript, &TRANSCRIPTS));
        let (Some(degree), Some(title), Some(institution)) = (degree, title, institution) else {
            return Err(problems);
        };
        let (Some(field), Some(conferred), Some(transcript)) = (field, conferred, transcript)
        else {
            return Err(problems);
        };
        let education = Education {
            id,
            degree,
            title: title.unwrap_or_default(),
            institution: institution.unwrap_or_default(),
            field: field.unwrap_or_default(),
            conferred,
            transcript,
        };
        let alone = Locker { education: vec![education.clone()], ..Locker::default() };
        sound(&alone, &[("", "degree", "locker-does-not-fit")])?;
        Ok(education)
    }

    fn of(entry: &Education, _: Lang) -> Self {
        Self {
            degree: name_in(&DEGREES, &entry.degree).to_owned(),
            title: entry.title.clone(),
            institution: entry.institution.clone(),
            field: entry.field.clone(),
            conferred: entry.conferred.map(|it| it.to_string()).unwrap_or_default(),
            transcript: entry.transcript.map_or("", |it| name_in(&TRANSCRIPTS, &it)).to_owned(),
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
