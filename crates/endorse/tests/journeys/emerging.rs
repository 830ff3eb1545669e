//! What one may be while some of a category is still open: who is told, and where.

use serde_json::json;

use crate::handed_in::file;
use crate::house::read;
use crate::reviews::given;
use crate::{evidence, journey};

/// Where no source says for how long, nothing is said of it.
const NO_MONTHS: &str = "to finish it";

journey! {
    /// The applicant's home says what may still be open, and nothing once there is nothing to decide;
    /// of a category that knows no such standing it says nothing.
    async fn an_applicant_reads_what_may_still_be_open(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifrs")]).await.unwrap();
        let path = format!("/applications/{}", started.new_id().unwrap());

        let home = read(&ana.get(&path).await.unwrap());
        let sentence = "One may become “emerging” while this is still open: Giving reflective \
            supervision. The rest has to be there first, and some of it is not yet.";
        assert!(home.contains(sentence), "{home}");
        assert!(!home.contains(NO_MONTHS), "{home}");
        let spanish = read(&ana.clone().in_spanish().get(&path).await.unwrap());
        assert!(spanish.contains("“en desarrollo” (emerging) mientras esto queda"), "{spanish}");
        assert!(!spanish.contains('['), "{spanish}");

        ana.did(&format!("{path}/withdrawal"), &[]).await.unwrap();
        let home = read(&ana.get(&path).await.unwrap());
        assert!(!home.contains("One may become"), "{home}");

        let other = ana.did("/applications", &[("category", "ifs")]).await.unwrap();
        let other = format!("/applications/{}", other.new_id().unwrap());
        let home = read(&ana.get(&other).await.unwrap());
        assert!(!home.contains("One may become"), "{home}");
    }
}

journey! {
    /// The coordinator reads it over the requirements; the reviewer at the requirement that may be
    /// open and at the end, and nowhere else.
    async fn a_reviewer_and_the_desk_read_it_where_it_matters(house: House) {
        house.applicant("Ana").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana", "ifrs", "26-001").await;
        let sentence = "One may become “emerging” while this is still open: Giving reflective";

        let desk = read(&cora.get(&ana.desk("")).await.unwrap());
        assert!(desk.contains(sentence) && !desk.contains(NO_MONTHS), "{desk}");
        let desk = read(&cora.clone().in_spanish().get(&ana.desk("")).await.unwrap());
        assert!(desk.contains("“en desarrollo” (emerging)"), "{desk}");

        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();
        for (page, is_told) in [
            ("?requirement=work.provides-rsc", true),
            ("?requirement=training.total", false),
            ("/summary", true),
        ] {
            let said = read(&rita.get(&format!("{path}{page}")).await.unwrap());
            assert_eq!(said.contains(sentence), is_told, "{page}: {said}");
        }
    }
}

journey! {
    /// A comparison says it of the add-on, with the months that are known.
    async fn a_comparison_says_for_how_long_where_that_is_known(house: House) {
        let mut ana = house.applicant("Ana").await;
        let work = json!({
            "id": "", "role": "Supervisor", "from": "2020-01-01", "to": null, "paid": true,
            "kinds": ["provides-rsc"],
        });
        evidence::entry(&house, evidence::person(&house, "Ana").await, "work", work).await;

        let page = "/comparison?association=itmhca-az&category=ers";
        let said = read(&ana.get(page).await.unwrap());

        let open = "still open: Training on giving supervision, About giving supervision and \
            Reference ratings. The rest has to be there first, and some of it is not yet. There are \
            then 24 months to finish it.";
        assert!(said.contains(open), "{said}");
        let said = read(&ana.get("/comparison?category=ifs").await.unwrap());
        assert!(!said.contains("One may become"), "{said}");
    }
}
