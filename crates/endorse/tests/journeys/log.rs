//! The program as it is run: what it writes into its log, and what it tells whoever watches.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use totp_rs::{Builder, Secret};

use crate::house::{Letter, PASSWORD};

/// A running program, ended when it is dropped.
struct Program {
    child: Child,
    host: String,
    metrics: String,
    folder: TempDir,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let line =
            self.head.lines().find(|it| it.to_lowercase().starts_with(&format!("{name}:")))?;
        line.split_once(": ").map(|it| it.1.trim())
    }

    /// The cookie that is set, as it is sent back. Another one may be taken away by the same answer, in
    /// whatever order.
    fn cookie(&self) -> String {
        let lines = self.head.lines().filter_map(|it| it.split_once(": "));
        let set = lines.filter(|it| it.0.eq_ignore_ascii_case("set-cookie"));
        let mut pairs = set.map(|it| it.1.split(';').next().unwrap().trim());
        pairs.find(|it| !it.ends_with('=')).unwrap().to_owned()
    }
}

impl Program {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let config = folder.path().join("endorse.toml");
        let settings = "second_factor = \"offered\"\n[metrics]\nlisten = \"127.0.0.1:0\"\n";
        std::fs::write(&config, settings).unwrap();
        let log = std::fs::File::create(folder.path().join("log")).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_endorse"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.path())
            .arg("--config")
            .arg(config)
            .env("RUST_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut next = |what: &str| {
            let line = said.next().unwrap().unwrap();
            let url = line.strip_prefix(what).unwrap().trim().to_owned();
            url.strip_prefix("http://").unwrap().to_owned()
        };
        let metrics = next("METRICS").trim_end_matches("/metrics").to_owned();
        Self { host: next("READY"), child, metrics, folder }
    }

    fn send(&self, host: &str, request: &str, headers: &str, body: &[u8]) -> Answer {
        let mut line = TcpStream::connect(host).unwrap();
        let length = body.len();
        let head = format!(
            "{request} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\
             content-length: {length}\r\n\r\n"
        );
        line.write_all(head.as_bytes()).unwrap();
        line.write_all(body).unwrap();
        let mut bytes = Vec::new();
        line.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(&self.host, &format!("GET {path}"), &format!("cookie: {cookie}\r\n"), b"")
    }

    fn post_from(&self, site: &str, path: &str, cookie: &str, form: &str) -> Answer {
        let headers = format!(
            "cookie: {cookie}\r\nsec-fetch-site: {site}\r\n\
             content-type: application/x-www-form-urlencoded\r\n"
        );
        self.send(&self.host, &format!("POST {path}"), &headers, form.as_bytes())
    }

    fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        self.post_from("same-origin", path, cookie, form)
    }

    fn upload(&self, cookie: &str, bytes: &str) -> Answer {
        let headers = format!(
            "cookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
             content-type: multipart/form-data; boundary=mark\r\n"
        );
        let body = format!(
            "--mark\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x.pdf\"\r\n\r\n\
             {bytes}\r\n--mark--\r\n"
        );
        self.send(&self.host, "POST /documents", &headers, body.as_bytes())
    }

    /// The path that begins so in a letter to somebody, once it has left. The program's own worker
    /// sends it, so that it is asked for until it is there.
    fn link(&self, to: &str, beginning: &str) -> String {
        for _ in 0..20_000 {
            if let Some(path) = letter(&self.folder.path().join("outbox"), to, beginning) {
                return path;
            }
            assert_eq!(self.get("/healthz", "").status, 200);
        }
        panic!("no letter to {to} with {beginning}");
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

fn letter(outbox: &Path, to: &str, beginning: &str) -> Option<String> {
    let files = std::fs::read_dir(outbox).ok()?;
    let whole = |it: &std::path::PathBuf| it.extension().is_some_and(|it| it == "eml");
    let paths = files.map(|file| file.unwrap().path()).filter(whole);
    let mut letters = paths.map(|it| Letter::read(&std::fs::read(it).unwrap()));
    let found = letters.find(|it| it.to.contains(to) && it.body.contains(beginning))?;
    let at = found.body.find(beginning)?;
    found.body[at..].split_whitespace().next().map(str::to_owned)
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let found = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}"));
    found.1.split(after).next().unwrap()
}

/// What is done with every kind of secret; gives the secrets.
fn drive(program: &Program) -> Vec<String> {
    let password = PASSWORD.replace(' ', "+");
    let registered = program.post(
        "/register",
        "",
        &format!("name=Ana&email=ana%40example.org&password={password}"),
    );
    assert_eq!(registered.status, 303, "{}", registered.body);
    let first = registered.cookie();
    let confirm = program.link("ana@", "/confirm/");
    assert_eq!(program.post(&confirm, &first, "").status, 303);

    let wrong = "a-wrong-password-of-hers";
    let refused =
        program.post("/sign-in", "", &format!("email=ana%40example.org&password={wrong}"));
    assert_eq!(refused.status, 422);
    let number = refused.header("x-request-id").unwrap().to_owned();
    assert!(program.log().contains(&number), "the log does not know the number on the answer");

    program.post("/forgotten", "", "email=ana%40example.org");
    let reset = program.link("ana@", "/forgotten/");
    assert_eq!(program.get(&reset, "").status, 200);
    let fresh = "a-different-calm-river";
    assert_eq!(program.post(&reset, "", &format!("password={fresh}")).status, 303);
    let signed = program.post("/sign-in", "", &format!("email=ana%40example.org&password={fresh}"));
    assert_eq!(signed.status, 303);
    let cookie = signed.cookie();

    let begun = program.post("/account/second-factor", &cookie, &format!("password={fresh}"));
    assert_eq!(begun.status, 303, "{}", begun.body);
    let page = program.get(begun.header("location").unwrap(), &cookie).body;
    let secret = between(&page, "id=\"secret\">", "<").replace(' ', "");
    let device = Builder::new()
        .with_secret(Secret::try_from_base32(&secret).unwrap())
        .with_account_name("a phone")
        .build()
        .unwrap();
    let now = endorse::clock::Clock::wall().now().as_second();
    let code = device.generate(u64::try_from(now).unwrap()).to_string();
    let codes = program.post("/account/second-factor/code", &cookie, &format!("code={code}"));
    assert_eq!(codes.status, 200, "{}", codes.body);
    let recovery = between(&codes.body, "<code class=\"code\">", "<").to_owned();

    assert_eq!(program.upload(&cookie, "<html>no document</html>").status, 422);
    assert_eq!(program.upload(&cookie, "%PDF-1.7\n").status, 303);
    let application = program.post("/applications", &cookie, "category=ifs");
    let application = application.header("location").unwrap().to_owned();
    let application = application.split(['?', '#']).next().unwrap().trim_end_matches("/payments");
    let asked = "relation=colleague&name=Rosa&email=rosa%40example.net&language=en\
        &waiver=waive&waiver_name=Ana";
    let asked = program.post(&format!("{application}/references"), &cookie, asked);
    assert_eq!(asked.status, 303, "{application}: {}", asked.body);
    let rating = program.link("rosa@", "/ratings/");
    let comment = "what-nobody-else-may-read";
    let draft = format!("overall_comment={comment}&save_later=yes");
    assert_eq!(program.post(&format!("{rating}/draft"), "", &draft).status, 303);

    assert_eq!(program.post_from("cross-site", "/sign-out", &cookie, "").status, 403);
    assert_eq!(program.get("/desk", &cookie).status, 404);
    let secrets =
        [PASSWORD, &password, wrong, fresh, &secret, &code, &recovery, comment, &first, &cookie];
    let mut secrets: Vec<String> = secrets.map(str::to_owned).to_vec();
    for link in [confirm, reset, rating] {
        secrets.push(link.rsplit('/').next().unwrap().to_owned());
    }
    for cookie in [&first, &cookie] {
        secrets.push(cookie.split_once('=').unwrap().1.to_owned());
    }
    secrets
}

/// What was refused is in the log, with who asked and for which kind of address; no secret is, and no
/// address of a person. The figures count it, and name nobody either.
#[test]
fn the_log_tells_what_was_refused_and_no_secret() {
    let program = Program::start();

    let secrets = drive(&program);

    let log = program.log();
    let lines: Vec<Value> = log.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    for (event, path) in [
        ("sign-in", "/sign-in"),
        ("upload", "/documents"),
        ("foreign-form", "/sign-out"),
        ("page", "/desk"),
    ] {
        let told = lines.iter().map(|it| &it["fields"]);
        let line = told.into_iter().find(|it| it["event"] == event && it["path"] == path);
        let line = line.unwrap_or_else(|| panic!("no line tells of {event}"));
        assert_eq!(line["request"].as_str().unwrap().len(), 12, "{line}");
        let person = line["person"].as_str().unwrap();
        assert_eq!(person.is_empty(), !["upload", "page"].contains(&event), "{event}: {line}");
    }
    let figures = program.send(&program.metrics, "GET /metrics", "", b"");
    assert_eq!(figures.status, 200);
    // Six digits are in many a time of day: of those, only what is told in words counts.
    let told = lines.iter().filter_map(|it| it["fields"].as_object()).flat_map(|it| it.values());
    let words: Vec<&str> = told.filter_map(Value::as_str).collect();
    for secret in secrets.iter().filter(|it| it.len() == 6) {
        assert!(!words.iter().any(|it| it.contains(secret.as_str())), "{secret} is in the log");
    }
    for secret in secrets.iter().filter(|it| it.len() > 6) {
        assert!(!log.contains(secret.as_str()), "{secret} is in the log");
        assert!(!figures.body.contains(secret.as_str()), "{secret} is in the figures");
    }
    for text in [&log, &figures.body] {
        assert!(
            !text.contains("example.org") && !text.contains("example.net"),
            "somebody's address"
        );
    }
    for line in [
        "endorse_refused_total{what=\"sign-in\"} 1",
        "endorse_requests_total{method=\"POST\",path=\"/ratings/{token}/draft\",status=\"3xx\"} 1",
        "endorse_request_seconds_count{path=\"/sign-in\"} 2",
        "endorse_build{version=",
        "endorse_connections{pool=\"writer\",state=",
        "endorse_orders{kind=\"",
        "endorse_resident_memory_bytes ",
        "# EOF",
    ] {
        assert!(figures.body.contains(line), "{line} is missing in\n{}", figures.body);
    }
    assert_eq!(
        program.get("/metrics", "").status,
        404,
        "the figures are on a listener of their own"
    );
    let elsewhere = program.send(&program.metrics, "GET /", "", b"");
    assert_eq!(elsewhere.status, 404);
}
