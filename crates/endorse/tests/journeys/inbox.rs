//! The inbox: what the association wrote, kept here whatever becomes of the e-mail.

use crate::house::{House, PASSWORD, read};
use crate::journey;
use endorse::story::Browser;

/// The path of the first message in somebody's inbox.
async fn first_message(browser: &mut Browser) -> String {
    let html = browser.get("/inbox").await.unwrap().html();
    let at = html.find("href=\"/inbox/").unwrap() + "href=\"".len();
    html[at..].split('"').next().unwrap().to_owned()
}

/// How many messages the navigation and the list call new.
async fn new_ones(browser: &mut Browser) -> usize {
    read(&browser.get("/inbox").await.unwrap()).matches(" new ").count()
}

async fn newcomer(house: &House, name: &str) -> (Browser, String) {
    let mut browser = house.newcomer(name).await;
    let message = first_message(&mut browser).await;
    (browser, message)
}

journey! {
    /// Opening a message changes nothing, since filters and previews open pages; saying so does.
    async fn a_message_is_read_when_its_reader_says_so(house: House) {
        let (mut ana, message) = newcomer(&house, "Ana").await;

        let letter = read(&ana.get(&message).await.unwrap());
        assert!(letter.contains("Mark as read"), "{letter}");
        assert!(letter.contains("the link stands only in the e-mail"), "{letter}");
        assert!(letter.contains("Send it again"), "{letter}");
        ana.get(&message).await.unwrap();
        assert_eq!(new_ones(&mut ana).await, 1, "opening it marked it as read");

        let answer = ana.did(&format!("{message}/reading"), &[]).await.unwrap();
        assert_eq!(answer.location().unwrap(), "/inbox?said=said-message-read");
        assert_eq!(new_ones(&mut ana).await, 0);
        let letter = read(&ana.get(&message).await.unwrap());
        assert!(letter.contains("Marked as read on March 2, 2026"), "{letter}");
        assert!(!letter.contains("Mark as read"));
        ana.did(&format!("{message}/reading"), &[]).await.unwrap();
    }
}

journey! {
    /// All at once, one's own only.
    async fn everything_can_be_marked_as_read(house: House) {
        let (mut ana, _) = newcomer(&house, "Ana").await;
        let (mut ben, _) = newcomer(&house, "Ben").await;
        ana.did("/confirmations", &[]).await.unwrap();
        assert_eq!(new_ones(&mut ana).await, 2);

        ana.did("/inbox/readings", &[]).await.unwrap();

        assert_eq!((new_ones(&mut ana).await, new_ones(&mut ben).await), (0, 1));
        let list = read(&ana.get("/inbox").await.unwrap());
        assert!(!list.contains("Mark all as read"), "{list}");
    }
}

journey! {
    /// The letter says what became of its copy by e-mail.
    async fn a_message_says_what_became_of_its_copy(house: House) {
        let (mut ana, message) = newcomer(&house, "Ana").await;
        let first = read(&ana.get(&message).await.unwrap());
        assert!(first.contains("go by e-mail, at most three an hour"), "{first}");

        house.letters().await;
        house.confirm("ana@example.org").await;
        let another = [("present", PASSWORD), ("password", "a different calm river")];
        ana.did("/account/password", &another).await.unwrap();
        let message = first_message(&mut ana).await;
        let waiting = read(&ana.get(&message).await.unwrap());
        assert!(waiting.contains("The e-mail copy is waiting to be sent"), "{waiting}");

        let outbox = house.folder.path().join("outbox");
        std::fs::remove_dir_all(&outbox).ok();
        std::fs::write(&outbox, "a file where the folder should be").unwrap();
        house.app.work().await.unwrap();
        let refused = read(&ana.get(&message).await.unwrap());
        assert!(refused.contains("could not be delivered on March 2, 2026"), "{refused}");

        std::fs::remove_file(&outbox).unwrap();
        std::fs::create_dir(&outbox).unwrap();
        house.it_is("2026-03-03T15:00:00Z");
        house.app.work().await.unwrap();
        let sent = read(&ana.get(&message).await.unwrap());
        assert!(sent.contains("Also sent by e-mail on March 3, 2026"), "{sent}");
    }
}

journey! {
    /// A stranger's message and one that never was look the same, to read and to mark.
    async fn a_strangers_message_is_not_there(house: House) {
        let (mut ana, message) = newcomer(&house, "Ana").await;
        let mut ben = house.applicant("Ben").await;
        let never = "/inbox/00000000-0000-7000-8000-000000000000";

        let (strangers, missing) = (ben.get(&message).await.unwrap(), ben.get(never).await.unwrap());
        assert_eq!((strangers.status.as_u16(), missing.status.as_u16()), (404, 404));
        assert_eq!(read(&strangers), read(&missing));
        let marked = ben.post(&format!("{message}/reading"), &[]).await.unwrap();
        assert_eq!(marked.status, 404);
        assert_eq!(new_ones(&mut ana).await, 1);
    }
}

journey! {
    /// The inbox is there in Spanish; what was written stays in the language it was written in.
    async fn the_inbox_is_there_in_spanish(house: House) {
        let (mut ana, message) = newcomer(&house, "Ana").await;
        ana.spanish = true;

        for path in ["/inbox", message.as_str()] {
            let text = read(&ana.get(path).await.unwrap());
            assert!(text.contains("leído"), "{text}");
            assert!(!text.contains('['), "a text is missing on {path}: {text}");
        }
    }
}

journey! {
    /// A letter that never gets away is given up after some days: its secret is forgotten, the record
    /// says so.
    async fn a_letter_is_given_up_after_some_days(house: House) {
        let (mut ana, message) = newcomer(&house, "Ana").await;
        let outbox = house.folder.path().join("outbox");
        std::fs::write(&outbox, "a file where the folder should be").unwrap();
        let secrets = "select count(*) from jobs
             where kind = 'inbox.send-copy' and payload <> '{}' and done_at is null";
        let given_up = "select count(*) from audit_events where verb = 'job-given-up'";
        let number = async |sql| {
            let row: Option<(i64,)> = house.app.db.read().await.unwrap().maybe(sql, ()).await.unwrap();
            row.unwrap().0
        };

        for day in 3..9 {
            for hour in 0..24 {
                house.it_is(&format!("2026-03-0{day}T{hour:02}:00:00Z"));
                house.app.work().await.unwrap();
            }
            if day == 3 {
                assert_eq!((number(secrets).await, number(given_up).await), (1, 0));
            }
        }

        assert_eq!((number(secrets).await, number(given_up).await), (0, 1));
        assert_eq!(house.app.work().await.unwrap(), 0, "it is tried again");
        let letter = read(&ana.get(&message).await.unwrap());
        assert!(letter.contains("could not be delivered"), "{letter}");
    }
}

journey! {
    /// To an address that cannot be one, nothing is tried twice.
    async fn an_impossible_address_is_given_up_at_once(house: House) {
        let (_, _) = newcomer(&house, "Ana").await;
        let mut tx = house.app.db.write().await.unwrap();
        tx.run("update messages set to_email = 'nowhere at all'", ()).await.unwrap();
        tx.commit().await.unwrap();

        house.app.work().await.unwrap();

        let sql = "select count(*) from jobs where given_up_at is not null and payload = '{}'";
        let row: Option<(i64,)> = house.app.db.read().await.unwrap().maybe(sql, ()).await.unwrap();
        assert_eq!(row, Some((1,)));
    }
}
