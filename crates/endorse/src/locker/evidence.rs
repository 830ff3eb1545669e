//! An entry of any kind: what a row's body holds, and how pages tell it.

use jiff::civil::Date;
use rules::locker::{Course, Education, Leadership, Rsc, Setting, Training, Work};

use super::kind::Kind;
use super::{leadership, rsc, work};
use crate::i18n::Lang;
use crate::programs::Program;
use crate::programs::framework::Group;

/// An entry of any kind.
#[derive(Clone, Debug)]
pub(super) enum Evidence {
    Education(Education),
    Course(Course),
    Work(Work),
    Training(Training),
    Leadership(Leadership),
    Rsc(Rsc),
}

/// An entry, ready to be shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub title: String,
    pub facts: Vec<String>,
    /// The figure at the right edge: hours, families, nothing.
    pub amount: String,
    /// What is under the figure.
    pub about: String,
    /// Names of competency areas and the like.
    pub chips: Vec<String>,
}

impl Evidence {
    /// Reads the body of a row.
    pub fn read(kind: Kind, body: &str) -> anyhow::Result<Self> {
        Ok(match kind {
            Kind::Education => Self::Education(serde_json::from_str(body)?),
            Kind::Courses => Self::Course(serde_json::from_str(body)?),
            Kind::Work => Self::Work(serde_json::from_str(body)?),
            Kind::Trainings => Self::Training(serde_json::from_str(body)?),
            Kind::Leadership => Self::Leadership(serde_json::from_str(body)?),
            Kind::Rsc => Self::Rsc(serde_json::from_str(body)?),
        })
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Education(_) => Kind::Education,
            Self::Course(_) => Kind::Courses,
            Self::Work(_) => Kind::Work,
            Self::Training(_) => Kind::Trainings,
            Self::Leadership(_) => Kind::Leadership,
            Self::Rsc(_) => Kind::Rsc,
        }
    }

    /// First and last day; nothing where the entry has none, `None` at the end while it lasts.
    pub fn days(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Education(it) => (it.conferred, it.conferred),
            Self::Course(it) => (it.completed, it.completed),
            Self::Work(it) => (Some(it.from), it.to),
            Self::Training(it) => (Some(it.from), Some(it.to)),
            Self::Leadership(it) => (Some(it.from), it.to),
            Self::Rsc(it) => (Some(it.from), Some(it.to)),
        }
    }

    /// What sorts the newest first: what lasts or is not finished, then by the last day.
    pub fn newest(&self) -> (Date, Date) {
        let (from, to) = self.days();
        (to.unwrap_or(Date::MAX), from.unwrap_or(Date::MAX))
    }

    /// The ids of its competency areas.
    pub fn areas(&self) -> &[String] {
        match self {
            Self::Course(it) => &it.competencies,
            Self::Training(it) => &it.competencies,
            _ => &[],
        }
    }

    /// What it is called.
    pub fn title(&self, lang: Lang) -> String {
        let own = match self {
            Self::Education(it) => it.title.clone(),
            Self::Course(it) => it.title.clone(),
            Self::Work(it) => it.role.clone(),
            Self::Training(it) => it.title.clone(),
            Self::Leadership(it) => it.activity.clone(),
            Self::Rsc(it) => {
                let setting = lang.say(match it.setting {
                    Setting::Individual => "locker-rsc-individual",
                    Setting::Group => "locker-rsc-group",
                    Setting::Peer => "locker-rsc-peer",
                });
                let name = it.provider.as_ref().map_or("", |it| it.name.as_str());
                if name.is_empty() {
                    setting.into_owned()
                } else {
                    lang.say2("locker-rsc-with", "setting", setting, "name", name)
                }
            }
        };
        if !own.trim().is_empty() {
            return own;
        }
        match self {
            Self::Education(it) => super::education::degree(lang, it.degree),
            _ => lang.say(&format!("locker-one-{}", self.kind().path())).into_owned(),
        }
    }

    /// When it was, in words; empty where it is not said.
    pub fn when(&self, lang: Lang) -> String {
        match (self.days(), self) {
            ((None, _), Self::Education(_)) => lang.say("locker-not-conferred").into_owned(),
            ((None, _), _) => lang.say("locker-not-completed").into_owned(),
            ((Some(from), None), _) => lang.say1("locker-since", "day", lang.day(from)),
            ((Some(from), Some(to)), _) if from == to => lang.day(from),
            ((Some(from), Some(to)), _) => {
                lang.say2("locker-from-to", "from", lang.day(from), "to", lang.day(to))
            }
        }
    }

    /// Everything about it, in words.
    pub fn shown(&self, program: &Program, lang: Lang) -> Shown {
        let mut facts = vec![self.when(lang)];
        let mut chips = self.chips(program, lang);
        let (mut amount, mut about) = (String::new(), String::new());
        match self {
            Self::Education(it) => {
                let degree = super::education::degree(lang, it.degree);
                if self.title(lang) != degree {
                    facts.push(degree);
                }
                facts.extend([it.field.clone(), it.institution.clone()]);
                let transcript = super::education::TRANSCRIPTS;
                if let Some((name, _)) = transcript.iter().find(|all| Some(all.1) == it.transcript)
                {
                    facts.push(lang.say(&format!("locker-transcript-{name}")).into_owned());
                }
            }
            Self::Course(it) => {
                facts.push(it.institution.clone());
                if let Some(credits) = it.credits {
                    amount = super::courses::number(credits, lang);
                    about = lang.say("locker-credits").into_owned();
                }
            }
            Self::Work(it) => {
                facts.push(it.employer.clone());
                work::facts(it, lang, &mut facts);
                chips.extend(it.kinds.iter().map(|kind| work::kind(lang, *kind)));
                if let Some(families) = it.families {
                    amount = families.to_string();
                    about = lang.count("locker-families", families);
                }
            }
            Self::Training(it) => {
                facts.push(it.trainer.clone());
                let total = i64::try_from(it.minutes.total()).unwrap_or(i64::MAX);
                amount = hours(lang, total);
                about = super::trainings::split(it.minutes, lang);
            }
            Self::Leadership(it) => facts.push(leadership::track(lang, it.track)),
            Self::Rsc(it) => {
                rsc::facts(it, program, lang, &mut facts);
                amount = hours(lang, it.minutes.into());
            }
        }
        facts.retain(|it| !it.is_empty());
        Shown { title: self.title(lang), facts, amount, about, chips }
    }

    fn chips(&self, program: &Program, lang: Lang) -> Vec<String> {
        let name = |id: &String| match program.framework.area(id) {
            Some(area) => area.name(Group::Mhm, lang).to_owned(),
            None => id.clone(),
        };
        self.areas().iter().map(name).collect()
    }
}

fn hours(lang: Lang, minutes: i64) -> String {
    lang.say1("locker-hours", "hours", lang.hours(minutes))
}
