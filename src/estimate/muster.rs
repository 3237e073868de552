//! The engine *muster*: a model of what people choose, pattern finders, and a search for the cheapest way to
//! spell a password with both.

use super::cost::BIT;
use super::model::{MODEL, Model};
use super::reuse::{Reuse, reuse};
use super::search::{Match, Segmentation, Variation, cheapest};
use super::text::Text;
use super::{Context, Estimate, Part, PartKind, Score, feedback, patterns};
use std::f64::consts::LOG10_2;

/// What a password costs at least that is not among the popular ones: were it cheaper, it would be.
const UNLISTED: u32 = 15 * BIT;
/// From this log10 of guesses on a password is worth a second look. Near what [`UNLISTED`] costs, so that a password is
/// seldom looked at again for being a character longer, and found cheaper.
const SUSPECT: f64 = 5.0;
/// What a variation of the current password costs at most: people know few ways to vary one.
const VARIATION: u32 = 12 * BIT;

/// The estimate of a password in NFC.
pub(super) fn estimate(password: &str, context: &Context) -> Estimate {
    with_model(&Model::new(MODEL), password, context)
}

/// The estimate by this model.
pub fn with_model(model: &Model<'_>, password: &str, context: &Context) -> Estimate {
    if password.is_empty() {
        return Estimate { guesses_log10: 0.0, warning: None, suggestions: Vec::new(), sequence: Vec::new() };
    }
    let text = Text::new(password);
    let reuse = reuse(password, &text, context);
    let segmentation = segmentation(model, &text, reuse, context);
    let guesses_log10 = model.guesses_log10(segmentation.cost);
    let (warning, suggestions) =
        feedback::feedback(&segmentation.parts, reuse, text.len(), Score::from_guesses_log10(guesses_log10));

    // What lies beyond the characters that were looked at belongs to the last part and adds no guesses.
    let offset = |index: usize| text.get(index).map_or(password.len(), |char| char.offset as usize);
    let part = |part: &Match| Part {
        kind: part.kind,
        start: offset(part.start),
        end: offset(part.end),
        guesses_log10: match part.kind {
            PartKind::Characters | PartKind::Word | PartKind::DictionaryWord | PartKind::CurrentPassword => {
                model.guesses_log10(part.cost)
            }
            // A year is one of so many years, and no password yet.
            _ => (f64::from(part.cost) / f64::from(BIT) * LOG10_2).min(guesses_log10),
        },
    };
    // Between the letters of a ligature there is no place.
    let sequence = segmentation.parts.iter().map(part).filter(|part| part.start < part.end).collect();
    Estimate { guesses_log10, warning, suggestions, sequence }
}

/// The cheapest segmentation, but that what is known of the whole password goes before what is known of its parts.
fn segmentation(model: &Model<'_>, text: &Text, reuse: Option<Reuse>, context: &Context) -> Segmentation {
    let mut found = patterns::find(model, text, context);
    let whole = |part: &&Match| {
        part.kind == PartKind::Word && part.end - part.start == text.len() && part.variation == Variation::default()
    };
    let segmentation = match found.iter().find(whole) {
        // Its rank is known, and so what the n-grams think of it does not matter.
        Some(part) => Segmentation { cost: part.cost, parts: vec![*part] },
        None => {
            let (mut segmentation, mut least) = with_and_without_owner(model, text, &found);
            if model.guesses_log10(least) >= SUSPECT {
                let before = found.len();
                patterns::find_disguised(model, text, context, &mut found);
                if found.len() > before {
                    (segmentation, least) = with_and_without_owner(model, text, &found);
                }
            }
            debug_assert!(segmentation.cost <= least);
            let personal = segmentation.parts.iter().any(|part| part.kind == PartKind::Personal);
            Segmentation { cost: segmentation.cost.max(if personal { 0 } else { UNLISTED }), ..segmentation }
        }
    };
    let cost = match reuse {
        None => return segmentation,
        Some(Reuse::Same) => 0,
        Some(Reuse::Variation) => segmentation.cost.min(VARIATION),
    };
    let kind = PartKind::CurrentPassword;
    Segmentation { cost, parts: vec![Match { kind, start: 0, end: text.len(), cost, variation: Variation::default() }] }
}

/// The cheapest segmentation, and what one costs that knows nothing of the owner: who knows more never guesses later.
fn with_and_without_owner(model: &Model<'_>, text: &Text, found: &[Match]) -> (Segmentation, u32) {
    let segmentation = cheapest(model, text, found);
    let others = |part: &&Match| !matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword);
    if found.iter().filter(others).count() == found.len() {
        let cost = segmentation.cost;
        return (segmentation, cost);
    }
    let without = cheapest(model, text, &found.iter().filter(others).copied().collect::<Vec<_>>());
    let cost = without.cost;
    (if cost < segmentation.cost { without } else { segmentation }, cost)
}
