//! Reading what people type: each function gives a valid thing or the key of a sentence.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

/// Everything that is wrong with a form, field by field, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(&'static str, &'static str)>);

impl Problems {
    /// One problem with one field.
    #[must_use]
    pub fn one(field: &'static str, key: &'static str) -> Self {
        Self(vec![(field, key)])
    }

    /// Notes what is wrong with a field and goes on.
    pub fn note<T>(&mut self, field: &'static str, read: Result<T, &'static str>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(key) => {
                self.0.push((field, key));
                None
            }
        }
    }

    /// The key of the sentence for a field.
    #[must_use]
    pub fn with(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, key)| *key)
    }

    /// All of them.
    pub fn each(&self) -> impl Iterator<Item = &(&'static str, &'static str)> {
        self.0.iter()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A line that must be there, of at most `max` characters.
///
/// # Errors
///
/// `problem-missing`, `problem-too-long`, `problem-line-break` or `problem-turns-text`.
pub fn line(typed: &str, max: usize) -> Result<String, &'static str> {
    let line = typed.trim();
    match line {
        "" => Err("problem-missing"),
        _ if line.chars().count() > max => Err("problem-too-long"),
        _ if line.chars().any(breaks_line) => Err("problem-line-break"),
        _ if line.chars().any(turns_text) => Err("problem-turns-text"),
        _ => Ok(line.to_owned()),
    }
}

fn breaks_line(it: char) -> bool {
    it.is_control() || matches!(it, '\u{2028}' | '\u{2029}')
}

/// Invisible characters that turn the direction of the text after them, so that it reads as
/// something else than it is; a mark of byte order, and the sign for bytes that are no text. Joiners
/// are not among them: some scripts cannot be written without.
fn turns_text(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFD}')
}

/// How many characters a name has at most: enough for four names and two titles, and too few for
/// something to be told in it.
pub const NAME_AT_MOST: usize = 80;

/// What somebody is called. It stands in letters to others, where an address of a page would be a
/// link, and a bare host name is made one by programs that show letters.
///
/// ```
/// assert!(endorse::typed::name("prize.example.com").is_err());
/// assert!(endorse::typed::name("\u{200B}\u{3164}").is_err());
/// assert!(endorse::typed::name("Dr. J.R. St.John, Ph.D.").is_ok());
/// ```
///
/// # Errors
///
/// As [`line()`], but `problem-name-too-long`; or `problem-link-in-name`.
pub fn name(typed: &str) -> Result<String, &'static str> {
    let name = line(typed, NAME_AT_MOST).map_err(|key| match key {
        "problem-too-long" => "problem-name-too-long",
        other => other,
    })?;
    let plain: String = name.nfkc().collect();
    let small = plain.to_lowercase();
    if small.contains("://") || small.contains("www.") || has_host(&plain) {
        return Err("problem-link-in-name");
    }
    if !name.chars().any(|it| it.is_alphabetic() && !is_blank(it)) {
        return Err("problem-missing");
    }
    Ok(name)
}

/// Letters that nothing is seen of: fillers of the Korean script.
fn is_blank(it: char) -> bool {
    matches!(it, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
}

/// Whether a host name stands anywhere in a text.
fn has_host(text: &str) -> bool {
    let is_in_host = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '\u{3002}');
    let mut rest = text;
    while let Some(at) = rest.find(is_in_host) {
        let (_, from) = rest.split_at(at);
        let end = from.find(|it| !is_in_host(it)).unwrap_or(from.len());
        let (token, after) = from.split_at(end);
        let leads_on = after.starts_with(['/', '?', '#', ':', '\\']);
        if is_host_name(token) || leads_on && is_before_path(token) {
            return true;
        }
        rest = after;
    }
    false
}

/// Ends of host names that count however they are capitalized; none is the end of a degree.
const COMMON_ENDS: [&str; 14] = [
    "app", "biz", "cc", "club", "com", "info", "io", "net", "online", "org", "shop", "site", "top",
    "xyz",
];

/// Whether letters with dots between them would be taken for a host name: something before a dot, and
/// after the last one two small letters or more, or a common end. Initials ("J.R."), "St.John" and
/// "Ph.D." have a capital or nothing there. A title written close ("Dr.med.") needs a space.
fn is_host_name(token: &str) -> bool {
    if token.parse::<std::net::Ipv4Addr>().is_ok() {
        return true;
    }
    let token = token.trim_matches(['.', '-', '\u{3002}']);
    let Some((before, end)) = token.rsplit_once(['.', '\u{3002}']) else { return false };
    let is_after_something = before.ends_with(char::is_alphanumeric);
    let is_small = end.chars().count() >= 2 && end.chars().all(char::is_lowercase);
    let is_encoded = end.to_ascii_lowercase().starts_with("xn--");
    let is_common = COMMON_ENDS.contains(&end.to_ascii_lowercase().as_str());
    is_after_something && (is_small || is_encoded || is_common)
}

/// Whether what stands right before a slash or a port would be taken for a host, however it is
/// capitalized. Before them "M.Ed." has a dot, and initials have one letter.
fn is_before_path(token: &str) -> bool {
    let Some((before, end)) = token.rsplit_once(['.', '\u{3002}']) else { return false };
    before.ends_with(char::is_alphanumeric)
        && end.chars().count() >= 2
        && end.chars().all(|it| it.is_alphanumeric() || it == '-')
}

/// A line that may be empty.
///
/// # Errors
///
/// As [`line()`], but for the missing one.
pub fn line_or_none(typed: &str, max: usize) -> Result<Option<String>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { line(typed, max).map(Some) }
}

/// Some lines of text, of at most `max` characters; may be empty. What nobody sees and what turns the
/// text after it is left out: it comes along from word processors.
///
/// ```
/// assert_eq!(endorse::typed::text("Pay \u{202e}001$\u{202c} now", 100), Ok("Pay 001$ now".to_owned()));
/// ```
///
/// # Errors
///
/// `problem-too-long`.
pub fn text(typed: &str, max: usize) -> Result<String, &'static str> {
    let text = typed.trim().replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n");
    let is_seen = |it: char| !it.is_control() && !turns_text(it);
    let text: String =
        text.chars().filter(|it| is_seen(*it) || matches!(it, '\n' | '\t')).collect();
    if text.chars().count() > max { Err("problem-too-long") } else { Ok(text) }
}

/// A day, as browsers send it: `2026-01-05`.
///
/// # Errors
///
/// `problem-missing` or `problem-not-a-day`.
pub fn day(typed: &str) -> Result<Date, &'static str> {
    match typed.trim() {
        "" => Err("problem-missing"),
        typed => match typed.parse::<Date>() {
            Ok(day) if (1900..=2200).contains(&day.year()) => Ok(day),
            _ => Err("problem-not-a-day"),
        },
    }
}

/// A day that may be left open.
///
/// # Errors
///
/// `problem-not-a-day`.
pub fn day_or_none(typed: &str) -> Result<Option<Date>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { day(typed).map(Some) }
}

/// A day that has come.
///
/// # Errors
///
/// As [`day`], or `problem-not-yet`.
pub fn past_day(typed: &str, today: Date) -> Result<Date, &'static str> {
    day(typed).and_then(|day| if day <= today { Ok(day) } else { Err("problem-not-yet") })
}

/// An e-mail address, good enough to write to: no name in quotes, no host by its number. The host is
/// told as mail servers compare it, so that one mailbox has one spelling; the part before it has no
/// letters that only look like others, and none that nobody sees.
///
/// ```
/// assert_eq!(endorse::typed::email("ana@ＥＸample.org"), Ok("ana@example.org".to_owned()));
/// assert!(endorse::typed::email("an\u{ad}a@example.org").is_err());
/// ```
///
/// # Errors
///
/// `problem-missing`, `problem-too-long` or `problem-not-an-address`.
pub fn email(typed: &str) -> Result<String, &'static str> {
    let address: String = line(typed, 254)?.nfc().collect();
    let Some((local, host)) = address.rsplit_once('@') else {
        return Err("problem-not-an-address");
    };
    let is_plain = local.nfkc().eq(local.chars())
        && local.chars().all(|it| it.is_ascii() || it.is_alphanumeric());
    let host = idna::domain_to_ascii(host).map_err(|_| "problem-not-an-address")?;
    if !is_plain {
        return Err("problem-not-an-address");
    }
    let address = format!("{local}@{host}");
    match address.parse::<lettre::Address>() {
        Ok(read) if !address.contains('"') && is_host(read.domain()) => Ok(address),
        _ => Err("problem-not-an-address"),
    }
}

fn is_host(domain: &str) -> bool {
    let is_name = |it: &str| it.chars().any(|it| !it.is_ascii_digit());
    domain == "localhost"
        || domain.contains('.')
            && !domain.contains(['[', ']', ':'])
            && domain.rsplit('.').next().is_some_and(is_name)
}

/// What two spellings of one address have in common: capitals do not count, marks do.
///
/// ```
/// assert_eq!(endorse::typed::email_key(" Ana@Example.org"), "ana@example.org");
/// assert_ne!(endorse::typed::email_key("ána@example.org"), "ana@example.org");
/// ```
#[must_use]
pub fn email_key(address: &str) -> String {
    address.trim().nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// The mailbox that an address ends up in: without capitals, without what follows a plus sign, and
/// without the dots that Gmail does not read.
#[must_use]
pub fn mailbox(address: &str) -> String {
    let key = email_key(address);
    let Some((local, domain)) = key.rsplit_once('@') else { return key };
    let local = local.split('+').next().unwrap_or_default();
    match domain {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", local.replace('.', "")),
        _ => format!("{local}@{domain}"),
    }
}

/// One of the choices on offer.
///
/// # Errors
///
/// `problem-choose` when nothing, or nothing on offer, was chosen.
pub fn one_of<T: Copy>(typed: &str, choices: &[(&str, T)]) -> Result<T, &'static str> {
    choices.iter().find(|(name, _)| *name == typed).map(|(_, it)| *it).ok_or("problem-choose")
}

/// Text folded for comparing and searching: no marks, no capitals, no double spaces.
///
/// ```
/// assert_eq!(endorse::typed::folded("  José  ÁLVAREZ "), "jose alvarez");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    use unicode_normalization::char::is_combining_mark;
    let plain: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_noted_and_found_by_its_field() {
        let mut problems = Problems::default();

        assert_eq!(problems.note("name", line(" Ana ", 10)), Some("Ana".to_owned()));
        assert_eq!(problems.note("email", email("ana at home")), None);
        assert_eq!(problems.note("day", day("2026-02-30")), None);

        assert_eq!(problems.with("name"), None);
        assert_eq!(problems.with("email"), Some("problem-not-an-address"));
        assert_eq!(problems.with("day"), Some("problem-not-a-day"));
    }

    #[test]
    fn a_header_cannot_be_smuggled_in_by_a_line_break() {
        assert_eq!(line("Ana\r\nBcc: all@example.org", 100), Err("problem-line-break"));
        assert_eq!(email("ana@example.org\r\nBcc: b@example.org"), Err("problem-line-break"));
    }

    #[test]
    fn an_address_is_a_name_at_a_named_host() {
        for fine in ["ana@example.org", "josé@ejemplo.mx", "o'hara+imh@mail.example.org"] {
            assert_eq!(email(fine).as_deref(), Ok(fine));
        }
        for odd in ["\"ana b\"@example.org", "ana@[10.0.0.1]", "ana@10.0.0.1", "ana@example"] {
            assert_eq!(email(odd), Err("problem-not-an-address"), "{odd}");
        }
    }

    #[test]
    fn one_address_has_many_spellings_and_marks_are_none() {
        assert_eq!(email_key("JOSE\u{301}@example.org"), email_key("josé@example.org"));
        assert_ne!(email_key("josé@example.org"), email_key("jose@example.org"));
    }

    #[test]
    fn one_mailbox_has_many_spellings() {
        assert_eq!(mailbox("Ana.Ruiz+imh@GMail.com"), "anaruiz@gmail.com");
        assert_eq!(mailbox("anaruiz@googlemail.com"), "anaruiz@gmail.com");
        assert_eq!(mailbox("Ana.Ruiz+imh@example.org"), "ana.ruiz@example.org");
        assert_ne!(mailbox("ana.ruiz@example.org"), mailbox("anaruiz@example.org"));
    }

    #[test]
    fn a_name_is_no_address_of_a_page() {
        for odd in ["You won: http://evil.example", "WWW.evil.example", "ｈttps：／／evil"] {
            assert_eq!(name(odd), Err("problem-link-in-name"), "{odd}");
        }
        for fine in ["Ana M. Ruiz", "Dr. Ben Wwwester", "Ana Ruiz, Ph.D."] {
            assert_eq!(name(fine).as_deref(), Ok(fine));
        }
    }

    #[test]
    fn a_name_is_no_bare_host_name() {
        for odd in [
            "prize.example.com",
            "Ana prize.example",
            "Win:prize.example.com/now",
            "PRIZE.EXAMPLE.COM",
            "prize.Example.Com.",
            "prize．example．com",
            "prize。example。com",
            "приз.рф",
            "prize.xn--p1ai",
            "ana@example.org",
            "a.co",
            "Dr.med. Ruiz",
            "Win at Prize.Example/Now",
            "PRIZE.LY/x",
            "Prize.Ly：8080",
            "Prize.Example?a",
            "10.0.0.1",
        ] {
            assert_eq!(name(odd), Err("problem-link-in-name"), "{odd}");
        }
        for fine in [
            "J.R. Smith",
            "J.r. Smith",
            "Mary St.John",
            "Ana Ruiz, M.S.W., M.Ed.",
            "Ana Ruiz, Psy.D.",
            "Ana Ruiz Jr.",
            "Dr. med. Ruiz",
            "Ana...",
            "A.B.C. Ltd. Ana",
            "Sgt.Ana O’Hara-Ruiz",
            "M.Á. Núñez",
            "Ana Ruiz, M.Ed./LPC",
            "Ana Ruiz, Ph.D/LCSW",
            "Ana / A.B. Ruiz",
        ] {
            assert_eq!(name(fine).as_deref(), Ok(fine));
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_what_scripts_need_and_nothing_that_turns_it() {
        let odd =
            "One\u{2028}two\u{2029}\u{202e}eerht\u{202c}\u{0}\u{85}\u{2066}four\u{2069}\tfive";
        assert_eq!(text(odd, 100).as_deref(), Ok("One\ntwo\neerhtfour\tfive"));
        for fine in ["مهدی\u{200c}پور", "क\u{94d}\u{200d}ष", "עדי\u{200f}!"] {
            assert_eq!(text(fine, 100).as_deref(), Ok(fine));
        }
    }

    #[test]
    fn a_name_is_no_story() {
        assert!(name(&"Añ".repeat(40)).is_ok());
        assert_eq!(name(&"Añ".repeat(41)), Err("problem-name-too-long"));
    }

    #[test]
    fn a_name_cannot_turn_the_text_after_it() {
        for odd in ["Ana\u{202e}nna", "\u{2066}Ana\u{2069}", "Ana\u{202a}"] {
            assert_eq!(line(odd, 100), Err("problem-turns-text"), "{odd:?}");
        }
        assert_eq!(line("Ana\u{2028}Ruiz", 100), Err("problem-line-break"));
        // Persian and Devanagari names need a joiner, or the lack of one.
        for fine in ["مهدی\u{200c}پور", "क\u{94d}\u{200d}ष", "עדי"] {
            assert_eq!(line(fine, 100).as_deref(), Ok(fine));
        }
    }
}
