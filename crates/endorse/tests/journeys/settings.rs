//! What an association sets for itself on top of its program: it holds at once, on its own pages only,
//! and can be left to the program again.

use crate::house::read;
use crate::journey;

const HERE: &str = "/desk/association";
const TEXAS: &str = "first3years-tx";

journey! {
    of crate::house::two();
    /// A colour that cannot be read is refused as it was typed; one that can be holds on every page of
    /// the house, and of no other.
    async fn a_colour_holds_where_it_was_set(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let form = format!("{HERE}/accent");
        for (typed, said) in [
            ("#ffcc00", "Text in this color could not be read by everybody"),
            ("red", "Please write the color as # and six digits"),
        ] {
            let refused = alma.post(&form, &[("value", typed)]).await.unwrap();
            assert_eq!(refused.status, 422);
            assert!(read(&refused).contains(said), "{}", read(&refused));
            assert!(refused.html().contains(&format!("value=\"{typed}\"")), "{}", refused.html());
        }
        let link = "href=\"/appearance/7a2c68.css\"";
        assert!(!house.visitor().get("/").await.unwrap().html().contains("/appearance/"));

        alma.did(&form, &[("value", "#7A2C68")]).await.unwrap();

        for path in ["/", "/categories", "/none-there"] {
            assert!(house.visitor().get(path).await.unwrap().html().contains(link), "{path}");
        }
        assert!(alma.get("/account").await.unwrap().html().contains(link));
        let there = house.visitor_of(TEXAS).get("/").await.unwrap().html();
        assert!(!there.contains("/appearance/"), "{there}");
        let style = house.visitor().get("/appearance/7a2c68.css").await.unwrap();
        assert_eq!(&style.headers["content-type"], "text/css; charset=utf-8");
        assert!(style.html().contains("--accent:#7a2c68;"), "{}", style.html());
        for none in ["ffcc00.css", "7A2C68.css", "x.css", "7a2c68"] {
            let path = format!("/appearance/{none}");
            assert_eq!(house.visitor().get(&path).await.unwrap().status, 404, "{none}");
        }

        alma.did(&format!("{form}/undo"), &[]).await.unwrap();
        alma.did(&format!("{form}/undo"), &[]).await.unwrap();
        assert!(!house.visitor().get("/").await.unwrap().html().contains("/appearance/"));
        let trail = read(&alma.get("/account/trail").await.unwrap());
        assert_eq!(trail.matches("Setting of the association changed").count(), 1, "{trail}");
        assert_eq!(trail.matches("left to the program again").count(), 1, "{trail}");
    }
}

journey! {
    of crate::house::two();
    /// Contacts that were set take the place of those that were once published, one by one.
    async fn contacts_take_the_place_of_what_was_published(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let before = read(&house.visitor().get("/").await.unwrap());
        assert!(before.contains("203-737-6422") && before.contains("ctaimh@yale.edu"), "{before}");

        let wrong = alma.post(&format!("{HERE}/phone"), &[("value", "ask Ana")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        for (setting, value) in [
            ("phone", "203-555-0100"),
            ("email", "endorsement@example.org"),
            ("post", "12 Sample Street\nHartford, CT 06103"),
        ] {
            alma.did(&format!("{HERE}/{setting}"), &[("value", value)]).await.unwrap();
        }

        let answer = house.visitor().get("/").await.unwrap();
        let page = read(&answer);
        for set in ["203-555-0100", "endorsement@example.org", "12 Sample Street", "203-785-7926"] {
            assert!(page.contains(set), "{set}: {page}");
        }
        for gone in ["203-737-6422", "ctaimh@yale.edu", "230 S. Frontage Rd."] {
            assert!(!answer.html().contains(gone), "{gone}");
        }
        assert!(page.contains("203-555-0100\nSet by CT-AIMH."), "{page}");
        assert_eq!(page.matches("From an information sheet").count(), 1, "the fax number's: {page}");
        let said = read(&alma.get(HERE).await.unwrap());
        assert!(said.contains("Set by Alma on March 2, 2026"), "{said}");
        let asked = read(&alma.get(&format!("{HERE}/phone/undo")).await.unwrap());
        assert!(asked.contains("As in the program again: Telephone?"), "{asked}");
        assert!(asked.contains("203-555-0100") && asked.contains("203-737-6422"), "{asked}");
        let there = house.visitor_of(TEXAS).get("/").await.unwrap().html();
        assert!(!there.contains("203-555-0100"), "{there}");

        alma.did(&format!("{HERE}/phone/undo"), &[]).await.unwrap();
        let page = read(&house.visitor().get("/").await.unwrap());
        assert!(page.contains("203-737-6422") && page.contains("endorsement@example.org"), "{page}");
    }
}

journey! {
    of crate::house::two();
    /// A page about the association is there once it is written, in the language that it has; what
    /// is written is text, whatever it looks like.
    async fn a_page_about_the_association_is_its_own(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        assert_eq!(house.visitor().get("/about").await.unwrap().status, 404);
        assert!(!house.visitor().get("/").await.unwrap().html().contains("href=\"/about\""));

        let text = "# Who we are\n\nVolunteers.\n\n<script>alert(1)</script> [us](https://evil.example)";
        alma.did(&format!("{HERE}/about-en"), &[("value", text)]).await.unwrap();

        let page = house.visitor().get("/about").await.unwrap().html();
        assert!(page.contains("Who we are</h"), "{page}");
        assert!(!page.contains("<script>alert") && !page.contains("href=\"https://evil"), "{page}");
        assert!(house.visitor().get("/").await.unwrap().html().contains("href=\"/about\""));
        let spanish = house.visitor().in_spanish().get("/about").await.unwrap().html();
        assert!(spanish.contains("<div class=\"stack\" lang=\"en\">"), "{spanish}");
        alma.did(&format!("{HERE}/about-es"), &[("value", "Somos voluntarias.")]).await.unwrap();
        let spanish = house.visitor().in_spanish().get("/about").await.unwrap().html();
        assert!(spanish.contains("Somos voluntarias.") && !spanish.contains("Volunteers"), "{spanish}");
        assert_eq!(house.visitor_of(TEXAS).get("/about").await.unwrap().status, 404);

        let undo = format!("{HERE}/about-es/undo");
        let list = alma.get(HERE).await.unwrap().html();
        assert!(list.contains(&format!("<a href=\"{undo}\">Remove<")), "{list}");
        let asked = read(&alma.get(&undo).await.unwrap());
        assert!(asked.contains("Remove what you have set: About you, in Spanish?"), "{asked}");
        assert!(asked.contains("Somos voluntarias.") && asked.contains("nothing takes its place"), "{asked}");
        let spanish = house.visitor().in_spanish().get("/about").await.unwrap().html();
        assert!(spanish.contains("Somos voluntarias."), "asking removes nothing: {spanish}");
        let gone = alma.did(&undo, &[]).await.unwrap();
        assert!(gone.location().unwrap().contains("said-setting-removed"));
        assert_eq!(alma.get(&undo).await.unwrap().status, 404);
    }
}

journey! {
    /// Only an administrator sets anything, and only what there is to set.
    async fn only_an_administrator_sets_anything(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut alma = house.with_role("Alma", "administrator").await;
        for path in [HERE, "/desk/association/accent"] {
            assert_eq!(cora.get(path).await.unwrap().status, 404, "{path}");
            assert_eq!(alma.get(path).await.unwrap().status, 200, "{path}");
        }
        let set = [("value", "#7a2c68")];
        assert_eq!(cora.post("/desk/association/accent", &set).await.unwrap().status, 404);
        for path in ["/desk/association/password", "/desk/association/password/undo"] {
            assert_eq!(alma.post(path, &set).await.unwrap().status, 404, "{path}");
        }
        assert!(!house.visitor().get("/").await.unwrap().html().contains("/appearance/"));
    }
}

journey! {
    of crate::house::two();
    /// A logo is a small PNG; it stands beside the name, is there for its own house only, and stays
    /// when files that nobody names are swept.
    async fn a_logo_takes_the_place_of_the_mark(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let form = format!("{HERE}/logo");
        let png = |width: u32, height: u32| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
            bytes.extend(width.to_be_bytes());
            bytes.extend(height.to_be_bytes());
            bytes
        };
        let large = [png(96, 48), vec![0; 300 << 10]].concat();
        for (bytes, said) in [
            (&b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], "This is no PNG"),
            (&png(48, 96), "at least as wide as high"),
            (&large, "more than 200 kB"),
        ] {
            let refused = alma.upload(&form, &[], ("file", "logo.png", bytes)).await.unwrap();
            assert_eq!(refused.status, 422);
            assert!(read(&refused).contains(said), "{}", read(&refused));
        }
        assert!(!house.visitor().get("/").await.unwrap().html().contains("/logo/"));

        let sent = alma.upload(&form, &[], ("file", "logo.png", &png(96, 48))).await.unwrap();
        assert_eq!(sent.status, 303);

        let page = house.visitor().get("/").await.unwrap().html();
        let href = crate::evidence::quoted_after(&page, "<img src=\"").unwrap();
        assert!(page.contains(&format!("{href}\" width=\"68\" height=\"34\" alt=\"\"")), "{page}");
        let picture = house.visitor().get(&href).await.unwrap();
        assert_eq!((&picture.headers["content-type"], &picture.body[..]), (&"image/png".parse().unwrap(), &png(96, 48)[..]));
        assert_eq!(house.visitor_of(TEXAS).get(&href).await.unwrap().status, 404);
        assert!(!house.visitor_of(TEXAS).get("/").await.unwrap().html().contains("/logo/"));

        house.it_is("2026-03-04T15:00:00Z");
        house.installation.work().await.unwrap();
        assert_eq!(house.visitor().get(&href).await.unwrap().status, 200);
        let mut alma = house.visitor();
        alma.sign_in("alma@example.org", crate::house::PASSWORD).await.unwrap();
        alma.did(&format!("{form}/undo"), &[]).await.unwrap();
        assert_eq!(house.visitor().get(&href).await.unwrap().status, 404);
    }
}
