//! Registering, confirming, signing in and out.

use axum::body::Body;
use axum::http::Request;
use endorse::story::Answer;
use tower::ServiceExt as _;

use crate::house::{House, PASSWORD, read};
use crate::journey;

journey! {
    /// A newcomer registers, works at once, and confirms the address by a link that opening does
    /// not use up.
    async fn a_newcomer_registers_and_confirms(house: House) {
        let mut ana = house.newcomer("Ana Álvarez").await;
        assert_eq!(ana.get("/inbox").await.unwrap().status, 200);

        let link = house.letter_to("ana.").await.path();
        let mut filter = house.visitor();
        filter.get(&link).await.unwrap();
        assert!(read(&filter.get(&link).await.unwrap()).contains("press the button"));

        assert_eq!(ana.post(&link, &[]).await.unwrap().status, 303);
        assert!(read(&ana.get(&link).await.unwrap()).contains("has been used already"));
    }
}

journey! {
    /// Who confirms where they are not signed in reads at the door that it worked.
    async fn confirming_signed_out_says_so_at_the_door(house: House) {
        house.newcomer("Ana Álvarez").await;
        let link = house.letter_to("ana.").await.path();
        let mut elsewhere = house.visitor();

        for (typed, said) in [("", "Type the password of that account, or sign in"), ("a guess of mine", "not the password of that account")] {
            let refused = elsewhere.post(&link, &[("password", typed)]).await.unwrap();
            assert_eq!(refused.status, 422);
            assert!(read(&refused).contains(said), "{}", read(&refused));
        }
        let answer = elsewhere.post(&link, &[("password", PASSWORD)]).await.unwrap();

        let door = answer.location().unwrap();
        assert!(door.starts_with("/sign-in?then=/home"), "{door}");
        let door = read(&elsewhere.get(&door).await.unwrap());
        assert!(door.contains("your address is confirmed"), "{door}");
    }
}

journey! {
    /// A form filled in wrong comes back with everything typed and a sentence per field.
    async fn a_wrong_form_comes_back_as_it_was_typed(house: House) {
        let mut visitor = house.visitor();
        let wrong = [("name", ""), ("email", "ana at home"), ("password", "short")];

        let answer = visitor.post("/register", &wrong).await.unwrap();

        assert_eq!(answer.status, 422);
        assert!(answer.html().contains(r#"value="ana at home""#));
        let text = read(&answer);
        for sentence in ["Please fill this in.", "Please check this e-mail address", "at least 15 characters"] {
            assert!(text.contains(sentence), "{sentence} is missing in\n{text}");
        }
        assert!(!answer.html().contains("short\""), "the password is shown again");
    }
}

journey! {
    /// A wrong password and an unknown address read the same; signing out ends the session.
    async fn signing_in_tells_strangers_nothing(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut stranger = house.visitor();
        let wrong = [("email", "ana@example.org"), ("password", "not her password at all")];
        let unknown = [("email", "nobody@example.org"), ("password", "not her password at all")];

        let wrong = read(&stranger.post("/sign-in", &wrong).await.unwrap());
        let unknown = read(&stranger.post("/sign-in", &unknown).await.unwrap());
        assert_eq!(wrong, unknown);

        assert_eq!(ana.post("/sign-out", &[]).await.unwrap().status, 303);
        let away = ana.get("/inbox").await.unwrap();
        assert_eq!(away.location().unwrap(), "/sign-in?then=/inbox");
        ana.sign_in("ANA@example.org", PASSWORD).await.unwrap();
        assert_eq!(ana.get("/inbox").await.unwrap().status, 200);
    }
}

journey! {
    /// After ten wrong passwords an address waits, even for the right one.
    async fn guessing_is_stopped(house: House) {
        house.applicant("Ana").await;
        let mut thief = house.visitor();
        for guess in 0..10 {
            let guess = format!("a guess that is wrong {guess}");
            thief.post("/sign-in", &[("email", "ana@example.org"), ("password", &guess)]).await.unwrap();
        }
        let right = [("email", "ana@example.org"), ("password", PASSWORD)];

        assert_eq!(thief.post("/sign-in", &right).await.unwrap().status, 422);
        house.it_is("2026-03-02T15:21:00Z");
        assert_eq!(thief.post("/sign-in", &right).await.unwrap().status, 303);
    }
}

journey! {
    /// Everything is there in Spanish, and what is not there looks the same to everybody.
    async fn spanish_lives_under_es(house: House) {
        let mut ana = house.visitor().in_spanish();
        assert!(read(&ana.get("/sign-in").await.unwrap()).contains("Iniciar sesión"));
        let nothing = ana.get("/no-such-page").await.unwrap();
        assert_eq!(nothing.status, 404);
        assert!(!read(&nothing).contains('['), "a text is missing: {}", read(&nothing));
    }
}

/// What a form gets that a browser sends with these headers.
async fn sent(house: &House, path: &str, headers: &[(&'static str, &str)], body: &str) -> Answer {
    let mut request = Request::post(path).header("host", "127.0.0.1");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let (parts, body) = house.app.service().oneshot(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body }
}

journey! {
    /// A form from another site is refused, on a page that says so and knows nobody; so is one from a
    /// browser that hides where it comes from and brings a cookie along. A script that brings none
    /// may send what anybody may.
    async fn another_site_cannot_send_our_forms(house: House) {
        let mut ana = house.applicant("Ana").await;
        let own = ana.cookie();
        let cookie = ("cookie", own.as_str());
        for headers in [
            &[cookie, ("sec-fetch-site", "cross-site")][..],
            &[cookie, ("sec-fetch-site", "same-site")],
            &[cookie, ("origin", "https://evil.example")],
            &[cookie, ("origin", "null")],
            &[cookie, ("referer", "https://evil.example/127.0.0.1")],
            &[cookie, ("referer", "http://127.0.0.1.evil.example/")],
            &[cookie, ("referer", "")],
            &[cookie],
            &[("referer", "https://evil.example/")],
        ] {
            let refused = sent(&house, "/sign-out", headers, "").await;
            assert_eq!(refused.status, 403, "{headers:?}");
            let page = read(&refused);
            assert!(page.contains("This form did not come from one of our pages"), "{page}");
            assert!(!refused.html().contains("Ana"), "{headers:?}: {}", refused.html());
        }
        let refused = sent(&house, "/es/sign-out", &[cookie], "").await;
        assert!(read(&refused).contains("Este formulario no vino de una de nuestras páginas"));
        assert_eq!(ana.get("/locker").await.unwrap().status, 200, "nobody was signed out");

        let form = "email=ana@example.org&password=correct+horse+battery+staple";
        assert_eq!(sent(&house, "/sign-in", &[], form).await.status, 303, "a script");
        for page in ["http://127.0.0.1/account", "https://127.0.0.1/es/account?area=x"] {
            let taken = sent(&house, "/locker/education", &[cookie, ("referer", page)], "").await;
            assert_eq!(taken.status, 422, "{page}");
        }
        let before = [cookie, ("referer", "http://127.0.0.1/account")];
        assert_eq!(sent(&house, "/sign-out", &before, "").await.status, 303);
        assert_eq!(ana.get("/locker").await.unwrap().status, 303, "signed out");
    }
}

journey! {
    /// A new password spends every older link, and ends the wait that wrong guesses began.
    async fn a_new_password_spends_older_links_and_ends_the_wait(house: House) {
        house.applicant("Ana").await;
        let mut ana = house.visitor();
        let address = [("email", "ana@example.org")];
        ana.post("/forgotten", &address).await.unwrap();
        let older = house.letter_to("ana@").await.path();
        house.it_is("2026-03-02T15:01:00Z");
        ana.post("/forgotten", &address).await.unwrap();
        let newer = house.letter_to("ana@").await.path();
        assert_ne!(older, newer);
        for _ in 0..10 {
            let wrong = [("email", "ana@example.org"), ("password", "a guess that is wrong")];
            ana.post("/sign-in", &wrong).await.unwrap();
        }

        let fresh = "a different calm river";
        assert_eq!(ana.post(&newer, &[("password", fresh)]).await.unwrap().status, 303);

        let late = ana.post(&older, &[("password", "somebody else chose this")]).await.unwrap();
        assert!(read(&late).contains("has been used already"), "{}", read(&late));
        ana.sign_in("ana@example.org", fresh).await.unwrap();
    }
}

journey! {
    /// A coordinator who applies does not find their own file on the desk.
    async fn nobody_sees_their_own_file_as_staff(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let own = cora.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let other = uuid::Uuid::now_v7();

        let answer = cora.get(&format!("/desk/applications/{own}")).await.unwrap();
        let missing = cora.get(&format!("/desk/applications/{other}")).await.unwrap();

        assert_eq!((answer.status, missing.status), (404.try_into().unwrap(), 404.try_into().unwrap()));
        assert_eq!(read(&answer), read(&missing));
        let mut ana = house.applicant("Ana").await;
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let mut clara = house.with_role("Clara", "coordinator").await;
        assert!(clara.get("/desk").await.unwrap().html().contains(&own.to_string()));
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Ana"));
        for desk in ["/desk", "/desk?q=cora", "/desk?state=preparing"] {
            let desk = cora.get(desk).await.unwrap();
            assert!(!desk.html().contains(&own.to_string()), "{}", read(&desk));
        }
    }
}

journey! {
    /// A way on with a control character in it leads home, and breaks nothing.
    async fn a_way_on_that_is_none_leads_home(house: House) {
        house.applicant("Ana").await;
        let mut ana = house.visitor();
        let odd = [("email", "ana@example.org"), ("password", PASSWORD), ("then", "/a\u{1}b")];

        let answer = ana.post("/sign-in", &odd).await.unwrap();

        assert_eq!(answer.location().as_deref(), Some("/home"));
    }
}

journey! {
    /// Twenty-five guesses at once are twenty-five guesses: ten are looked at.
    async fn guesses_at_once_are_counted_one_by_one(house: House) {
        house.applicant("Ana").await;
        let guesses: Vec<_> = (0..25)
            .map(|n| {
                let mut thief = house.visitor();
                tokio::spawn(async move {
                    let guess = format!("a guess that is wrong {n}");
                    let typed = [("email", "ana@example.org"), ("password", guess.as_str())];
                    read(&thief.post("/sign-in", &typed).await.unwrap())
                })
            })
            .collect();
        let mut looked_at = 0;
        for guess in guesses {
            looked_at += usize::from(guess.await.unwrap().contains("do not go together"));
        }

        assert_eq!(looked_at, 10);
    }
}

journey! {
    /// Asking for a new password is the same work and the same page for every address, and a mailbox
    /// gets three letters an hour.
    async fn a_forgotten_password_tells_nothing(house: House) {
        let mut ana = house.newcomer("Ana").await;
        let mut visitor = house.visitor();
        let mut asked = async |email: &str| {
            let (answer, statements) = db::counted(visitor.post("/forgotten", &[("email", email)])).await;
            (read(&answer.unwrap()), statements)
        };
        let before = house.letters().await.len();

        let (known, unknown) = (asked("ana@example.org").await, asked("nobody@example.org").await);
        assert_eq!(known, unknown);
        assert_eq!(house.letters().await.len(), before + 1);
        for _ in 0..4 {
            asked("ANA@example.org").await;
        }
        assert_eq!(house.letters().await.len(), before + 3);

        for _ in 0..3 {
            ana.did("/confirmations", &[]).await.unwrap();
        }
        let page = ana.did("/confirmations", &[]).await.unwrap();
        assert!(read(&ana.get(&page.location().unwrap()).await.unwrap()).contains("at most three an hour"));
        // The first came with the account.
        assert_eq!(house.letters().await.len(), before + 3 + 2);
    }
}

journey! {
    /// Marks make another address; capitals do not.
    async fn an_address_with_marks_is_another_one(house: House) {
        let mut visitor = house.visitor();
        visitor.register("Ana One", "ana@example.org", PASSWORD).await.unwrap();
        let mut other = house.visitor();
        other.register("Ana Two", "ána@example.org", PASSWORD).await.unwrap();
        house.confirm("ana@example.org").await;
        house.confirm("ána@example.org").await;

        for (email, name) in [("ANA@example.org", "Ana One"), ("A\u{301}NA@example.org", "Ana Two")] {
            let mut back = house.visitor();
            back.sign_in(email, PASSWORD).await.unwrap();
            assert!(back.get("/home").await.unwrap().html().contains(name), "{email}");
        }
        let odd = [("name", "Ana\u{202e}"), ("email", "\"a b\"@example.org"), ("password", PASSWORD)];
        let refused = read(&house.visitor().post("/register", &odd).await.unwrap());
        assert!(refused.contains("invisible character") && refused.contains("check this e-mail"), "{refused}");
    }
}

journey! {
    /// A mailbox gets three letters of a kind within an hour, by however many spellings of its address
    /// accounts are made; the accounts are there all the same.
    async fn one_mailbox_is_not_flooded_by_its_spellings(house: House) {
        let spellings = ["mia+0@gmail.com", "mia+1@gmail.com", "m.ia@gmail.com", "m.i.a@googlemail.com", "mia@gmail.com"];
        let mut last = house.visitor();
        for email in spellings {
            last = house.visitor();
            last.register("Mia", email, PASSWORD).await.unwrap();
        }
        assert_eq!(house.letters().await.len(), 3);
        for email in spellings {
            house.visitor().post("/forgotten", &[("email", email)]).await.unwrap();
        }
        assert_eq!(house.letters().await.len(), 6);

        house.it_is("2026-03-02T16:01:00Z");
        last.did("/confirmations", &[]).await.unwrap();
        assert_eq!(house.letters().await.len(), 7);
    }
}

journey! {
    /// A name with the address of a page in it, or a bare host name, is refused wherever it is typed:
    /// it would be a link in a letter from us.
    async fn a_name_carries_no_link(house: House) {
        for name in [
            "Your prize waits at http://evil.example",
            "prize.evil.example",
            "PRIZE.EVIL.COM",
            "Win at Evil.Example/Prize",
        ] {
            let typed = [("name", name), ("email", "target@example.org"), ("password", PASSWORD)];
            let refused = house.visitor().post("/register", &typed).await.unwrap();
            assert_eq!(refused.status, 422, "{name}");
            assert!(read(&refused).contains("leave out the address of a page"), "{}", read(&refused));
        }
        assert!(house.letters().await.is_empty());

        let mut ana = house.visitor();
        ana.register("Dr. J.R. St.John, Ph.D.", "ana@example.org", PASSWORD).await.unwrap();
        let link = house.letter_to("ana@").await.path();
        ana.did(&link, &[]).await.unwrap();
        let refused = ana.post("/account/details", &[("name", "prize.evil.example"), ("language", "en")]);
        assert_eq!(refused.await.unwrap().status, 422);
        let path = ana.did("/applications", &[("category", "ifs")]).await.unwrap().new_id().unwrap();
        let asked = [
            ("relation", "colleague"),
            ("name", "prize.evil.example"),
            ("email", "rosa@example.net"),
            ("language", "en"),
            ("waiver", "waive"),
            ("waiver_name", "Dr. J.R. St.John, Ph.D."),
        ];
        let refused = ana.post(&format!("/applications/{path}/references"), &asked).await.unwrap();
        assert!(read(&refused).contains("leave out the address of a page"), "{}", read(&refused));
    }
}

journey! {
    /// Whoever registers with somebody else's address writes nothing into the letters that go there: none
    /// of them has the name, neither in its first line nor beside the address, until the address is
    /// known to be theirs. A name is no story either.
    async fn a_letter_to_an_unknown_address_names_nobody(house: House) {
        let story = format!("You have won {}", "very ".repeat(14));
        for (path, lang) in [("/register", "at most 80 characters"), ("/es/register", "como máximo 80")] {
            let typed = [("name", story.as_str()), ("email", "t@example.org"), ("password", PASSWORD)];
            let refused = read(&house.visitor().post(path, &typed).await.unwrap());
            assert!(refused.contains(lang), "{refused}");
        }

        let name = "Your Prize Waits";
        for (language, to, greeting) in [("en", "tom@example.org", "Hello,\n"), ("es", "tim@example.org", "Hola:\n")] {
            let mut thief = house.visitor();
            thief.spanish = language == "es";
            thief.register(name, to, PASSWORD).await.unwrap();
            let new = format!("new.{to}");
            thief.did("/account/email", &[("email", &new), ("password", PASSWORD)]).await.unwrap();
            for path in ["/forgotten", "/sign-in/link"] {
                thief.post(path, &[("email", to)]).await.unwrap();
            }
            let another = [("present", PASSWORD), ("password", "a different calm river")];
            thief.did("/account/password", &another).await.unwrap();
            let word = if language == "es" { "borrar" } else { "erase" };
            let typed = [("word", word), ("password", "a different calm river")];
            thief.did("/account/erase", &typed).await.unwrap();
            let mut letters = house.letters().await;
            letters.retain(|it| it.to.contains(to));
            assert_eq!(letters.len(), 5, "{letters:?}");
            for letter in letters {
                assert!(letter.body.starts_with(greeting), "{letter:?}");
                assert!(!letter.body.contains(name) && !letter.to.contains(name), "{letter:?}");
            }
        }

        let mut ana = house.applicant("Ana Ruiz").await;
        let link = house.letter_to("ana.ruiz@").await.path();
        ana.did(&link, &[]).await.unwrap();
        ana.post("/forgotten", &[("email", "ana.ruiz@example.org")]).await.unwrap();
        let letter = house.letter_to("ana.ruiz@").await;
        assert!(letter.body.starts_with("Hello Ana Ruiz,\n") && letter.to.contains("Ana Ruiz"), "{letter:?}");
    }
}

journey! {
    /// Who has a longer name from before keeps it, whatever else they change.
    async fn a_longer_name_from_before_stays(house: House) {
        let mut ana = house.applicant("Ana").await;
        let long = "Ana ".repeat(30).trim().to_owned();
        let mut tx = house.app.db.write().await.unwrap();
        tx.run("update people set name = $1", (long.as_str(),)).await.unwrap();
        tx.commit().await.unwrap();

        ana.did("/account/details", &[("name", &long), ("language", "es")]).await.unwrap();
        let other = format!("{long} Ruiz");
        let refused = ana.post("/account/details", &[("name", &other), ("language", "es")]).await.unwrap();
        assert!(read(&refused).contains("at most 80 characters"), "{}", read(&refused));
    }
}
