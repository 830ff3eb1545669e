//! The door: which passwords will do, how long a session stands, when it is asked again who it is.

use std::fs;

use endorse::app::App;
use endorse::clock::Clock;
use endorse::installation::Installation;
use endorse::settings::{Hashing, Passwords, Sessions, Settings};
use endorse::story::Browser;

use crate::house::{House, PASSWORD, read};
use crate::journey;
use crate::second_factor::Device;

/// What the page says of a password typed to register.
async fn tries(house: &House, password: &str) -> String {
    let typed = [("name", "Zoë Quill"), ("email", "zoe.quill@example.org"), ("password", password)];
    let answer = house.visitor().post("/register", &typed).await.unwrap();
    read(&answer)
}

journey! {
    /// A password made of our words, the person's own, or what everybody tries is refused, with the
    /// reason; nothing is asked of its letters, digits and signs.
    async fn what_others_would_guess_is_no_password(house: House) {
        for common in ["password12345678", "iloveyou iloveyou1", "qwertyuiopasdfghjkl", "monkeydragonsunshine"] {
            let page = tries(&house, common).await;
            assert!(page.contains("tried first") || page.contains("repeats or counts"), "{common}: {page}");
        }
        for ours in ["EndorsementCT-AIMH", "zoe.quill@example.org", "Zoë Quill Zoë Quill!", "first3years-tx-endorse"] {
            let page = tries(&house, ours).await;
            assert!(page.contains("our own words"), "{ours}: {page}");
        }
        for fine in ["a calm blue river at noon", "caminito de piedra gris", "xkvqzjwpbmtrdgh"] {
            let page = tries(&house, fine).await;
            assert!(!page.contains("Password:"), "{fine}: {page}");
        }
    }
}

journey! {
    /// With a file of lost passwords no lost one is taken: not to register, not as another one, not by a
    /// link. A file that is none stops the start, by name.
    async fn a_lost_password_is_refused_everywhere(house: House) {
        let lost = "river lantern quiet seven";
        let hash = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, lost.as_bytes());
        let mut lines = vec![format!("{}:3", hex::encode_upper(hash.as_ref()))];
        lines.extend((0..16_u8).map(|it| format!("{it:X}{}:1", "5".repeat(39))));
        lines.sort();
        let file = house.folder.path().join("lost.txt");
        fs::write(&file, lines.join("\r\n")).unwrap();
        let settings = |file: &std::path::Path| Settings {
            passwords: Passwords { lost: Some(file.to_owned()), hashing: Hashing::Cheap },
            ..(*house.app.settings).clone()
        };
        let with = Installation::open(settings(&file), Clock::dial(&house.dial)).await.unwrap();
        let app = with.first().clone();

        let mut ana = Browser::new(&app);
        let typed = [("name", "Ana"), ("email", "ana@example.org"), ("password", lost)];
        let refused = ana.post("/register", &typed).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("list of stolen ones"), "{}", read(&refused));
        ana.register("Ana", "ana@example.org", PASSWORD).await.unwrap();
        let typed = [("present", PASSWORD), ("password", lost)];
        assert!(read(&ana.post("/account/password", &typed).await.unwrap()).contains("list of stolen ones"));
        Browser::new(&app).post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let link = house.letter_to("ana@").await.path();
        assert!(read(&ana.post(&link, &[("password", lost)]).await.unwrap()).contains("list of stolen ones"));
        app.db.close().await;

        fs::write(&file, "password\nletmein\n").unwrap();
        let refused = Installation::open(settings(&file), Clock::dial(&house.dial)).await;
        let why = format!("{:#}", refused.unwrap_err());
        assert!(why.contains("lost.txt") && why.contains("SHA-1"), "{why}");
    }
}

journey! {
    /// A session that nobody uses ends: of staff after half a day, of everybody else after a week.
    async fn who_is_away_for_long_is_signed_out(house: House) {
        house.with_role("Cora", "coordinator").await;
        house.applicant("Ana").await;
        let settings = Settings { sessions: Sessions::default(), ..(*house.app.settings).clone() };
        let app = Installation::open(settings, Clock::dial(&house.dial)).await.unwrap().first().clone();
        let (mut cora, mut ana) = (Browser::new(&app), Browser::new(&app));
        cora.sign_in("cora@example.org", PASSWORD).await.unwrap();
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        for (now, cora_is, ana_is) in [
            ("2026-03-02T16:00:00Z", 200, 200),
            ("2026-03-03T03:59:00Z", 200, 200),
            ("2026-03-03T16:01:00Z", 303, 200),
            ("2026-03-10T16:00:00Z", 303, 200),
            ("2026-03-15T14:59:00Z", 303, 200),
        ] {
            house.it_is(now);
            assert_eq!(cora.get("/inbox").await.unwrap().status, cora_is, "Cora, {now}");
            assert_eq!(ana.get("/inbox").await.unwrap().status, ana_is, "Ana, {now}");
        }
        house.it_is("2026-03-16T15:00:00Z");
        assert_eq!(ana.get("/inbox").await.unwrap().status, 303, "two weeks are the end for everybody");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        house.it_is("2026-03-23T15:00:00Z");
        assert_eq!(ana.get("/inbox").await.unwrap().status, 303, "a week away");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        let account = ana.get("/account").await.unwrap().html();
        assert_eq!(account.matches("/account/sessions/").count(), 0, "only this one is in the list");
        app.db.close().await;
    }
}

journey! {
    /// Signing in ends the session that the browser brought along, whosever it was.
    async fn signing_in_ends_what_was_there(house: House) {
        let mut ana = house.applicant("Ana").await;
        house.applicant("Ben").await;
        let kept = ana.cookie();

        ana.sign_in("ben@example.org", PASSWORD).await.unwrap();

        let mut thief = house.visitor().with_cookie(&kept);
        assert_eq!(thief.get("/inbox").await.unwrap().status, 303);
        assert!(read(&ana.get("/account").await.unwrap()).contains("ben@example.org"));
        let bens = ana.cookie();
        ana.register("Cleo", "cleo@example.org", PASSWORD).await.unwrap();
        assert_eq!(house.visitor().with_cookie(&bens).get("/inbox").await.unwrap().status, 303);
    }
}

journey! {
    /// When hashing costs more than it did, a password is hashed anew the next time it is shown.
    async fn a_password_is_hashed_as_it_is_today(house: House) {
        async fn kept(house: &House) -> String {
            let mut tx = house.app.db.read().await.unwrap();
            let sql = "select password_hash from people where email_key = 'ana@example.org'";
            tx.maybe::<(String,)>(sql, ()).await.unwrap().unwrap().0
        }
        let mut ana = house.applicant("Ana").await;
        let cheap = kept(&house).await;
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(kept(&house).await, cheap, "nothing to do");
        let settings =
            Settings { passwords: Passwords::default(), ..(*house.app.settings).clone() };
        let dear = Installation::open(settings, Clock::dial(&house.dial)).await.unwrap();
        let mut ana = Browser::new(dear.first());

        Browser::new(dear.first()).sign_in("ana@example.org", "not her password").await.unwrap_err();
        assert_eq!(kept(&house).await, cheap, "a wrong one changes nothing");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        let now = kept(&house).await;
        assert!(now != cheap && now.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{now}");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(kept(&house).await, now, "nothing to do any more");
        dear.first().db.close().await;
    }
}

journey! {
    of crate::house::two();
    /// A quarter of an hour after it was shown who it is, a page asks for it and goes on; a form comes
    /// back with what it holds and the question on it, and does what it says once that is answered.
    async fn it_is_asked_again_who_it_is(house: House) {
        let mut ana = house.applicant("Ana").await;
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 200, "just signed in");
        house.it_is("2026-03-02T15:14:59Z");
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 200);
        house.it_is("2026-03-02T15:15:00Z");
        let way = ana.get("/account/passkeys").await.unwrap().location().unwrap();
        assert_eq!(way, "/sign-in/again?then=/account/passkeys");
        assert_eq!(ana.get("/locker").await.unwrap().status, 200, "what is not sensitive stays open");
        let page = read(&ana.get(&way).await.unwrap());
        assert!(page.contains("Please show that it is you") && !page.contains("Code"), "{page}");
        let then = ("then", "/account/passkeys");
        let wrong = ana.post("/sign-in/again", &[then, ("proof-password", "not hers at all")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(read(&wrong).contains("not your present password") && wrong.html().contains("/account/passkeys\""));
        let nothing = ana.post("/sign-in/again", &[then]).await.unwrap();
        assert!(read(&nothing).contains("Please fill this in."));

        let form = [("name", "Ana’s <phone>"), ("token", "x"), ("answer", "{\"a\":1}")];
        let asked = ana.clone().in_spanish().post("/account/passkeys", &form).await.unwrap();
        assert_eq!(asked.status, 422);
        assert!(read(&asked).contains("Demuestre que es usted"), "{}", read(&asked));
        for kept in ["action=\"/es/account/passkeys\"", "Ana’s &#60;phone&#62;", "{&#34;a&#34;:1}"] {
            assert!(asked.html().contains(kept), "{kept}: {}", asked.html());
        }

        house.it_is("2026-03-02T16:00:00Z");
        let mut typed = form.to_vec();
        typed.push(("proof-password", "not hers at all"));
        let wrong = ana.post("/account/passkeys", &typed).await.unwrap();
        assert!(read(&wrong).contains("not your present password") && wrong.html().contains("&#60;phone&#62;"));
        typed[3] = ("proof-password", PASSWORD);
        let done = read(&ana.post("/account/passkeys", &typed).await.unwrap());
        assert!(done.contains("could not be kept"), "the form went on its way: {done}");
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 200, "and it counts from then on");
    }
}

/// What a borrowed session must not do, whatever else is asked for again.
const NOT_BY_A_BORROWED_SESSION: &[&str] = &[
    "/account/details",
    "/account/passkeys",
    "/agreements/{agreement}",
    "/applications/{id}/withdrawal",
    "/desk/applications/{id}/decisions",
    "/desk/applications/{id}/exam-results",
    "/desk/applications/{id}/help",
    "/desk/applications/{id}/legal-hold",
    "/desk/association/dates/new",
    "/desk/association/logo",
    "/desk/association/notice",
    "/desk/association/{setting}",
    "/desk/charges/{id}/reopening",
    "/desk/charges/{id}/waiver",
    "/desk/endorsements/{id}/name",
    "/desk/endorsements/{id}/{act}",
    "/desk/renewals/{id}/confirmation",
    "/desk/retention/{class}",
    "/desk/roles/invitations",
    "/desk/roles/{role}/end",
    "/network/{association}/administrators",
];

journey! {
    /// Every address that the table says asks again does so, of whoever may come in there and showed
    /// long ago who they are; what would be sensitive for anybody is among them.
    async fn the_table_says_where_it_is_asked_again(house: House) {
        let fresh: Vec<_> = App::table().into_iter().filter(|it| it.is_fresh).collect();
        for path in NOT_BY_A_BORROWED_SESSION {
            assert!(fresh.iter().any(|it| it.path == *path && it.changes()), "{path}");
        }
        let mut people = Vec::new();
        for role in ["coordinator", "administrator", "treasurer", "network", "reviewer"] {
            people.push((role, house.with_role(&format!("With {role}"), role).await));
        }
        house.it_is("2026-03-02T15:15:00Z");
        for route in fresh {
            let roles = route.who.roles();
            let may = people.iter_mut().find(|it| roles.is_empty() || roles.contains(&it.0));
            let (role, browser) = may.unwrap();
            let path = route.path.replace(['{', '}'], "");
            let asked = match route.method {
                "GET" => {
                    let away = browser.get(&path).await.unwrap();
                    let way = away.location().unwrap_or_default();
                    assert!(way.starts_with("/sign-in/again?then="), "{path} as {role}: {way}");
                    browser.get(&way).await.unwrap()
                }
                _ => browser.post(&path, &[("kept", "as it was")]).await.unwrap(),
            };
            let page = asked.html();
            assert!(page.contains("name=\"proof-password\""), "{path} as {role}: {}", read(&asked));
            assert!(route.method == "GET" || page.contains("value=\"as it was\""), "{path}");
        }
    }
}

journey! {
    of crate::house::two();
    /// A code from the app stands for the password; guesses are counted with those at the door.
    async fn a_code_shows_again_who_it_is(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        house.it_is("2026-03-02T15:20:00Z");
        let then = ("then", "/account/passkeys");
        let wrong = ana.post("/sign-in/again", &[then, ("proof-code", "000000")]).await.unwrap();
        assert!(read(&wrong).contains("This code is not right"), "{}", read(&wrong));
        let code = device.code(&house);
        let on = ana.did("/sign-in/again", &[then, ("proof-code", &code)]).await.unwrap();
        assert_eq!(on.location().as_deref(), Some("/account/passkeys"));
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 200);

        house.it_is("2026-03-02T15:40:00Z");
        for _ in 0..10 {
            ana.post("/sign-in/again", &[then, ("proof-password", "a guess")]).await.unwrap();
        }
        let waits = read(&ana.post("/sign-in/again", &[then, ("proof-password", PASSWORD)]).await.unwrap());
        assert!(waits.contains("Please wait 20 minutes"), "{waits}");
        let guessed = ana.post("/account/passkeys", &[("proof-password", PASSWORD)]).await.unwrap();
        assert_eq!(guessed.status, 422);
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 303);
        assert!(house.visitor().sign_in("ana@example.org", PASSWORD).await.is_err());
        let nobody = house.visitor().post("/account/passkeys", &[("proof-password", PASSWORD)]).await.unwrap();
        assert!(nobody.location().unwrap().starts_with("/sign-in?then="));
        let elsewhere = [("then", "https://evil.example"), ("proof-code", "")];
        ana.post("/sign-in/again", &elsewhere).await.unwrap();
    }
}

journey! {
    /// Whoever runs the installation ends somebody's sessions; they may come in again.
    async fn the_operator_ends_somebodys_sessions(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut phone = house.visitor();
        phone.sign_in("ana@example.org", PASSWORD).await.unwrap();

        assert_eq!(house.app.end_sessions("ANA@example.org").await.unwrap(), 2);

        for browser in [&mut ana, &mut phone] {
            assert_eq!(browser.get("/inbox").await.unwrap().status, 303);
        }
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(house.app.end_sessions("ana@example.org").await.unwrap(), 1);
        assert!(house.app.end_sessions("nobody@example.org").await.is_err());
    }
}
