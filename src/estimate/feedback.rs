//! What made a password weak, and what would make it stronger.

use super::reuse::Reuse;
use super::search::Match;
use super::{PartKind, Score, Suggestion, Warning};

/// The fewest characters of a password that is not simply too short.
const SHORT: usize = 8;

/// The warning and suggestions for a password of `length` characters that was spelt with these parts.
///
/// A password that needs none gets none: from score 3 on.
#[inline(never)]
pub(super) fn feedback(
    parts: &[Match],
    reuse: Option<Reuse>,
    length: usize,
    score: Score,
) -> (Option<Warning>, Vec<Suggestion>) {
    let reused = || vec![Suggestion::ChooseAnother, Suggestion::Generate];
    match reuse {
        Some(Reuse::Same) => return (Some(Warning::CurrentPassword), reused()),
        Some(Reuse::Variation) => return (Some(Warning::LikeCurrentPassword), reused()),
        None if score >= Score::Three => return (None, Vec::new()),
        None => {}
    }
    let warning = warning(parts, length);
    let mut suggestions = Vec::new();
    // To start over and to add to what is there cannot both be done.
    let remedy = if score <= Score::One { Suggestion::StartOver } else { Suggestion::AddWords };
    suggestions.push(remedy);
    let mut parts: Vec<&Match> = parts.iter().collect();
    // What belongs to the owner is the worst to build on, and then what makes up the most.
    parts.sort_by_key(|part| (part.kind != PartKind::Personal, std::cmp::Reverse(part.end - part.start)));
    for part in parts {
        let avoid = match part.kind {
            PartKind::Personal | PartKind::CurrentPassword => Suggestion::AvoidPersonal,
            PartKind::Repeat => Suggestion::AvoidRepeats,
            PartKind::Sequence => Suggestion::AvoidSequences,
            PartKind::KeyboardWalk => Suggestion::AvoidKeyboardWalks,
            PartKind::Date | PartKind::Year => Suggestion::AvoidDates,
            PartKind::Word | PartKind::DictionaryWord if part.variation.substituted => {
                Suggestion::SubstitutionsHelpLittle
            }
            PartKind::Word | PartKind::DictionaryWord if part.variation.reversed => Suggestion::ReversingHelpsLittle,
            PartKind::Word | PartKind::DictionaryWord if part.variation.capitals => Suggestion::CapitalsHelpLittle,
            PartKind::Word | PartKind::DictionaryWord | PartKind::Characters => continue,
        };
        if !suggestions.contains(&avoid) {
            suggestions.push(avoid);
        }
    }
    suggestions.truncate(3);
    (Some(warning), suggestions)
}

/// What is true of the whole password: a kind is named where its parts are more than half of it, and what belongs to
/// the owner where it is a third.
fn warning(parts: &[Match], length: usize) -> Warning {
    let share = |of: &dyn Fn(&Match) -> bool| -> usize {
        parts.iter().filter(|part| of(part)).map(|part| part.end - part.start).sum()
    };
    let share_of = |kind: PartKind| share(&|part| part.kind == kind);
    let mostly = |share: usize| 2 * share > length;
    if 3 * share_of(PartKind::Personal) >= length {
        return Warning::Personal;
    }
    let word = |part: &&Match| matches!(part.kind, PartKind::Word | PartKind::DictionaryWord);
    if let Some(part) = parts.iter().filter(word).max_by_key(|part| part.end - part.start)
        && mostly(part.end - part.start)
    {
        return match part.kind {
            PartKind::DictionaryWord => Warning::Word,
            _ if parts.len() == 1 && part.variation == Default::default() => Warning::CommonPassword,
            _ => Warning::LikeCommonPassword,
        };
    }
    let repeats = share(&|part| part.kind == PartKind::Repeat || parts.iter().any(|next| repeats(next, part)));
    if mostly(repeats) {
        let single = |part: &Match| parts.iter().any(|next| repeats_one(next, part));
        return if parts.iter().any(single) { Warning::Repeat } else { Warning::RepeatedGroup };
    }
    for (kind, warning) in [
        (PartKind::KeyboardWalk, Warning::KeyboardWalk),
        (PartKind::Sequence, Warning::Sequence),
        (PartKind::Date, Warning::Date),
        (PartKind::Year, Warning::Year),
    ] {
        if mostly(share_of(kind)) {
            return warning;
        }
    }
    if length < SHORT { Warning::Short } else { Warning::Predictable }
}

/// Whether a part repeats the one before it.
fn repeats(part: &Match, base: &Match) -> bool {
    part.kind == PartKind::Repeat && base.end == part.start
}

/// Whether a part repeats a single character.
fn repeats_one(part: &Match, base: &Match) -> bool {
    repeats(part, base) && base.end - base.start == 1
}
