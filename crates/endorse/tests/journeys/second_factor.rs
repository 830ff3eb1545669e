//! The second factor: setting it up, being asked for it, losing it.

use endorse::app::App;
use endorse::clock::Clock;
use endorse::installation::Installation;
use endorse::settings::{SecondFactor, Settings};
use endorse::story::Browser;
use totp_rs::{Builder, Secret, Totp};

use crate::house::{House, PASSWORD, read};
use crate::journey;

/// A phone with an authenticator app.
pub struct Device {
    app: Totp,
    secret: String,
    recovery: Vec<String>,
}

impl Device {
    /// Somebody sets theirs up, from the account page to the recovery codes.
    pub async fn set_up(house: &House, browser: &mut Browser) -> Self {
        let begun = browser.did("/account/second-factor", &[("password", PASSWORD)]).await.unwrap();
        Self::confirm(house, browser, &begun.location().unwrap()).await.0
    }

    /// Reads the secret and types the first code; what is shown then, too.
    async fn confirm(house: &House, browser: &mut Browser, path: &str) -> (Self, String) {
        let page = browser.get(path).await.unwrap().html();
        let secret = page.split("id=\"secret\">").nth(1).unwrap().split('<').next().unwrap();
        assert!(secret.split(' ').all(|it| it.len() == 4), "groups of four: {secret}");
        let secret = secret.replace(' ', "");
        let address = crate::evidence::quoted_after(&page, "href=\"otpauth://totp/").unwrap();
        assert!(
            address.contains(&secret),
            "the app on this device gets the same secret: {address}"
        );
        let app = Builder::new()
            .with_secret(Secret::try_from_base32(&secret).unwrap())
            .with_account_name("a phone")
            .build()
            .unwrap();
        let mut device = Self { app, secret, recovery: Vec::new() };
        let then = path.split("then=").nth(1).unwrap_or_default().replace("%2F", "/");
        let code = device.code(house);
        let typed = [("code", code.as_str()), ("then", &then)];
        let shown = browser.post("/account/second-factor/code", &typed).await.unwrap();
        assert_eq!(shown.status, 200, "{}", read(&shown));
        device.recovery = codes_on(&shown.html());
        (device, shown.html())
    }

    /// What the app shows now.
    pub fn code(&self, house: &House) -> String {
        self.code_in(house, 0)
    }

    /// What it shows so many seconds from now.
    fn code_in(&self, house: &House, seconds: i64) -> String {
        let at = house.dial.now().as_second() + seconds;
        self.app.generate(u64::try_from(at).unwrap()).to_string()
    }
}

fn codes_on(html: &str) -> Vec<String> {
    let codes = html.split("<code class=\"code\">").skip(1);
    codes.map(|it| it.split('<').next().unwrap().to_owned()).collect()
}

/// A half session opens nothing.
pub async fn spent_half(browser: &mut Browser) {
    for path in ["/home", "/account", "/inbox", "/locker"] {
        let away = browser.get(path).await.unwrap();
        assert!(away.location().is_some_and(|it| it.starts_with("/sign-in?then=")), "{path}");
    }
}

/// Signs in as far as the password goes.
async fn half_in(house: &House, email: &str) -> Browser {
    let mut browser = house.visitor();
    let typed = [("email", email), ("password", PASSWORD), ("then", "/locker")];
    let on = browser.did("/sign-in", &typed).await.unwrap().location().unwrap();
    assert_eq!(on, "/sign-in/code?then=/locker");
    browser
}

/// What comes of a code typed at the door: whether it led in.
async fn types(browser: &mut Browser, code: &str) -> bool {
    let typed = [("code", code), ("then", "/locker")];
    let answer = browser.post("/sign-in/code", &typed).await.unwrap();
    match answer.status.as_u16() {
        303 => answer.location().as_deref() == Some("/locker"),
        422 => false,
        other => panic!("{other}: {}", read(&answer)),
    }
}

journey! {
    /// Setting it up takes the password and a first code; from then on the password leads half in, a
    /// code the rest of the way, and no code works twice.
    async fn a_code_is_asked_for_after_the_password(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut phone = house.visitor();
        phone.sign_in("ana@example.org", PASSWORD).await.unwrap();
        let wrong = ana.post("/account/second-factor", &[("password", "not hers")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        let device = Device::set_up(&house, &mut ana).await;
        assert_eq!(device.recovery.len(), 10);
        assert_eq!(phone.get("/inbox").await.unwrap().status, 303, "begun without it, and goes on");
        let account = read(&ana.get("/account").await.unwrap());
        assert!(account.contains("On since March 2, 2026") && account.contains("10 recovery codes"), "{account}");
        let told = house.letter_to("ana@").await.body;
        assert!(told.contains("we ask for a code after your password"), "{told}");

        let mut back = half_in(&house, "ana@example.org").await;
        spent_half(&mut back).await;
        assert!(!types(&mut back, &device.code(&house)).await, "the code that set it up works again");
        assert!(types(&mut back, &device.code_in(&house, 30)).await, "one step off");
        assert_eq!(back.get("/inbox").await.unwrap().status, 200);

        let mut again = half_in(&house, "ana@example.org").await;
        assert!(!types(&mut again, &device.code_in(&house, 30)).await, "a code worked twice");
        house.it_is("2026-03-02T15:02:00Z");
        assert!(!types(&mut again, &device.code_in(&house, -60)).await, "two steps off");
        assert!(!types(&mut again, "000000").await && !types(&mut again, "").await);
        let now = device.code(&house);
        assert!(types(&mut again, &format!(" {} {}", &now[..3], &now[3..])).await);
    }
}

journey! {
    /// A half session is over after ten minutes, after its one use, and when the password changes.
    async fn a_half_session_does_not_last(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        let mut late = half_in(&house, "ana@example.org").await;
        house.it_is("2026-03-02T15:10:00Z");
        let page = late.post("/sign-in/code", &[("code", &device.code(&house))]).await.unwrap();
        assert!(page.location().unwrap().starts_with("/sign-in?then="), "{}", read(&page));

        let mut caught = half_in(&house, "ana@example.org").await;
        let typed = [("present", PASSWORD), ("password", "a different calm river")];
        ana.did("/account/password", &typed).await.unwrap();
        let page = caught.get("/sign-in/code").await.unwrap();
        assert!(page.location().unwrap().starts_with("/sign-in?then="));
    }
}

journey! {
    /// One code typed many times at once leads in once.
    async fn one_code_at_once_leads_in_once(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        house.it_is("2026-03-02T15:01:00Z");
        let code = device.code(&house);
        let mut doors = Vec::new();
        for _ in 0..8 {
            doors.push(half_in(&house, "ana@example.org").await);
        }

        let tries: Vec<_> = doors
            .into_iter()
            .map(|mut door| {
                let code = code.clone();
                tokio::spawn(async move { types(&mut door, &code).await })
            })
            .collect();
        let mut led_in = 0;
        for one in tries {
            led_in += usize::from(one.await.unwrap());
        }

        assert_eq!(led_in, 1);
    }
}

journey! {
    /// A recovery code leads in once, however it is typed; new ones take the place of the old.
    async fn a_recovery_code_leads_in_once(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        let shouted = device.recovery[0].to_uppercase().replace('-', " ");

        assert!(types(&mut half_in(&house, "ana@example.org").await, &shouted).await);
        assert!(!types(&mut half_in(&house, "ana@example.org").await, &device.recovery[0]).await);
        let account = read(&ana.get("/account").await.unwrap());
        assert!(account.contains("9 recovery codes are left"), "{account}");
        assert!(house.letter_to("ana@").await.body.contains("One of your recovery codes was used"));

        let wrong = [("password", PASSWORD), ("code", "000000")];
        assert_eq!(ana.post("/account/second-factor/codes", &wrong).await.unwrap().status, 422);
        let right = [("password", PASSWORD), ("code", device.recovery[1].as_str())];
        let fresh = codes_on(&ana.post("/account/second-factor/codes", &right).await.unwrap().html());
        assert_eq!(fresh.len(), 10);
        assert!(!types(&mut half_in(&house, "ana@example.org").await, &device.recovery[2]).await);
        assert!(types(&mut half_in(&house, "ana@example.org").await, &fresh[9]).await);
    }
}

journey! {
    /// After ten wrong codes the right one waits too, at whichever door.
    async fn guessing_codes_is_stopped(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        house.it_is("2026-03-02T15:01:00Z");
        let mut thief = half_in(&house, "ana@example.org").await;
        for _ in 0..10 {
            assert!(!types(&mut thief, "no code").await);
        }

        assert!(!types(&mut thief, &device.code(&house)).await);
        let mut another = half_in(&house, "ana@example.org").await;
        assert!(!types(&mut another, &device.code(&house)).await);
        let page = another.post("/sign-in/code", &[("code", &device.code(&house))]).await.unwrap();
        assert!(read(&page).contains("too many wrong codes"), "{}", read(&page));

        house.it_is("2026-03-02T15:22:00Z");
        assert!(types(&mut half_in(&house, "ana@example.org").await, &device.code(&house)).await);
    }
}

journey! {
    /// Turning it off takes the password and a code.
    async fn turning_it_off_takes_both(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        house.it_is("2026-03-02T15:01:00Z");
        let code = device.code(&house);
        let off = "/account/second-factor/off";
        for (password, code) in [("not hers", code.as_str()), (PASSWORD, "000000")] {
            let typed = [("password", password), ("code", code)];
            assert_eq!(ana.post(off, &typed).await.unwrap().status, 422);
        }
        half_in(&house, "ana@example.org").await;

        ana.did(off, &[("password", PASSWORD), ("code", &code)]).await.unwrap();

        let mut back = house.visitor();
        back.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(back.get("/inbox").await.unwrap().status, 200);
    }
}

journey! {
    /// A new password by a letter does not get around it.
    async fn a_forgotten_password_does_not_get_around_it(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did(&house.letter_to("ana@").await.path(), &[]).await.unwrap();
        Device::set_up(&house, &mut ana).await;
        house.visitor().post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let link = house.letter_to("ana@").await.path();
        let mut thief = house.visitor();
        thief.did(&link, &[("password", "a different calm river")]).await.unwrap();

        let typed = [("email", "ana@example.org"), ("password", "a different calm river")];
        let on = thief.did("/sign-in", &typed).await.unwrap().location().unwrap();

        assert!(on.starts_with("/sign-in/code"), "{on}");
        spent_half(&mut thief).await;
    }
}

journey! {
    /// Neither the secret nor a recovery code is in any file of the database's.
    async fn no_secret_is_in_the_database(house: House) {
        let mut ana = house.applicant("Ana").await;
        let device = Device::set_up(&house, &mut ana).await;
        house.app.db.fold().await.unwrap();
        let raw = Secret::try_from_base32(&device.secret).unwrap().as_bytes().to_vec();

        for name in ["endorse.db", "endorse.db-wal"] {
            let bytes = std::fs::read(house.folder.path().join(name)).unwrap_or_default();
            let mut secrets = vec![raw.clone(), device.secret.clone().into_bytes()];
            secrets.extend(device.recovery.iter().map(|it| it.clone().into_bytes()));
            secrets.extend(device.recovery.iter().map(|it| it.replace('-', "").into_bytes()));
            for secret in secrets {
                let found = bytes.windows(secret.len()).any(|it| it == secret);
                assert!(!found, "a secret is in {name}");
            }
        }
    }
}

/// The same house, where staff must have a second factor.
async fn required(house: &House) -> App {
    let settings = (*house.app.settings).clone();
    let settings = Settings { second_factor: SecondFactor::Required, ..settings };
    Installation::open(settings, Clock::dial(&house.dial)).await.unwrap().first().clone()
}

journey! {
    /// Whoever sees other people's files is led to setting it up before any such page opens, and then
    /// to where they wanted to go. Nobody else is.
    async fn staff_set_it_up_before_their_pages_open(house: House) {
        house.with_role("Cora", "coordinator").await;
        house.with_role("Rosa", "reviewer").await;
        house.applicant("Ana").await;
        let app = required(&house).await;
        for (email, room) in [("cora@example.org", "/desk"), ("rosa@example.org", "/reviews")] {
            let mut staff = Browser::new(&app);
            staff.sign_in(email, PASSWORD).await.unwrap();
            let way = format!("/account/second-factor?then={room}");
            assert_eq!(staff.get(room).await.unwrap().location().unwrap(), way);
            assert_eq!(staff.get("/locker").await.unwrap().status, 200, "one's own things stay open");
            let page = read(&staff.get(&way).await.unwrap());
            assert!(page.contains("Your role lets you see other people"), "{page}");

            let begun = [("password", PASSWORD), ("then", room)];
            let begun = staff.did("/account/second-factor", &begun).await.unwrap().location().unwrap();
            let (device, shown) = Device::confirm(&house, &mut staff, &begun).await;

            assert!(shown.contains(&format!("class=\"govuk-button\" href=\"{room}\"")), "{shown}");
            assert_eq!(staff.get(room).await.unwrap().status, 200);
            let typed = [("password", PASSWORD), ("code", device.recovery[0].as_str())];
            staff.did("/account/second-factor/off", &typed).await.unwrap();
            assert_eq!(staff.get(room).await.unwrap().location().unwrap(), way);
        }
        let mut clara = house.with_role("Clara", "coordinator").await;
        clara = Browser::new(&app).with_cookie(&clara.cookie());
        let act = format!("/desk/endorsements/{}/hold", uuid::Uuid::now_v7());
        let led = clara.post(&act, &[]).await.unwrap().location().unwrap();
        assert!(led.starts_with("/account/second-factor"), "{led}");
        let mut ana = Browser::new(&app);
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(ana.get("/desk").await.unwrap().status, 404, "a role is not told by the way there");
        assert!(!read(&ana.get("/account/second-factor").await.unwrap()).contains("Your role"));
        app.db.close().await;
    }
}

journey! {
    /// Who has lost both is let in by whoever runs the installation; the person is told.
    async fn who_has_lost_both_is_let_in_by_the_operator(house: House) {
        let mut ana = house.applicant("Ana").await;
        Device::set_up(&house, &mut ana).await;

        assert!(house.app.forget_second_factor("ana@example.org").await.unwrap());

        assert_eq!(ana.get("/inbox").await.unwrap().status, 303, "sessions end");
        let mut back = house.visitor();
        back.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(back.get("/inbox").await.unwrap().status, 200);
        assert!(house.letter_to("ana@").await.body.contains("your password alone"));
        assert!(!house.app.forget_second_factor("ana@example.org").await.unwrap());
    }
}
