//! Registering with an address that somebody has, or that nobody has shown to be theirs.

use crate::canaries::whole;
use crate::house::{PASSWORD, read};
use crate::journey;

journey! {
    /// Registering with somebody's address is the same work as with a free one, and all that comes of it
    /// looks the same; only the page behind the link in the letter tells.
    async fn registering_tells_nothing_of_others(house: House) {
        house.applicant("Ana").await;
        house.letters().await;
        let other = "a mill by seven brooks";
        let mut seen = Vec::new();
        for (email, own) in [("ana@example.org", "one@example.net"), ("nil@example.org", "two@example.net")] {
            let mut sam = house.visitor();
            let form = [("name", "Sam"), ("email", email), ("password", other)];
            let (answer, statements) = db::counted(sam.post("/register", &form)).await;
            let answer = answer.unwrap();
            let mut pages = format!("{} {:?} {statements}", answer.status, answer.location());
            house.letters().await;
            for path in ["/home", "/inbox", "/account", "/account/trail", "/account/data"] {
                pages.push_str(&read(&sam.get(path).await.unwrap()));
            }
            let mut back = house.visitor();
            pages.push_str(&read(&back.post("/sign-in", &[("email", email), ("password", other)]).await.unwrap()));
            for _ in 0..3 {
                pages.push_str(&format!("{:?}", sam.post("/confirmations", &[]).await.unwrap().location()));
            }
            let moves = [("email", own), ("password", other)];
            pages.push_str(&format!("{:?}", sam.post("/account/email", &moves).await.unwrap().location()));
            let link = house.letter_to(own).await.path();
            pages.push_str(&format!("{:?}", sam.post(&link, &[]).await.unwrap().location()));
            back.sign_in(own, other).await.unwrap();
            pages.push_str(&read(&back.get("/account").await.unwrap()));
            seen.push(pages.replace(email, "(address)").replace(own, "(own)"));
        }
        assert_eq!(seen[0], seen[1]);
        assert!(seen[0].contains("303") && seen[0].contains("do not go together"), "{}", seen[0]);
        house.visitor().sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// An address belongs to whoever shows first that it is theirs; one form sent twice is one account.
    async fn an_address_is_whose_who_shows_it(house: House) {
        let form = |name, password| [("name", name), ("email", "ana@example.org"), ("password", password)];
        let (mut squatter, mut ana) = (house.visitor(), house.visitor());
        squatter.did("/register", &form("Sam", "a mill by seven brooks")).await.unwrap();
        let squatted = house.letter_to("ana@").await.path();
        for _ in 0..2 {
            ana.did("/register", &form("Ana", PASSWORD)).await.unwrap();
        }
        let accounts = "select count(*) from people";
        assert_eq!(crate::races::number(&house, accounts).await, 2);
        let letters = house.letters().await;
        assert_eq!(letters.len(), 2);

        ana.did(&letters[1].path(), &[]).await.unwrap();

        house.visitor().sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert!(house.visitor().sign_in("ana@example.org", "a mill by seven brooks").await.is_err());
        for how in ["get", "post"] {
            let page = match how {
                "get" => squatter.get(&squatted).await.unwrap(),
                _ => squatter.post(&squatted, &[]).await.unwrap(),
            };
            assert!(read(&page).contains("There is an account with the address ana@example.org already"), "{how}");
        }
        assert_eq!(crate::races::done(&house, "address-confirmed", "person").await, 1);
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// Who knows the password of a second account with somebody's address guesses no more of theirs.
    async fn a_second_account_loosens_no_guessing(house: House) {
        house.applicant("Ana").await;
        let mut sam = house.visitor();
        sam.register("Sam", "ana@example.org", "a mill by seven brooks").await.unwrap();
        let mut thief = house.visitor();
        let guess = [("email", "ana@example.org"), ("password", "a guess that is wrong")];
        for round in 0..12 {
            let page = read(&thief.post("/sign-in", &guess).await.unwrap());
            let looked_at = page.contains("do not go together");
            assert_eq!(looked_at, round < 10, "{round}");
            let proof = [("email", "sam@example.net"), ("password", "a mill by seven brooks")];
            sam.post("/account/email", &proof).await.unwrap();
        }
    }
}
