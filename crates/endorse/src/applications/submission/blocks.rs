//! What keeps an application from being submitted, and what is left to a person.

use rules::Status;

use super::super::gathering::Gathered;
use crate::assessments::Row;
use crate::i18n::Lang;

/// One thing that is in the way, and where to see to it.
#[derive(Debug)]
pub(super) struct Block {
    pub title: String,
    pub text: String,
    pub href: String,
    pub link: String,
}

/// Everything that is in the way: what is not met, what is due, an address not confirmed. What only
/// needs a person is not.
pub(super) fn blocks(of: &Gathered, rows: &[Row], confirmed: bool, lang: Lang) -> Vec<Block> {
    let home = format!("/applications/{}", of.application.id);
    let mut blocks = Vec::new();
    for (row, finding) in rows.iter().zip(&of.assessment.findings) {
        if row.is_later || finding.status != Status::Unmet {
            continue;
        }
        let there = || {
            let link = lang.say("applications-see-requirement").into_owned();
            (format!("{home}#req-{}", row.id), link)
        };
        let (href, link) = row.door.clone().unwrap_or_else(there);
        blocks.push(Block {
            title: row.title.clone(),
            text: row.step.clone().unwrap_or_else(|| row.sentence.clone()),
            href: lang.href(&href.replace("{id}", &of.application.id.to_string())),
            link,
        });
    }
    for charge in of.due() {
        blocks.push(Block {
            title: charge.title(lang),
            text: lang.say("applications-block-charge").into_owned(),
            href: lang.href(&format!("{home}/payments")),
            link: lang.say("payments-promise").into_owned(),
        });
    }
    if !confirmed {
        blocks.push(Block {
            title: lang.say("applications-block-address").into_owned(),
            text: lang.say("applications-block-address-text").into_owned(),
            href: lang.href("/inbox"),
            link: lang.say("applications-next-confirm-do").into_owned(),
        });
    }
    blocks
}

/// What a person will have to look at: the requirement, and why.
pub(super) fn for_a_person(rows: &[Row]) -> Vec<(String, String)> {
    let left = rows.iter().filter(|it| !it.is_later && it.state == "person");
    left.map(|it| (it.title.clone(), it.sentence.clone())).collect()
}
