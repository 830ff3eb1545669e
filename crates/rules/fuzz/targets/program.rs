//! Any bytes as a file of policies: `cargo +nightly fuzz run program` in `crates/rules`.

#![no_main]

mod held;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| held::program(bytes));
