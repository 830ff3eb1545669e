//! Any bytes as a file of policies: `tests/tools/fuzz`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| held::program(bytes));
