//! What a model of spelling cannot know: each finder looks for one kind of pattern and says what it costs.
//!
//! A finder's work grows linearly with the length of the text, and so does the number of parts that it hands
//! over. Costs are −log2 of how likely people are to choose the pattern, as the model's are.
//!
//! Finders are never inlined: a browser compiles a function when it is first called, and one with all of them in
//! it takes longer than its parts.

mod date;
mod keyboard;
mod lists;
mod names;
pub(super) mod personal;
mod repeat;
mod sequence;
mod variation;
mod words;

use super::Context;
use super::model::Model;
use super::search::Match;
use super::text::Text;

/// Nobody disguises more by hand. It bounds the work.
const LONGEST_DISGUISED: usize = 128;

/// Everything that any finder finds.
pub(super) fn find(model: &Model<'_>, text: &Text, context: &Context) -> Vec<Match> {
    let mut found = Vec::new();
    words::find(model, context.packs(), text, &mut found);
    keyboard::find(text, &mut found);
    sequence::find(text, &mut found);
    repeat::find(text, &mut found);
    date::find(text, context.year(), &mut found);
    personal::find(text, context, &mut found);
    found
}

/// What takes longer to find, for passwords that all this has not shown to be weak.
#[inline(never)]
pub(super) fn find_disguised(model: &Model<'_>, text: &Text, context: &Context, found: &mut Vec<Match>) {
    if text.len() <= LONGEST_DISGUISED {
        variation::find(model, text, context, found);
        lists::find(text, found);
        keyboard::find_rarer(text, found);
        words::find_keyed(model, context.packs(), text, found);
    }
}

/// log2 of a whole number, rounded up, in units of cost.
fn log2(number: usize) -> u32 {
    number.next_power_of_two().trailing_zeros() * super::cost::BIT
}
