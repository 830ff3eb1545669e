//! What the door costs: a whole sign-in by a password, and finding out whose session a request is. Asked
//! in this process, since one address may not try as often as this.

use std::path::Path;

use endorse::story::Browser;

use crate::data;
use crate::process::{self, Cores};

const PASSWORD: &str = "correct horse battery staple";
const EMAIL: &str = "door@example.org";
/// How often somebody signs in.
const SIGN_INS: u32 = 30;
/// How often a page is asked for, with a session and without.
const PAGES: u32 = 3000;

/// Prints both.
pub async fn measure(folder: &Path) -> anyhow::Result<()> {
    let app = crate::open(folder).await?;
    let mut known = Browser::new(&app);
    known.register("Sample Door", EMAIL, PASSWORD).await?;
    data::confirm(&app).await?;
    let before = process::own_nanoseconds()?;
    for _ in 0..SIGN_INS {
        Browser::new(&app).sign_in(EMAIL, PASSWORD).await?;
    }
    let each = (process::own_nanoseconds()? - before) as f64 / f64::from(SIGN_INS);
    println!("  a sign-in by password                {:>8.1} ms of processor", each / 1e6);

    for (cores, said) in [(Cores::One, "one core (target 50)"), (Cores::All, "all cores")] {
        process::keep_this_to(cores)?;
        let with = page(&mut known).await?;
        let without = page(&mut Browser::new(&app)).await?;
        println!(
            "  whose session it is, on {said:<22}{:>6.0} µs of processor: a page takes {with:.0} \
             with one, {without:.0} without",
            with - without,
        );
    }
    app.db.close().await;
    Ok(())
}

/// What the page of the door takes, in microseconds of processor.
async fn page(browser: &mut Browser) -> anyhow::Result<f64> {
    for _ in 0..PAGES / 10 {
        browser.get("/sign-in").await?;
    }
    let before = process::own_nanoseconds()?;
    for _ in 0..PAGES {
        browser.get("/sign-in").await?;
    }
    Ok((process::own_nanoseconds()? - before) as f64 / f64::from(PAGES) / 1e3)
}
