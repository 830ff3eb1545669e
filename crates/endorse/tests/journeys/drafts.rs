//! What is typed and not kept yet, and what is removed and wanted back at once.

use crate::house::read;
use crate::journey;

/// Begun, and nowhere near an entry.
const BEGUN: &[(&str, &str)] =
    &[("title", "Watching infants"), ("imh", "about seven"), ("from", "")];

/// A whole one.
const WHOLE: &[(&str, &str)] =
    &[("title", "Watching infants"), ("imh", "7.5"), ("from", "2025-10-03")];

journey! {
    /// A form keeps itself while it is typed into, is there again when it is opened, and is no draft
    /// any more once the entry is kept.
    async fn what_is_typed_is_there_again(house: House) {
        let mut ana = house.applicant("Ana").await;
        let form = ana.get("/locker/trainings/new").await.unwrap().html();
        assert!(form.contains(r#"data-autosave="/locker/trainings/draft?by-itself""#));

        let kept = ana.post("/locker/trainings/draft?by-itself", BEGUN).await.unwrap();
        assert_eq!(kept.status, 204);

        let list = read(&ana.get("/locker").await.unwrap());
        assert!(list.contains("Training: begun, kept as a draft March 2, 2026, 10:00 AM EST."), "{list}");
        let form = ana.get("/locker/trainings/new").await.unwrap();
        assert!(read(&form).contains("kept as a draft, March 2, 2026"), "{}", read(&form));
        for typed in [r#"value="Watching infants""#, r#"value="about seven""#] {
            assert!(form.html().contains(typed), "{typed} is lost");
        }
        let file = ana.get("/locker/download").await.unwrap();
        assert!(!file.html().contains("Watching"), "a draft counts nowhere");

        ana.did("/locker/trainings", WHOLE).await.unwrap();
        let form = ana.get("/locker/trainings/new").await.unwrap().html();
        assert!(!form.contains("Watching infants"), "what is kept is no draft any more");
    }
}

journey! {
    /// Without a script a button keeps the draft, of a change too; a change made meanwhile is still
    /// told, and a draft can be thrown away.
    async fn a_button_keeps_and_discards_a_draft(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/locker/trainings", WHOLE).await.unwrap();
        let id = id.location().unwrap().split('#').next_back().unwrap().to_owned();
        let entry = format!("/locker/trainings/{id}");
        let change = [("title", "Watching babies"), ("imh", "7.5"), ("from", "2025-10-03"), ("version", "1")];

        let kept = ana.did(&format!("{entry}/draft"), &change).await.unwrap();
        let list = read(&ana.get(&kept.location().unwrap()).await.unwrap());
        assert!(list.contains("Your draft is kept") && list.contains("not kept yet"), "{list}");
        assert!(list.contains("Watching infants") && !list.contains("Watching babies"), "{list}");
        assert!(ana.get(&entry).await.unwrap().html().contains("Watching babies"));

        let elsewhere = [("title", "Seen elsewhere"), ("imh", "7.5"), ("from", "2025-10-03"), ("version", "1")];
        ana.did(&entry, &elsewhere).await.unwrap();
        assert!(!ana.get(&entry).await.unwrap().html().contains("Watching babies"));
        ana.did(&format!("{entry}/draft"), &change).await.unwrap();
        let html = ana.get(&entry).await.unwrap().html();
        assert!(html.contains(r#"name="version" value="1""#), "the draft forgot what it was made from");
        let told = ana.post(&entry, &change).await.unwrap();
        assert_eq!(told.status, 422);
        assert!(read(&told).contains("Seen elsewhere"), "{}", read(&told));

        ana.did(&format!("{entry}/draft/removal"), &[]).await.unwrap();
        assert!(!ana.get(&entry).await.unwrap().html().contains("Watching babies"));
        ana.did(&format!("{entry}/draft/removal"), &[]).await.unwrap();
    }
}

journey! {
    /// A form that says what stood there before is no draft; a stranger's entry has none; a draft
    /// has an end.
    async fn a_draft_is_ones_own_and_small(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut ben = house.applicant("Ben").await;
        ana.post("/locker/work/draft?by-itself", &[("role", "Nurse")]).await.unwrap();
        ana.post("/locker/work/draft?by-itself", &[("role", "")]).await.unwrap();
        assert!(!read(&ana.get("/locker").await.unwrap()).contains("begun"));

        let id = ana.did("/locker/trainings", WHOLE).await.unwrap();
        let id = id.location().unwrap().split('#').next_back().unwrap().to_owned();
        let theirs = format!("/locker/trainings/{id}/draft");
        let missing = "/locker/trainings/00000000-0000-7000-8000-000000000000/draft";
        assert_eq!(ben.post(&theirs, BEGUN).await.unwrap().status, 404);
        assert_eq!(ben.post(missing, BEGUN).await.unwrap().status, 404);

        let long = "x".repeat(70_000);
        let long = ana.post("/locker/trainings/draft", &[("title", &long)]).await.unwrap();
        assert_eq!(long.status, 413);
        assert!(!read(&ana.get("/locker").await.unwrap()).contains("begun"));
    }
}

journey! {
    /// Right after a removal one button undoes it; later the entry waits among the removed things.
    async fn a_removal_is_undone_at_once(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/locker/trainings", WHOLE).await.unwrap();
        let id = id.location().unwrap().split('#').next_back().unwrap().to_owned();
        let entry = format!("/locker/trainings/{id}");

        let removed = ana.did(&format!("{entry}/removal"), &[]).await.unwrap();
        let list = ana.get(&removed.location().unwrap()).await.unwrap();
        assert!(read(&list).contains("Undo"), "{}", read(&list));
        let undo = format!(r#"action="{entry}/restoration"><button class="btn btn--small" type="submit">Undo"#);
        assert!(list.html().contains(&undo), "{}", list.html());
        assert!(!read(&ana.get("/locker/trainings").await.unwrap()).contains("Undo"));

        ana.did(&format!("{entry}/restoration"), &[]).await.unwrap();
        assert_eq!(ana.get(&entry).await.unwrap().status, 200);
    }
}

journey! {
    /// Drafts and undoing are there in Spanish.
    async fn drafts_are_there_in_spanish(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        ana.post("/locker/trainings/draft?by-itself", BEGUN).await.unwrap();

        for path in ["/locker", "/locker/trainings/new"] {
            let text = read(&ana.get(path).await.unwrap());
            assert!(text.contains("borrador"), "{text}");
            assert!(text.contains("2 de marzo de 2026, 10:00 a.m. EST"), "{text}");
            assert!(!text.contains('['), "a text is missing on {path}: {text}");
        }
    }
}
