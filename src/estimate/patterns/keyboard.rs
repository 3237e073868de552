//! Walks over neighbouring keys, on the keyboards that most people type on.
//!
//! ```text
//! 1 2 3 4 5      a walk goes from key to key among the neighbours of each: two in its own row,
//!  q w e r t     two above and two below. `qwert` is straight, `1qaz2wsx` two straight walks,
//!   a s d f g    `qwedsa` turns twice.
//! ```

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::model::BIT;
use crate::estimate::search::{Disguise, Found};
use crate::estimate::text::Text;

/// A keyboard: its rows, unshifted and shifted; a space is no key.
struct Layout {
    rows: &'static [(&'static str, &'static str)],
    /// Whether each row is shifted half a key to the right of the one above.
    staggered: bool,
    /// The cost of choosing this layout.
    cost: u32,
}

const LAYOUTS: [Layout; 4] = [
    Layout {
        rows: &[
            ("`1234567890-=", "~!@#$%^&*()_+"),
            (" qwertyuiop[]\\", " QWERTYUIOP{}|"),
            (" asdfghjkl;'", " ASDFGHJKL:\""),
            (" zxcvbnm,./", " ZXCVBNM<>?"),
        ],
        staggered: true,
        cost: 0,
    },
    Layout {
        rows: &[
            ("^1234567890ß´", "°!\"§$%&/()=?`"),
            (" qwertzuiopü+", " QWERTZUIOPÜ*"),
            (" asdfghjklöä#", " ASDFGHJKLÖÄ'"),
            (" yxcvbnm,.-", " YXCVBNM;:_"),
        ],
        staggered: true,
        cost: 2 * BIT,
    },
    Layout {
        rows: &[
            ("²&é\"'(-è_çà)=", " 1234567890°+"),
            (" azertyuiop^$", " AZERTYUIOP¨£"),
            (" qsdfghjklmù*", " QSDFGHJKLM%µ"),
            (" wxcvbn,;:!", " WXCVBN?./§"),
        ],
        staggered: true,
        cost: 2 * BIT,
    },
    Layout { rows: &[("789", "   "), ("456", "   "), ("123", "   "), ("0", " ")], staggered: false, cost: 2 * BIT },
];

/// The fewest keys of a walk.
const SHORTEST: usize = 4;
/// The cost of a walk that starts at an edge of the keyboard, and of one that starts elsewhere.
const EDGE: u32 = 5 * BIT;
const ELSEWHERE: u32 = 7 * BIT;
/// The cost of a turn: after how many keys, and where to.
const TURN: u32 = 3 * BIT;
/// The cost of a key that is shifted where the one before was not, or the other way round.
const SHIFT: u32 = 3 * BIT;

/// Where a key lies, and whether it is shifted.
#[derive(Clone, Copy)]
struct Key {
    row: i8,
    column: i8,
    shifted: bool,
}

impl Layout {
    fn key(&self, char: char) -> Option<Key> {
        (0..).zip(self.rows).find_map(|(row, (plain, shifted))| {
            let at = |keys: &str| (0..).zip(keys.chars()).find(|&(_, key)| key == char && key != ' ');
            let key = |column, shifted| Key { row, column, shifted };
            at(plain).map(|(column, _)| key(column, false)).or_else(|| at(shifted).map(|(column, _)| key(column, true)))
        })
    }

    /// The direction from a key to a neighbour.
    fn direction(&self, from: Key, to: Key) -> Option<(i8, i8)> {
        let direction = (to.row - from.row, to.column - from.column);
        let neighbours = match direction {
            (0, -1 | 1) => true,
            (-1, 0 | 1) | (1, 0 | -1) => true,
            (-1, -1) | (1, 1) => !self.staggered,
            _ => false,
        };
        neighbours.then_some(direction)
    }
}

pub(super) fn find(text: &Text, found: &mut Vec<Found>) {
    for layout in &LAYOUTS {
        let mut walk: Option<Walk> = None;
        for (index, char) in text.iter().enumerate() {
            let key = layout.key(char.char);
            let step = walk.as_ref().zip(key).and_then(|(walk, key)| layout.direction(walk.last, key));
            match (&mut walk, key, step) {
                (Some(walk), Some(key), Some(direction)) => walk.go(key, direction),
                _ => {
                    if let Some(walk) = walk.take() {
                        walk.end(layout, index, found);
                    }
                    walk = key.map(|key| Walk::start(key, index));
                }
            }
        }
        if let Some(walk) = walk {
            walk.end(layout, text.len(), found);
        }
    }
}

struct Walk {
    start: usize,
    first: Key,
    last: Key,
    direction: Option<(i8, i8)>,
    turns: u32,
    shifts: u32,
}

impl Walk {
    fn start(key: Key, start: usize) -> Self {
        Self { start, first: key, last: key, direction: None, turns: 0, shifts: u32::from(key.shifted) }
    }

    fn go(&mut self, key: Key, direction: (i8, i8)) {
        self.turns += u32::from(self.direction.is_some_and(|last| last != direction));
        self.shifts += u32::from(key.shifted != self.last.shifted);
        (self.direction, self.last) = (Some(direction), key);
    }

    fn end(self, layout: &Layout, end: usize, found: &mut Vec<Found>) {
        let length = end - self.start;
        if length < SHORTEST {
            return;
        }
        let edge = self.first.column <= 1 || self.first.row == 0;
        let cost =
            layout.cost + if edge { EDGE } else { ELSEWHERE } + self.turns * TURN + self.shifts * SHIFT + log2(length);
        let disguise = Disguise { capitals: self.shifts > 0, ..Disguise::default() };
        found.push(Found { kind: PartKind::KeyboardWalk, start: self.start, end, cost, disguise });
    }
}
