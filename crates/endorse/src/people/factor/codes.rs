//! Recovery codes: for when the device with the app is lost.

/// How many there are.
const HOW_MANY: usize = 10;
/// How many characters one has, each of five bits.
const LENGTH: usize = 10;
/// Without the letters that look like digits: no l, no o.
const CHARACTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Fresh ones, as people read them: `x7k3p-29qmd`.
pub(super) fn fresh() -> Vec<String> {
    (0..HOW_MANY).map(|_| written(rand::random())).collect()
}

fn written(chance: [u8; LENGTH]) -> String {
    let letters: Vec<char> =
        chance.iter().map(|it| char::from(CHARACTERS[usize::from(it % 32)])).collect();
    let (first, last) = letters.split_at(LENGTH / 2);
    format!("{}-{}", String::from_iter(first), String::from_iter(last))
}

/// A code as it is compared, however it was typed: no capitals, no spaces, no lines.
pub(super) fn plain(typed: &str) -> String {
    let letters = typed.chars().filter(|it| it.is_ascii_alphanumeric());
    letters.map(|it| it.to_ascii_lowercase()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_one_however_it_is_typed() {
        assert_eq!(written([0, 1, 2, 3, 4, 31, 32, 255, 24, 23]), "abcde-9a92z");
        assert_eq!(plain(" ABCDE 9a92z"), plain("abcde-9a92z"));
        assert_eq!(plain("123 456"), "123456");
    }
}
