//! The engine *muster*: a model of what people choose, pattern finders, and a search for the cheapest way to
//! spell a password with both.

use super::model::{BIT, MODEL, Model};
use super::text::Text;
use super::{Context, Estimate, Part, Score, feedback, patterns, search};

/// What a password costs at least that is not among the popular ones: were it cheaper, it would be.
const UNLISTED: u32 = 15 * BIT;

/// The estimate of a password in NFC.
pub(super) fn estimate(password: &str, context: &Context) -> Estimate {
    with_model(&Model::new(MODEL), password, context)
}

/// The estimate by this model.
pub(super) fn with_model(model: &Model<'_>, password: &str, context: &Context) -> Estimate {
    if password.is_empty() {
        return Estimate { guesses_log10: 0.0, warning: None, suggestions: Vec::new(), sequence: Vec::new() };
    }
    let text = Text::new(password);
    let found = patterns::find(model, &text, context);
    let spelling = search::cheapest(model, &text, &found);
    let spelling = match whole(&found, text.len()) {
        Some(part) => search::Spelling { cost: part.cost, parts: vec![part] },
        None => search::Spelling { cost: spelling.cost.max(UNLISTED), ..spelling },
    };
    let guesses_log10 = model.guesses_log10(spelling.cost);
    let (warning, suggestions) =
        feedback::feedback(&spelling.parts, text.len(), Score::from_guesses_log10(guesses_log10));

    // What lies beyond the characters that were looked at belongs to the last part and adds no guesses.
    let offset = |index: usize| text.get(index).map_or(password.len(), |char| char.offset as usize);
    let sequence = spelling
        .parts
        .iter()
        .map(|part| Part {
            kind: part.kind,
            start: offset(part.start),
            end: offset(part.end),
            guesses_log10: model.guesses_log10(part.cost),
        })
        .collect();
    Estimate { guesses_log10, warning, suggestions, sequence }
}

/// The word that a password is and nothing else, letter by letter. Its rank is known, and so what the n-grams
/// think of it does not matter.
fn whole(found: &[search::Found], length: usize) -> Option<search::Found> {
    let mut words = found.iter().filter(|part| part.kind == super::PartKind::Word);
    words.find(|part| part.end - part.start == length && part.disguise == search::Disguise::default()).copied()
}
