//! What an export must not get away with.

use credentials::{IssuerKey, did_document};

use super::*;

const DID: &str = "did:web:ct-aimh.example.org";

/// An export of so many deeds, line by line.
fn export(deeds: u64) -> Vec<String> {
    sign(lines(deeds), &IssuerKey::from_secret(&[7; 32]))
}

fn lines(deeds: u64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for number in 1..=deeds {
        let mut line = Line {
            number: Some(number),
            id: format!("00000000-0000-7000-8000-{number:012}"),
            at: format!("2026-03-02T15:00:00.{number:06}Z"),
            actor: "coordinator".into(),
            person: Some("00000000-0000-7000-8000-000000000000".into()),
            on_behalf_of: None,
            verb: "decided-endorsed".into(),
            object: "decision".into(),
            object_id: None,
            application: None,
            detail: None,
            hash: None,
        };
        let before = lines.last().and_then(|it| it.hash.clone());
        line.hash = Some(line.hash_after("ct-aimh", before.as_deref().unwrap_or(GENESIS)));
        lines.push(line);
    }
    lines
}

fn sign(lines: Vec<Line>, key: &IssuerKey) -> Vec<String> {
    let head = Head {
        format: FORMAT.into(),
        association: "ct-aimh".into(),
        issuer: DID.into(),
        exported_at: "2026-03-02T16:00:00.000000Z".into(),
    };
    let count = u64::try_from(lines.len()).unwrap();
    let hash = lines.last().and_then(|it| it.hash.clone()).unwrap_or(GENESIS.into());
    let signature = hex::encode(key.sign_statement(&end_text(&head, count, &hash)));
    let end = End { count, head: hash, key: key.public().id(DID), signature };
    let mut texts = vec![serde_json::to_string(&head).unwrap()];
    texts.extend(lines.iter().map(|it| serde_json::to_string(it).unwrap()));
    texts.push(serde_json::to_string(&end).unwrap());
    texts
}

fn check(lines: &[String], knowledge: Knowledge<'_>) -> Report {
    let text: String = lines.iter().map(|it| format!("{it}\n")).collect();
    verify(text.as_bytes(), knowledge).unwrap()
}

fn broken(lines: &[String]) -> Option<(Option<u64>, &'static str)> {
    let found = check(lines, Knowledge::default()).broken;
    found.map(|it| (it.number, it.code.as_str()))
}

#[test]
fn an_untouched_export_is_whole() {
    for deeds in [0, 1, 7] {
        let report = check(&export(deeds), Knowledge::default());
        assert_eq!((report.broken, report.intact), (None, deeds));
    }
}

#[test]
fn the_first_broken_place_is_named() {
    let whole = export(7);
    let with = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines = whole.clone();
        change(&mut lines);
        broken(&lines)
    };

    let edited = with(&|it| it[3] = it[3].replace("decided-endorsed", "decided-deferred"));
    assert_eq!(edited, Some((Some(3), "altered")));
    let removed = with(&|it| drop(it.remove(4)));
    assert_eq!(removed, Some((Some(4), "out-of-place")));
    let swapped = with(&|it| it.swap(2, 5));
    assert_eq!(swapped, Some((Some(2), "out-of-place")));
    let inserted = with(&|it| it.insert(6, it[5].clone()));
    assert_eq!(inserted, Some((Some(6), "out-of-place")));
    let spaced = with(&|it| it[1] = it[1].replace(",\"verb\"", ", \"verb\""));
    assert_eq!(spaced, Some((Some(1), "unreadable")));
    let beside = with(&|it| it.insert(8, it[7].replace("\"number\":7", "\"number\":null")));
    assert_eq!(beside, Some((Some(8), "beside-the-chain")));
}

#[test]
fn an_end_that_was_cut_off_is_missed() {
    let whole = export(7);
    assert_eq!(broken(&whole[..8]), Some((Some(8), "cut")));
    assert_eq!(broken(&whole[..5]), Some((Some(5), "cut")));
    let mut last_removed = whole.clone();
    last_removed.remove(7);
    assert_eq!(broken(&last_removed), Some((Some(7), "count")));
    let twice: Vec<String> = whole.iter().chain(&whole[8..]).cloned().collect();
    assert_eq!(broken(&twice), Some((None, "continued")));

    let text = whole.join("\n");
    let report = verify(text.as_bytes(), Knowledge::default()).unwrap();
    assert_eq!(report.broken, Some(Broken { number: Some(8), code: Code::Cut }));
}

#[test]
fn what_is_signed_cannot_be_said_otherwise() {
    let whole = export(7);
    for (line, from, to) in [
        (0, "ct-aimh.example.org", "other.example.org"),
        (0, "16:00", "17:00"),
        (8, "\"signature\":\"", "\"signature\":\"0"),
        (8, "\"key\":\"did", "\"key\":\"dod"),
    ] {
        let mut lines = whole.clone();
        lines[line] = lines[line].replacen(from, to, 1);
        assert_ne!(lines, whole);
        assert!(broken(&lines).is_some(), "{to}");
    }
}

#[test]
fn an_export_signed_by_somebody_else_is_told_by_whoever_knows_the_issuer() {
    let (ours, other) = (IssuerKey::from_secret(&[7; 32]), IssuerKey::from_secret(&[8; 32]));
    let mut issuers = Issuers::new();
    issuers.learn(did_document(DID, &[ours.public()]).to_string().as_bytes()).unwrap();
    let knowledge = Knowledge { issuers: Some(&issuers), checkpoint: None };
    let nobody = Issuers::new();
    let nothing = Knowledge { issuers: Some(&nobody), checkpoint: None };
    let code = |it: Report| it.broken.map(|it| it.code.as_str());

    assert_eq!(code(check(&sign(lines(3), &ours), knowledge)), None);
    assert_eq!(code(check(&sign(lines(3), &other), knowledge)), Some("unlisted-key"));
    assert_eq!(code(check(&sign(lines(3), &other), Knowledge::default())), None);
    assert_eq!(code(check(&sign(lines(3), &ours), nothing)), Some("unknown-issuer"));
}

#[test]
fn a_chain_that_was_made_anew_or_shortened_does_not_hold_an_earlier_end() {
    let key = IssuerKey::from_secret(&[7; 32]);
    let earlier = Checkpoint::read(export(5)[6].as_bytes()).unwrap().unwrap();
    let knowledge = Knowledge { issuers: None, checkpoint: Some(&earlier) };
    let place = |it: Report| it.broken.map(|it| (it.number, it.code.as_str()));

    assert_eq!(place(check(&export(5), knowledge)), None);
    assert_eq!(place(check(&export(9), knowledge)), None);
    assert_eq!(place(check(&export(4), knowledge)), Some((Some(5), "checkpoint")));

    let mut anew = lines(9);
    anew[1].verb = "decided-deferred".into();
    let mut hash = GENESIS.to_owned();
    for line in &mut anew {
        hash = line.hash_after("ct-aimh", &hash);
        line.hash = Some(hash.clone());
    }
    let anew = sign(anew, &key);
    assert_eq!(broken(&anew), None);
    assert_eq!(place(check(&anew, knowledge)), Some((Some(5), "checkpoint")));
}

#[test]
fn something_else_is_no_export() {
    for text in ["", "{}\n", "{\"format\":\"endorse-audit/2\"}\n", "\u{0}\u{1}"] {
        assert!(matches!(
            verify(text.as_bytes(), Knowledge::default()),
            Err(Unusable::NotAnExport)
        ));
    }
}
