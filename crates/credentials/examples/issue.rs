//! Writes the sample badge, its issuer's DID document and its status lists to a folder, for
//! verifiers that others wrote: `cargo run -p credentials --example issue -- FOLDER`.

#[path = "../tests/checks/sample.rs"]
mod sample;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(folder.join("revoked"))?;
    // Neighbors of the badge's own bit are set, so that reading a bit beside it shows.
    let others = [sample::INDEX - 1, sample::INDEX + 1, 0];
    fs::write(folder.join("badge.json"), sample::badge().issue(&sample::key(), sample::signed())?)?;
    fs::write(folder.join("did.json"), sample::did())?;
    fs::write(folder.join("status.json"), sample::list(&others)?)?;
    fs::write(folder.join("revoked/status.json"), sample::list(&[sample::INDEX])?)?;
    Ok(())
}
