//! The engine *muster*: a model of what people choose, pattern finders, and a search for the cheapest way to
//! spell a password with both.

use super::model::{MODEL, Model};
use super::text::Text;
use super::{Context, Estimate, Part, Score, feedback, patterns, search};

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
    let mut found = patterns::find(model, &text, context);
    let spelling = search::cheapest(model, &text, &mut found);
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
