//! A house for one story: its own database, its own clock, its own outbox.

use std::path::Path;

use db::Db;
use endorse::app::{App, Service};
use endorse::clock::{Clock, Dial};
use endorse::installation::Installation;
use endorse::settings::{Hashing, Hosted, Passwords, SecondFactor, Sessions, Settings};
use endorse::story::{Answer, Browser};
use jiff::Timestamp;
use scraper::{ElementRef, Html, Selector};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use tempfile::TempDir;

/// A running installation, and the dial of its clock.
pub struct House {
    pub app: App,
    pub installation: Installation,
    pub dial: Dial,
    pub folder: TempDir,
    service: Service,
}

/// A password that is long enough.
pub const PASSWORD: &str = "correct horse battery staple";

/// Tells a story in a house of its own.
pub fn run<F: Future<Output = ()>>(on_postgres: bool, story: impl FnOnce(House) -> F) {
    run_with(on_postgres, &[], story);
}

/// Two associations at one house: CT-AIMH, and First3Years of Texas at `tx.example.org`.
pub fn two() -> Vec<Hosted> {
    let hosted = |id: &str, host: &str| Hosted {
        id: id.to_owned(),
        url: Some(format!("http://{host}.example.org")),
    };
    vec![hosted("ct-aimh", "ct"), hosted("first3years-tx", "tx")]
}

/// The same for a house of several associations.
pub fn run_with<F: Future<Output = ()>>(
    on_postgres: bool,
    associations: &[Hosted],
    story: impl FnOnce(House) -> F,
) {
    let server = std::env::var("ENDORSE_TEST_POSTGRES").ok();
    let server = match (on_postgres, server) {
        (true, None) => return,
        (true, server) => server,
        (false, _) => None,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let database = format!("endorse_{}", uuid::Uuid::new_v4().simple());
        let url = match &server {
            None => None,
            Some(server) => {
                let mut admin = sqlx::PgConnection::connect(server).await.unwrap();
                prepare_on_postgres(server, &mut admin).await;
                let create = format!("create database {database} template endorse_prepared");
                admin.execute(AssertSqlSafe(create)).await.unwrap();
                Some(beside(server, &database))
            }
        };
        let folder = TempDir::new().unwrap();
        if server.is_none() {
            prepare_on_sqlite(folder.path()).await;
        }
        let dial = Dial::at("2026-03-02T15:00:00Z".parse().unwrap());
        let settings = Settings {
            data: folder.path().to_owned(),
            database: url,
            associations: associations.to_vec(),
            second_factor: SecondFactor::Offered,
            passwords: Passwords { hashing: Hashing::Cheap, ..Passwords::default() },
            // Stories jump over days; the one about being away sets its own.
            sessions: Sessions { staff_idle_hours: 336, idle_hours: 336 },
            ..Settings::default()
        };
        let installation = Installation::open(settings, Clock::dial(&dial)).await.unwrap();
        let app = installation.first().clone();
        let (db, service) = (app.db.clone(), app.service());
        story(House { app, installation, dial, folder, service }).await;
        db.close().await;
        if let Some(server) = server {
            let mut admin = sqlx::PgConnection::connect(&server).await.unwrap();
            let drop = format!("drop database {database} with (force)");
            admin.execute(AssertSqlSafe(drop)).await.unwrap();
        }
    });
}

/// The address of another database of the same server.
fn beside(server: &str, database: &str) -> String {
    let (host, _) = server.rsplit_once('/').unwrap();
    format!("{host}/{database}")
}

/// A store that is up to date and empty, made once: what every house on the server is copied from.
async fn prepare_on_postgres(server: &str, admin: &mut sqlx::PgConnection) {
    static PREPARED: tokio::sync::OnceCell<()> = tokio::sync::OnceCell::const_new();
    let prepare = async || {
        admin.execute("create database endorse_prepared").await.unwrap();
        Db::postgres(&beside(server, "endorse_prepared")).await.unwrap().close().await;
    };
    PREPARED.get_or_init(prepare).await;
}

/// The same in a folder.
async fn prepare_on_sqlite(folder: &Path) {
    static PREPARED: tokio::sync::OnceCell<Vec<u8>> = tokio::sync::OnceCell::const_new();
    let prepare = async || {
        let (folder, name) = (TempDir::new().unwrap(), "endorse.db");
        let db = Db::sqlite(&folder.path().join(name)).await.unwrap();
        db.close().await;
        std::fs::read(folder.path().join(name)).unwrap()
    };
    let bytes = PREPARED.get_or_init(prepare).await;
    std::fs::write(folder.join("endorse.db"), bytes).unwrap();
}

impl House {
    /// Somebody without an account, at another association of the house.
    pub fn visitor_of(&self, association: &str) -> Browser {
        Browser::new(self.installation.of(association).unwrap())
    }

    /// Somebody without an account.
    pub fn visitor(&self) -> Browser {
        Browser::at(self.service.clone())
    }

    /// Somebody who has just registered, and has not opened our letter yet.
    pub async fn newcomer(&self, name: &str) -> Browser {
        let mut browser = self.visitor();
        browser.register(name, &address(name), PASSWORD).await.unwrap();
        browser
    }

    /// Somebody with an account, whose address is known to be theirs.
    pub async fn applicant(&self, name: &str) -> Browser {
        let browser = self.newcomer(name).await;
        self.confirm(&address(name)).await;
        browser
    }

    /// Keeps that an address is its owner's, as the link in our letter would.
    pub async fn confirm(&self, email: &str) {
        let mut tx = self.app.db.write().await.unwrap();
        let sql = "update people set email_confirmed_at = created_at
             where email_key = $1 and email_confirmed_at is null";
        tx.run(sql, (email,)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody with an account and a role.
    pub async fn with_role(&self, name: &str, role: &str) -> Browser {
        let browser = self.applicant(name).await;
        self.app.grant(&address(name), role).await.unwrap();
        browser
    }

    /// Sets the clock.
    pub fn it_is(&self, time: &str) {
        self.dial.set(time.parse::<Timestamp>().unwrap());
    }

    /// Does what is due, and reads every letter that has left the house, oldest first.
    pub async fn letters(&self) -> Vec<Letter> {
        self.installation.work().await.unwrap();
        let mut letters = Vec::new();
        let Ok(files) = std::fs::read_dir(self.folder.path().join("outbox")) else {
            return letters;
        };
        let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            letters.push(Letter::read(&std::fs::read(path).unwrap()));
        }
        letters
    }

    /// The newest letter to an address.
    pub async fn letter_to(&self, to: &str) -> Letter {
        let letters = self.letters().await;
        letters.into_iter().rev().find(|it| it.to.contains(to)).unwrap()
    }
}

/// The address of somebody called like that.
pub fn address(name: &str) -> String {
    let plain = endorse::typed::folded(name).replace('’', "").replace(' ', ".");
    format!("{plain}@example.org")
}

/// A letter that has left the house.
#[derive(Debug)]
pub struct Letter {
    pub to: String,
    pub body: String,
}

impl Letter {
    pub fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap();
        let to = head.lines().find(|line| line.starts_with("To:")).unwrap().to_owned();
        let quoted = head.to_lowercase().contains("quoted-printable");
        let body = if quoted { unquoted(body) } else { body.to_owned() };
        assert!(!body.contains(".m.."), "two full stops: {body}");
        Self { to, body }
    }

    /// The path of the first link in it.
    pub fn path(&self) -> String {
        let at = self.body.find("http").unwrap();
        let url = self.body[at..].split_whitespace().next().unwrap();
        let path = url.splitn(4, '/').nth(3).unwrap();
        let path = format!("/{path}");
        path.strip_prefix("/es").map(str::to_owned).unwrap_or(path)
    }
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        if byte == b'=' {
            let hex: String = rest.by_ref().take(2).map(|it| char::from(*it)).collect();
            bytes.push(u8::from_str_radix(&hex, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// What a person would read on a page: the text of `main`, a line for each block.
pub fn read(answer: &Answer) -> String {
    let page = Html::parse_document(&answer.html());
    let main = Selector::parse("main").unwrap();
    let mut lines = vec![String::new()];
    if let Some(main) = page.select(&main).next() {
        lines_of(main, &mut lines);
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    let twice = lines.iter().find(|line| line.contains(".m.."));
    assert_eq!(twice, None, "a time of day and its sentence end in one full stop");
    lines.join("\n")
}

fn lines_of(element: ElementRef<'_>, lines: &mut Vec<String>) {
    const INLINE: &[&str] =
        &["a", "b", "span", "strong", "em", "small", "time", "code", "i", "svg", "use"];
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            lines.last_mut().unwrap().push_str(text);
        } else if let Some(child) = ElementRef::wrap(child) {
            let is_inline = INLINE.contains(&child.value().name());
            if child.value().name() == "script" || child.value().name() == "style" {
                continue;
            }
            if !is_inline {
                lines.push(String::new());
            }
            lines_of(child, lines);
            if !is_inline {
                lines.push(String::new());
            } else {
                lines.last_mut().unwrap().push(' ');
            }
        }
    }
}
