//! Lockers for the archive: with everything that a version asks, just short of it, and in doubt.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::Policy;
use rules::policy::Ask;
use serde_json::{Value, json};

/// What kinds there are.
pub const KINDS: [&str; 3] = ["complete", "short", "doubtful"];

/// A locker of a kind, as of a day.
pub fn locker(policy: &Policy, on: Date, kind: &str) -> Value {
    let (is_short, is_doubtful) = (kind == "short", kind == "doubtful");
    let day = |before: i64| on.checked_sub(before.days()).unwrap();
    let degree = |id: &str, degree: &str, conferred: &str| {
        json!({ "id": id, "degree": degree, "title": "Degree", "conferred": conferred,
                "transcript": if is_short { "none" } else { "official" } })
    };
    let education = if is_doubtful {
        json!([degree("e1", "other", "2004-05-20")])
    } else {
        json!([
            degree("e1", "bachelor", "2001-05-20"),
            degree("e2", "master", "2003-05-20"),
            degree("e3", "doctorate", "2005-05-20")
        ])
    };
    json!({
        "format": "endorse-locker/1",
        "person": { "name": "Sample Applicant" },
        "education": education,
        "work": work(is_short, is_doubtful, on),
        "trainings": trainings(policy, is_short, is_doubtful),
        "leadership": leadership(is_short, on),
        "rsc": rsc(is_short, is_doubtful),
        "references": references(policy, (is_short, is_doubtful), day(30), day(500)),
        "signatures": [
            { "agreement": "code-of-ethics", "signed": day(10) },
            // On the day itself counts, on the next one does not.
            { "agreement": "endorsement-agreement",
              "signed": if is_short { on.tomorrow().unwrap() } else { on } }
        ],
        "memberships": [{ "association": "ct-aimh", "from": day(400),
                          "to": if is_short { day(1) } else { on } }],
        "exam_results": exams(is_short, day(5)),
        "endorsements": [
            { "category": "imhs", "association": "ct-aimh", "from": "2008-01-01", "to": null },
            { "category": "ifs", "association": "ct-aimh", "from": "2007-01-01",
              "to": if is_short { json!(day(1)) } else { Value::Null } }
        ]
    })
}

const WORK: [&str; 7] = [
    "promotion",
    "prevention",
    "imhs-practice",
    "provides-rsc",
    "policy-leadership",
    "academic-leadership",
    "preschool-practice",
];

fn work(is_short: bool, is_doubtful: bool, on: Date) -> Value {
    let from =
        if is_short { on.checked_sub(300.days()).unwrap() } else { "2006-01-01".parse().unwrap() };
    let ages = if is_doubtful { Value::Null } else { json!({ "from": 0, "to": 71 }) };
    let focus = json!({ "social_emotional": true, "relationships": true });
    let jobs = WORK.iter().enumerate().map(|(nth, kind)| {
        json!({ "id": format!("w{nth}"), "role": "Job", "employer": "Agency", "from": from,
                "to": null, "paid": if is_doubtful { Value::Null } else { json!(true) },
                "kinds": [kind], "families": if is_short { 3 } else { 60 },
                "ages_months": ages, "focus": if is_doubtful { Value::Null } else { focus.clone() } })
    });
    Value::Array(jobs.collect())
}

/// Trainings that come to what is asked to the minute, or are one minute short.
fn trainings(policy: &Policy, is_short: bool, is_doubtful: bool) -> Value {
    let total = policy.requirements.iter().find_map(|it| match &it.ask {
        Ask::Training(ask) if ask.subject.is_none() => ask.minutes,
        _ => None,
    });
    let areas: Vec<String> = policy
        .requirements
        .iter()
        .find_map(|it| match &it.ask {
            Ask::Competencies(ask) => {
                Some(ask.areas().iter().map(|it| it.id.to_string()).collect())
            }
            _ => None,
        })
        .unwrap_or_default();
    // 15 hours about supervision and 3 about diversity; the rest is infant mental health.
    let imh = total.unwrap_or(1800).saturating_sub(900 + 180) - u32::from(is_short);
    let named = if is_doubtful { &areas[..areas.len() / 2] } else { &areas[..] };
    let training = |id: &str, minutes: Value, didactic: Value| {
        json!({ "id": id, "title": "Training", "from": "2010-03-01", "to": "2010-03-05",
                "minutes": minutes, "didactic": didactic, "competencies": named })
    };
    let taught = if is_doubtful { Value::Null } else { json!(true) };
    let mut all = vec![
        training("t1", json!({ "imh": imh }), taught.clone()),
        training("t2", json!({ "rsc": 900 }), taught.clone()),
        training("t3", json!({ "dei": 180 }), taught),
    ];
    if is_short {
        // What names no area counts nowhere.
        all.push(json!({ "id": "t4", "title": "Talk", "from": "2011-03-01", "to": "2011-03-01",
                         "minutes": { "imh": 600 } }));
    }
    Value::Array(all)
}

fn leadership(is_short: bool, on: Date) -> Value {
    let days = if is_short { 1000 } else { 2000 };
    let from = on.checked_sub(days.days()).unwrap();
    let tracks = ["clinical", "policy", "research-faculty"].iter().enumerate();
    Value::Array(
        tracks
            .map(|(nth, track)| {
                json!({ "id": format!("l{nth}"), "activity": "Committee", "track": track,
                        "from": from, "to": null })
            })
            .collect(),
    )
}

fn rsc(is_short: bool, is_doubtful: bool) -> Value {
    let mentors = ["imhm-c", "imhm-p", "imhm-rf", "ifrs", "ecmhm-c", "ecfrs", "imhs"];
    // In doubt: the standing ends amid the hours.
    let until = if is_doubtful { json!("2011-03-15") } else { Value::Null };
    let standings: Vec<Value> = mentors
        .iter()
        .map(|it| json!({ "category": it, "from": "2005-01-01", "to": until }))
        .collect();
    let mut all = Vec::new();
    for (nth, during) in WORK.iter().enumerate() {
        for about in ["own-practice", "own-rsc-provision"] {
            let minutes = if is_short { 100 } else { 1500 };
            all.push(json!({ "id": format!("r{nth}-{about}"), "from": "2011-01-01",
                "to": "2011-12-31", "minutes": minutes, "setting": "individual", "about": about,
                "while": during,
                "provider": { "name": "Sample Provider", "standings": standings } }));
        }
    }
    all.push(json!({ "id": "peers", "from": "2012-01-01", "to": "2012-12-31", "minutes": 600,
                     "setting": "peer", "about": "own-practice", "while": "imhs-practice" }));
    Value::Array(all)
}

fn references(
    policy: &Policy,
    (is_short, is_doubtful): (bool, bool),
    good: Date,
    old: Date,
) -> Value {
    let slots = policy.requirements.iter().find_map(|it| match &it.ask {
        Ask::References(ask) => Some(ask.slots.clone()),
        _ => None,
    });
    let ratings = slots.unwrap_or_default().into_iter().enumerate().map(|(nth, slot)| {
        let relation = slot.relations.first().map_or(json!("colleague"), |it| json!(it));
        // Short: the first one says too little, the others are too old.
        json!({ "id": format!("f{nth}"), "relation": relation,
                "completed": if is_short && nth > 0 { old } else { good },
                "not_enough_information": if is_short && nth == 0 { 6 } else { 5 },
                "rater_standings": if is_doubtful { json!([]) } else {
                    json!([{ "category": "imhm-c", "from": "2006-01-01", "to": null },
                           { "category": "imhs", "from": "2006-01-01", "to": null },
                           { "category": "ecmhm-c", "from": "2006-01-01", "to": null }]) } })
    });
    Value::Array(ratings.collect())
}

fn exams(is_short: bool, day: Date) -> Value {
    let mut all = Vec::new();
    for series in ["imh", "ecmh"] {
        for part in [1, 2] {
            let passed = !is_short || part == 1;
            all.push(
                json!({ "series": series, "part": part, "percent": if passed { 85 } else { 60 },
                             "passed": passed, "on": day }),
            );
        }
    }
    Value::Array(all)
}
