//! The locker: evidence typed, corrected, removed, put back; documents; the file of it all.

use endorse::story::{Answer, Browser};
use rules::Locker;

use crate::house::read;
use crate::journey;

/// A form as it is typed.
type Fields = &'static [(&'static str, &'static str)];

/// A training as it is typed.
const TRAINING: Fields = &[
    ("title", "Infant observation"),
    ("trainer", "Dr. Sample"),
    ("from", "2025-10-03"),
    ("to", "2025-10-04"),
    ("imh", "7.5"),
    ("dei", "0:20"),
    ("form", "workshop"),
    ("didactic", "yes"),
    ("competencies", "theoretical-foundations/pregnancy"),
];

/// One good entry of each kind, what its page then says, and a change to it.
const EACH: &[(&str, Fields, &str, (&str, &str))] = &[
    ("trainings", TRAINING, "Infant observation", ("title", "Watching infants")),
    (
        "education",
        &[
            ("degree", "master"),
            ("title", "MSW"),
            ("institution", "Sample University"),
            ("field", "Social work"),
            ("conferred", "2015-05-20"),
            ("transcript", "unofficial"),
        ],
        "Sample University",
        ("title", "Master of Social Work"),
    ),
    (
        "courses",
        &[
            ("title", "Attachment"),
            ("institution", "Sample College"),
            ("completed", "2019-12-10"),
            ("credits", "1,5"),
            ("competencies", "theoretical-foundations/pregnancy"),
        ],
        "1.5",
        ("title", "Attachment theory"),
    ),
    (
        "work",
        &[
            ("role", "Home visitor"),
            ("employer", "Sample Agency"),
            ("from", "2019-09-01"),
            ("to", ""),
            ("paid", "yes"),
            ("kinds", "prevention"),
            ("kinds", "provides-rsc"),
            ("families", "12"),
            ("ages_from", "0"),
            ("ages_to", "36"),
            ("focus", "relationships"),
        ],
        "Children of 0 to 36 months",
        ("role", "Senior home visitor"),
    ),
    (
        "leadership",
        &[("activity", "Chaired a board"), ("track", "policy"), ("from", "2020-01-01")],
        "Since January 1, 2020",
        ("activity", "Co-chaired a board"),
    ),
    (
        "rsc",
        &[
            ("from", "2024-01-01"),
            ("to", "2024-12-31"),
            ("hours", "29,5"),
            ("setting", "individual"),
            ("about", "own-practice"),
            ("during", "prevention"),
            ("provider", "Rosa Provider"),
            ("provider_category", "imhm-c"),
            ("provider_since", "2019-05-14"),
        ],
        "Rosa Provider",
        ("provider", "Rosa P. Provider"),
    ),
];

/// The same fields with one of them changed, and the version that was read.
fn changed<'a>(
    fields: &[(&'a str, &'a str)],
    (name, value): (&'a str, &'a str),
    version: &'a str,
) -> Vec<(&'a str, &'a str)> {
    let change = |it: &(&'a str, &'a str)| if it.0 == name { (name, value) } else { *it };
    fields.iter().map(change).chain([("version", version)]).collect()
}

/// Keeps a training and says where it is.
async fn keep_training(browser: &mut Browser) -> String {
    let kept = browser.did("/locker/trainings", TRAINING).await.unwrap();
    format!("/locker/trainings/{}", kept.new_id().unwrap())
}

async fn text(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await.unwrap();
    assert_eq!(answer.status, 200, "{path}");
    read(&answer)
}

/// The locker in a file, as the rules read it.
fn locker_in(answer: &Answer) -> Locker {
    let locker: Locker = serde_json::from_slice(&answer.body).unwrap();
    locker.check().unwrap();
    locker
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |it| it.to_str().unwrap())
}

journey! {
    /// Every kind of evidence is added, corrected with its earlier wording kept, taken back,
    /// removed after a question, and put back.
    async fn each_kind_is_added_corrected_removed_and_put_back(house: House) {
        let mut ana = house.applicant("Ana").await;
        assert!(text(&mut ana, "/locker").await.contains("Nothing here yet"));
        let courses = text(&mut ana, "/locker/courses").await;
        assert!(courses.contains("No courses yet") && courses.contains("3 credit hours"), "{courses}");
        for (kind, fields, says, change) in EACH {
            let list = format!("/locker/{kind}");
            assert!(text(&mut ana, &format!("{list}/new")).await.contains("Keep in my locker"));
            let kept = ana.did(&list, fields).await.unwrap();
            let one = format!("{list}/{}", kept.new_id().unwrap());
            assert!(text(&mut ana, &list).await.contains(says), "{kind}");
            assert!(text(&mut ana, "/locker").await.contains(says), "{kind}");

            ana.did(&one, &changed(fields, *change, "1")).await.unwrap();
            assert!(ana.get(&one).await.unwrap().html().contains(change.1), "{kind}");
            let versions = format!("{one}/versions");
            assert!(text(&mut ana, &versions).await.contains(says), "{kind}");
            ana.did(&versions, &[("version", "1"), ("current", "2")]).await.unwrap();
            assert!(!ana.get(&one).await.unwrap().html().contains(change.1), "{kind}");
            let late = ana.post(&versions, &[("version", "2"), ("current", "2")]).await.unwrap();
            assert_eq!(late.status, 409);

            let removal = format!("{one}/removal");
            assert!(text(&mut ana, &removal).await.contains("Yes, remove it"));
            ana.did(&removal, &[]).await.unwrap();
            assert_eq!(ana.get(&one).await.unwrap().status, 404, "{kind}");
            assert_eq!(ana.post(&removal, &[]).await.unwrap().status, 404);
            assert!(text(&mut ana, &list).await.contains("Removed things"), "{kind}");
            ana.did(&format!("{one}/restoration"), &[]).await.unwrap();
            assert!(!text(&mut ana, &list).await.contains("Removed things"), "{kind}");
            assert_eq!(ana.get(&one).await.unwrap().status, 200, "{kind}");
        }
    }
}

journey! {
    /// What is typed is what is downloaded, to the minute, and the reader of locker files takes it.
    async fn the_download_is_what_was_typed(house: House) {
        let mut ana = house.applicant("Ana Álvarez").await;
        for (kind, fields, ..) in EACH {
            ana.did(&format!("/locker/{kind}"), fields).await.unwrap();
        }

        let answer = ana.get("/locker/download").await.unwrap();
        let locker = locker_in(&answer);

        assert_eq!(header(&answer, "content-disposition"), "attachment; filename=\"locker.json\"");
        assert_eq!(header(&answer, "cache-control"), "no-store");
        assert_eq!(locker.person.name, "Ana Álvarez");
        let minutes = locker.trainings[0].minutes;
        assert_eq!((minutes.imh, minutes.rsc, minutes.dei), (450, 0, 20));
        assert_eq!(locker.trainings[0].competencies, ["theoretical-foundations/pregnancy"]);
        assert_eq!(locker.courses[0].credits, Some(1.5));
        assert_eq!(locker.education[0].title, "MSW");
        assert_eq!((locker.work[0].kinds.len(), locker.work[0].families), (2, Some(12)));
        assert_eq!(locker.work[0].ages_months.map(|it| it.to), Some(36));
        assert_eq!(locker.leadership[0].to, None);
        let rsc = &locker.rsc[0];
        let standing = &rsc.provider.as_ref().unwrap().standings[0];
        assert_eq!((rsc.minutes, &*standing.category, standing.to), (1770, "imhm-c", None));
    }
}

journey! {
    /// In Spanish hours are typed and shown with a comma, and no text is missing on any page.
    async fn hours_are_typed_in_spanish(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        let mut fields = TRAINING.to_vec();
        fields[4] = ("imh", "7,25");
        let kept = ana.did("/locker/trainings", &fields).await.unwrap();
        let one = format!("/locker/trainings/{}", kept.new_id().unwrap());
        ana.did(&one, &changed(&fields, ("imh", "7,5"), "1")).await.unwrap();
        let refused = ana.post("/locker/trainings", &[("imh", "pronto")]).await.unwrap();
        for (kind, fields, ..) in EACH {
            ana.did(&format!("/locker/{kind}"), fields).await.unwrap();
        }
        ana.upload("/documents", &[], ("file", "título.pdf", b"%PDF-1.7 x")).await.unwrap();

        assert!(ana.get(&one).await.unwrap().html().contains(r#"value="7,5""#));
        assert!(text(&mut ana, "/locker").await.contains("7,5 h de salud mental infantil"));
        assert_eq!(refused.status, 422);
        let mut pages = vec![read(&refused)];
        let below = ["/removal", "/versions"].map(|it| format!("{one}{it}"));
        let mut paths = vec!["/locker".to_owned(), "/locker/map".into(), "/documents".into()];
        paths.extend(EACH.iter().flat_map(|it| {
            [format!("/locker/{}", it.0), format!("/locker/{}/new", it.0)]
        }));
        for path in paths.iter().chain(&below) {
            pages.push(text(&mut ana, path).await);
        }
        for page in pages {
            assert!(!page.contains('['), "a text is missing in\n{page}");
        }
    }
}

journey! {
    /// Two of supervision in the same days with the same person say at once what tells them apart.
    async fn supervision_says_first_what_it_was_about(house: House) {
        let mut ana = house.applicant("Ana").await;
        let rsc = EACH.iter().find(|it| it.0 == "rsc").unwrap().1;
        for about in ["own-practice", "own-rsc-provision"] {
            ana.did("/locker/rsc", &changed(rsc, ("about", about), "")).await.unwrap();
        }
        let list = text(&mut ana, "/locker/rsc").await;
        for about in ["My own work with families", "The supervision that I give to others"] {
            let (before, _) = list.split_once(about).unwrap();
            assert!(before.trim_end().ends_with("December 31, 2024"), "{about}: {list}");
        }
    }
}

journey! {
    /// Hours that no day has, days in the wrong order and days to come are refused; everything
    /// typed comes back, each problem at its field.
    async fn what_no_locker_file_could_hold_is_refused(house: House) {
        let mut ana = house.applicant("Ana").await;
        let with = |changes: &[(&'static str, &'static str)]| {
            let change = |it: &(&'static str, &'static str)| {
                *changes.iter().find(|change| change.0 == it.0).unwrap_or(it)
            };
            TRAINING.iter().map(change).collect::<Vec<_>>()
        };
        for (changes, sentence) in [
            (&[("imh", "47:41")][..], "more than 24 hours for each day"),
            (&[("imh", "0"), ("dei", "")], "how many hours it was"),
            (&[("imh", "seven")], "Please write hours, like 7.5 or 7:30"),
            (&[("to", "2025-10-02")], "The last day is before the first"),
            (&[("to", "2025-10-02"), ("imh", "abc")], "The last day is before the first"),
            (&[("from", "2026-03-03")], "This day has not come yet"),
            (&[("from", "2025-02-30")], "a day that exists"),
            (&[("title", " ")], "Please fill this in"),
            (&[("competencies", "no/such")], "does not exist"),
            (&[("form", "seance")], "Please choose one"),
        ] {
            let answer = ana.post("/locker/trainings", &with(changes)).await.unwrap();

            assert_eq!(answer.status, 422, "{changes:?}");
            assert!(read(&answer).contains(sentence), "{changes:?}: {}", read(&answer));
            assert!(answer.html().contains(r#"value="Dr. Sample""#), "{changes:?}");
            for (field, typed) in changes.iter().filter(|it| it.0 != "competencies" && it.0 != "form") {
                assert!(answer.html().contains(&format!("value=\"{typed}\"")), "{field}");
            }
        }
        // Two days have 48 hours, not a minute more: 47:40 and the 20 minutes beside them.
        ana.did("/locker/trainings", &with(&[("imh", "47:40")])).await.unwrap();

        let ages = [("role", "R"), ("employer", "E"), ("from", "2020-01-01"), ("to", "2019-12-31"), ("ages_from", "36"), ("ages_to", "0"), ("families", "few")];
        let work = read(&ana.post("/locker/work", &ages).await.unwrap());
        assert!(work.contains("oldest age is below") && work.contains("last day is before"));
        let nobody = [("from", "2024-01-01"), ("to", "2024-01-02"), ("hours", "2"), ("setting", "group")];
        let rsc = ana.post("/locker/rsc", &nobody).await.unwrap();
        assert_eq!(rsc.status, 422);
        let peers = [("from", "2024-01-01"), ("to", "2024-01-02"), ("hours", "2"), ("setting", "peer")];
        ana.did("/locker/rsc", &peers).await.unwrap();
        let unknown = [("from", "2024-01-01"), ("to", "2024-01-02"), ("hours", "2"), ("setting", "group"), ("provider", "Ros"), ("provider_category", "none")];
        ana.did("/locker/rsc", &unknown).await.unwrap();
        let locker = locker_in(&ana.get("/locker/download").await.unwrap());
        assert_eq!(locker.rsc[0].provider, None);
        assert!(locker.rsc[1].provider.as_ref().unwrap().standings.is_empty());
    }
}

journey! {
    /// Two windows, one entry: the later one is told, keeps what was typed, and may then replace.
    async fn a_stale_correction_loses_neither_wording(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut other = ana.clone();
        let one = keep_training(&mut ana).await;
        ana.did(&one, &changed(TRAINING, ("title", "First window"), "1")).await.unwrap();

        let mine = ("title", "Second window");
        let stale = other.post(&one, &changed(TRAINING, mine, "1")).await.unwrap();

        assert_eq!(stale.status, 422);
        assert!(read(&stale).contains("First window"), "{}", read(&stale));
        assert!(stale.html().contains(r#"value="Second window""#));
        assert!(stale.html().contains(r#"name="version" value="2""#));
        assert!(text(&mut ana, "/locker").await.contains("First window"));

        other.did(&one, &changed(TRAINING, mine, "2")).await.unwrap();
        let versions = text(&mut ana, &format!("{one}/versions")).await;
        for wording in ["Second window", "First window", "Infant observation"] {
            assert!(versions.contains(wording), "{wording} is missing in\n{versions}");
        }
    }
}

journey! {
    /// A stranger's entry and one that does not exist read the same, whatever is tried.
    async fn a_strangers_entry_is_not_there(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut ben = house.applicant("Ben").await;
        let one = keep_training(&mut ana).await;
        let nowhere = "/locker/trainings/01890000-0000-7000-8000-000000000000";
        for end in ["", "/removal", "/versions"] {
            let theirs = ben.get(&format!("{one}{end}")).await.unwrap();
            let missing = ben.get(&format!("{nowhere}{end}")).await.unwrap();
            assert_eq!(theirs.status, 404);
            // The page names its own address in the other language; nothing else differs.
            let own = |it: &Answer, path: &str| it.html().replace(path, "");
            assert_eq!(own(&theirs, &one), own(&missing, nowhere));
        }
        for end in ["", "/removal", "/restoration", "/versions"] {
            let fields = changed(TRAINING, ("title", "Mine now"), "1");
            assert_eq!(ben.post(&format!("{one}{end}"), &fields).await.unwrap().status, 404, "{end}");
        }
        // An entry is not of another kind either.
        assert_eq!(ana.get(&one.replace("trainings", "courses")).await.unwrap().status, 404);
        assert!(text(&mut ana, "/locker").await.contains("Infant observation"));
        assert!(!text(&mut ben, "/locker").await.contains("Dr. Sample"));
    }
}

journey! {
    /// The map counts trainings and courses by area, and leads to them.
    async fn the_map_shows_what_is_covered(house: House) {
        let mut ana = house.applicant("Ana").await;
        let empty = text(&mut ana, "/locker/map").await;
        keep_training(&mut ana).await;
        ana.did("/locker/courses", EACH[2].1).await.unwrap();

        let map = text(&mut ana, "/locker/map").await;

        assert!(empty.contains("Pregnancy and early parenthood Nothing yet"), "{empty}");
        assert!(map.contains("Pregnancy and early parenthood 2"), "{map}");
        let area = "/locker?area=theoretical-foundations/pregnancy";
        assert!(text(&mut ana, area).await.contains("Infant observation"));
    }
}

journey! {
    /// A document is what its bytes say, belongs to an entry, and is given as a file only.
    async fn a_document_is_uploaded_and_given_back_safely(house: House) {
        let mut ana = house.applicant("Ana").await;
        let training = keep_training(&mut ana).await;
        let entry = training.rsplit('/').next().unwrap().to_owned();
        let pdf = b"%PDF-1.7\n1 0 obj";

        let kept = ana
            .upload("/documents", &[("entry", &entry)], ("file", "../Zertifikat ñ.pdf.html", pdf))
            .await
            .unwrap();
        assert_eq!(kept.status, 303, "{}", kept.html());
        let path = format!("/documents/{}", kept.new_id().unwrap());

        let given = ana.get(&path).await.unwrap();
        assert_eq!((given.status.as_u16(), &given.body[..]), (200, &pdf[..]));
        assert_eq!(header(&given, "content-type"), "application/pdf");
        assert!(header(&given, "content-disposition").starts_with("attachment; filename=\"Zertifikat"));
        assert_eq!(header(&given, "x-content-type-options"), "nosniff");
        assert_eq!(header(&given, "content-security-policy"), "sandbox; default-src 'none'; frame-ancestors 'none'");
        assert_eq!(header(&given, "cache-control"), "no-store");
        assert!(text(&mut ana, "/locker").await.contains("Zertifikat ñ"));
        assert!(text(&mut ana, &training).await.contains("Zertifikat ñ"));
        assert!(text(&mut ana, "/documents").await.contains("Certificate"));

        let mut ben = house.applicant("Ben").await;
        let mut other = house.with_role("Cora Coordinator", "coordinator").await;
        let mut reviewer = house.with_role("Rita Reviewer", "reviewer").await;
        for stranger in [&mut ben, &mut other, &mut reviewer] {
            for tried in [path.clone(), format!("{path}/removal")] {
                assert_eq!(stranger.get(&tried).await.unwrap().status, 404, "{tried}");
            }
            assert_eq!(stranger.post(&format!("{path}/removal"), &[]).await.unwrap().status, 404);
        }
        let theirs = ben.upload("/documents", &[("entry", &entry)], ("file", "a.pdf", pdf)).await;
        assert_eq!(theirs.unwrap().status, 422);
        assert_eq!(house.visitor().get(&path).await.unwrap().status, 303);

        ana.did(&format!("{path}/removal"), &[]).await.unwrap();
        assert_eq!(ana.get(&path).await.unwrap().status, 404);
        ana.did(&format!("{path}/restoration"), &[]).await.unwrap();
        assert_eq!(ana.get(&path).await.unwrap().status, 200);
    }
}

journey! {
    /// A renamed page, an empty form and a file of 11 MB are refused in a sentence, and what was
    /// typed beside them is still there.
    async fn a_bad_upload_is_refused_in_a_sentence(house: House) {
        let mut ana = house.applicant("Ana").await;
        let entry = keep_training(&mut ana).await.rsplit('/').next().unwrap().to_owned();
        let fields = [("entry", entry.as_str()), ("name", "My certificate")];
        let mut large = b"%PDF-1.7\n".to_vec();
        large.resize(11 << 20, b'x');
        let mut huge = large.clone();
        huge.resize(30 << 20, b'x');

        for (bytes, sentence) in [
            (&b"<html><script>alert(1)</script></html>"[..], "This is not a PDF, JPEG or PNG"),
            (b"", "Please choose a file"),
            (&large, "larger than 10 MB"),
        ] {
            let refused = ana.upload("/documents", &fields, ("file", "a.pdf", bytes)).await.unwrap();

            assert_eq!(refused.status, 422, "{sentence}");
            assert!(read(&refused).contains(sentence), "{}", read(&refused));
            assert!(refused.html().contains(r#"value="My certificate""#), "{sentence}");
            assert!(refused.html().contains(&format!("value=\"{entry}\" selected")), "{sentence}");
        }
        // Beyond what a request may weigh the rest is not read at all, and yet there is a sentence.
        let refused = ana.upload("/documents", &fields, ("file", "a.pdf", &huge)).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("larger than 10 MB"));
        assert!(!text(&mut ana, "/documents").await.contains("Your documents"));

        let mut whole = b"%PDF-1.7\n".to_vec();
        whole.resize(10 << 20, b'x');
        let kept = ana.upload("/documents", &fields, ("file", "a.pdf", &whole)).await.unwrap();
        assert_eq!(kept.status, 303);
        assert!(text(&mut ana, "/documents").await.contains("My certificate.pdf"));
    }
}
