//! What made a password weak, and what would make it stronger.

use super::reuse::Reuse;
use super::search::Found;
use super::{PartKind, Score, Suggestion, Warning};

/// The fewest characters of a password that is not simply too short.
const SHORT: usize = 8;

/// The warning and suggestions for a password of `length` characters that was spelt with these parts.
///
/// A password that needs none gets none: from score 3 on.
#[inline(never)]
pub(super) fn feedback(
    parts: &[Found],
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
    let longest =
        parts.iter().filter(|part| part.kind != PartKind::Characters).max_by_key(|part| part.end - part.start);
    // A part tells about the password where it is at least a third of it.
    let telling = longest.filter(|part| 3 * (part.end - part.start) >= length);
    let warning = match telling {
        Some(part) => match part.kind {
            PartKind::Word if part.end - part.start == length && part.disguise == Default::default() => {
                Warning::CommonPassword
            }
            PartKind::Word => Warning::LikeCommonPassword,
            PartKind::DictionaryWord => Warning::Word,
            PartKind::KeyboardWalk => Warning::KeyboardWalk,
            PartKind::Repeat if parts.iter().any(|base| base.end == part.start && base.end - base.start == 1) => {
                Warning::Repeat
            }
            PartKind::Repeat => Warning::RepeatedGroup,
            PartKind::Sequence => Warning::Sequence,
            PartKind::Year => Warning::Year,
            PartKind::Date => Warning::Date,
            PartKind::Personal => Warning::Personal,
            PartKind::CurrentPassword => Warning::LikeCurrentPassword,
            PartKind::Characters => Warning::Predictable,
        },
        None if length < SHORT => Warning::Short,
        None => Warning::Predictable,
    };

    let mut suggestions = Vec::new();
    if score <= Score::One {
        suggestions.push(Suggestion::ChooseAnother);
    }
    suggestions.push(Suggestion::AddWords);
    for part in parts {
        let avoid = match part.kind {
            PartKind::Personal | PartKind::CurrentPassword => Suggestion::AvoidPersonal,
            PartKind::Repeat => Suggestion::AvoidRepeats,
            PartKind::Sequence => Suggestion::AvoidSequences,
            PartKind::KeyboardWalk => Suggestion::AvoidKeyboardWalks,
            PartKind::Date | PartKind::Year => Suggestion::AvoidDates,
            PartKind::Word | PartKind::DictionaryWord if part.disguise.substituted => {
                Suggestion::SubstitutionsHelpLittle
            }
            PartKind::Word | PartKind::DictionaryWord if part.disguise.reversed => Suggestion::ReversingHelpsLittle,
            PartKind::Word | PartKind::DictionaryWord if part.disguise.capitals => Suggestion::CapitalsHelpLittle,
            PartKind::Word | PartKind::DictionaryWord | PartKind::Characters => continue,
        };
        if !suggestions.contains(&avoid) {
            suggestions.push(avoid);
        }
    }
    suggestions.truncate(3);
    (Some(warning), suggestions)
}
