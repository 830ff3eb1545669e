//! "Find your category": questions for anybody, an answer in plain words, the start of a locker.

use crate::house::{PASSWORD, read};
use crate::{evidence, journey};

/// A home visitor with a bachelor's degree, two years of work and some hours.
const HOME_VISITOR: &str = "ages=babies&work=prevention&years=2&education=bachelor&training=10\
                            &supervision=24&gives=no";

/// The text under a heading up to the next suggestion or the questions.
fn under<'a>(text: &'a str, heading: &str) -> &'a str {
    let from = text.find(heading).unwrap_or_else(|| panic!("no {heading} in {text}"));
    &text[from..]
}

journey! {
    /// The questions are few, on one page, and nothing is said before they are answered.
    async fn a_visitor_finds_a_few_plain_questions(house: House) {
        let answer = house.visitor().get("/find-your-category").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert_eq!(answer.status, 200);
        let questions = html.matches("<legend").count();
        assert!((5..=8).contains(&questions), "{questions} questions");
        assert!(text.contains("What do you do for these children and their families?"));
        assert!(!text.contains("Start with this one"));
        assert!(!html.contains("autofocus") && html.contains(r#"method="get""#));
    }
}

journey! {
    /// The answer names the category that is for such work, says why and what is missing; the rules
    /// of today judged it.
    async fn a_home_visitor_is_told_to_begin_as_a_family_specialist(house: House) {
        let path = format!("/find-your-category?{HOME_VISITOR}");
        let answer = house.visitor().get(&path).await.unwrap();
        let text = read(&answer);

        assert_eq!(answer.status, 200);
        assert!(text.contains("Start with this one: Infant Family Specialist"), "{text}");
        let first = under(&text, "1. Infant Family Specialist");
        assert!(first.contains("It is for work like yours, with children of these ages."));
        assert!(first.contains("Your answers already show: "), "{first}");
        assert!(first.contains("What would still be missing\n20 more hours of training at most"), "{first}");
        assert!(first.contains("Reference ratings"), "what everybody shows is not said: {first}");
        let mentor = under(&text, "Infant Mental Health Mentor – Policy");
        assert!(mentor.contains("It is for work other than what you named (Leadership)."), "{mentor}");
        assert!(mentor.contains("A degree that counts for this category"), "{mentor}");
    }
}

journey! {
    /// Whoever cares for children and has neither degree nor hours hears about the degree's
    /// alternative.
    async fn a_newcomer_to_the_field_is_told_of_a_degree_or_work(house: House) {
        let answer =
            house.visitor().get("/find-your-category?ages=babies&work=care").await.unwrap();
        let text = read(&answer);

        assert!(text.contains("Start with this one: Infant Family Associate"), "{text}");
        assert!(text.contains("A degree that counts for this category. Or instead: About 24 more"), "{text}");
    }
}

journey! {
    /// Work with older children is not answered with a category for babies.
    async fn work_with_older_children_does_not_fit_a_category_for_babies(house: House) {
        let answer =
            house.visitor().get("/find-your-category?ages=preschool&work=treatment").await.unwrap();
        let text = read(&answer);

        let babies = under(&text, "Infant Mental Health Specialist");
        assert!(babies.contains("It is for children of other ages"), "{babies}");
        assert!(text.contains("Early Childhood Mental Health Specialist"), "{text}");
        assert!(!text.contains("Start with this one: Infant"), "{text}");
    }
}

journey! {
    /// Without the one answer that nothing can be said without, the page asks for it, keeps the
    /// others, and says nothing else; answers that are made up are refused.
    async fn what_is_not_answered_is_asked_for(house: House) {
        let mut visitor = house.visitor();

        let wrong = visitor.get("/find-your-category?asked=yes&years=2").await.unwrap();
        let (text, html) = (read(&wrong), wrong.html());
        assert_eq!(wrong.status, 422);
        assert!(text.contains("Please choose at least one answer"), "{text}");
        assert!(html.contains(r#"id="years-2" name="years" type="radio" value="2" checked"#));
        assert!(!text.contains("Start with this one"));

        let made_up = visitor.get("/find-your-category?work=magic").await.unwrap();
        assert_eq!(made_up.status, 422);
    }
}

journey! {
    /// Spanish asks and answers as well, and the way to it keeps the answers.
    async fn the_questions_are_there_in_spanish(house: House) {
        let path = format!("/find-your-category?{HOME_VISITOR}");
        let english = house.visitor().get(&path).await.unwrap().html();
        assert!(english.contains(r#"href="/es/find-your-category?ages=babies"#));

        let answer = house.visitor().in_spanish().get(&path).await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert!(text.contains("Empiece por esta: Especialista Familiar Infantil"), "{text}");
        assert!(text.contains("20 horas más de capacitación"), "{text}");
        assert!(!text.contains('['), "a text is missing: {text}");
        let main = html.split("<main").nth(1).unwrap();
        assert!(!main.contains(r#"href="/find"#) && !main.contains(r#"href="/categories"#));
    }
}

journey! {
    /// From an answer to an account to an entry: the answers come along, nothing is entered that
    /// nobody said, and each form is filled in as far as the answers go.
    async fn answers_become_the_start_of_a_locker(house: House) {
        let mut ana = house.visitor();
        let page = ana.get(&format!("/find-your-category?{HOME_VISITOR}")).await.unwrap().html();
        let keep = link(&page, "/register?then=");
        let form = ana.get(&keep).await.unwrap().html();
        let then = value(&form, "then");
        assert!(form.contains("/sign-in?then=/find-your-category/kept"), "lost for those with an account");

        let fields = [("name", "Ana"), ("email", "ana@example.org"), ("password", PASSWORD), ("then", &then)];
        let there = ana.did("/register", &fields).await.unwrap().location().unwrap();
        let asked = ana.get(&there).await.unwrap();
        let text = read(&asked);
        assert!(text.contains("Nothing is entered for you"), "{text}");
        assert!(text.contains("Bachelor’s degree"), "{text}");
        assert!(ana.get("/find-your-category/kept").await.unwrap().status == 303, "kept by looking");

        let pairs = hidden(&asked.html());
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        let kept = ana.did("/find-your-category/kept", &pairs).await.unwrap().location().unwrap();
        assert_eq!(kept, "/find-your-category/kept?said=said-answers-kept");

        let page = ana.get("/find-your-category/kept").await.unwrap();
        let html = page.html();
        assert!(read(&page).contains("At least 2 years. We do not know yet where"), "{}", read(&page));
        let degree = link(&html, "/locker/education/new");
        let degree = ana.get(&degree).await.unwrap().html();
        assert!(degree.contains(r#"value="bachelor" selected"#), "{degree}");
        let work = ana.get(&link(&html, "/locker/work/new")).await.unwrap().html();
        assert!(work.contains(r#"value="prevention" checked"#), "{work}");
        assert!(work.contains(r#"id="paid-yes" name="paid" type="radio" value="yes" checked"#));
        let locker = ana.get("/locker").await.unwrap();
        assert!(read(&locker).contains("Nothing here yet"), "entered by itself");
        assert!(locker.html().contains(r#"href="/find-your-category/kept""#), "no way back to them");

        let fields = [("degree", "bachelor"), ("institution", "A college"), ("conferred", "2015-05-20")];
        ana.did("/locker/education", &fields).await.unwrap();
        let page = ana.get("/find-your-category/kept").await.unwrap();
        assert!(read(&page).contains("Bachelor’s degree Begun"), "{}", read(&page));
        assert!(!page.html().contains("/locker/education/new"));
        let stand = read(&ana.get("/comparison").await.unwrap());
        assert!(stand.contains("You kept answers"), "{stand}");

        ana.did("/find-your-category/kept/removal", &[]).await.unwrap();
        assert_eq!(ana.get("/find-your-category/kept").await.unwrap().location().unwrap(), "/find-your-category");
        assert!(!read(&ana.get("/comparison").await.unwrap()).contains("You kept answers"));
    }
}

journey! {
    /// Answers are one person's: nobody else sees them, and a second time replaces the first.
    async fn kept_answers_are_ones_own_and_the_last_ones(house: House) {
        let (mut ana, mut ben) = (house.applicant("Ana").await, house.applicant("Ben").await);
        for years in ["1", "3"] {
            let pairs = [("work", "care"), ("years", years)];
            ana.did("/find-your-category/kept", &pairs).await.unwrap();
        }

        let page = read(&ana.get("/find-your-category/kept").await.unwrap());
        assert!(page.contains("Three years or more") && !page.contains("At least one year"), "{page}");
        assert_eq!(ben.get("/find-your-category/kept").await.unwrap().status, 303);
        let made_up = ana.post("/find-your-category/kept", &[("work", "magic")]).await.unwrap();
        assert_eq!(made_up.location().unwrap(), "/find-your-category?asked=yes");
        let who = evidence::person(&house, "Ana").await;
        let mut tx = house.app.db.read().await.unwrap();
        let lines: Option<evidence::N> = tx
            .maybe("select count(*) as n from audit_events where verb = 'answers-kept' and actor_id = $1", (who,))
            .await
            .unwrap();
        assert_eq!(lines.unwrap().n, 2);
    }
}

/// The address of the first link that begins like this, as a browser would read it.
fn link(html: &str, begins: &str) -> String {
    let at = html.find(&format!(r#"href="{begins}"#)).unwrap_or_else(|| panic!("no {begins}"));
    let rest = &html[at + 6..];
    plain(&rest[..rest.find('"').unwrap()])
}

/// The value of a hidden field.
fn value(html: &str, name: &str) -> String {
    let all = hidden(html);
    all.into_iter().find(|it| it.0 == name).unwrap_or_else(|| panic!("no field {name}")).1
}

/// Every hidden field.
fn hidden(html: &str) -> Vec<(String, String)> {
    let fields = html.split(r#"<input type="hidden" name=""#).skip(1);
    fields
        .map(|field| {
            let (name, rest) = field.split_once(r#"" value=""#).unwrap();
            (name.to_owned(), plain(&rest[..rest.find('"').unwrap()]))
        })
        .collect()
}

/// Text as it was before it was put into a page.
fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&amp;", "&")
}
