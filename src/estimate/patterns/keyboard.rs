//! Walks over neighbouring keys, on the keyboards that most people type on.
//!
//! ```text
//! 1 2 3 4 5      a walk goes from key to key among the neighbours of each: two in its own row,
//!  q w e r t     two above and two below. `qwert` is straight, `qwedsa` turns twice, and `1qaz2wsx`
//!   a s d f g    goes back: from the end of a column to the beginning of the next.
//! ```

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Text};

/// A keyboard: where the characters up to U+00FF lie, and what it costs to choose it.
struct Layout {
    keys: [u8; 256],
    /// Whether each row lies half a key to the right of the one above.
    staggered: bool,
    cost: u32,
}

/// Rows of keys in Latin-1, each unshifted and then shifted; a space is no key.
type Rows = [[&'static [u8]; 2]; 4];

/// So many of them are looked at for every password.
const COMMON: usize = 4;
static LAYOUTS: [Layout; 10] = [
    Layout::new(QWERTY, true, 0),
    Layout::new(QWERTZ, true, 2 * BIT),
    Layout::new(AZERTY, true, 2 * BIT),
    Layout::new(KEYPAD, false, 2 * BIT),
    Layout::new(PHONE, false, 2 * BIT),
    Layout::new(DVORAK, true, 4 * BIT),
    Layout::new(COLEMAK, true, 4 * BIT),
    Layout::new(BEPO, true, 4 * BIT),
    Layout::new(TURKISH_Q, true, 3 * BIT),
    Layout::new(TURKISH_F, true, 4 * BIT),
];

const QWERTY: Rows = [
    [b"`1234567890-=", b"~!@#$%^&*()_+"],
    [b" qwertyuiop[]\\", b" QWERTYUIOP{}|"],
    [b" asdfghjkl;'", b" ASDFGHJKL:\""],
    [b" zxcvbnm,./", b" ZXCVBNM<>?"],
];
/// With `ß ´ ü ö ä` and `° § Ü Ö Ä`.
const QWERTZ: Rows = [
    [b"^1234567890\xdf\xb4", b"\xb0!\"\xa7$%&/()=?`"],
    [b" qwertzuiop\xfc+", b" QWERTZUIOP\xdc*"],
    [b" asdfghjkl\xf6\xe4#", b" ASDFGHJKL\xd6\xc4'"],
    [b" yxcvbnm,.-", b" YXCVBNM;:_"],
];
/// With `² é è ç à ù` and `¨ £ µ §`.
const AZERTY: Rows = [
    [b"\xb2&\xe9\"'(-\xe8_\xe7\xe0)=", b" 1234567890\xb0+"],
    [b" azertyuiop^$", b" AZERTYUIOP\xa8\xa3"],
    [b" qsdfghjklm\xf9*", b" QSDFGHJKLM%\xb5"],
    [b" wxcvbn,;:!", b" WXCVBN?./\xa7"],
];
const DVORAK: Rows = [
    [b"`1234567890[]", b"~!@#$%^&*(){}"],
    [b" ',.pyfgcrl/=", b" \"<>PYFGCRL?+"],
    [b" aoeuidhtns-", b" AOEUIDHTNS_"],
    [b" ;qjkxbmwvz", b" :QJKXBMWVZ"],
];
const COLEMAK: Rows = [
    [b"`1234567890-=", b"~!@#$%^&*()_+"],
    [b" qwfpgjluy;[]", b" QWFPGJLUY:{}"],
    [b" arstdhneio'", b" ARSTDHNEIO\""],
    [b" zxcvbkm,./", b" ZXCVBKM<>?"],
];
/// With `« » é è ç à` and `° É È Ç À`.
const BEPO: Rows = [
    [b"$\"\xab\xbb()@+-/*=%", b"#1234567890\xb0`"],
    [b" b\xe9po\xe8^vdljzw", b" B\xc9PO\xc8!VDLJZW"],
    [b" auie,ctsrnm\xe7", b" AUIE;CTSRNM\xc7"],
    [b" \xe0yx.k'qghf", b" \xc0YX:K?QGHF"],
];
/// With `ı` and `ğ` by what [`latin`] makes of them.
const TURKISH_Q: Rows = [
    [b"\"1234567890*-", b"\xe9!'^+%&/()=?_"],
    [b" qwertyu\x01op\x02\xfc", b" QWERTYUIOP\x02\xdc"],
    [b" asdfghjkl\x03i,", b" ASDFGHJKL\x03\x04;"],
    [b" zxcvbnm\xf6\xe7.", b" ZXCVBNM\xd6\xc7:"],
];
const TURKISH_F: Rows = [
    [b"+1234567890/-", b"*!\"^$%&'()=?_"],
    [b" fg\x02\x01odrnhpqw", b" FG\x02IODRNHPQW"],
    [b" uieatkmly\x03x", b" UIEATKMLY\x03X"],
    [b" j\xf6vc\xe7zsb.,", b" J\xd6VC\xc7ZSB:;"],
];
const PHONE: Rows = [[b"123", b""], [b"456", b""], [b"789", b""], [b" 0", b""]];

/// The keys of the Cyrillic layout from `а`, and of the Korean one from `ㄱ`, as those of QWERTY.
const CYRILLIC: &[u8; 32] = b"f,dult;pbqrkvyjghcnea[wxio]sm'.z";
const HANGUL: &[u8; 51] = b"rRrssseEffffffffaqQqtTdwWczxvgkoiOjpuPhhhhynnnnbmml";

/// The key of a small Cyrillic letter, as that of QWERTY.
pub(super) fn latin_key(letter: char) -> Option<u8> {
    CYRILLIC.get((letter as usize).wrapping_sub('а' as usize)).copied()
}

/// The character of Latin-1 by which a character's key is known.
fn latin(char: char) -> usize {
    let lower = text::lower(char);
    usize::from(match lower {
        'а'..='я' => CYRILLIC[lower as usize - 'а' as usize],
        'ё' => b'`',
        'ㄱ'..='ㅣ' => HANGUL[char as usize - 'ㄱ' as usize],
        'ı' => 1,
        'ğ' => 2,
        'ş' => 3,
        'İ' => 4,
        _ => return char as usize,
    })
}

const KEYPAD: Rows = [[b"789", b""], [b"456", b""], [b"123", b""], [b"0", b""]];

/// The fewest keys of a walk.
const SHORTEST: usize = 4;
/// The cost of a walk that starts at an edge of the keyboard, and of one that starts elsewhere.
const EDGE: u32 = 5 * BIT;
const ELSEWHERE: u32 = 7 * BIT;
/// The cost of a turn or a way back: after how many keys, and where to.
const TURN: u32 = 4 * BIT;
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
    /// A key is packed into a byte, `row << 5 | shifted << 4 | column + 1`; 0 is none.
    const fn new(rows: Rows, staggered: bool, cost: u32) -> Self {
        let mut keys = [0; 256];
        let mut place = 0;
        while place < 8 {
            let (row, shifted) = (place / 2, place % 2);
            let characters = rows[row][shifted];
            let mut column = 0;
            while column < characters.len() {
                if characters[column] != b' ' {
                    keys[characters[column] as usize] = (row << 5 | shifted << 4 | (column + 1)) as u8;
                }
                column += 1;
            }
            place += 1;
        }
        Self { keys, staggered, cost }
    }

    fn key(&self, char: char) -> Option<Key> {
        match self.keys.get(latin(char)) {
            None | Some(0) => None,
            Some(key) => {
                let (row, column) = ((key >> 5) as i8, (key & 15) as i8 - 1);
                Some(Key { row, column, shifted: key & 16 != 0 })
            }
        }
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

#[inline(never)]
pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    find_on(&LAYOUTS[..COMMON], text, found);
}

/// Walks on the keyboards that fewer people type on.
pub(super) fn find_rarer(text: &Text, found: &mut Vec<Match>) {
    find_on(&LAYOUTS[COMMON..], text, found);
}

fn find_on(layouts: &[Layout], text: &Text, found: &mut Vec<Match>) {
    for layout in layouts {
        let mut walk: Option<Walk> = None;
        for (index, char) in text.iter().enumerate() {
            let key = layout.key(char.char);
            let step = walk.as_ref().zip(key).and_then(|(walk, key)| layout.direction(walk.last, key));
            match (&mut walk, key, step) {
                (Some(walk), Some(key), Some(direction)) => walk.go(key, direction),
                (Some(walk), Some(key), None) if walk.leads_back(key) => walk.go_back(key),
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
    /// Where the last straight stretch began.
    corner: Key,
    direction: Option<(i8, i8)>,
    turns: u32,
    shifts: u32,
}

impl Walk {
    fn start(key: Key, start: usize) -> Self {
        Self { start, first: key, last: key, corner: key, direction: None, turns: 0, shifts: u32::from(key.shifted) }
    }

    fn go(&mut self, key: Key, direction: (i8, i8)) {
        if self.direction.is_some_and(|last| last != direction) {
            self.turns += 1;
            self.corner = self.last;
        }
        self.shifts += u32::from(key.shifted != self.last.shifted);
        (self.direction, self.last) = (Some(direction), key);
    }

    /// Whether a key begins the column beside the one that the walk has just been through, of three keys at least.
    fn leads_back(&self, key: Key) -> bool {
        let column = (key.column - self.corner.column).abs() == 1;
        column && key.row == self.corner.row && (self.last.row - self.corner.row).abs() >= 2
    }

    fn go_back(&mut self, key: Key) {
        self.turns += 1;
        self.shifts += u32::from(key.shifted != self.last.shifted);
        (self.corner, self.last) = (key, key);
    }

    fn end(self, layout: &Layout, end: usize, found: &mut Vec<Match>) {
        let length = end - self.start;
        if length < SHORTEST {
            return;
        }
        let edge = self.first.column <= 1 || self.first.row == 0;
        let cost =
            layout.cost + if edge { EDGE } else { ELSEWHERE } + self.turns * TURN + self.shifts * SHIFT + log2(length);
        let variation = Variation { capitals: self.shifts > 0, ..Variation::default() };
        found.push(Match { kind: PartKind::KeyboardWalk, start: self.start, end, cost, variation });
    }
}
