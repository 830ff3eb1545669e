//! Buckets of training, and how a locker file may be shaped.

use crate::making::*;
use rules::locker::{Locker, Plain};
use rules::policy::{Ask, AskTraining, Bucket, BucketProblem, bucket_problem};
use rules::{Policy, RequirementId};
use serde::Deserialize as _;

/// A Mentor's version whose subjects say how they stand to the total.
fn with(bucket: Option<Bucket>, subjects: &[(&str, u32)]) -> Policy {
    let mut policy = policy("imhm-c", "2024");
    for requirement in &mut policy.requirements {
        if let Ask::Training(ask) = &mut requirement.ask
            && ask.subject.is_some()
        {
            ask.bucket = bucket;
            let asked = subjects.iter().find(|it| it.0 == requirement.id.as_str());
            ask.minutes = asked.map(|it| it.1);
        }
    }
    policy
}

fn ask(policy: &mut Policy, id: RequirementId) -> &mut AskTraining {
    let rule = policy.requirements.iter_mut().find(|it| it.id == id).unwrap();
    let Ask::Training(ask) = &mut rule.ask else { panic!("{id} is no training") };
    ask
}

fn problem(policy: &Policy) -> Result<(), BucketProblem> {
    bucket_problem(policy.requirements.iter())
}

const THREE: [(&str, u32); 3] =
    [("training.imh", 1800), ("training.rsc", 900), ("training.dei", 180)];

#[test]
fn a_bucket_says_whether_it_counts_twice() {
    assert_eq!(problem(&with(Some(Bucket::Additional), &THREE)), Ok(()));
    assert_eq!(problem(&with(Some(Bucket::WithinTotal), &THREE)), Ok(()));
    let unsaid = problem(&with(None, &THREE));
    assert!(matches!(unsaid, Err(BucketProblem::Unsaid(id)) if id.as_str() == "training.imh"));
    let mut mixed = with(Some(Bucket::Additional), &THREE);
    ask(&mut mixed, RequirementId::TrainingRsc).bucket = Some(Bucket::WithinTotal);
    assert!(
        matches!(problem(&mixed), Err(BucketProblem::Mixed(id)) if id.as_str() == "training.rsc")
    );
}

#[test]
fn what_is_asked_in_addition_adds_up_and_what_lies_within_has_room() {
    let more = [("training.imh", 1801), ("training.rsc", 900), ("training.dei", 180)];
    let less = [("training.imh", 1799), ("training.rsc", 900), ("training.dei", 180)];
    let sum = |subjects| Err(BucketProblem::NoSum { subjects, total: 2880 });

    assert_eq!(problem(&with(Some(Bucket::Additional), &more)), sum(2881));
    assert_eq!(problem(&with(Some(Bucket::Additional), &less)), sum(2879));
    let full = Err(BucketProblem::NoRoom { subjects: 2881, total: 2880 });
    assert_eq!(problem(&with(Some(Bucket::WithinTotal), &more)), full);
    assert_eq!(problem(&with(Some(Bucket::WithinTotal), &less)), Ok(()));
    assert_eq!(problem(&with(Some(Bucket::Additional), &more[..2])), Ok(()), "one is not known");
}

#[test]
fn a_total_is_no_bucket_and_without_a_total_nothing_counts_twice() {
    let mut policy = with(Some(Bucket::Additional), &THREE);
    ask(&mut policy, RequirementId::TrainingTotal).bucket = Some(Bucket::Additional);
    let total = problem(&policy);
    assert!(
        matches!(total, Err(BucketProblem::TotalInABucket(id)) if id.as_str() == "training.total")
    );
    let mut alone = with(None, &THREE);
    alone.requirements.retain(|it| it.id != RequirementId::TrainingTotal);
    assert_eq!(problem(&alone), Ok(()));
}

fn read(json: &str) -> Result<Locker, String> {
    let mut from = serde_json::Deserializer::from_str(json);
    Locker::deserialize(Plain(&mut from)).map_err(|it| it.to_string())
}

#[test]
fn every_list_may_be_missing_and_every_shape_is_what_the_format_names() {
    let head = "\"format\": \"endorse-locker/1\"";
    let empty = read(&format!("{{{head}}}")).unwrap();
    assert_eq!(empty, Locker::default());
    let written = serde_json::to_string(&mentor_clinical()).unwrap();
    assert_eq!(read(&written).unwrap(), mentor_clinical(), "what is written is read again");

    let wrong = |rest: &str| read(&format!("{{{head}, {rest}}}")).unwrap_err();
    assert!(wrong("\"person\": [\"x\"]").contains("expected struct Person"));
    assert!(
        wrong("\"education\": [{\"id\": \"e\", \"degree\": {\"master\": null}}]").contains("map")
    );
    assert!(
        wrong("\"work\": [{\"id\": \"w\", \"from\": \"2020-01-01\", \"kinds\": [0]}]")
            .contains("0")
    );
    assert!(
        wrong("\"work\": [{\"id\": \"w\", \"from\": \"2020-01-01\", \"ages_months\": [0, 36]}]")
            .contains("expected struct Ages")
    );
    assert!(read("[\"endorse-locker/1\"]").unwrap_err().contains("expected struct Locker"));
}

#[test]
fn an_id_is_used_once_in_the_whole_locker() {
    let mut locker = mentor_clinical();
    locker.check().unwrap();
    locker.references[2].id = "w1".into();
    let problems = locker.check().unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "references[2].id: \"w1\" is the id of an earlier entry of work"
    );
    locker.references[2].id = "f1".into();
    assert_eq!(
        locker.check().unwrap_err()[0].to_string(),
        "references[2].id: \"f1\" is the id of an earlier entry of this list"
    );
}
