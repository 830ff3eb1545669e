//! Each thing that a check refuses: a program that ships, with one thing broken.

use std::path::PathBuf;

use super::*;

/// The programs that ship, to be broken.
struct Copy {
    folder: tempfile::TempDir,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["alliance", "ct-aimh", "first3years-tx", "itmhca-az"] {
            copy(&shipped().join(name), &folder.path().join(name));
        }
        Self { folder }
    }

    /// With one text of one file replaced.
    fn with(path: &str, from: &str, to: &str) -> Self {
        let copy = Self::new();
        copy.replace(path, from, to);
        copy
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let path = self.folder.path().join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{} has no {from:?}", path.display());
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    fn unlock(&self, program: &str) {
        std::fs::remove_file(self.folder.path().join(program).join("versions.lock")).unwrap();
    }

    fn check(&self, program: &str) -> Result<Checked, Unreadable> {
        Folder::open(&self.folder.path().join(program)).unwrap().check()
    }

    /// What is wrong with Connecticut's program, its lock apart.
    fn wrong(&self) -> Vec<String> {
        self.unlock("ct-aimh");
        let checked = self.check("ct-aimh").unwrap();
        checked.problems.iter().map(ToString::to_string).collect()
    }
}

fn shipped() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs"))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let into = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).unwrap();
        }
    }
}

const MENTOR: &str = "ct-aimh/policies/imhm-c.toml";
const SPECIALIST: &str = "ct-aimh/policies/imhs.toml";

#[test]
fn every_program_that_ships_is_sound_and_locked() {
    for program in ["alliance", "ct-aimh", "first3years-tx", "itmhca-az"] {
        let checked = Folder::open(&shipped().join(program)).unwrap().check().unwrap();

        assert_eq!(checked.problems, [], "{program}");
        assert_eq!(checked.unlocked, Vec::<String>::new(), "{program}");
    }
}

#[test]
fn an_unsourced_figure_is_refused() {
    let none = Copy::with(SPECIALIST, "source = [\"mi_imhs\", \"mi_training\"]", "source = []");
    assert_eq!(
        none.wrong(),
        [
            "ct-aimh/policies/imhs.toml: version[to-2024].requirement[training.total].source: names no source"
        ]
    );
    let gone = Copy::with(SPECIALIST, "source = [\"mi_imhs\", \"mi_training\"]\n", "");
    assert_eq!(gone.wrong(), none_again());
    let hearsay = Copy::with(SPECIALIST, "\"mi_imhs\"", "\"hearsay\"");
    assert_eq!(
        hearsay.wrong(),
        [
            "ct-aimh/policies/imhs.toml: version[to-2024].requirement[training.total].source: source \"hearsay\" is not in alliance/sources.toml"
        ]
    );
    let renewal = Copy::with(
        "ct-aimh/policies/renewal.toml",
        "rule.source = [\"seed004\", \"ct_2024\"]",
        "rule.source = []",
    );
    assert_eq!(
        renewal.wrong(),
        ["ct-aimh/policies/renewal.toml: rule[0].rule[training.total].source: names no source"]
    );
}

fn none_again() -> [String; 1] {
    ["ct-aimh/policies/imhs.toml: version[to-2024].requirement[training.total].source: names no source".to_owned()]
}

#[test]
fn a_missing_language_is_refused() {
    let empty = "text.es = \"Una maestría o un título superior.\"";
    let said = "ct-aimh/policies/imhs.toml: version[to-2024].requirement[education].text: is missing in Spanish";

    assert_eq!(Copy::with(SPECIALIST, empty, "text.es = \"\"").wrong(), [said]);
    assert_eq!(Copy::with(SPECIALIST, empty, "").wrong(), [said]);
    let page = Copy::with("ct-aimh/pages.toml", "headline.es = ", "# ");
    assert_eq!(page.wrong(), ["ct-aimh/pages.toml: headline: is missing in Spanish"]);
    let offer = Copy::with("ct-aimh/program.toml", "note.es = \"CT-AIMH anuncia", "# ");
    assert_eq!(offer.wrong(), ["ct-aimh/program.toml: offer[3].note: is missing in Spanish"]);
}

#[test]
fn overlapping_and_gapped_versions_are_refused() {
    let ends = "effective_to = \"2023-12-31\"";
    let gap = Copy::with(MENTOR, ends, "effective_to = \"2023-12-30\"");
    assert_eq!(
        gap.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[2024].effective_from: leaves a gap: must begin on 2023-12-31, the day after to-2023 ends"
        ]
    );
    let overlap = Copy::with(MENTOR, ends, "effective_to = \"2024-01-01\"");
    assert_eq!(
        overlap.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[2024].effective_from: overlaps: must begin on 2024-01-02, the day after to-2023 ends"
        ]
    );
    let open = Copy::with(MENTOR, ends, "");
    assert_eq!(
        open.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[to-2023].effective_to: needs a last day, since 2024 follows"
        ]
    );
}

#[test]
fn an_unknown_category_is_refused_wherever_it_is_named() {
    let provider = Copy::with(
        MENTOR,
        "providers = [{ category = \"imhm-c\" }]",
        "providers = [{ category = \"imhm-x\" }]",
    );
    assert_eq!(
        provider.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[to-2023].requirement[rsc.total].ask: no category \"imhm-x\""
        ]
    );
    let offer =
        Copy::with("ct-aimh/program.toml", "categories = [\"ers\"]", "categories = [\"xyz\"]");
    assert_eq!(
        offer.wrong(),
        [
            "ct-aimh/program.toml: offer[3].categories: no category \"xyz\"",
            "ct-aimh/program.toml: offer: does not say whether \"ers\" is offered",
        ]
    );
    let file = Copy::new();
    let folder = file.folder.path().join("ct-aimh/policies");
    std::fs::copy(folder.join("ifa.toml"), folder.join("xyz.toml")).unwrap();
    assert_eq!(file.wrong(), ["ct-aimh/policies/xyz.toml: category: no category \"xyz\""]);
}

#[test]
fn a_bucket_that_counts_twice_without_saying_so_is_refused() {
    let unsaid = Copy::with(MENTOR, "ask.training.bucket = \"within-total\"\n", "");
    assert_eq!(
        unsaid.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[to-2023].requirement[training.rsc].ask.training.bucket: could count twice: must say \"within-total\" or \"additional\""
        ]
    );
    let sum = Copy::with(MENTOR, "minutes = 2880", "minutes = 1800");
    assert_eq!(
        sum.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[2024].requirement[training.total].ask.training.minutes: is 1800, and the subjects asked beside each other add up to 2880"
        ]
    );
}

#[test]
fn zero_is_refused_since_what_is_not_known_is_left_out() {
    let zero = Copy::with(MENTOR, "ask.rsc.minutes = 3000", "ask.rsc.minutes = 0");

    assert_eq!(
        zero.wrong(),
        [
            "ct-aimh/policies/imhm-c.toml: version[to-2023].requirement[rsc.total].ask: is 0: what is not asked or not known is left out"
        ]
    );
}

#[test]
fn a_later_edit_of_a_version_that_is_in_use_is_refused() {
    let said = |copy: &Copy, program: &str| -> Vec<String> {
        let checked = copy.check(program).unwrap();
        checked.problems.iter().map(ToString::to_string).collect()
    };
    let edited =
        "is locked, since it may be in use, and was changed: a correction is a new version";

    let figure = Copy::with(MENTOR, "years = 3", "years = 4");
    let lock = |program: &str| format!("{program}/versions.lock: imhm-c to-2023: {edited}");
    assert_eq!(said(&figure, "ct-aimh"), [lock("ct-aimh")]);
    // Whoever stands on it is told as well.
    assert_eq!(said(&figure, "first3years-tx"), [lock("first3years-tx")]);

    // Comments and layout are no edit, and nor is the last day of the newest version, once.
    let comment = Copy::with(MENTOR, "category = \"imhm-c\"\n", "category  =  \"imhm-c\" # so\n");
    assert_eq!(said(&comment, "ct-aimh"), Vec::<String>::new());
    let next = Copy::new();
    let path = next.folder.path().join(SPECIALIST);
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, newest) = text.rsplit_once("[[version]]\n").unwrap();
    let newer = newest
        .replace("version = \"2025\"", "version = \"2030\"")
        .replace("effective_from = \"2025-01-01\"", "effective_from = \"2030-01-01\"");
    let ended = text.replace(
        "effective_from = \"2025-01-01\"",
        "effective_from = \"2025-01-01\"\neffective_to = \"2029-12-31\"",
    );
    std::fs::write(&path, format!("{ended}\n[[version]]\n{newer}")).unwrap();
    let checked = next.check("ct-aimh").unwrap();
    assert_eq!(checked.problems, []);
    assert_eq!(checked.unlocked, ["imhs 2030"]);

    let moved =
        Copy::with(MENTOR, "effective_to = \"2023-12-31\"", "effective_to = \"2023-06-30\"");
    moved.replace(MENTOR, "effective_from = \"2024-01-01\"", "effective_from = \"2023-07-01\"");
    assert_eq!(
        said(&moved, "ct-aimh"),
        [
            "ct-aimh/versions.lock: imhm-c to-2023: is locked, since it may be in use, and its last day was changed".to_owned(),
            format!("ct-aimh/versions.lock: imhm-c 2024: {edited}"),
        ]
    );

    let gone = Copy::new();
    std::fs::remove_file(gone.folder.path().join("ct-aimh/policies/ecfa.toml")).unwrap();
    assert_eq!(
        said(&gone, "ct-aimh"),
        ["ct-aimh/versions.lock: ecfa 2019: is locked, since it may be in use, and is gone"]
    );
}

#[test]
fn what_cannot_be_read_at_all_is_told_in_one_line() {
    let unreadable =
        |path, from, to| Copy::with(path, from, to).check("ct-aimh").unwrap_err().to_string();

    let field = unreadable(MENTOR, "ask.training.minutes = 900", "ask.training.hours = 15");
    assert!(
        field.starts_with("ct-aimh/policies/imhm-c.toml: version[0].requirement[5]"),
        "{field}"
    );
    assert!(field.contains("unknown field `hours`"), "{field}");
    assert_eq!(field.lines().count(), 1, "{field}");
    let syntax = unreadable(MENTOR, "category = \"imhm-c\"", "category = imhm-c");
    assert!(syntax.starts_with("ct-aimh/policies/imhm-c.toml: line 9: "), "{syntax}");
    assert_eq!(syntax.lines().count(), 1, "{syntax}");
    let other = unreadable(MENTOR, "category = \"imhm-c\"", "category = \"ifa\"");
    assert_eq!(
        other,
        "ct-aimh/policies/imhm-c.toml: category: is \"ifa\", the file’s name says \"imhm-c\""
    );
}

#[test]
fn what_differs_is_told_by_category_version_requirement_and_field() {
    let open = |copy: &Copy| Folder::open(&copy.folder.path().join("ct-aimh")).unwrap();
    let before = Copy::new();
    let after = Copy::with(
        MENTOR,
        "ask.training.minutes = 900  # 15 h\nask.training.didactic_rsc = true",
        "ask.training.minutes = 960",
    );

    let lines = |one: &Copy, other: &Copy| -> Vec<String> {
        let changes = crate::programs::diff::between(&open(one), &open(other));
        changes.unwrap().iter().map(crate::programs::diff::Change::line).collect()
    };
    assert_eq!(lines(&before, &before), Vec::<String>::new());
    assert_eq!(
        lines(&before, &after),
        [
            "imhm-c to-2023: training.rsc: Different.",
            "imhm-c to-2023: training.rsc: ask.training.didactic_rsc: gone: true",
            "imhm-c to-2023: training.rsc: ask.training.minutes: 900 (15 h) → 960 (16 h)",
        ]
    );
    let texas = Folder::open(&shipped().join("first3years-tx")).unwrap();
    let changes = crate::programs::diff::between(&open(&before), &texas).unwrap();
    let said: Vec<String> = changes.iter().map(crate::programs::diff::Change::line).collect();
    assert!(said.iter().any(|it| it == "ecfa: offer: offered → not-offered"), "{said:#?}");
    assert!(said.iter().any(|it| it.starts_with("ifs renewal: rsc.total")), "{said:#?}");
}

/// The page on which a person stays or moves says the same words of the same requirements.
#[test]
fn what_is_harder_and_what_is_easier_is_told_in_the_words_of_the_page() {
    let open = |copy: &Copy| Folder::open(&copy.folder.path().join("ct-aimh")).unwrap();
    let lines = |after: &Copy| -> Vec<String> {
        let changes = crate::programs::diff::between(&open(&Copy::new()), &open(after));
        changes.unwrap().iter().map(crate::programs::diff::Change::line).collect()
    };

    let harder = Copy::with(MENTOR, "years = 3", "years = 4");
    let said = lines(&harder);
    assert!(said[0].ends_with(": Asks more."), "{said:#?}");
    let easier =
        Copy::with(MENTOR, "ask.training.minutes = 900  # 15 h", "ask.training.minutes = 840");
    assert!(lines(&easier)[0].ends_with("training.rsc: Asks less."), "{:#?}", lines(&easier));

    // A new version is held against the one before it.
    let next = Copy::new();
    let path = next.folder.path().join(SPECIALIST);
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, newest) = text.rsplit_once("[[version]]\n").unwrap();
    let newer = newest
        .replace("version = \"2025\"", "version = \"2030\"")
        .replace("effective_from = \"2025-01-01\"", "effective_from = \"2030-01-01\"");
    let (first, rest) = newer.split_once("[[version.requirement]]").unwrap();
    let (_, without) = rest.split_once("[[version.requirement]]").unwrap();
    let ended = text.replace(
        "effective_from = \"2025-01-01\"",
        "effective_from = \"2025-01-01\"\neffective_to = \"2029-12-31\"",
    );
    let file = format!("{ended}\n[[version]]\n{first}[[version.requirement]]{without}");
    std::fs::write(&path, file).unwrap();
    let said = lines(&next);
    assert!(said.iter().any(|it| it == "imhs 2030: new"), "{said:#?}");
    let gone = "imhs 2025 → 2030: education: No longer asked. Before: ";
    assert!(said.iter().any(|it| it.starts_with(gone)), "{said:#?}");
    assert_eq!(said.iter().filter(|it| it.contains("→ 2030")).count(), 1, "{said:#?}");
}
