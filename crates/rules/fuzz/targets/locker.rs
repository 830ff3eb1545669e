//! Any bytes as a locker file: `cargo +nightly fuzz run locker` in `crates/rules`.

#![no_main]

mod held;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| held::locker(bytes));
