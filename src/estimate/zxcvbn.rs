//! The engine *zxcvbn*: the crate of that name, put into our words.
//!
//! For sites whose servers decide by a zxcvbn score, and the yardstick of the tests. No type of the crate
//! leaves this module. It looks at the first 100 characters only.

use super::{Context, Estimate, Part, PartKind, Suggestion, Warning};
use ::zxcvbn::{
    feedback::{Suggestion as TheirSuggestion, Warning as TheirWarning},
    matching::patterns::MatchPattern,
    zxcvbn,
};

/// The estimate of a password in NFC.
pub(super) fn estimate(password: &str, context: &Context) -> Estimate {
    let inputs: Vec<&str> = context.inputs().iter().map(String::as_str).chain(context.current_password()).collect();
    let entropy = zxcvbn(password, &inputs);
    let offsets: Vec<usize> = password.char_indices().map(|(offset, _)| offset).chain([password.len()]).collect();

    let mut sequence: Vec<Part> = entropy
        .sequence()
        .iter()
        .map(|part| Part {
            kind: kind(&part.pattern),
            start: offsets[part.i],
            end: offsets[part.j + 1],
            guesses_log10: part.guesses.map_or(0.0, |guesses| (guesses.max(1) as f64).log10()),
        })
        .collect();
    // What lies beyond its hundred characters was not looked at and so adds no guesses.
    let end = sequence.last().map_or(0, |part| part.end);
    if end < password.len() {
        sequence.push(Part { kind: PartKind::Characters, start: end, end: password.len(), guesses_log10: 0.0 });
    }

    let feedback = entropy.feedback();
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for suggestion in feedback.into_iter().flat_map(|feedback| feedback.suggestions()) {
        let suggestion = suggestion_of(*suggestion);
        if !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    let warning = if context.current_password() == Some(password) {
        Some(Warning::CurrentPassword)
    } else {
        feedback.and_then(|feedback| feedback.warning()).map(warning_of)
    };
    // The empty password takes no guess at all: minus infinity there, zero here.
    Estimate { guesses_log10: entropy.guesses_log10().max(0.0), warning, suggestions, sequence }
}

fn kind(pattern: &MatchPattern) -> PartKind {
    match pattern {
        MatchPattern::Dictionary(dictionary) if is_user_input(dictionary) => PartKind::Personal,
        MatchPattern::Dictionary(_) => PartKind::Word,
        MatchPattern::Spatial(_) => PartKind::KeyboardWalk,
        MatchPattern::Repeat(_) => PartKind::Repeat,
        MatchPattern::Sequence(_) => PartKind::Sequence,
        MatchPattern::Regex(_) => PartKind::Year,
        MatchPattern::Date(_) => PartKind::Date,
        MatchPattern::BruteForce => PartKind::Characters,
    }
}

/// The crate keeps the type that names the dictionary to itself, but not how that prints.
fn is_user_input(dictionary: &::zxcvbn::matching::patterns::DictionaryPattern) -> bool {
    format!("{:?}", dictionary.dictionary_name) == "UserInputs"
}

fn warning_of(warning: TheirWarning) -> Warning {
    match warning {
        TheirWarning::StraightRowsOfKeysAreEasyToGuess | TheirWarning::ShortKeyboardPatternsAreEasyToGuess => {
            Warning::KeyboardWalk
        }
        TheirWarning::RepeatsLikeAaaAreEasyToGuess => Warning::Repeat,
        TheirWarning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Warning::RepeatedGroup,
        TheirWarning::ThisIsATop10Password
        | TheirWarning::ThisIsATop100Password
        | TheirWarning::ThisIsACommonPassword => Warning::CommonPassword,
        TheirWarning::ThisIsSimilarToACommonlyUsedPassword => Warning::LikeCommonPassword,
        TheirWarning::SequencesLikeAbcAreEasyToGuess => Warning::Sequence,
        TheirWarning::RecentYearsAreEasyToGuess => Warning::Year,
        TheirWarning::AWordByItselfIsEasyToGuess => Warning::Word,
        TheirWarning::DatesAreOftenEasyToGuess => Warning::Date,
        TheirWarning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | TheirWarning::CommonNamesAndSurnamesAreEasyToGuess => Warning::Name,
    }
}

fn suggestion_of(suggestion: TheirSuggestion) -> Suggestion {
    match suggestion {
        TheirSuggestion::UseAFewWordsAvoidCommonPhrases
        | TheirSuggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | TheirSuggestion::AddAnotherWordOrTwo => Suggestion::AddWords,
        TheirSuggestion::CapitalizationDoesntHelpVeryMuch
        | TheirSuggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => Suggestion::CapitalsHelpLittle,
        TheirSuggestion::ReversedWordsArentMuchHarderToGuess => Suggestion::ReversingHelpsLittle,
        TheirSuggestion::PredictableSubstitutionsDontHelpVeryMuch => Suggestion::SubstitutionsHelpLittle,
        TheirSuggestion::UseALongerKeyboardPatternWithMoreTurns => Suggestion::AvoidKeyboardWalks,
        TheirSuggestion::AvoidRepeatedWordsAndCharacters => Suggestion::AvoidRepeats,
        TheirSuggestion::AvoidSequences => Suggestion::AvoidSequences,
        TheirSuggestion::AvoidRecentYears
        | TheirSuggestion::AvoidYearsThatAreAssociatedWithYou
        | TheirSuggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Suggestion::AvoidDates,
    }
}
