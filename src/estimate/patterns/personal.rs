//! What belongs to the owner: names, addresses, the site, and the current password.
//!
//! The context is cut into tokens: each input whole and without what separates its pieces, the pieces, initials
//! with the last piece. A token is looked for everywhere in the password, in any case, with substitutions, and
//! reversed.

use crate::estimate::model::BIT;
use crate::estimate::search::{Disguise, Found};
use crate::estimate::text::{self, Char, OTHER, Text};
use crate::estimate::{Context, PartKind};

/// The most tokens that are made of a context, and the most characters of one. They bound the work.
const MOST_TOKENS: usize = 64;
const LONGEST_TOKEN: usize = 64;
/// The fewest characters of a token.
const SHORTEST: usize = 3;
/// The cost of a token, of the current password, and of their disguises.
const TOKEN: u32 = 4 * BIT;
const CURRENT: u32 = 2 * BIT;
const CAPITALS: u32 = BIT;
const SUBSTITUTED: u32 = 2 * BIT;
const REVERSED: u32 = 2 * BIT;

/// A token and what it was made of.
struct Token {
    text: Text,
    kind: PartKind,
    cost: u32,
}

#[inline(never)]
pub(super) fn find(text: &Text, context: &Context, found: &mut Vec<Found>) {
    if context.inputs().is_empty() && context.current_password().is_none() {
        return;
    }
    for token in &tokens(context) {
        for start in 0..text.len() {
            for reversed in [false, true] {
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
    if tokens.len() < MOST_TOKENS && (SHORTEST..=LONGEST_TOKEN).contains(&text.len()) {
        tokens.push(Token { text, kind, cost });
    }
}
