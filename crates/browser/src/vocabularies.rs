//! The vocabularies of languages that the page has fetched. Once they are here they stay, for every field of the page.
//!
//! The bytes are copied into the wasm's memory once, by the call that hands them over, and are read where they lie.

use passmuster::estimate::{Context, Pack};
use std::cell::RefCell;

thread_local! {
    static PACKS: RefCell<Vec<Pack>> = const { RefCell::new(Vec::new()) };
}

/// Takes one in and answers with its language; none where it cannot be read.
pub(crate) fn add(bytes: Vec<u8>) -> Option<String> {
    let pack = Pack::from_bytes(bytes).ok()?;
    let language = pack.language().to_owned();
    PACKS.with_borrow_mut(|packs| packs.push(pack));
    Some(language)
}

/// The languages that what is known names; see [`estimate`](crate::estimate).
fn languages(known: &str) -> impl Iterator<Item = &str> {
    known.split('\n').nth(1).unwrap_or_default().split(',').filter(|language| !language.is_empty())
}

/// Those of them that are here.
pub(crate) fn of(known: &str) -> Vec<Pack> {
    PACKS.with_borrow(|packs| {
        languages(known).filter_map(|language| packs.iter().find(|pack| pack.language() == language).cloned()).collect()
    })
}

/// Whether one of them is not.
pub(crate) fn are_awaited(known: &str) -> bool {
    of(known).len() < languages(known).count()
}

/// Whether more of them are here than when the context was made.
pub(crate) fn have_come(known: &str, context: &Context) -> bool {
    of(known).len() > context.packs().len()
}
