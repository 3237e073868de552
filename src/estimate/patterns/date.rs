//! Dates and years: `24.12.1996`, `19961224`, `241296`, `1996`.

use crate::estimate::PartKind;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Text};

/// Choosing a date, its order, and a day and a month out of 366.
const DAY_AND_MONTH: u32 = 12 * BIT;
/// A separator, which is the same both times.
const SEPARATOR: u32 = 3 * BIT;
/// The cost of a year that is close to the present one, and of a century in which passwords' years lie.
const RECENT: u32 = 7 * BIT;
const CENTURY: u32 = 9 * BIT;

/// The orders in which the fields of a date are written, with the number of digits of each.
const ORDERS: [([Field; 3], u32); 7] = [
    ([Field::Day, Field::Month, Field::LongYear], 0),
    ([Field::Month, Field::Day, Field::LongYear], BIT),
    ([Field::LongYear, Field::Month, Field::Day], BIT),
    ([Field::Day, Field::Month, Field::ShortYear], 0),
    ([Field::Month, Field::Day, Field::ShortYear], BIT),
    ([Field::ShortYear, Field::Month, Field::Day], BIT),
    ([Field::LongYear, Field::Day, Field::Month], 3 * BIT),
];

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Day,
    Month,
    /// Two digits.
    ShortYear,
    /// Four digits.
    LongYear,
}

#[inline(never)]
pub(super) fn find(text: &Text, present: i32, found: &mut Vec<Match>) {
    for start in 0..text.len() {
        if !text::is_digit(text[start].symbol) {
            continue;
        }
        if let Some((year, end)) = number(text, start, 4, 4)
            && let Some(cost) = year_cost(year as i32, present)
        {
            let variation = Variation::default();
            found.push(Match { kind: PartKind::Year, start, end, cost, variation });
        }
        for (fields, order) in ORDERS {
            if let Some((end, cost)) = date(text, start, fields, present) {
                let variation = Variation::default();
                found.push(Match { kind: PartKind::Date, start, end, cost: cost + order, variation });
            }
        }
    }
}

/// What a year costs: the less, the closer it is to the present.
fn year_cost(year: i32, present: i32) -> Option<u32> {
    match i64::from(present) - i64::from(year) {
        -5..=60 => Some(RECENT),
        -50..=150 => Some(CENTURY),
        _ => None,
    }
}

/// Where a date in this order ends, and its cost.
fn date(text: &Text, start: usize, fields: [Field; 3], present: i32) -> Option<(usize, u32)> {
    let separator = |index: usize| {
        text.get(index).map(|char| char.char).filter(|char| matches!(char, '.' | '/' | '-' | '_' | ' ' | ','))
    };
    // With separators a day or a month may have one digit; the first field tells.
    let (mut place, mut cost, mut chosen) = (start, DAY_AND_MONTH, None);
    for (index, field) in fields.into_iter().enumerate() {
        if index == 1 {
            chosen = separator(place);
            if chosen.is_some() {
                cost += SEPARATOR;
            }
        }
        if index > 0 && chosen.is_some() {
            if separator(place) != chosen {
                return None;
            }
            place += 1;
        }
        let (fewest, most) = match field {
            Field::LongYear => (4, 4),
            Field::ShortYear => (2, 2),
            Field::Day | Field::Month => {
                let separated = if index == 0 { separator(place + 1).is_some() } else { chosen.is_some() };
                (if separated { 1 } else { 2 }, 2)
            }
        };
        let (value, end) = number(text, place, fewest, most)?;
        match field {
            Field::Day if !(1..=31).contains(&value) => return None,
            Field::Month if !(1..=12).contains(&value) => return None,
            Field::Day | Field::Month => {}
            Field::ShortYear => cost += RECENT,
            Field::LongYear => cost += year_cost(value as i32, present)?,
        }
        place = end;
    }
    Some((place, cost))
}

/// The number at a place, as many digits of it as there are, and where it ends.
fn number(text: &Text, start: usize, fewest: usize, most: usize) -> Option<(u32, usize)> {
    let digits = || text[start.min(text.len())..].iter().take(most).map_while(|char| char.char.to_digit(10));
    let count = digits().count();
    (count >= fewest).then(|| (digits().fold(0, |number, digit| number * 10 + digit), start + count))
}
