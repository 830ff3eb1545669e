//! A password that somebody chooses: long enough, and not one that others would try.

use super::registration::password;
use crate::app::{self, App};
use crate::error::Error;
use crate::security::Weak;
use crate::typed;

/// Words of ours that nobody's password may be made of, beside the names of the associations and of the
/// person (OWASP ASVS 6.1.2).
const OUR_WORDS: &[&str] = &[
    "endorse",
    "endorsed",
    "endorsement",
    "acreditacion",
    "acreditado",
    "acreditada",
    "locker",
    "carpeta",
    "registry",
    "registro",
    "renewal",
    "renovacion",
    "applicant",
    "solicitante",
    "application",
    "solicitud",
    "coordinator",
    "coordinadora",
    "coordinacion",
    "reviewer",
    "revisora",
    "rater",
    "referencia",
    "administrator",
    "administradora",
    "training",
    "capacitacion",
    "infant",
    "infantil",
    "early",
    "childhood",
    "mental",
    "health",
    "salud",
    "alliance",
    "connecticut",
    "aimh",
];

/// The password, or the key of a sentence. `whose` are the names and addresses of whoever chooses it.
///
/// # Errors
///
/// When the file of lost passwords cannot be read.
pub(super) async fn chosen(
    app: &App,
    typed: &str,
    whose: &[&str],
) -> Result<Result<String, &'static str>, Error> {
    let long = match password(typed) {
        Ok(long) => long,
        Err(problem) => return Ok(Err(problem)),
    };
    let weak = app.passwords.weakness(&long, words(whose)?).await?;
    Ok(match weak {
        None => Ok(long),
        Some(Weak::Lost) => Err("register-password-lost"),
        Some(Weak::Common) => Err("register-password-common"),
        Some(Weak::OurWords) => Err("register-password-ours"),
    })
}

/// Their words and ours, what is tried first before the rest, in plain letters.
fn words(whose: &[&str]) -> Result<Vec<String>, Error> {
    let mut words = Vec::new();
    for name in whose {
        add(&mut words, name);
    }
    words.extend(OUR_WORDS.iter().map(|it| (*it).to_owned()));
    for program in app::programs()?.all() {
        let it = &program.association;
        for name in [&*program.id, &it.short_name, &it.name.en, &it.name.es] {
            add(&mut words, name);
        }
    }
    Ok(words)
}

/// The whole as one word, and each word of it.
fn add(words: &mut Vec<String>, name: &str) {
    let plain = typed::folded(name);
    let parts = || plain.split(|it: char| !it.is_alphanumeric());
    words.push(parts().collect());
    words.extend(parts().filter(|it| it.chars().count() > 2).map(str::to_owned));
}
