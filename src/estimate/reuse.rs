//! Is a password the current one again, or a variation of it?
//!
//! People who have to change a password change as little as they can: a capital, a substitution, the next
//! number, another year, one more character, another order of the same words (Zhang, Monrose and Reiter, "The Security of Modern Password
//! Expiration", CCS 2010). An attacker who has the old password tries just that.

use super::Context;
use super::text::{self, Char, Text};
use zeroize::Zeroizing;

/// How a password resembles the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reuse {
    /// It is the same.
    Same,
    /// It is a variation.
    Variation,
}

/// Passwords that differ in more characters than these are compared by what they have in common only. It
/// bounds the work, which grows with the product of the lengths.
const LONGEST_COMPARED: usize = 128;
/// So many characters are looked at for pieces in another order, for the same reason.
const LONGEST_REARRANGED: usize = 512;
/// The fewest characters that tell whose they are.
const TELLING: usize = 4;

/// How a password, in NFC, resembles the current one.
#[inline(never)]
pub(super) fn reuse(password: &str, text: &[Char], context: &Context) -> Option<Reuse> {
    let current = context.current_password()?;
    if password == current {
        return Some(Reuse::Same);
    }
    let current = Text::new(current);
    let (mut new, mut old) = (folded(text), folded(&current));
    let alike = new == old
        || new.iter().eq(old.iter().rev())
        || same_core(text, &current)
        || contains(&new, &old)
        || contains(&old, &new)
        || close(&new, &old)
        || rearranged(&mut new, &mut old);
    alike.then_some(Reuse::Variation)
}

/// Characters without case, and letters for what is written for them.
fn folded(text: &[Char]) -> Zeroizing<Vec<char>> {
    Zeroizing::new(text.iter().map(text::folded).collect())
}

/// Whether two texts are the same but for what is not a letter at their ends: numbers, years, symbols.
fn same_core(new: &[Char], old: &[Char]) -> bool {
    let (new, old) = (folded(core(new)), folded(core(old)));
    new.len() >= TELLING && new == old
}

/// A text from its first letter to its last.
fn core(text: &[Char]) -> &[Char] {
    let letter = |char: &Char| text::is_letter(char.char);
    match (text.iter().position(letter), text.iter().rposition(letter)) {
        (Some(first), Some(last)) => &text[first..=last],
        _ => &[],
    }
}

/// Whether the first text has the second in it, forwards or backwards, and little else.
fn contains(text: &[char], part: &[char]) -> bool {
    part.len() >= TELLING
        && 2 * part.len() >= text.len()
        && text.windows(part.len()).any(|window| window == part || window.iter().eq(part.iter().rev()))
}

/// Whether few characters were added, removed or replaced: one in four, at least one.
fn close(new: &[char], old: &[char]) -> bool {
    let longest = new.len().max(old.len());
    if longest > LONGEST_COMPARED || new.len().min(old.len()) < TELLING {
        return false;
    }
    distance(new, old) <= (longest / 4).max(1)
}

/// Whether the first text is made of pieces of the second, in any order and with whatever between them: three of
/// four of its letters and digits, and at least half as many as the second has.
fn rearranged(new: &mut Vec<char>, old: &mut Vec<char>) -> bool {
    const PIECE: usize = 3;
    for text in [&mut *new, old] {
        text.retain(|&char| text::is_alphanumeric(char));
        text.truncate(LONGEST_REARRANGED);
    }
    let (mut covered, mut end) = (0, 0);
    for (start, piece) in new.windows(PIECE).enumerate() {
        if old.windows(PIECE).any(|known| known == piece) {
            covered += start + PIECE - end.max(start);
            end = start + PIECE;
        }
    }
    covered > TELLING && 4 * covered >= 3 * new.len() && 2 * covered >= old.len()
}

/// The edit distance of Levenshtein, one row at a time.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..b.len() + 1).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
