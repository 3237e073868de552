//! Patterns with something between their characters, which hides them from a finder that reads on.
//!
//! ```text
//! z-y-x-w-v   m o n k e y   pas-swo-rd     what separates is left out
//! (m)(o)(n)   a, b, c, d                   and so is whatever stands between groups of one length
//! mxoxnxkxexy   1..2..3..4                 every second to fourth character is kept, where those between stay the same
//! mmoonnkkeeyy   DdRrAaGgOoNn              one of several equal ones is kept
//! m1o2n3k4e5y6   d1r9a9g0on   mo1nk2ey3    letters and digits in turn are two texts
//! mdornakgeoyn   mqownekretyy              and so are two words, or anything and a walk or a sequence
//! 4433555555666                            a phone's keys, pressed once for their first letter, twice for the next
//! ```
//!
//! What is left is given to the finders again. A part of it counts if something was left out of its midst, and where
//! what was left out is regular, the cheapest way to write all of it.

use super::{date, keyboard, lists, log2, personal, repeat, sequence, words};
use crate::estimate::cost::BIT;
use crate::estimate::model::Model;
use crate::estimate::search::{self, Match, Variation};
use crate::estimate::text::{self, Char, Text};
use crate::estimate::{Context, PartKind};

/// The fewest characters that are kept, and of a word that is zipped with another.
const SHORTEST: usize = 3;
const SHORTEST_ZIPPED: usize = 4;
/// The fewest characters that are kept and left out where what is kept is nothing known.
const FEWEST_KEPT: usize = 5;
const FEWEST_LEFT: usize = 4;
/// So many texts are looked at for their regular gaps: no password that people make has more, and it bounds the work.
const MOST_LOOKS: usize = 8;
/// The most characters of a group, of what stands between two, and of equal characters.
const LONGEST_GROUP: usize = 5;
/// What it costs to separate, to double, to zip two texts and to press a phone's keys.
const SEPARATED: u32 = 4 * BIT;
const DOUBLED: u32 = 3 * BIT;
const ZIPPED: u32 = 5 * BIT;
const PRESSED: u32 = 8 * BIT;
/// What stands between groups and is no usual separator, or longer, or stands at an end as well.
const UNUSUAL: u32 = 2 * BIT;

pub(super) fn find(model: &Model<'_>, text: &Text, context: &Context, found: &mut Vec<Match>) {
    Finder { model, context, text, found, nested: false, looks: MOST_LOOKS }.find();
}

struct Finder<'a> {
    model: &'a Model<'a>,
    context: &'a Context,
    text: &'a Text,
    found: &'a mut Vec<Match>,
    /// Whether this looks at what another one left between groups.
    nested: bool,
    /// How many more texts may be looked at.
    looks: usize,
}

impl Finder<'_> {
    fn find(&mut self) {
        let text = self.text;
        let kept: Vec<usize> = (0..text.len()).filter(|&place| !separates(text[place])).collect();
        if kept.len() < text.len() {
            self.look(&kept, 1, SEPARATED, false);
        }
        self.grouped();
        for period in 2..=LONGEST_GROUP {
            // Where the characters between stay the same: where the run begins tells which are kept.
            let between = |place: usize| {
                place + period < text.len()
                    && (1..period).all(|ahead| {
                        let next = place + period + ahead;
                        next >= text.len() || text[place + ahead].char == text[next].char
                    })
            };
            runs(text.len(), period, between, |start, count| {
                let places: Vec<usize> = (0..=count).map(|index| start + index * period).collect();
                self.look(&places, 1, SEPARATED + UNUSUAL, true);
            });
            let equal = |place: usize| {
                let same = |ahead: usize| text::folded(&text[place]) == text::folded(&text[place + ahead]);
                place + period <= text.len() && (1..period).all(same)
            };
            runs(text.len(), period, equal, |start, count| {
                let places: Vec<usize> = (0..count).map(|index| start + index * period).collect();
                self.look(&places, period, DOUBLED, true);
            });
        }
        self.classes_in_turn();
        self.words_in_turn();
        self.walks_in_turn();
        self.pressed();
    }

    /// Looks at the characters at these places, the last of which goes on for `width`; and at all of them together.
    fn look(&mut self, places: &[usize], width: usize, extra: u32, whole: bool) {
        // Each character again and again is a repeat already.
        let constant = places.iter().all(|&place| self.text[place].char == self.text[places[0]].char);
        if places.len() < SHORTEST || constant || self.looks == 0 {
            return;
        }
        self.looks -= 1;
        let kept = Text::of(places.iter().map(|&place| self.text[place]).collect());
        let parts = self.parts(&kept);
        for part in &parts {
            let (start, last) = (places[part.start], places[part.end - 1]);
            // A part of characters that stand together has been found already.
            if last + width > start + part.end - part.start {
                let left_out = last + width - start - (part.end - part.start);
                let cost = part.cost + extra + log2(left_out);
                self.found.push(Match { start, end: last + width, cost, ..*part });
            }
        }
        if whole {
            let (start, end) = (places[0], places[places.len() - 1] + width);
            self.all_of(&kept, parts, start, end, extra + log2(end - start - kept.len()));
        }
    }

    /// Takes the characters `start` to `end` for what is cheapest to write this text. Where that is not all known, the
    /// pattern is that the same comes again and again, between characters or after each; a few times it does by chance.
    fn all_of(&mut self, kept: &Text, parts: Vec<Match>, start: usize, end: usize, extra: u32) {
        let (cost, part, known) = self.written(kept, parts);
        if known || kept.len() >= FEWEST_KEPT && end - start >= kept.len() + FEWEST_LEFT {
            let kind = if part.kind == PartKind::Characters { PartKind::Repeat } else { part.kind };
            self.found.push(Match { kind, start, end, cost: cost + extra, variation: Variation::default() });
        }
    }

    /// What is found in a text that is left.
    fn parts(&self, text: &Text) -> Vec<Match> {
        let mut found = Vec::new();
        words::find(self.model, self.context.packs(), text, &mut found);
        keyboard::find(text, &mut found);
        sequence::find(text, &mut found);
        personal::find(text, self.context, &mut found);
        found
    }

    /// The cheapest way to write a text, by these parts and all others: its cost, its longest part, and whether it is
    /// nothing but what is known.
    fn written(&self, text: &Text, mut found: Vec<Match>) -> (u32, Match, bool) {
        date::find(text, self.context.year(), &mut found);
        repeat::find(text, &mut found);
        lists::find(text, &mut found);
        let segmentation = search::cheapest(self.model, text, &found);
        let known = |part: &Match| part.kind != PartKind::Characters;
        let longest = segmentation.parts.iter().max_by_key(|part| (known(part), part.end - part.start));
        (segmentation.cost, *longest.expect("a text has parts"), segmentation.parts.iter().all(known))
    }

    /// Groups of one length, and the last one of any, between which the same stands.
    fn grouped(&mut self) {
        let text = self.text;
        let mut kept = Vec::with_capacity(text.len());
        // Where each group begins, and its length.
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (place, char) in text.iter().enumerate().filter(|(_, char)| text::is_alphanumeric(char.char)) {
            kept.push(*char);
            match groups.last_mut() {
                Some((start, length)) if *start + *length == place => *length += 1,
                _ => groups.push((place, 1)),
            }
        }
        let [(first, length), .., (last, last_length)] = groups[..] else { return };
        let between = |pair: &[(usize, usize)]| pair[0].0 + pair[0].1..pair[1].0;
        let gap = &text[between(&groups)];
        let same = |pair: &[(usize, usize)]| {
            pair[0].1 == length && text[between(pair)].iter().map(|char| char.char).eq(gap.iter().map(|char| char.char))
        };
        // Brackets stand at both ends as they do between; any other sign there is none of this.
        let (before, behind) = (&text[..first], &text[last + last_length..]);
        let chars = |text: &[Char]| text.iter().map(|char| char.char).collect::<Vec<_>>();
        let bracketed = chars(gap).starts_with(&chars(behind)) && chars(gap).ends_with(&chars(before));
        if groups.len() < SHORTEST
            || !bracketed
            || before.is_empty() != behind.is_empty()
            || length.max(gap.len()) > LONGEST_GROUP
            || last_length > LONGEST_GROUP
            || !groups.windows(2).all(same)
        {
            return;
        }
        let unusual = u32::from(!separates(gap[0])) + gap.len() as u32 - 1;
        let kept = Text::of(kept);
        let mut parts = self.parts(&kept);
        if !self.nested {
            let (model, context, found) = (self.model, self.context, &mut parts);
            Finder { model, context, text: &kept, found, nested: true, looks: MOST_LOOKS }.find();
        }
        self.all_of(&kept, parts, 0, text.len(), SEPARATED + log2(length) + unusual * UNUSUAL);
    }

    /// Letters and whatever else in turn, in groups of one length each, until one of them ends.
    fn classes_in_turn(&mut self) {
        let text = self.text;
        let letter = |char: &Char| text::is_letter(char.char);
        let runs: Vec<&[Char]> = text.chunk_by(|one, next| letter(one) == letter(next)).collect();
        let [first, second, middle @ .., _] = &runs[..] else { return };
        let regular =
            |run: (usize, &&[Char])| run.1.len() == if run.0.is_multiple_of(2) { first.len() } else { second.len() };
        if middle.len() < SHORTEST
            || first.len().max(second.len()) > SHORTEST
            || !middle.iter().enumerate().all(regular)
        {
            return;
        }
        let of = |letters: bool| Text::of(text.iter().filter(|char| letter(char) == letters).copied().collect());
        self.two_texts([of(true), of(false)], false);
    }

    /// Two words, a character of each in turn, until one of them ends.
    fn words_in_turn(&mut self) {
        let text = self.text;
        for short in [0, 1] {
            let strand = |which: usize, end: usize| text[..end].iter().skip(which).step_by(2).copied();
            let mut lengths = Vec::new();
            words::starting(
                self.model,
                self.context.packs(),
                &strand(short, text.len()).collect::<Vec<_>>(),
                0,
                |_, length, _, _| {
                    if length >= SHORTEST_ZIPPED && !lengths.contains(&length) {
                        lengths.push(length);
                    }
                },
            );
            for length in lengths {
                let end = (2 * length).min(text.len());
                let other = strand(1 - short, end).chain(text[end..].iter().copied()).collect();
                self.two_texts([Text::of(strand(short, end).collect()), Text::of(other)], true);
            }
        }
    }

    /// A walk or a sequence, and anything, a character of each in turn; or a sequence after every two or three.
    fn walks_in_turn(&mut self) {
        let text = self.text;
        if text.iter().all(|char| text::is_digit(char.symbol)) {
            return;
        }
        for period in 2..LONGEST_GROUP {
            for first in 0..period {
                let strand = |own: bool| {
                    let places = text.iter().enumerate().filter(|(place, _)| (place % period == first) == own);
                    Text::of(places.map(|(_, char)| *char).collect())
                };
                let one = strand(true);
                if one.len() >= SHORTEST
                    && text.len() >= 2 * SHORTEST
                    && (sequence::is_one(&one) || period == 2 && walks(&one))
                {
                    self.two_texts([one, strand(false)], false);
                }
            }
        }
    }

    /// Takes the text for two, one of which at least, or both, are nothing but what is known.
    fn two_texts(&mut self, texts: [Text; 2], both: bool) {
        if texts.iter().any(|text| text.is_empty()) {
            return;
        }
        let [(cost, part, known), (other_cost, other_part, other_known)] =
            texts.each_ref().map(|text| self.written(text, self.parts(text)));
        if known && other_known || !both && (known || other_known) {
            let part = if known && (!other_known || part.end - part.start >= other_part.end - other_part.start) {
                part
            } else {
                other_part
            };
            let cost = ZIPPED + cost + other_cost;
            self.found.push(Match { start: 0, end: self.text.len(), cost, variation: Variation::default(), ..part });
        }
    }

    /// Letters by how often a phone's key is pressed.
    fn pressed(&mut self) {
        const FIRST: &[u8; 8] = b"adgjmptw";
        let (mut letters, mut pauses) = (Vec::new(), 0);
        for run in self.text.chunk_by(|one, next| one.char == next.char) {
            match (run[0].char, run.len()) {
                (' ' | '-' | '.', 1) => pauses += 1,
                (key @ '2'..='9', count) => {
                    let most = if matches!(key, '7' | '9') { 4 } else { 3 };
                    for pressed in (0..count).step_by(most).map(|before| most.min(count - before)) {
                        letters.push(Char::plain(FIRST[key as usize - '2' as usize] + pressed as u8 - 1));
                    }
                }
                _ => return,
            }
        }
        if letters.len() >= SHORTEST && letters.len() + pauses < self.text.len() {
            let letters = Text::of(letters);
            let parts = self.parts(&letters);
            self.all_of(&letters, parts, 0, self.text.len(), PRESSED + pauses as u32 * UNUSUAL);
        }
    }
}

/// Hands the longest runs of places at a distance of `period` for each of which something holds.
fn runs(length: usize, period: usize, holds: impl Fn(usize) -> bool, mut run: impl FnMut(usize, usize)) {
    for offset in 0..period {
        let mut start = offset;
        while start < length {
            let count = (start..length).step_by(period).take_while(|&place| holds(place)).count();
            if count >= SHORTEST {
                run(start, count);
            }
            start += (count + 1) * period;
        }
    }
}

fn separates(char: Char) -> bool {
    matches!(char.char, ' ' | '-' | '_' | '.' | ',' | ';' | ':' | '/' | '\\' | '|' | '+' | '*' | '~' | '=' | '#' | '\'')
}

/// Whether a text is one walk.
fn walks(text: &Text) -> bool {
    let mut found = Vec::new();
    keyboard::find(text, &mut found);
    found.iter().any(|part| part.end - part.start == text.len())
}
