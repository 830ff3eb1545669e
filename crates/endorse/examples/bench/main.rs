//! `make bench`: what things cost, as a table. Never a test: machines are noisy.
//!
//! Pages are asked of a real `endorse serve` on loopback by one connection; its processor time is
//! read from `/proc`, in nanoseconds. Statements are counted in this process, by the same service.
#![expect(clippy::print_stdout, reason = "this prints a table")]

mod client;
mod data;
mod door;
#[cfg(feature = "general-engine")]
mod general;
mod lockers;
mod process;
mod stored;

use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use endorse::app::App;
use endorse::clock::Clock;
use endorse::settings::{SecondFactor, Settings};
use endorse::story::Browser;
use tempfile::TempDir;

use crate::client::Connection;
use crate::process::{Cores, Server};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each page is asked for, after a warm-up of a tenth as often.
const TIMES: u32 = 500;

fn main() -> anyhow::Result<()> {
    let server = std::env::args().nth(1).context("which endorse? give the path of the binary")?;
    let server = Path::new(&server);
    // One section alone, if it is named.
    match std::env::args().nth(2).as_deref() {
        Some("rules") => {
            lockers::measure()?;
            #[cfg(feature = "general-engine")]
            general::compare()?;
            return Ok(());
        }
        Some("stored") => {
            return tokio::runtime::Runtime::new()?.block_on(stored_lockers(server));
        }
        Some("door") => return the_door(),
        Some("pages") => return pages(server, &std::env::args().nth(3).unwrap_or_default()),
        _ => {}
    }
    println!("\nRules (one core, in memory)");
    lockers::measure()?;
    #[cfg(feature = "general-engine")]
    general::compare()?;
    println!("\nDocuments (one core, in memory)");
    documents()?;

    println!("\nThe door");
    the_door()?;

    let folder = TempDir::new()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let prepared = runtime.block_on(prepare(folder.path()))?;
    println!(
        "\n{:<44}{:>10}{:>10}{:>12}{:>10}{:>10}{:>9}",
        "Page (CPU ms on one core, then on all)",
        "one",
        "all",
        "statements",
        "p50 ms",
        "p99 ms",
        "kB"
    );
    let running = Server::start(server, folder.path())?;
    let idle = running.resident_megabytes()?;
    for page in &prepared.pages {
        one_page(&running, page)?;
    }
    let (started_in, after) = (running.started_in, running.resident_megabytes()?);
    drop(running);
    let large = runtime.block_on(many_files(folder.path(), prepared.coordinator))?;
    one_page(&Server::start(server, folder.path())?, &large)?;
    println!("\nProcess");
    println!("  start to READY, existing database    {started_in:>8.0} ms (target 300)");
    println!("  resident, idle                       {idle:>8.1} MB (target 40)");
    println!("  resident, after this run             {after:>8.1} MB (target 80)");
    let size = std::fs::metadata(server)?.len();
    println!("  size of the binary                   {:>8.1} MB", megabytes(size));
    runtime.block_on(stored_lockers(server))?;
    Ok(())
}

/// Those pages alone whose name has this in it, such as `home`: for a profiler.
fn pages(server: &Path, part: &str) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let prepared = tokio::runtime::Runtime::new()?.block_on(prepare(folder.path()))?;
    let running = Server::start(server, folder.path())?;
    let mut asked = prepared.pages.iter().filter(|page| page.name.contains(part));
    asked.try_for_each(|page| one_page(&running, page))
}

/// Signing in, in an installation of its own.
fn the_door() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    tokio::runtime::Runtime::new()?.block_on(door::measure(folder.path()))
}

/// Decisions in an installation of their own.
async fn stored_lockers(server: &Path) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let app = open(folder.path()).await?;
    stored::measure(server, folder.path(), app).await
}

/// A page to ask for: its name, its path, the cookie of who asks, and what it costs in statements.
struct Page {
    name: &'static str,
    path: String,
    cookie: String,
    statements: u64,
}

/// What there is to ask for, and who may see the desk.
struct Prepared {
    pages: Vec<Page>,
    coordinator: String,
}

async fn open(folder: &Path) -> anyhow::Result<App> {
    let (data, second_factor) = (folder.to_owned(), SecondFactor::Offered);
    let settings = Settings { data, second_factor, ..Settings::default() };
    App::open(settings, Clock::wall()).await
}

async fn prepare(folder: &Path) -> anyhow::Result<Prepared> {
    let app = open(folder).await?;
    let people = data::fill(&app).await?;
    let asked = [
        ("Front page", "/".to_owned(), None),
        ("Sign-in page", "/sign-in".to_owned(), None),
        ("Category page", "/categories/imhm-c".to_owned(), None),
        ("Applicant's home, 60 entries", people.home.clone(), Some(&people.applicant)),
        ("Locker, 60 entries", "/locker".to_owned(), Some(&people.applicant)),
        ("Desk, 67 files", "/desk".to_owned(), Some(&people.small_desk)),
        ("Registry search in 100,000 by a name", "/registry?q=quill+0042".to_owned(), None),
        ("Registry search in 100,000 by a common word", "/registry?q=sample".to_owned(), None),
        ("Registry search by two common words", "/registry?q=sample+juno".to_owned(), None),
        (
            "Registry search, common word, rare category",
            "/registry?q=sample&category=ifa".to_owned(),
            None,
        ),
        ("Registry search without words", "/registry".to_owned(), None),
        ("Verification page", people.verify.clone(), None),
    ];
    let mut pages = Vec::new();
    for (name, path, who) in asked {
        let mut browser = who.map_or_else(|| Browser::new(&app), Clone::clone);
        pages.push(page(&mut browser, name, path).await?);
    }
    app.db.close().await;
    Ok(Prepared { pages, coordinator: people.small_desk.cookie() })
}

/// The same desk with a thousand files.
async fn many_files(folder: &Path, cookie: String) -> anyhow::Result<Page> {
    let app = open(folder).await?;
    data::more_files(&app, 999).await?;
    let mut coordinator = Browser::new(&app).with_cookie(&cookie);
    let page = page(&mut coordinator, "Desk, 1,000 files", "/desk".to_owned()).await?;
    app.db.close().await;
    Ok(page)
}

async fn page(browser: &mut Browser, name: &'static str, path: String) -> anyhow::Result<Page> {
    browser.get(&path).await?;
    let (answer, statements) = db::counted(browser.get(&path)).await;
    let answer = answer?;
    anyhow::ensure!(answer.status == 200, "{name}: GET {path} answers {}", answer.status);
    Ok(Page { name, path, cookie: browser.cookie(), statements })
}

fn one_page(server: &Server, page: &Page) -> anyhow::Result<()> {
    server.keep_to(Cores::One)?;
    process::keep_this_to(Cores::One)?;
    let on_one = ask(server, page)?;
    server.keep_to(Cores::All)?;
    process::keep_this_to(Cores::All)?;
    let mut asked = ask(server, page)?;
    asked.took.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let last = (asked.took.len() - 1) as f64;
        asked.took.get((last * share).round() as usize).copied().unwrap_or_default()
    };
    println!(
        "{:<44}{:>10.2}{:>10.2}{:>12}{:>10.2}{:>10.2}{:>9.1}",
        page.name,
        on_one.cpu,
        asked.cpu,
        page.statements,
        at(0.5),
        at(0.99),
        asked.bytes as f64 / 1e3
    );
    Ok(())
}

/// A page as it was asked for, many times.
struct Asked {
    /// Milliseconds of processor each time, on average.
    cpu: f64,
    /// Milliseconds that each answer took.
    took: Vec<f64>,
    bytes: usize,
}

fn ask(server: &Server, page: &Page) -> anyhow::Result<Asked> {
    let mut connection = Connection::open(&server.address)?;
    for _ in 0..TIMES / 10 {
        connection.get(&page.path, &page.cookie)?;
    }
    let before = server.processor_nanoseconds()?;
    let mut took = Vec::new();
    let mut bytes = 0;
    for _ in 0..TIMES {
        let started = Instant::now();
        bytes = connection.get(&page.path, &page.cookie)?;
        took.push(started.elapsed().as_secs_f64() * 1e3);
    }
    let cpu = (server.processor_nanoseconds()? - before) as f64 / 1e6 / f64::from(TIMES);
    Ok(Asked { cpu, took, bytes })
}

#[path = "../../../credentials/tests/checks/sample.rs"]
#[expect(dead_code, reason = "only the badge is issued here")]
mod sample;

fn documents() -> anyhow::Result<()> {
    let (key, at) = (sample::key(), sample::signed());
    per_second("badges issued", 200, || {
        sample::badge().issue(&key, at).map(drop).map_err(|it| anyhow::anyhow!("{it}"))
    })?;
    #[cfg(feature = "pdf")]
    per_second("certificates as PDF/A-3a", 100, {
        let sample = lockers::certificate();
        move || documents::certificate(&sample).map(drop).map_err(|it| anyhow::anyhow!("{it}"))
    })?;
    Ok(())
}

fn per_second(
    what: &str,
    times: u32,
    mut make: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    make()?;
    let started = Instant::now();
    for _ in 0..times {
        make()?;
    }
    let each = started.elapsed().as_secs_f64() / f64::from(times);
    println!("  {what:<36} {:>8.0} a second ({:.1} ms each)", 1.0 / each, each * 1e3);
    Ok(())
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
