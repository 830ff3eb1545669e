//! The Mentor page, sentence by sentence (seed 004): each boundary from both sides.

use crate::making::*;
use jiff::civil::{Date, date};
use rules::locker::{
    About, Degree, Locker, Relation, Rsc, Setting, Track, Training, Transcript, WorkKind,
};
use rules::policy::{Ask, AskedTranscript};
use rules::{Assessment, Policy, RequirementId, Stage, Status, assess, assess_renewal};

const MENTORS: [&str; 3] = ["imhm-c", "imhm-p", "imhm-rf"];
const LAST: Date = date(2023, 12, 31);
const FIRST: Date = date(2024, 1, 1);

/// The version that a Mentor category has on a day.
fn on(category: &str, day: Date) -> Policy {
    let versions = ["to-2023", "2024"].map(|it| policy(category, it));
    versions.into_iter().find(|it| it.applies_on(day)).unwrap()
}

fn hours(whole: u32, minutes: u32) -> u32 {
    whole * 60 + minutes
}

/// Days of training, none longer than a day has, all on or before a day.
fn trained(imh: u32, rsc: u32, dei: u32, day: Date) -> Vec<Training> {
    [(imh, 0, 0), (0, rsc, 0), (0, 0, dei)]
        .into_iter()
        .zip(["i", "r", "d"])
        .filter(|((imh, rsc, dei), _)| imh + rsc + dei > 0)
        .map(|(minutes, id)| training(id, minutes, day))
        .collect()
}

fn status(category: &str, locker: &Locker, day: Date, id: &str) -> Status {
    find(&on(category, day), locker, day, id).status
}

fn training_of(category: &str, day: Date, (imh, rsc, dei): (u32, u32, u32)) -> Vec<Status> {
    let locker = Locker { trainings: trained(imh, rsc, dei, day), ..Locker::default() };
    let asked = on(category, day);
    let asked = asked.requirements.iter().map(|it| it.id.as_str());
    asked
        .filter(|id| id.starts_with("training."))
        .map(|id| status(category, &locker, day, id))
        .collect()
}

#[test]
fn a_masters_or_a_doctorate_or_other_degree_specific_to_ones_professional_focus() {
    for category in MENTORS {
        let with = |kind| {
            let education = vec![degree("e", kind, LAST)];
            status(category, &Locker { education, ..Locker::default() }, LAST, "education")
        };
        assert_eq!(with(Degree::Master), Status::Met);
        assert_eq!(with(Degree::Doctorate), Status::Met);
        assert_eq!(
            with(Degree::Other),
            Status::NeedsPerson,
            "whether it is specific, a person sees"
        );
        assert_eq!(with(Degree::Bachelor), Status::Unmet);
    }
}

#[test]
fn unofficial_transcripts_from_all_degrees_are_required() {
    let mut policy = policy("imhm-p", "2024");
    let mut locker = mentor_clinical();
    let mut look = |asked, given| {
        for requirement in &mut policy.requirements {
            if let Ask::Education(ask) = &mut requirement.ask {
                ask.transcript = asked;
            }
        }
        locker.education[0].transcript = given;
        let found = find(&policy, &locker, FIRST, "education");
        (found.status, excluded(&found).first().map(|it| it.2))
    };
    let unofficial = Some(AskedTranscript::Unofficial);

    assert_eq!(look(unofficial, Some(Transcript::Unofficial)), (Status::Met, None));
    assert_eq!(look(unofficial, Some(Transcript::Official)), (Status::Met, None));
    assert_eq!(look(unofficial, None), (Status::Met, None), "nothing said is not \"none\"");
    let none = Some(Transcript::None);
    assert_eq!(look(unofficial, none), (Status::NeedsPerson, Some("void")));
    let official = Some(AskedTranscript::Official);
    assert_eq!(look(official, Some(Transcript::Official)), (Status::Met, None));
    let copy = Some(Transcript::Unofficial);
    assert_eq!(look(official, copy), (Status::NeedsPerson, Some("void")));
    assert_eq!(look(None, none), (Status::Met, None), "where no rule is known, none is missing");
}

#[test]
fn three_years_of_post_graduate_experience_in_each_track() {
    let kinds = [
        ("imhm-c", "work.provides-rsc", WorkKind::ProvidesRsc),
        ("imhm-p", "work.policy-leadership", WorkKind::PolicyLeadership),
        ("imhm-rf", "work.academic-leadership", WorkKind::AcademicLeadership),
    ];
    for (category, id, kind) in kinds {
        let with = |kind, conferred, to| {
            let locker = Locker {
                education: vec![degree("e", Degree::Master, conferred)],
                work: vec![work("w", kind, date(2021, 1, 1), Some(to))],
                ..Locker::default()
            };
            status(category, &locker, FIRST, id)
        };
        let before = date(2020, 12, 31);
        assert_eq!(with(kind, before, LAST), Status::Met, "{id}");
        assert_eq!(with(kind, before, date(2023, 12, 30)), Status::Unmet, "{id}: a day short");
        assert_eq!(with(kind, date(2021, 1, 1), LAST), Status::Unmet, "{id}: graduated a day late");
        assert_eq!(with(WorkKind::Promotion, before, LAST), Status::Unmet, "{id}");
    }
}

#[test]
fn meets_work_experience_criteria_of_a_specialist_plus_three_years() {
    let policy = policy("imhm-c", "2024");
    let mut locker = mentor_clinical();
    let ids = ["work.imhs-practice", "work.provides-rsc"];

    locker.work[0].to = Some(date(2013, 12, 31));
    assert_eq!(statuses(&policy, &locker, FIRST, &ids), [Status::Met; 2]);
    locker.work[0].to = Some(date(2013, 12, 30));
    assert_eq!(statuses(&policy, &locker, FIRST, &ids), [Status::Unmet, Status::Met]);
    locker.work.remove(0);
    assert_eq!(
        statuses(&policy, &locker, FIRST, &ids),
        [Status::Unmet, Status::Met],
        "the one does not make up for the other"
    );
}

#[test]
fn minimum_three_years_of_practice_leader_experience() {
    let tracks = [Track::Clinical, Track::Policy, Track::ResearchFaculty];
    for (category, own) in MENTORS.into_iter().zip(tracks) {
        for track in tracks {
            let with = |to| {
                let led = vec![leadership("l", track, date(2021, 1, 1), Some(to))];
                let locker = Locker { leadership: led, ..Locker::default() };
                status(category, &locker, FIRST, "leadership")
            };
            let expected = if track == own { Status::Met } else { Status::Unmet };
            assert_eq!(with(LAST), expected, "{category} {track:?}");
            assert_eq!(with(date(2023, 12, 30)), Status::Unmet, "a day short");
        }
    }
}

#[test]
fn minimum_30_clock_hours_until_the_end_of_2023() {
    for category in ["imhm-p", "imhm-rf"] {
        assert_eq!(training_of(category, LAST, (hours(30, 0), 0, 0)), [Status::Met]);
        assert_eq!(training_of(category, LAST, (hours(29, 59), 0, 0)), [Status::Unmet]);
    }
    let clinical = |imh, rsc| training_of("imhm-c", LAST, (imh, rsc, 0));
    assert_eq!(clinical(hours(15, 0), hours(15, 0)), [Status::Met; 2]);
    assert_eq!(clinical(hours(14, 59), hours(15, 0)), [Status::Unmet, Status::Met]);
}

#[test]
fn of_those_hours_a_minimum_of_15_about_reflective_supervision() {
    let clinical = |imh, rsc| training_of("imhm-c", LAST, (imh, rsc, 0));
    assert_eq!(clinical(hours(15, 1), hours(14, 59)), [Status::Met, Status::Unmet]);
    assert_eq!(clinical(0, hours(30, 0)), [Status::Met; 2], "they lie within the 30");
}

#[test]
fn beginning_january_1_2024_a_minimum_of_48_hours_for_clinical() {
    let asked = |imh, rsc, dei| training_of("imhm-c", FIRST, (imh, rsc, dei));
    let (met, unmet) = (Status::Met, Status::Unmet);
    assert_eq!(asked(hours(30, 0), hours(15, 0), hours(3, 0)), [met; 4]);
    assert_eq!(asked(hours(29, 59), hours(15, 1), hours(3, 0)), [met, unmet, met, met]);
    assert_eq!(asked(hours(30, 1), hours(14, 59), hours(3, 0)), [met, met, unmet, met]);
    assert_eq!(asked(hours(30, 1), hours(15, 0), hours(2, 59)), [met, met, met, unmet]);
    assert_eq!(asked(hours(29, 59), hours(15, 0), hours(3, 0)), [unmet, unmet, met, met]);
}

#[test]
fn beginning_january_1_2024_a_minimum_of_33_hours_for_policy_and_research() {
    let (met, unmet) = (Status::Met, Status::Unmet);
    for category in ["imhm-p", "imhm-rf"] {
        let asked = |imh, dei| training_of(category, FIRST, (imh, 0, dei));
        assert_eq!(asked(hours(30, 0), hours(3, 0)), [met; 3]);
        assert_eq!(asked(hours(29, 59), hours(3, 1)), [met, unmet, met]);
        assert_eq!(asked(hours(30, 1), hours(2, 59)), [met, met, unmet]);
        assert_eq!(asked(hours(29, 59), hours(3, 0)), [unmet, unmet, met]);
    }
}

#[test]
fn the_last_day_of_2023_and_the_first_of_2024_have_their_own_rules() {
    for category in MENTORS {
        let locker = Locker {
            trainings: trained(hours(15, 0), hours(15, 0), 0, date(2023, 6, 1)),
            ..Locker::default()
        };
        assert_eq!(status(category, &locker, LAST, "training.total"), Status::Met);
        assert_eq!(status(category, &locker, FIRST, "training.total"), Status::Unmet);
        assert_eq!(on(category, LAST).effective_to, Some(LAST));
        assert_eq!(on(category, FIRST).effective_from, Some(FIRST));
    }
}

fn received(total: u32, about: u32) -> Locker {
    let day = date(2022, 1, 1);
    let own = rsc("o", total - about, day, date(2022, 6, 30), mentor_since(day));
    let about = Rsc {
        about: Some(About::OwnRscProvision),
        ..rsc("a", about, date(2022, 7, 1), date(2022, 12, 31), mentor_since(day))
    };
    let education = vec![degree("e", Degree::Master, date(2010, 5, 20))];
    Locker { education, rsc: vec![own, about], ..Locker::default() }
}

#[test]
fn at_minimum_50_clock_hours_received_and_25_of_them_about_the_supervision_given() {
    let look = |total, about| {
        let ids = ["rsc.total", "rsc.about-rsc"];
        statuses(&policy("imhm-c", "2024"), &received(total, about), FIRST, &ids)
    };
    let (met, unmet) = (Status::Met, Status::Unmet);
    assert_eq!(look(hours(50, 0), hours(25, 0)), [met, met]);
    assert_eq!(look(hours(49, 59), hours(25, 0)), [unmet, met]);
    assert_eq!(look(hours(50, 0), hours(24, 59)), [met, unmet]);
}

#[test]
fn individually_or_in_a_group_from_a_qualified_provider_and_never_among_peers() {
    let mut locker = received(hours(50, 0), hours(25, 0));
    let mut look = |setting| {
        locker.rsc.iter_mut().for_each(|it| it.setting = setting);
        status("imhm-c", &locker, FIRST, "rsc.total")
    };
    assert_eq!(look(Setting::Individual), Status::Met);
    assert_eq!(look(Setting::Group), Status::Met);
    assert_eq!(look(Setting::Peer), Status::Unmet);
}

#[test]
fn not_required_for_policy_and_research_applicants() {
    for category in ["imhm-p", "imhm-rf"] {
        for day in [LAST, FIRST] {
            let asked = on(category, day);
            assert!(asked.requirement(RequirementId::RscTotal).is_none());
            assert!(asked.requirement(RequirementId::RscAboutRsc).is_none());
        }
    }
}

#[test]
fn total_of_three_professional_reference_ratings() {
    use Relation::{
        Colleague, DepartmentChair, Parent, ProgramSupervisor, RscProvider, RscRecipient, Student,
    };
    let rated = |category: &str, relations: &[Relation]| {
        let each = relations.iter().zip(["a", "b", "c"]);
        let references = each.map(|(it, id)| reference(id, *it, FIRST)).collect();
        let locker = Locker { references, ..Locker::default() };
        status(category, &locker, FIRST, "references")
    };
    let (met, unmet) = (Status::Met, Status::Unmet);

    assert_eq!(rated("imhm-c", &[RscRecipient, ProgramSupervisor, RscProvider]), met);
    assert_eq!(rated("imhm-c", &[RscRecipient, ProgramSupervisor, Colleague]), unmet);
    assert_eq!(rated("imhm-c", &[RscRecipient, ProgramSupervisor]), unmet);
    assert_eq!(rated("imhm-p", &[ProgramSupervisor, RscProvider, Colleague]), met);
    assert_eq!(rated("imhm-p", &[ProgramSupervisor, Colleague, Colleague]), met);
    assert_eq!(rated("imhm-p", &[Colleague, Colleague, Colleague]), met, "if no one is available");
    assert_eq!(rated("imhm-p", &[Colleague, Colleague, Parent]), unmet);
    assert_eq!(rated("imhm-rf", &[DepartmentChair, RscProvider, Student]), met);
    assert_eq!(rated("imhm-rf", &[Colleague, Colleague, Student]), met);
    assert_eq!(rated("imhm-rf", &[DepartmentChair, RscProvider, Colleague]), unmet, "a student");
}

#[test]
fn signed_a_member_and_after_a_written_examination() {
    for category in MENTORS {
        for day in [LAST, FIRST] {
            let asked = on(category, day);
            let stage = |id| asked.requirement(id).map(|it| it.stage);
            assert_eq!(stage(RequirementId::CodeOfEthics), Some(Stage::Submission));
            assert_eq!(stage(RequirementId::EndorsementAgreement), Some(Stage::Submission));
            assert_eq!(stage(RequirementId::Membership), Some(Stage::Submission));
            assert_eq!(stage(RequirementId::Competencies), Some(Stage::Submission));
            assert_eq!(stage(RequirementId::Exam), Some(Stage::Endorsement), "{category}");
        }
    }
    let mut locker = mentor_clinical();
    locker.memberships[0].association = "another-aimh".into();
    let found = assess(&policy("imhm-c", "2024"), &locker, date(2024, 2, 1), Stage::Submission);
    assert_eq!(found.status(), Status::Met, "or of another infant mental health association");
}

fn renewed(category: &str, locker: &Locker, day: Date) -> Assessment {
    assess_renewal(&renewal(category), locker, 2024, day)
}

#[test]
fn fifteen_clock_hours_per_year_one_on_equity_and_three_on_supervision_for_providers() {
    let (met, unmet) = (Status::Met, Status::Unmet);
    let last = date(2024, 12, 31);
    for category in MENTORS {
        let with = |imh, rsc, dei| {
            let locker = Locker {
                trainings: trained(imh, rsc, dei, last),
                work: vec![work("w", WorkKind::ProvidesRsc, date(2024, 12, 31), None)],
                ..Locker::default()
            };
            let found = renewed(category, &locker, last);
            ["training.total", "training.dei", "training.rsc"]
                .map(|id| found.finding(RequirementId::parse(id).unwrap()).unwrap().status)
        };
        assert_eq!(
            with(hours(11, 0), hours(3, 0), hours(1, 0)),
            [met; 3],
            "they lie within the 15"
        );
        assert_eq!(with(hours(10, 59), hours(3, 0), hours(1, 0)), [unmet, met, met]);
        assert_eq!(with(hours(11, 1), hours(3, 0), hours(0, 59)), [met, unmet, met]);
        assert_eq!(with(hours(11, 1), hours(2, 59), hours(1, 0)), [met, met, unmet]);
    }
}

#[test]
fn clinical_endorsees_receive_12_hours_every_year_from_an_endorsed_mentor() {
    let with = |minutes, category: &str, day| {
        let standings = vec![standing(category, date(2015, 1, 1), None)];
        let locker =
            Locker { rsc: vec![rsc("r", minutes, day, day, standings)], ..Locker::default() };
        let found = renewed("imhm-c", &locker, date(2025, 6, 1));
        found.finding(RequirementId::RscTotal).unwrap().status
    };
    let (first, last) = (FIRST, date(2024, 12, 31));
    assert_eq!(with(hours(12, 0), "imhm-c", first), Status::Met);
    assert_eq!(with(hours(12, 0), "imhm-c", last), Status::Met);
    assert_eq!(with(hours(11, 59), "imhm-c", first), Status::Unmet);
    assert_eq!(with(hours(12, 0), "imhs", first), Status::Unmet);
    assert_eq!(with(hours(12, 0), "imhm-c", LAST), Status::Unmet);
    assert_eq!(with(hours(12, 0), "imhm-c", date(2025, 1, 1)), Status::Unmet);
    for category in ["imhm-p", "imhm-rf"] {
        let found = renewed(category, &Locker::default(), last);
        assert!(found.finding(RequirementId::RscTotal).is_none(), "not required, recommended");
    }
}

#[test]
fn annual_renewal_of_membership() {
    let mut locker = mentor_clinical();
    let look = |locker: &Locker, day| {
        renewed("imhm-p", locker, day).finding(RequirementId::Membership).unwrap().status
    };
    assert_eq!(look(&locker, date(2024, 12, 31)), Status::Met);
    locker.memberships[0].to = Some(date(2024, 12, 30));
    assert_eq!(look(&locker, date(2024, 12, 30)), Status::Met);
    assert_eq!(look(&locker, date(2024, 12, 31)), Status::Unmet);
}
