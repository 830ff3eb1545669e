//! The dates that an association announces, and the notice on its front page.

use endorse::story::Browser;
use uuid::Uuid;

use crate::evidence::quoted_after;
use crate::handed_in::{decision, fields, file};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::reviews::{given, reviewed};

const HERE: &str = "/desk/association/dates";
const NOTICE: &str = "/desk/association/notice";
const TEXAS: &str = "first3years-tx";

const REVIEW: [(&str, &str); 6] = [
    ("kind", "review"),
    ("first_on", "2026-03-20"),
    ("last_on", "2026-03-22"),
    ("title_en", "Reviewers read the spring files"),
    ("title_es", "Se leen los expedientes de primavera"),
    ("decided", "Board meeting of February 9"),
];

/// The same form with one field typed otherwise.
fn with<'a>(form: &[(&'a str, &'a str)], field: &str, typed: &'a str) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|it| if it.0 == field { (it.0, typed) } else { *it }).collect()
}

async fn tara(house: &House) -> Browser {
    let mut tara = house.visitor_of(TEXAS);
    tara.register("Tara", &address("Tara"), PASSWORD).await.unwrap();
    house.confirm(&address("Tara")).await;
    house.installation.of(TEXAS).unwrap().grant(&address("Tara"), "administrator").await.unwrap();
    tara
}

/// Somebody who was approved for the exam.
async fn at_exam(house: &House, name: &str) -> (Browser, Uuid) {
    let browser = house.applicant(name).await;
    let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
    let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
    let handed_in = file(house, name, "imhm-c", "26-001").await;
    let path = given(house, &mut cora, "Rita Reviewer", &handed_in).await;
    reviewed(&mut rita, "Rita Reviewer", &path, "approve-for-exam").await;
    let typed = decision(&mut cora, &handed_in, "approved-for-exam").await;
    cora.did(&handed_in.desk("/decisions"), &fields(&typed)).await.unwrap();
    (browser, handed_in.id)
}

/// What the front page reads like.
async fn front(house: &House) -> String {
    read(&house.visitor().get("/").await.unwrap())
}

journey! {
    of crate::house::two();
    /// A date of the association's own stands wherever dates are shown, in both languages, on its own
    /// pages only; where it was decided is for administrators. Taken back, it stays in what was before.
    async fn an_association_announces_a_date_of_its_own(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut ana = house.applicant("Ana").await;
        let begun = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let application = begun.new_id().unwrap();
        let form = format!("{HERE}/new");
        let too_long = "x".repeat(161);
        for (field, typed, said) in [
            ("kind", "party", "Please choose"),
            ("first_on", "", "Please fill this in"),
            ("first_on", "2026-13-01", "day"),
            ("last_on", "2026-03-19", "This day comes before the first one"),
            ("title_en", " ", "Please fill this in"),
            ("title_es", "", "Please fill this in"),
            ("title_es", too_long.as_str(), "Please shorten this"),
            ("decided", "", "Please fill this in"),
        ] {
            let refused = alma.post(&form, &with(&REVIEW, field, typed)).await.unwrap();
            assert_eq!(refused.status, 422, "{field} {typed}");
            let html = refused.html();
            assert!(html.contains(&format!("<a href=\"#{field}\">")), "{field} {typed}: {html}");
            assert!(read(&refused).contains(said), "{field} {typed}: {}", read(&refused));
            let kept = "value=\"Board meeting of February 9\"";
            assert!(field == "decided" || html.contains(kept), "{field}: {html}");
        }
        assert!(!front(&house).await.contains("spring files"));

        alma.did(&form, &REVIEW).await.unwrap();

        let line = "March 20, 2026 to March 22, 2026 Reviewers read the spring files";
        let set = "Set by CT-AIMH on March 2, 2026.";
        let (page, statements) = db::counted(house.visitor().get("/")).await;
        let page = page.unwrap();
        assert_eq!(statements, 0, "the dates are kept in memory");
        for text in [read(&page), read(&house.visitor().get("/dates").await.unwrap())] {
            assert!(text.contains(line) && text.contains(set), "{text}");
            assert!(!text.contains("Board meeting"), "{text}");
        }
        let home = read(&ana.get(&format!("/applications/{application}")).await.unwrap());
        assert!(home.contains(line) && home.contains(set), "{home}");
        let spanish = read(&house.visitor().in_spanish().get("/dates").await.unwrap());
        assert!(spanish.contains("20 de marzo de 2026"), "{spanish}");
        assert!(spanish.contains("Se leen los expedientes de primavera · Revisiones"), "{spanish}");
        assert!(spanish.contains("Fijada por CT-AIMH el 2 de marzo de 2026."), "{spanish}");
        for path in ["/", "/dates"] {
            let there = house.visitor_of(TEXAS).get(path).await.unwrap();
            assert!(!there.html().contains("spring files"), "{path}");
        }

        let list = alma.get(HERE).await.unwrap();
        assert!(read(&list).contains("Set by Alma on March 2, 2026 · decided: Board meeting of February 9"));
        let one = quoted_after(&list.html(), "href=\"/desk/association/dates/0").unwrap();
        let one = format!("{HERE}/0{one}");
        let typed = alma.get(&one).await.unwrap().html();
        assert!(typed.contains("value=\"2026-03-22\"") && typed.contains("value=\"review\" selected"), "{typed}");
        let mut tara = tara(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        for browser in [&mut tara, &mut cora] {
            assert_eq!(browser.get(&one).await.unwrap().status, 404);
            for path in [one.clone(), format!("{one}/undo"), format!("{one}/hiding")] {
                assert_eq!(browser.post(&path, &REVIEW).await.unwrap().status, 404, "{path}");
            }
        }
        assert!(!read(&tara.get(HERE).await.unwrap()).contains("spring files"));
        assert_eq!(alma.post(&format!("{one}/hiding"), &[]).await.unwrap().status, 404, "its own");

        alma.did(&one, &with(&REVIEW, "last_on", "")).await.unwrap();
        assert!(front(&house).await.contains("March 20, 2026 Reviewers read"));
        alma.did(&format!("{one}/undo"), &[]).await.unwrap();
        assert_eq!(alma.post(&format!("{one}/undo"), &[]).await.unwrap().status, 404);

        assert!(!front(&house).await.contains("spring files"));
        let before = read(&alma.get(HERE).await.unwrap());
        assert_eq!(before.matches("Reviewers read the spring files").count(), 2, "{before}");
        assert_eq!(before.matches("ended by Alma on March 2, 2026").count(), 2, "{before}");
        let trail = read(&alma.get("/account/trail").await.unwrap());
        for done in ["Date announced", "Announced date changed", "Announced date taken back"] {
            assert_eq!(trail.matches(done).count(), 1, "{done}: {trail}");
        }
    }
}

journey! {
    of crate::house::two();
    /// A date of the program is changed for one time, or not announced, and left to the program again;
    /// its source stays to be seen, and a day of the rules is none that anybody changes.
    async fn a_date_of_the_program_is_changed_for_one_time(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let exam = [
            ("first_on", "2026-04-20"),
            ("last_on", ""),
            ("title_en", "Written exam, online"),
            ("title_es", "Examen escrito, en línea"),
            ("decided", "Letter of the Alliance, January"),
        ];
        let asked = alma.get(&format!("{HERE}/exam-may")).await.unwrap();
        assert!(read(&asked).contains("In the program: May 2026, “Written exam, spring”."), "{}", read(&asked));
        assert!(asked.html().contains("value=\"Written exam, spring\""), "{}", asked.html());

        alma.did(&format!("{HERE}/exam-may"), &exam).await.unwrap();

        let page = front(&house).await;
        assert!(page.contains("April 20, 2026 Written exam, online\nSet by CT-AIMH on March 2, 2026."), "{page}");
        assert!(!page.contains("May 2026") && page.contains("October 2026 Written exam, fall from an old page"), "{page}");
        let dates = house.visitor().get("/dates").await.unwrap();
        assert!(read(&dates).contains("From the program. Read at:"), "{}", read(&dates));
        assert!(dates.html().contains("href=\"http://ct-aimh.org/endorsement/endorsement-exam-prep.shtml\""));
        let mut ella = at_exam(&house, "Ella").await;
        let home = format!("/applications/{}", ella.1);
        let home = read(&ella.0.get(&home).await.unwrap());
        assert!(home.contains("April 20, 2026 Written exam, online"), "{home}");
        assert!(!home.contains("May 2026"), "{home}");

        let list = read(&alma.get(HERE).await.unwrap());
        assert!(list.contains("In the program: May 2026, “Written exam, spring”. Read at:"), "{list}");

        house.it_is("2026-04-21T15:00:00Z");
        let page = front(&house).await;
        assert!(page.contains("May 2027 Written exam, spring") && !page.contains("exam, online"), "{page}");
        assert!(!page.contains("May 2026"), "that time was in April: {page}");
        let mut alma = house.visitor();
        alma.sign_in(&address("Alma"), PASSWORD).await.unwrap();
        let list = read(&alma.get(HERE).await.unwrap());
        let (_, before) = list.split_once("Before\n").unwrap();
        assert!(before.contains("Written exam, online April 20, 2026"), "{list}");
        alma.did(&format!("{HERE}/exam-may/undo"), &[]).await.unwrap();
        assert!(front(&house).await.contains("May 2026 Written exam, spring"));

        alma.did(&format!("{HERE}/exam-october/hiding"), &[]).await.unwrap();
        alma.did(&format!("{HERE}/exam-october/hiding"), &[]).await.unwrap();
        assert!(!front(&house).await.contains("fall"));
        let list = read(&alma.get(HERE).await.unwrap());
        assert!(list.contains("From the program, and not announced\nWritten exam, fall · Exam October 2026"), "{list}");
        alma.did(&format!("{HERE}/exam-october/undo"), &[]).await.unwrap();
        assert!(front(&house).await.contains("October 2026 Written exam, fall"));
        let trail = read(&alma.get("/account/trail").await.unwrap());
        assert_eq!(trail.matches("Date of the program not announced").count(), 1, "{trail}");

        assert!(list.contains("This day follows from a rule."), "{list}");
        for rule in ["membership-end", "membership-cut-over", "renewal-filing", "none-there"] {
            assert_eq!(alma.get(&format!("{HERE}/{rule}")).await.unwrap().status, 404, "{rule}");
            for act in ["", "/hiding", "/undo"] {
                let path = format!("{HERE}/{rule}{act}");
                assert_eq!(alma.post(&path, &exam).await.unwrap().status, 404, "{path}");
            }
        }
        assert!(front(&house).await.contains("December 31, 2026"));
    }
}

journey! {
    of crate::house::two();
    /// A notice stands on the front page from its first to its last day, in both languages or not at
    /// all, in its own house only.
    async fn a_notice_stands_on_the_front_page_for_its_days(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let form = [
            ("text_en", "The office is closed.\n\nFrom Monday on <b>we answer</b> again."),
            ("text_es", "La oficina está cerrada."),
            ("first_on", "2026-03-04"),
            ("last_on", "2026-03-06"),
        ];
        let too_long = "x".repeat(501);
        for (field, typed) in [
            ("text_en", ""),
            ("text_es", " "),
            ("text_es", too_long.as_str()),
            ("first_on", ""),
            ("last_on", ""),
            ("last_on", "2026-03-03"),
            ("last_on", "2026-03-01"),
        ] {
            let refused = alma.post(NOTICE, &with(&form, field, typed)).await.unwrap();
            assert_eq!(refused.status, 422, "{field} {typed}");
            assert!(refused.html().contains(&format!("<a href=\"#{field}\">")), "{field} {typed}");
            assert!(field == "first_on" || refused.html().contains("value=\"2026-03-04\""), "{field}");
        }

        alma.did(NOTICE, &form).await.unwrap();

        let said = read(&alma.get("/desk/association").await.unwrap());
        assert!(said.contains("March 4, 2026 to March 6, 2026\nThe office is closed."), "{said}");
        assert!(!front(&house).await.contains("closed"), "not yet");
        for (time, stands) in [
            ("2026-03-04T05:00:30Z", true),
            ("2026-03-07T04:59:00Z", true),
            ("2026-03-07T05:01:00Z", false),
        ] {
            house.it_is(time);
            let page = house.visitor().get("/").await.unwrap();
            assert_eq!(page.html().contains("<p>The office is closed.</p>"), stands, "{time}");
            assert!(!page.html().contains("<b>we"), "{time}");
            let spanish = house.visitor().in_spanish().get("/").await.unwrap().html();
            assert_eq!(spanish.contains("<p>La oficina está cerrada.</p>"), stands, "{time}");
            let there = house.visitor_of(TEXAS).get("/").await.unwrap().html();
            assert!(!there.contains("office is closed"), "{time}");
        }
        let mut tara = tara(&house).await;
        assert!(!read(&tara.get(NOTICE).await.unwrap()).contains("office"));
        tara.did(&format!("{NOTICE}/undo"), &[]).await.unwrap();
        house.it_is("2026-03-05T15:00:00Z");
        assert!(front(&house).await.contains("The office is closed."));

        alma.did(&format!("{NOTICE}/undo"), &[]).await.unwrap();
        alma.did(&format!("{NOTICE}/undo"), &[]).await.unwrap();

        assert!(!front(&house).await.contains("closed"));
        let before = read(&alma.get(NOTICE).await.unwrap());
        assert!(before.contains("The office is closed."), "{before}");
        let trail = read(&alma.get("/account/trail").await.unwrap());
        assert_eq!(trail.matches("Notice put on the front page").count(), 1, "{trail}");
        assert_eq!(trail.matches("taken down").count(), 1, "{trail}");
        let mut cora = house.with_role("Cora", "coordinator").await;
        assert_eq!(cora.get(NOTICE).await.unwrap().status, 404);
        assert_eq!(cora.post(NOTICE, &form).await.unwrap().status, 404);
    }
}
