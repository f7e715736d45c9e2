//! Finds passwords that are made of guessable pieces.
//!
//! The password is laid out with known words, runs and repeats so that as few characters as
//! possible are left over; a password with almost nothing left over is refused.

use super::super::unicode::{is_combining_mark, nfkd};

use super::common::{PRODUCT, RUNS, STEMS};

/// Characters that may be left over in a refused password, such as a `1` or `xy!` at the end.
const LEFT_OVER: usize = 3;
/// Shortest run or repeat that counts as one.
const MIN_RUN: usize = 3;
/// Shortest part of a name or address that counts as a word.
const MIN_WORD: usize = 3;
/// More words of the person's own than this are not looked at.
const MAX_WORDS: usize = 64;
/// Different marks that may stand between the pieces before they count as characters.
const MARKS: usize = 3;

/// What a guessable password is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guess {
    Common,
    Own,
}

pub(super) fn guess(password: &str, context: &[&str]) -> Option<Guess> {
    let stems: Vec<Vec<char>> = STEMS.iter().map(|stem| stem.chars().collect()).collect();
    if is_covered(password, &stems) {
        return Some(Guess::Common);
    }
    let mut words = own_words(context);
    words.extend(stems);
    is_covered(password, &words).then_some(Guess::Own)
}

/// The password is tried three ways: as typed, with letters and digits only, and with the marks
/// that stand for letters.
fn is_covered(password: &str, words: &[Vec<char>]) -> bool {
    let typed: Vec<char> = password.to_lowercase().chars().collect();
    let plain = fold(password, |_| false);
    let leet = fold(password, |c| matches!(c, '@' | '$' | '!'));
    let marks = different_marks(password).saturating_sub(MARKS);
    left_over(&typed, words) <= LEFT_OVER
        || left_over(&plain, words) + marks <= LEFT_OVER
        || left_over(&leet, words) + marks <= LEFT_OVER
}

/// Lower case without accents, blanks and ASCII marks other than those to keep.
fn fold(text: &str, keep: impl Fn(char) -> bool) -> Vec<char> {
    nfkd(text)
        .chars()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| keep(*c) || !(c.is_ascii_punctuation() || c.is_whitespace()))
        .collect()
}

fn different_marks(text: &str) -> usize {
    let mut marks: Vec<char> = text.chars().filter(char::is_ascii_punctuation).collect();
    marks.sort_unstable();
    marks.dedup();
    marks.len()
}

/// Each of the person's own values as a whole and in its parts, and the name of the product.
fn own_words(context: &[&str]) -> Vec<Vec<char>> {
    let parts = context.iter().flat_map(|value| {
        let parts = value.split(|c: char| !c.is_alphanumeric());
        std::iter::once(*value).chain(parts)
    });
    std::iter::once(PRODUCT)
        .chain(parts)
        .map(|word| fold(word, |_| false))
        .filter(|word| word.len() >= MIN_WORD)
        .take(MAX_WORDS)
        .collect()
}

/// Fewest characters that no word, run, repeat or year covers.
fn left_over(text: &[char], words: &[Vec<char>]) -> usize {
    // best[i]: fewest left over in the text from i on.
    let mut best = vec![0_usize; text.len() + 1];
    for at in (0..text.len()).rev() {
        let rest = text.get(at..).unwrap_or_default();
        let after = |length: usize| best.get(at + length).copied().unwrap_or_default();
        let uncovered = after(1) + 1;
        let covered = words
            .iter()
            .filter(|word| begins_with(rest, word))
            .map(Vec::len)
            .chain(year(rest))
            .chain(MIN_RUN..=longest_run(rest))
            .map(after)
            .min();
        let least = covered.map_or(uncovered, |least| least.min(uncovered));
        if let Some(slot) = best.get_mut(at) {
            *slot = least;
        }
    }
    best.first().copied().unwrap_or_default()
}

fn begins_with(text: &[char], word: &[char]) -> bool {
    text.len() >= word.len()
        && text
            .iter()
            .zip(word)
            .all(|(c, wanted)| c == wanted || stands_for(*c, *wanted))
}

/// `p4$$w0rd` for `password`.
fn stands_for(c: char, letter: char) -> bool {
    match c {
        '0' => letter == 'o',
        '1' | '!' => matches!(letter, 'i' | 'l'),
        '3' => letter == 'e',
        '4' | '@' => letter == 'a',
        '5' | '$' => letter == 's',
        '7' => letter == 't',
        _ => false,
    }
}

/// A year of the last or this century.
fn year(text: &[char]) -> Option<usize> {
    match text {
        ['1', '9', a, b, ..] | ['2', '0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit() => {
            Some(4)
        }
        _ => None,
    }
}

/// Length of the repeat or run the text begins with.
fn longest_run(text: &[char]) -> usize {
    RUNS.iter()
        .flat_map(|row| [run(text, row, Step::Forward), run(text, row, Step::Back)])
        .max()
        .unwrap_or_default()
        .max(repeat(text))
}

/// One letter, digit or mark again and again. An emoji is no such character: there are too many
/// of them to try.
fn repeat(text: &[char]) -> usize {
    match text.first() {
        Some(first) if first.is_ascii() || first.is_alphanumeric() => {
            text.iter().take_while(|c| *c == first).count()
        }
        _ => 0,
    }
}

#[derive(Clone, Copy)]
enum Step {
    Forward,
    Back,
}

/// Neighbours in one row, which begins again at its end.
fn run(text: &[char], row: &str, step: Step) -> usize {
    let position = |c: char| row.chars().position(|known| known == c);
    let size = row.chars().count();
    let mut wanted: Option<usize> = None;
    text.iter()
        .map_while(|c| {
            let here = position(*c)?;
            let fits = wanted.is_none_or(|wanted| wanted == here);
            wanted = Some(match step {
                Step::Forward => (here + 1) % size,
                Step::Back => (here + size - 1) % size,
            });
            fits.then_some(())
        })
        .count()
}
