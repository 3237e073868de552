//! What belongs to the owner: names, addresses, the site, and the current password.
//!
//! The context is cut into tokens: each input whole and without what separates its pieces, the pieces, initials
//! with the last piece. A token is looked for everywhere in the password, in any case, with substitutions, and
//! reversed.
//!
//! The tokens of a context are found by their first three characters, so that a site's blocklist of ten thousand words
//! costs an estimate little more than a name does.

use crate::estimate::model::BIT;
use crate::estimate::search::{Disguise, Found};
use crate::estimate::text::{self, Char, OTHER, Text};
use crate::estimate::{Context, PartKind};
use crate::wipe;

/// The most characters of a token: a longer input is known by its pieces.
const LONGEST_TOKEN: usize = 64;
/// The fewest characters of a token.
const SHORTEST: usize = 3;
/// The cost of a token, of the current password, and of their disguises.
const TOKEN: u32 = 4 * BIT;
const CURRENT: u32 = 2 * BIT;
const CAPITALS: u32 = BIT;
const SUBSTITUTED: u32 = 2 * BIT;
const REVERSED: u32 = 2 * BIT;

/// What a context holds, ready to be looked for. Made once for a context, however often it is asked.
pub(in crate::estimate) struct Index {
    tokens: Vec<Token>,
    /// The tokens by what they begin with, read forwards and backwards.
    by_start: [Vec<(Key, u32)>; 2],
}

/// A token and what it was made of.
struct Token {
    text: Text,
    kind: PartKind,
    cost: u32,
}

/// The first characters of a token or a text, folded so that all disguises of the same are the same.
type Key = [char; SHORTEST];

impl Index {
    pub(in crate::estimate) fn of(context: &Context) -> Self {
        let mut tokens = tokens(context);
        // Each once, and the current password's before the others.
        tokens.sort_by(|a, b| spelt(&a.text).cmp(spelt(&b.text)).then(a.cost.cmp(&b.cost)));
        tokens.dedup_by(|a, b| spelt(&a.text).eq(spelt(&b.text)));
        let by_start = [false, true].map(|reversed| {
            let key = |token: &Token| if reversed { key(token.text.iter().rev()) } else { key(token.text.iter()) };
            let mut keys: Vec<(Key, u32)> =
                tokens.iter().zip(0..).filter_map(|(token, place)| Some((key(token)?, place))).collect();
            keys.sort_unstable();
            keys
        });
        Self { tokens, by_start }
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        for (key, _) in self.by_start.iter_mut().flatten() {
            wipe(key);
        }
    }
}

fn spelt(text: &[Char]) -> impl Iterator<Item = char> {
    text.iter().map(|char| char.char)
}

fn key<'a>(chars: impl Iterator<Item = &'a Char>) -> Option<Key> {
    let mut folded = chars.map(text::folded);
    Some([folded.next()?, folded.next()?, folded.next()?])
}

#[inline(never)]
pub(super) fn find(text: &Text, context: &Context, found: &mut Vec<Found>) {
    if context.inputs().is_empty() && context.current_password().is_none() {
        return;
    }
    let index = context.index();
    for start in 0..text.len() {
        let Some(key) = key(text[start..].iter()) else { break };
        for (reversed, keys) in [false, true].into_iter().zip(&index.by_start) {
            let first = keys.partition_point(|(other, _)| *other < key);
            for &(_, token) in keys[first..].iter().take_while(|(other, _)| *other == key) {
                let token = &index.tokens[token as usize];
                if let Some(disguise) = matches(&text[start..], &token.text, reversed) {
                    let cost = token.cost
                        + u32::from(disguise.capitals) * CAPITALS
                        + u32::from(disguise.substituted) * SUBSTITUTED
                        + u32::from(disguise.reversed) * REVERSED;
                    found.push(Found { kind: token.kind, start, end: start + token.text.len(), cost, disguise });
                }
            }
        }
    }
}

/// Whether a text begins with a token, and in which disguise.
fn matches(text: &[Char], token: &[Char], reversed: bool) -> Option<Disguise> {
    let mut disguise = Disguise { reversed, ..Disguise::default() };
    if text.len() < token.len() {
        return None;
    }
    for (index, char) in text.iter().take(token.len()).enumerate() {
        let expected = token[if reversed { token.len() - 1 - index } else { index }];
        if char.char == expected.char {
            continue;
        }
        if same_letter(*char, expected) {
            disguise.capitals = true;
        } else if text::stands_for(*char, expected.symbol) || text::stands_for(expected, char.symbol) {
            disguise.substituted = true;
        } else {
            return None;
        }
    }
    Some(disguise)
}

/// Whether two characters are the same but for case and accent.
fn same_letter(a: Char, b: Char) -> bool {
    if a.symbol == OTHER { text::lower(a.char) == text::lower(b.char) } else { a.symbol == b.symbol }
}

fn tokens(context: &Context) -> Vec<Token> {
    let mut tokens = Vec::new();
    if let Some(current) = context.current_password() {
        add(&mut tokens, &[&Text::new(current)], PartKind::CurrentPassword, CURRENT);
    }
    let mut add = |pieces: &[&[Char]]| add(&mut tokens, pieces, PartKind::Personal, TOKEN);
    for input in context.inputs() {
        let input = Text::new(input);
        add(&[&input]);
        // Of an address, what stands before the @ and the name of the domain are worth a token each.
        let (name, domain) = input.split_at(input.iter().position(|char| char.char == '@').unwrap_or(input.len()));
        let domain = domain.get(1..).unwrap_or_default();
        let dot = domain.iter().rposition(|char| char.char == '.').unwrap_or(domain.len());
        for side in [name, &domain[..dot]] {
            let (mut pieces, mut initials) = (Vec::new(), Vec::new());
            for piece in side.split(|char| !text::is_alphanumeric(char.char)) {
                if !piece.is_empty() {
                    pieces.push(piece);
                    initials.push(&piece[..1]);
                }
            }
            add(&[side]);
            add(&pieces);
            for &piece in &pieces {
                add(&[piece]);
            }
            // Initials and the last piece: `hzimmer`, `hfz`, `hanszimmer`.
            add(&initials);
            if let ([first, .., last], [initial, ..]) = (&*pieces, &*initials)
                && !first.iter().map(|char| char.char).eq(last.iter().map(|char| char.char))
            {
                add(&[first, last]);
                add(&[initial, last]);
            }
        }
    }
    tokens
}

/// Makes a token of these pieces, which stand together in it.
fn add(tokens: &mut Vec<Token>, pieces: &[&[Char]], kind: PartKind, cost: u32) {
    let text = Text::of(pieces);
    if (SHORTEST..=LONGEST_TOKEN).contains(&text.len()) {
        tokens.push(Token { text, kind, cost });
    }
}
