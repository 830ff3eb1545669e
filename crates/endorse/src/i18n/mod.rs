//! The two languages. Words are in each feature's `en.ftl` and `es.ftl`.

mod values;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_embed::RustEmbed;
use unic_langid::langid;

pub use values::Value;

/// A language that every text exists in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English, as written in the United States.
    En,
    /// Spanish, as written in the United States; formal.
    Es,
}

#[derive(RustEmbed)]
#[folder = "src"]
#[include = "**/*.ftl"]
struct Words;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en.ftl", langid!("en-US")));
static SPANISH: LazyLock<Bundle> = LazyLock::new(|| bundle("es.ftl", langid!("es-US")));

/// Every file of that name, in one bundle. A file that does not parse keeps what does; the test
/// `every_word_file_is_sound` refuses it.
fn bundle(name: &str, language: unic_langid::LanguageIdentifier) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for path in Words::iter().filter(|path| path.rsplit('/').next() == Some(name)) {
        let Some(file) = Words::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            Err((resource, problems)) => {
                tracing::error!(%path, ?problems, "words do not parse");
                resource
            }
        };
        if let Err(problems) = bundle.add_resource(resource) {
            tracing::error!(%path, ?problems, "words are there twice");
        }
    }
    bundle
}

impl Lang {
    /// Both, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// `en` or `es`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of a code; anything else is English.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code == "es" { Self::Es } else { Self::En }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Es,
            Self::Es => Self::En,
        }
    }

    /// Whether this is Spanish.
    #[must_use]
    pub const fn is_spanish(self) -> bool {
        matches!(self, Self::Es)
    }

    /// The address of a page in this language: English without a prefix, Spanish under `/es`.
    #[must_use]
    pub fn href(self, path: &str) -> String {
        match self {
            Self::En => path.to_owned(),
            Self::Es if path == "/" => "/es/".to_owned(),
            Self::Es => format!("/es{path}"),
        }
    }

    fn bundle(self) -> &'static Bundle {
        match self {
            Self::En => &ENGLISH,
            Self::Es => &SPANISH,
        }
    }

    /// Whether there is a text by that key.
    #[must_use]
    pub fn knows(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    /// The text by that key. A missing one shows its key and is logged; a test refuses it.
    #[must_use]
    pub fn say(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// A text with a number in it, called `n`.
    #[must_use]
    pub fn count<'a>(self, key: &str, n: impl Into<Value<'a>>) -> String {
        self.with(key, &[("n", n.into())])
    }

    /// A text with one value in it.
    #[must_use]
    pub fn say1<'a>(self, key: &str, name: &'a str, value: impl Into<Value<'a>>) -> String {
        self.with(key, &[(name, value.into())])
    }

    /// A text with two values in it.
    #[must_use]
    pub fn say2<'a>(
        self,
        key: &str,
        first: &'a str,
        one: impl Into<Value<'a>>,
        second: &'a str,
        two: impl Into<Value<'a>>,
    ) -> String {
        self.with(key, &[(first, one.into()), (second, two.into())])
    }

    /// A text with values in it, by their names.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, FluentValue::from(value));
        }
        self.format(key, Some(&args)).into_owned()
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = self.code(), "no words");
            return Cow::Owned(format!("[{key}]"));
        };
        let mut problems = Vec::new();
        let text = match args {
            None => bundle.format_pattern(pattern, None, &mut problems),
            Some(args) => {
                Cow::Owned(bundle.format_pattern(pattern, Some(args), &mut problems).into_owned())
            }
        };
        if !problems.is_empty() {
            tracing::error!(key, ?problems, "words do not fit");
        }
        text
    }

    /// What this language is called in another: "Spanish", "inglés". It calls itself `language-name`.
    #[must_use]
    pub fn called_in(self, lang: Self) -> String {
        lang.say(&format!("language-{}", self.code())).into_owned()
    }

    /// A day as people write it: "January 5, 2026", "5 de enero de 2026".
    #[must_use]
    pub fn day(self, day: impl Into<Date>) -> String {
        let day: Date = day.into();
        let month = self.say(MONTHS[usize::try_from(day.month() - 1).unwrap_or_default() % 12]);
        match self {
            Self::En => format!("{month} {}, {}", day.day(), day.year()),
            Self::Es => format!("{} de {month} de {}", day.day(), day.year()),
        }
    }

    /// A time of day in a time zone, after its day and before the zone: "January 5, 2026, 2:02 PM EST",
    /// "5 de enero de 2026, 2:02 p.m. EST": Spanish readers in the United States read twelve hours too.
    #[must_use]
    pub fn moment(self, at: impl Into<Timestamp>, zone: &TimeZone) -> String {
        let zoned = at.into().to_zoned(zone.clone());
        let (hour, minute) = (zoned.hour(), zoned.minute());
        let half = match (self, hour < 12) {
            (Self::En, true) => "AM",
            (Self::En, false) => "PM",
            (Self::Es, true) => "a.m.",
            (Self::Es, false) => "p.m.",
        };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let name = zoned.strftime("%Z");
        format!("{}, {twelve}:{minute:02} {half} {name}", self.day(zoned.date()))
    }

    /// A stretch of months, in years where they are whole ones: "18 months", "7 años".
    #[must_use]
    pub fn months(self, months: i64) -> String {
        match (months / 12, months % 12) {
            (1.., 0) => self.count("span-years", months / 12),
            _ => self.count("span-months", months),
        }
    }

    /// Minutes as hours: 450 is "7.5", in Spanish "7,5". Thirds and the like as "7:20".
    #[must_use]
    pub fn hours(self, minutes: i64) -> String {
        let (whole, rest) = (minutes / 60, minutes % 60);
        let mark = if self.is_spanish() { ',' } else { '.' };
        match rest {
            0 => whole.to_string(),
            15 => format!("{whole}{mark}25"),
            30 => format!("{whole}{mark}5"),
            45 => format!("{whole}{mark}75"),
            _ => format!("{whole}:{rest:02}"),
        }
    }

    /// Money in United States dollars, from cents: "$25", "$12.50", "$1,250". Spanish readers in the
    /// United States write it so too.
    #[must_use]
    pub fn money(self, cents: i64) -> String {
        let (dollars, rest) = (cents / 100, cents % 100);
        let mut whole = dollars.to_string();
        let mut at = whole.len();
        while at > 3 {
            at -= 3;
            whole.insert(at, ',');
        }
        if rest == 0 { format!("${whole}") } else { format!("${whole}.{rest:02}") }
    }

    /// A sentence list: "one, two and three".
    #[must_use]
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [firsts @ .., last] => {
                let firsts: Vec<&str> = firsts.iter().map(AsRef::as_ref).collect();
                format!("{} {} {}", firsts.join(", "), self.say("list-and"), last.as_ref())
            }
        }
    }
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_word_file_is_sound() {
        for path in Words::iter() {
            let file = Words::get(&path).unwrap();
            let text = String::from_utf8(file.data.into_owned()).unwrap();
            assert!(FluentResource::try_new(text).is_ok(), "{path} does not parse");
        }
    }

    #[test]
    fn a_time_of_day_says_in_which_zone() {
        let at: Timestamp = "2026-03-02T19:02:00Z".parse().unwrap();
        let [en, es] = Lang::ALL.map(|it| it.moment(at, &TimeZone::UTC));
        assert_eq!(es, "2 de marzo de 2026, 7:02 p.m. UTC");
        assert_eq!(
            Lang::Es.say1("privacy-hold-since", "at", es.as_str()),
            "Retenido desde: 2 de marzo de 2026, 7:02 p.m. UTC."
        );
        assert_eq!(
            Lang::En.say1("privacy-hold-since", "at", en),
            "Held since March 2, 2026, 7:02 PM UTC."
        );
        let summer: Timestamp = "2026-07-02T19:02:00Z".parse().unwrap();
        let here = TimeZone::get("America/New_York").unwrap();
        assert_eq!(Lang::En.moment(summer, &here), "July 2, 2026, 3:02 PM EDT");
        assert_eq!(Lang::Es.moment(at, &here), "2 de marzo de 2026, 2:02 p.m. EST");
    }

    #[test]
    fn days_and_hours_are_written_as_people_write_them() {
        assert_eq!(Lang::En.day(date(2026, 1, 5)), "January 5, 2026");
        assert_eq!(Lang::Es.day(date(2026, 1, 5)), "5 de enero de 2026");
        assert_eq!(
            [1, 18, 84].map(|it| Lang::En.months(it)),
            ["one month", "18 months", "7 years"]
        );
        assert_eq!([6, 12].map(|it| Lang::Es.months(it)), ["6 meses", "un año"]);
        assert_eq!(Lang::En.hours(450), "7.5");
        assert_eq!(Lang::Es.hours(450), "7,5");
        assert_eq!(Lang::Es.hours(440), "7:20");
        assert_eq!(Lang::En.money(1250), "$12.50");
        assert_eq!(Lang::Es.money(99_900), "$999");
        assert_eq!(Lang::En.money(123_456_789), "$1,234,567.89");
    }
}
