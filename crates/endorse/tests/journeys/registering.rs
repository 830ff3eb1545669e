//! Registering with an address that somebody has, or that nobody has shown to be theirs.

use crate::canaries::whole;
use crate::house::{PASSWORD, address, read};
use crate::journey;
use crate::races::{ROUNDS, done, number, together};

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
            for path in ["/forgotten", "/sign-in/link"] {
                pages.push_str(&read(&house.visitor().post(path, &[("email", email)]).await.unwrap()));
            }
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
        assert_eq!(number(&house, accounts).await, 2);
        let letters = house.letters().await;
        assert_eq!(letters.len(), 2);

        let choice = read(&ana.get(&letters[1].path()).await.unwrap());
        assert!(choice.contains("as Ana.") && choice.contains("Another account was registered with this address"), "{choice}");
        assert!(!choice.contains("Password of that account"), "{choice}");
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
        assert_eq!(done(&house, "address-confirmed", "person").await, 1);
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

journey! {
    /// The letter to somebody else's address is of no use to whoever registered it: confirming needs the
    /// account's own browser or its password, and trying passwords ends.
    async fn nobody_confirms_an_account_that_somebody_else_registered(house: House) {
        let mut squatter = house.visitor();
        squatter.register("Sam", "ana@example.org", "a mill by seven brooks").await.unwrap();
        let squatted = house.letter_to("ana@").await.path();
        let mut ana = house.newcomer("Ana").await;
        let own = house.letter_to("ana@").await.path();

        for mut reader in [house.visitor(), ana.clone()] {
            let page = read(&reader.get(&squatted).await.unwrap());
            assert!(page.contains("as Sam.") && page.contains("If it is not your account, leave this page."), "{page}");
            assert_eq!(reader.post(&squatted, &[]).await.unwrap().status, 422);
        }
        let mut said = String::new();
        for _ in 0..11 {
            said = read(&house.visitor().post(&squatted, &[("password", PASSWORD)]).await.unwrap());
        }
        assert!(said.contains("too many wrong tries"), "{said}");
        assert_eq!(done(&house, "address-confirmed", "person").await, 0);

        ana.did(&own, &[]).await.unwrap();
        house.visitor().sign_in("ana@example.org", PASSWORD).await.unwrap();
    }
}

journey! {
    /// Who moves on from an address that they never showed to be theirs leaves it to its owner.
    async fn an_address_never_shown_is_not_kept_for_anybody(house: House) {
        let mut sam = house.visitor();
        sam.register("Sam", "ana@example.org", PASSWORD).await.unwrap();
        let moves = [("email", "sam@example.net"), ("password", PASSWORD)];
        sam.did("/account/email", &moves).await.unwrap();
        sam.did(&house.letter_to("sam@example.net").await.path(), &[]).await.unwrap();

        let mut ana = house.newcomer("Ana").await;
        ana.did(&house.letter_to("ana@").await.path(), &[]).await.unwrap();
        assert_eq!(done(&house, "address-confirmed", "person").await, 1);
        house.visitor().sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// A role given from the command line goes to whoever has shown the address, to nobody before.
    async fn no_role_goes_to_an_address_that_nobody_has_shown(house: House) {
        let mut rita = house.newcomer("Rita").await;
        let refused = house.app.grant(&address("Rita"), "reviewer").await.unwrap_err().to_string();
        assert!(refused.contains("open the link in the letter first"), "{refused}");
        rita.did(&house.letter_to("rita@").await.path(), &[]).await.unwrap();
        house.app.grant(&address("Rita"), "reviewer").await.unwrap();
    }
}

journey! {
    /// Of two accounts that show one address at the same moment, whether by its letter, by a link to sign
    /// in or by a change to it, one has it.
    async fn one_account_has_an_address_shown_twice(house: House) {
        for round in 1..=ROUNDS {
            let email = format!("rush{round}@example.org");
            let mut forms = Vec::new();
            for name in ["Sam", "Ana"] {
                let mut browser = house.visitor();
                browser.register(name, &email, &format!("{PASSWORD} {name}")).await.unwrap();
                forms.push((browser, house.letter_to(&email).await.path(), vec![]));
            }
            let mut tim = house.visitor();
            tim.register("Tim", &format!("tim{round}@example.org"), PASSWORD).await.unwrap();
            tim.did("/account/email", &[("email", &email), ("password", PASSWORD)]).await.unwrap();
            forms.push((tim, house.letter_to(&email).await.path(), vec![]));
            house.visitor().post("/sign-in/link", &[("email", &email)]).await.unwrap();
            forms.push((house.visitor(), house.letter_to(&email).await.path(), vec![]));

            let statuses = together(forms).await;

            assert!(statuses.iter().all(|it| [200, 303, 409].contains(it)), "{statuses:?}");
            let theirs = "select count(*) from people where email like 'rush%' and email_confirmed_at is not null";
            assert_eq!(number(&house, theirs).await, round as i64, "{statuses:?}");
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// Who signs in with the old password at the moment when another one is chosen is not left signed in.
    async fn no_session_of_an_old_password_outlives_it(house: House) {
        house.applicant("Ana").await;
        for round in 1..=ROUNDS {
            let old = if round == 1 { PASSWORD.to_owned() } else { format!("{PASSWORD} {}", round - 1) };
            house.visitor().post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
            let link = house.letter_to("ana@").await.path();
            let thief = house.visitor();
            let typed = vec![("email", "ana@example.org".to_owned()), ("password", old)];
            let another = vec![("password", format!("{PASSWORD} {round}"))];
            let statuses =
                together(vec![(thief.clone(), "/sign-in".to_owned(), typed), (house.visitor(), link, another)]).await;
            assert_eq!(statuses[1], 303, "{statuses:?}");
            let open = "select count(*) from sessions where ended_at is null";
            assert_eq!(number(&house, open).await, 0, "{round}: {statuses:?}");
            house.it_is(&format!("2026-03-{:02}T15:00:00Z", round + 2));
        }
    }
}

journey! {
    /// What somebody is handed out of an account whose address nobody has shown does not tell what others
    /// ask for at that address, nor whether it has an account.
    async fn own_data_tells_nothing_of_others(house: House) {
        house.applicant("Ana").await;
        house.letters().await;
        let mut told = Vec::new();
        for (email, own) in [("ana@example.org", "one@example.net"), ("nil@example.org", "two@example.net")] {
            let mut sam = house.visitor();
            sam.register("Sam", email, PASSWORD).await.unwrap();
            for path in ["/forgotten", "/sign-in/link", "/forgotten"] {
                house.visitor().post(path, &[("email", email)]).await.unwrap();
            }
            for _ in 0..3 {
                sam.did("/confirmations", &[]).await.unwrap();
            }
            sam.did("/account/email", &[("email", own), ("password", PASSWORD)]).await.unwrap();
            house.letters().await;
            let parts = crate::own_data::handed_out(&house, &mut sam).await;
            assert!(!parts["mailed-links"].contains("reset-password"), "{}", parts["mailed-links"]);
            let sizes = ["mailed-links", "address-changes", "messages"].map(|part| parts[part].replace(email, own).len());
            told.push((parts.into_keys().collect::<Vec<_>>(), sizes));
        }
        assert_eq!(told[0], told[1]);
    }
}

journey! {
    /// Who registered beside somebody else, is signed out and forgot the password comes in by their own
    /// letter, and to nobody else's account.
    async fn a_forgotten_password_does_not_lose_a_second_account(house: House) {
        house.visitor().register("Sam", "ana@example.org", "a mill by seven brooks").await.unwrap();
        house.newcomer("Ana").await;
        let own = house.letter_to("ana@").await.path();

        let mut ana = house.visitor();
        let page = read(&ana.get(&own).await.unwrap());
        assert!(page.contains("as Ana.") && page.contains("E-mail me a link to this account"), "{page}");
        let sent = ana.did(&format!("{own}/link"), &[]).await.unwrap();
        let said = read(&ana.get(&sent.location().unwrap()).await.unwrap());
        assert!(said.contains("is on its way"), "{said}");
        ana.did(&house.letter_to("ana@").await.path(), &[]).await.unwrap();

        let account = read(&ana.get("/account").await.unwrap());
        assert!(account.contains("Ana") && !account.contains("Sam"), "{account}");
        assert!(house.visitor().sign_in("ana@example.org", "a mill by seven brooks").await.is_err());
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}
