//! The command line.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    // Ring is the only provider of cryptography for TLS; a second start in one process is harmless.
    let _ = rustls::crypto::ring::default_provider().install_default();
    endorse::cli::run(endorse::cli::Command::parse())
}
