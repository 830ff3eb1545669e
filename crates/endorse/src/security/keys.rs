//! Keys beside the database: in files that only this user may read, so that no copy of the database
//! can do what they allow.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::Context as _;

/// The 32 bytes in a file of a folder; made by chance when they are asked for first.
///
/// # Errors
///
/// When the file cannot be read or made, or does not hold 32 bytes in hexadecimal.
pub fn kept(folder: &Path, name: &str) -> anyhow::Result<[u8; 32]> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let file = folder.join(name);
    let fresh = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&file);
    match fresh {
        Ok(mut fresh) => {
            fresh.write_all(hex::encode(rand::random::<[u8; 32]>()).as_bytes())?;
            fresh.sync_all()?;
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).with_context(|| file.display().to_string()),
    }
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let mut secret = [0; 32];
    hex::decode_to_slice(text.trim(), &mut secret)
        .map_err(|_| anyhow::anyhow!("{}: must be 32 bytes in hexadecimal", file.display()))?;
    Ok(secret)
}
