//! Names are public: what files and keys say is what the types write, one by one.

use rules::{Reason, RequirementId, Stage, Status, Unit};

fn written(it: impl serde::Serialize) -> String {
    serde_json::to_value(it).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_requirement_is_read_by_its_own_name() {
    let mut seen = Vec::new();
    for id in RequirementId::ALL {
        assert_eq!(RequirementId::parse(id.as_str()), Some(id));
        assert_eq!(written(id), id.as_str());
        assert_eq!(id.to_string(), id.as_str());
        seen.push(id.as_str());
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), RequirementId::ALL.len());
    assert_eq!(RequirementId::parse("training"), None);
}

#[test]
fn the_reasons_are_those_of_the_format() {
    let reasons = [
        (Reason::AfterDate, "after-date"),
        (Reason::BeforeDegree, "before-degree"),
        (Reason::BeforeWindow, "before-window"),
        (Reason::ProviderNotQualified, "provider-not-qualified"),
        (Reason::ProviderStandingEnded, "provider-standing-ended"),
        (Reason::Straddles, "straddles"),
        (Reason::PeerSetting, "peer-setting"),
        (Reason::NotWhileServing, "not-while-serving"),
        (Reason::Unpaid, "unpaid"),
        (Reason::WrongAge, "wrong-age"),
        (Reason::NoCompetency, "no-competency"),
        (Reason::WrongSubject, "wrong-subject"),
        (Reason::WrongTrack, "wrong-track"),
        (Reason::NotDidactic, "not-didactic"),
        (Reason::Void, "void"),
        (Reason::Expired, "expired"),
        (Reason::SlotTaken, "slot-taken"),
    ];
    for (reason, name) in reasons {
        assert_eq!((reason.as_str(), written(reason).as_str()), (name, name));
    }
}

#[test]
fn statuses_stages_and_units_have_their_names() {
    for (status, name) in
        [(Status::Met, "met"), (Status::NeedsPerson, "needs-person"), (Status::Unmet, "unmet")]
    {
        assert_eq!((status.as_str(), written(status).as_str()), (name, name));
        assert_eq!((status.to_string().as_str(), status.is_met()), (name, name == "met"));
    }
    for (stage, name) in [(Stage::Submission, "submission"), (Stage::Endorsement, "endorsement")] {
        assert_eq!((stage.as_str(), written(stage).as_str()), (name, name));
    }
    let units = [
        (Unit::Minutes, "minutes"),
        (Unit::Days, "days"),
        (Unit::Degrees, "degrees"),
        (Unit::Ratings, "ratings"),
        (Unit::Signatures, "signatures"),
        (Unit::Memberships, "memberships"),
        (Unit::Areas, "areas"),
        (Unit::Parts, "parts"),
        (Unit::Endorsements, "endorsements"),
    ];
    for (unit, name) in units {
        assert_eq!((unit.as_str(), written(unit).as_str()), (name, name));
    }
    assert!(Status::Met < Status::NeedsPerson && Status::NeedsPerson < Status::Unmet);
}
