//! Any bytes as a locker file: `tests/tools/fuzz`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| held::locker(bytes));
