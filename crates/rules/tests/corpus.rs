//! What the fuzzer has found worth keeping is read and judged in every run.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "../fuzz/targets/held.rs"]
mod held;

fn each(kind: &str, hold: impl Fn(&[u8])) {
    let folder = format!("{}/fuzz/corpus/{kind}", env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        hold(&std::fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 1, "{kind}: {count} files");
}

#[test]
fn every_locker_of_the_corpus_holds() {
    each("locker", held::locker);
}

#[test]
fn every_program_of_the_corpus_holds() {
    each("program", held::program);
}
