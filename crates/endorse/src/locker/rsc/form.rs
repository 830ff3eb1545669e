//! What is typed about supervision received.

use askama::Template;
use rules::Locker;
use rules::locker::{About, EntryId, Provider, Rsc, Setting, Standing};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{Around, Asked, Sheet, hours, in_order, name_in, optional, sound};
use crate::locker::work::KINDS;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct RscForm {
    pub from: String,
    pub to: String,
    pub hours: String,
    pub setting: String,
    pub about: String,
    pub during: String,
    pub provider: String,
    pub provider_category: String,
    pub provider_since: String,
    pub provider_until: String,
    pub version: String,
}

pub const SETTINGS: [(&str, Setting); 3] =
    [("individual", Setting::Individual), ("group", Setting::Group), ("peer", Setting::Peer)];

pub const ABOUTS: [(&str, About); 2] =
    [("own-practice", About::OwnPractice), ("own-rsc-provision", About::OwnRscProvision)];

/// The provider is not endorsed, or the person does not know. The published format has no word for
/// the difference: either way no standing is known.
pub const NOT_KNOWN: &str = "none";

impl Sheet for RscForm {
    type Entry = Rsc;
    const KIND: Kind = Kind::Rsc;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Rsc, Problems> {
        let mut problems = Problems::default();
        let from = problems.note("from", typed::past_day(&self.from, asked.today));
        let to = problems.note("to", typed::past_day(&self.to, asked.today));
        problems.note("to", in_order(from, to));
        let minutes = problems.note("hours", some_hours(&self.hours));
        let setting = problems.note("setting", typed::one_of(&self.setting, &SETTINGS));
        let about = problems.note("about", optional(&self.about, &ABOUTS));
        let during = problems.note("during", optional(&self.during, &KINDS));
        let provider = self.provider(setting, asked, &mut problems);
        let (Some(from), Some(to), Some(minutes), Some(setting)) = (from, to, minutes, setting)
        else {
            return Err(problems);
        };
        let (Some(about), Some(during), Some(provider)) = (about, during, provider) else {
            return Err(problems);
        };
        let rsc = Rsc { id, from, to, minutes, setting, about, during, provider };
        let alone = Locker { rsc: vec![rsc.clone()], ..Locker::default() };
        sound(
            &alone,
            &[
                ("standings[0].to", "provider_until", "locker-ends-first"),
                (".to", "to", "locker-ends-first"),
                ("", "hours", "locker-too-many-hours"),
            ],
        )?;
        Ok(rsc)
    }

    fn of(entry: &Rsc, lang: Lang) -> Self {
        let provider = entry.provider.clone().unwrap_or_default();
        let standing = provider.standings.first();
        let category = match (standing, &entry.provider) {
            (Some(standing), _) => standing.category.to_string(),
            (None, Some(_)) => NOT_KNOWN.to_owned(),
            (None, None) => String::new(),
        };
        Self {
            from: entry.from.to_string(),
            to: entry.to.to_string(),
            hours: lang.hours(entry.minutes.into()),
            setting: name_in(&SETTINGS, &entry.setting).to_owned(),
            about: entry.about.map_or("", |it| name_in(&ABOUTS, &it)).to_owned(),
            during: entry.during.map_or("", |it| name_in(&KINDS, &it)).to_owned(),
            provider_since: standing.map(|it| it.from.to_string()).unwrap_or_default(),
            provider_until: standing
                .and_then(|it| it.to)
                .map(|it| it.to_string())
                .unwrap_or_default(),
            provider: provider.name,
            provider_category: category,
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

impl RscForm {
    /// Who gave it: nobody among peers, unless somebody is named.
    fn provider(
        &self,
        setting: Option<Setting>,
        asked: &Asked,
        problems: &mut Problems,
    ) -> Option<Option<Provider>> {
        if setting == Some(Setting::Peer) && self.provider.trim().is_empty() {
            return Some(None);
        }
        let name = problems.note("provider", typed::line(&self.provider, 200));
        let category = match self.provider_category.as_str() {
            NOT_KNOWN | "unknown" => Ok(None),
            typed => asked.program.category(typed).map(Some).ok_or("problem-choose"),
        };
        let category = problems.note("provider_category", category)?;
        let Some(category) = category else {
            return Some(Some(Provider { name: name?, standings: Vec::new() }));
        };
        let from =
            problems.note("provider_since", typed::past_day(&self.provider_since, asked.today));
        let to = problems.note("provider_until", typed::day_or_none(&self.provider_until));
        problems.note("provider_until", in_order(from, to.flatten()));
        let standing = Standing { category: category.id.as_str().into(), from: from?, to: to? };
        Some(Some(Provider { name: name?, standings: vec![standing] }))
    }
}

fn some_hours(typed: &str) -> Result<u32, &'static str> {
    match hours(typed)? {
        0 => Err("locker-no-hours"),
        minutes => Ok(minutes),
    }
}
