//! A better password: passphrases and random characters.
//!
//! Randomness comes from the caller, as a function that fills a slice: the browser's `crypto.getRandomValues`
//! there, a scripted one in the tests. Every choice is drawn without modulo bias.

use crate::estimate::Part;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// The most characters that the package's `generate()` makes.
pub const MAX_LENGTH: usize = 1_024;
/// The most words of a passphrase that it makes.
pub const MAX_WORDS: usize = 64;

/// Fills a slice with random bytes.
pub trait Random: FnMut(&mut [u8]) {}
impl<F: FnMut(&mut [u8])> Random for F {}

/// A password that nobody chose.
pub struct Generated {
    /// The password; wiped from memory when dropped.
    pub password: Zeroizing<String>,
    /// log2 of the number of passwords that it was drawn from, each as likely as the others.
    pub bits: f64,
}

impl fmt::Debug for Generated {
    /// Tells how strong it is, and not which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Generated").field("bits", &self.bits).finish_non_exhaustive()
    }
}

/// Why no password can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GenerateError {
    /// The list of words is too short to draw from.
    TooFewWords,
    /// The rules demand more kinds of characters than the length has room for.
    TooShort,
    /// The rules allow no password of this length, or fewer than one in ten thousand of those that their
    /// characters could make.
    Impossible,
    /// The rules cannot be read, or require too much; from this text on.
    Syntax(String),
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewWords => {
                f.write_str("a passphrase needs a list of at least 1,000 words and at least one word of it")
            }
            Self::TooShort => {
                f.write_str("the length leaves no room for all the characters that passwordrules require")
            }
            Self::Impossible => f.write_str("next to no password can follow these passwordrules"),
            Self::Syntax(text) => write!(f, "passwordrules cannot be read from here on: {text}"),
        }
    }
}

impl std::error::Error for GenerateError {}

/// A passphrase: `count` words of the list, joined by hyphens.
///
/// # Errors
/// [`GenerateError::TooFewWords`] where the list has fewer than a thousand words, or `count` is zero.
pub fn passphrase(words: &[&str], count: usize, random: &mut impl Random) -> Result<Generated, GenerateError> {
    if words.len() < 1_000 || count == 0 {
        return Err(GenerateError::TooFewWords);
    }
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    // Room from the start: a string that grows leaves copies behind.
    let mut password = Zeroizing::new(String::with_capacity((longest + 1) * count));
    for place in 0..count {
        if place > 0 {
            password.push('-');
        }
        password.push_str(words[below(words.len(), random)]);
    }
    Ok(Generated { password, bits: count as f64 * (words.len() as f64).log2() })
}

/// A password that somebody chose, with `count` random words where the guessing is cheapest: beside the part that
/// fewer guesses find than any other, between two parts where it can be. What was typed stays as it was.
///
/// `sequence` is the estimate's of the same password. Whether the variation is strong enough is for an estimate to tell: a
/// caller asks for more words until it is. The bits are those of the random words alone.
///
/// # Errors
/// [`GenerateError::TooFewWords`] where the list has fewer than a thousand words, or `count` is zero.
pub fn variation(
    password: &str,
    sequence: &[Part],
    words: &[&str],
    count: usize,
    random: &mut impl Random,
) -> Result<Generated, GenerateError> {
    let drawn = passphrase(words, count, random)?;
    // What people join words by goes on joining them.
    let joint = password.chars().find(|char| " -_.".contains(*char)).unwrap_or('-');
    let place = cheapest_joint(password, sequence);
    let (before, after) = password.split_at(place);
    // Room from the start: a string that grows leaves copies behind.
    let mut varied = Zeroizing::new(String::with_capacity(password.len() + drawn.password.len() + 2));
    varied.push_str(before);
    if !before.is_empty() && !before.ends_with(joint) {
        varied.push(joint);
    }
    drawn.password.chars().for_each(|char| varied.push(if char == '-' { joint } else { char }));
    if !after.is_empty() && !after.starts_with(joint) {
        varied.push(joint);
    }
    varied.push_str(after);
    Ok(Generated { password: varied, bits: drawn.bits })
}

/// Where two parts meet beside the cheapest one; the end of a password of one part.
fn cheapest_joint(password: &str, sequence: &[Part]) -> usize {
    let Some(cheapest) = sequence.iter().min_by(|a, b| a.guesses_log10.total_cmp(&b.guesses_log10)) else {
        return password.len();
    };
    let place = if cheapest.end < password.len() || cheapest.start == 0 { cheapest.end } else { cheapest.start };
    // A sequence of another password must not split a character.
    if password.is_char_boundary(place) { place } else { password.len() }
}

/// A random password of `length` characters that follows the rules: each such password is as likely as the others.
///
/// # Errors
/// Where no password of this length can follow them, or too few can.
pub fn characters(length: usize, rules: &PasswordRules, random: &mut impl Random) -> Result<Generated, GenerateError> {
    /// Below it, drawing until the rules are followed would take too long.
    const LEAST_SHARE: f64 = 1e-4;
    /// So many draws miss with a probability of e⁻¹⁰⁰ at most; a source that is not random must not go on for ever.
    const TRIES: usize = 1_000_000;
    if length == 0 || length < rules.required.len() {
        return Err(GenerateError::TooShort);
    }
    let allowed: Vec<u8> = (0..128).filter(|&byte| rules.allowed & (1 << byte) != 0).collect();
    let share = rules.share(length);
    if allowed.is_empty() || share < LEAST_SHARE {
        return Err(GenerateError::Impossible);
    }
    let mut password = Zeroizing::new(vec![0_u8; length]);
    for _ in 0..TRIES {
        password.fill_with(|| allowed[below(allowed.len(), random)]);
        if rules.are_followed(&password) {
            let text = password.iter().copied().map(char::from).collect();
            let bits = length as f64 * (allowed.len() as f64).log2() + share.log2();
            return Ok(Generated { password: Zeroizing::new(text), bits });
        }
    }
    Err(GenerateError::Impossible)
}

/// A number from 0 to `bound` − 1, each as likely: draws that would favour some are thrown away.
fn below(bound: usize, random: &mut impl Random) -> usize {
    let bound = bound as u32;
    // The largest multiple of the bound that fits: what lies above would favour the small numbers.
    let fair = u32::MAX - u32::MAX % bound;
    loop {
        let mut bytes = [0; 4];
        random(&mut bytes);
        let drawn = u32::from_le_bytes(bytes);
        bytes.zeroize();
        if drawn < fair {
            return (drawn % bound) as usize;
        }
    }
}

/// What a site accepts, in the words of the attribute `passwordrules`.
///
/// Source: Apple, "Customizing Password AutoFill rules", and the draft of the attribute for HTML.
///
/// ```
/// use passmuster::generate::PasswordRules;
///
/// let rules: PasswordRules = "minlength: 20; required: lower; required: digit; allowed: [-().]".parse()?;
/// assert_eq!(rules.min_length, Some(20));
/// # Ok::<(), passmuster::generate::GenerateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordRules {
    /// The fewest characters.
    pub min_length: Option<usize>,
    /// The most characters.
    pub max_length: Option<usize>,
    /// The longest run of one character.
    max_consecutive: usize,
    /// The longest run of characters in order, up or down, such as `abc` and `321`.
    max_sequential: usize,
    /// Sets of which at least one character must occur, each.
    required: Vec<Set>,
    /// What may occur, what is required included.
    allowed: Set,
}

/// A set of ASCII characters: a bit each.
type Set = u128;

fn set(bytes: impl IntoIterator<Item = u8>) -> Set {
    bytes.into_iter().filter(u8::is_ascii_graphic).fold(0, |set, byte| set | 1 << byte)
}

impl Default for PasswordRules {
    /// What next to every site accepts: a small letter, a capital, a digit and a hyphen at least, and none of
    /// the look-alikes `0O1lI`.
    fn default() -> Self {
        let required =
            ["abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-"].map(|text| set(text.bytes()));
        Self {
            min_length: None,
            max_length: None,
            max_consecutive: usize::MAX,
            max_sequential: usize::MAX,
            allowed: required.iter().fold(0, |all, set| all | set),
            required: required.into(),
        }
    }
}

impl PasswordRules {
    /// Whether a password follows these rules. Those of length count characters.
    pub fn allow(&self, password: &str) -> bool {
        let length = password.chars().count();
        length >= self.min_length.unwrap_or(0)
            && length <= self.max_length.unwrap_or(usize::MAX)
            && password.bytes().all(|byte| byte < 128 && self.allowed & (1 << byte) != 0)
            && self.are_followed(password.as_bytes())
    }

    /// More than anybody requires; the time that [`share`](Self::share) takes doubles with each.
    const MOST_REQUIRED: usize = 12;

    fn are_followed(&self, password: &[u8]) -> bool {
        let longest = |step: i16| {
            let follows = |a: &u8, b: &u8| i16::from(*b) - i16::from(*a) == step;
            password.chunk_by(follows).map(<[u8]>::len).max().unwrap_or(0)
        };
        let present = set(password.iter().copied());
        longest(0) <= self.max_consecutive
            && longest(1).max(longest(-1)) <= self.max_sequential
            && self.required.iter().all(|set| set & present != 0)
    }

    /// The share of the strings of `length` allowed characters that follow the rules, by inclusion and exclusion:
    /// all, less those without a character of a required set, and again those without any of two, and so on.
    fn share(&self, length: usize) -> f64 {
        let mut known: Vec<(Set, f64)> = Vec::new();
        let mut share = 0.0;
        for subset in 0_u32..1 << self.required.len() {
            let chosen = self.required.iter().enumerate().filter(|(place, _)| subset >> place & 1 == 1);
            let left = self.allowed & !chosen.fold(0, |all, (_, set)| all | set);
            // Where runs in order do not count, nothing of a set does but how many characters are left without it.
            let key = if self.max_sequential < length { left } else { (1 << left.count_ones()) - 1 };
            let part = match known.iter().find(|(set, _)| *set == key) {
                Some(&(_, part)) => part,
                None => {
                    let part = self.share_without_long_runs(length, key);
                    known.push((key, part));
                    part
                }
            };
            share += if subset.count_ones() % 2 == 0 { part } else { -part };
        }
        share
    }

    /// How many strings of these characters have no run longer than allowed, as a share of all strings of their length
    /// of the allowed characters.
    fn share_without_long_runs(&self, length: usize, of: Set) -> f64 {
        let all = f64::from(self.allowed.count_ones());
        if self.max_sequential >= length {
            return share_without_repetitions(length, of.count_ones().into(), all, self.max_consecutive);
        }
        // The shares of what ends in a character with a run of a length, by the step of the run: down, none, up. A
        // character that goes on with no run is a repetition of one.
        let (same, order) = (self.max_consecutive.min(length), self.max_sequential.min(length));
        let characters: Vec<usize> = (0..128).filter(|&byte| of & (1 << byte) != 0).collect();
        let empty = || vec![[vec![0.0; order + 1], vec![0.0; same + 1], vec![0.0; order + 1]]; 128];
        let mut ends = empty();
        for &byte in &characters {
            ends[byte][1][1] = 1.0 / all;
        }
        for _ in 1..length {
            let sum = |runs: &[Vec<f64>; 3]| runs.iter().flatten().sum::<f64>();
            let total: f64 = ends.iter().map(sum).sum();
            let mut next = empty();
            for &byte in &characters {
                let mut other = total;
                for (direction, step) in [-1_isize, 0, 1].into_iter().enumerate() {
                    let Some(before) = byte.checked_add_signed(-step).filter(|&before| before < 128) else { continue };
                    other -= sum(&ends[before]);
                    let most = if step == 0 { same } else { order };
                    // A run of this step goes on; what was a run of another begins one of this step, of two.
                    for run in 1..most {
                        next[byte][direction][run + 1] += ends[before][direction][run];
                    }
                    if most > 1 {
                        let others = ends[before].iter().enumerate().filter(|&(other, _)| other != direction);
                        next[byte][direction][2] += others.flat_map(|(_, runs)| runs).sum::<f64>();
                    }
                }
                next[byte][1][1] += other;
                for runs in &mut next[byte] {
                    runs.iter_mut().for_each(|share| *share /= all);
                }
            }
            ends = next;
        }
        ends.iter().flatten().flatten().sum()
    }
}

/// How many strings of `some` characters repeat none more than `most` times in a row, as a share of all strings of
/// their length of `all` characters.
fn share_without_repetitions(length: usize, some: f64, all: f64, most: usize) -> f64 {
    if most >= length {
        return (some / all).powi(length as i32);
    }
    // The shares of what may follow a run, by its length: it begins with a run of another character.
    let mut shares = vec![1.0];
    for length_of_rest in 1..=length {
        let choices = if length_of_rest < length { some - 1.0 } else { some };
        let mut share = 0.0;
        let mut weight = choices;
        for run in 1..=most.min(length_of_rest) {
            weight /= all;
            share += weight * shares[length_of_rest - run];
        }
        shares.push(share);
    }
    shares[length]
}

impl std::str::FromStr for PasswordRules {
    type Err = GenerateError;

    /// Reads what Apple's own parser reads: of several `minlength` the greatest counts and of several `maxlength` and
    /// `max-…` the least; a rule without a value, or with 0, says nothing.
    fn from_str(text: &str) -> Result<Self, GenerateError> {
        let mut rules = Self { required: Vec::new(), allowed: 0, ..Self::default() };
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let syntax = || GenerateError::Syntax(rest.to_owned());
            let (name, value) = rest.split_once(':').ok_or_else(syntax)?;
            let (value, after) = split_value(value).ok_or_else(syntax)?;
            let number = || match value {
                "" => Ok(None),
                _ => {
                    value.parse::<usize>().map(|number| Some(number).filter(|&number| number > 0)).map_err(|_| syntax())
                }
            };
            let least = |most: usize| number().map(|number| number.map_or(most, |number| number.min(most)));
            match name.trim().to_ascii_lowercase().as_str() {
                "minlength" => rules.min_length = rules.min_length.max(number()?),
                "maxlength" => rules.max_length = number()?.into_iter().chain(rules.max_length).min(),
                "max-consecutive" | "max-repeating" => rules.max_consecutive = least(rules.max_consecutive)?,
                "max-sequential" => rules.max_sequential = least(rules.max_sequential)?,
                "required" => {
                    let set = classes(value).ok_or_else(syntax)?;
                    // The same twice requires no more than once; characters that are not of ASCII cannot be drawn.
                    if set != 0 && !rules.required.contains(&set) {
                        rules.required.push(set);
                    }
                    if rules.required.len() > Self::MOST_REQUIRED {
                        return Err(syntax());
                    }
                }
                "allowed" => rules.allowed |= classes(value).ok_or_else(syntax)?,
                _ => return Err(syntax()),
            }
            rest = after;
        }
        if rules.required.is_empty() && rules.allowed == 0 {
            rules.required = Self::default().required;
        }
        rules.allowed = rules.required.iter().fold(rules.allowed, |all, set| all | set);
        Ok(rules)
    }
}

/// A rule's value, and the rules after it. A semicolon within brackets is a character and not the end of the rule.
fn split_value(text: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    while let Some(place) = text[end..].find([';', '[']) {
        end += place;
        if text.as_bytes()[end] == b';' {
            return Some((text[..end].trim(), text[end + 1..].trim_start()));
        }
        end += close(&text[end..])? + 1;
    }
    Some((text.trim(), ""))
}

/// Where the bracket at the start closes: at its first `]`, or at a second one right after it, where the first is a
/// character of the class.
fn close(text: &str) -> Option<usize> {
    let end = text.find(']')?;
    Some(if text[end + 1..].starts_with(']') { end + 1 } else { end })
}

/// The characters of classes joined by commas.
fn classes(value: &str) -> Option<Set> {
    let mut all = 0;
    let mut rest = value;
    while !rest.is_empty() {
        if rest.starts_with('[') {
            let end = close(rest)?;
            // A hyphen is a character where it stands first; elsewhere people mean a range, which there is not.
            all |= set(rest[1..end]
                .bytes()
                .enumerate()
                .filter(|&(place, byte)| byte != b'-' || place == 0)
                .map(|(_, byte)| byte));
            rest = rest[end + 1..].trim_start();
            if !rest.is_empty() && !rest.starts_with(',') {
                return None;
            }
        } else {
            let (class, _) = rest.split_once(',').unwrap_or((rest, ""));
            all |= match class.trim().to_ascii_lowercase().as_str() {
                "lower" => set(b'a'..=b'z'),
                "upper" => set(b'A'..=b'Z'),
                "digit" => set(b'0'..=b'9'),
                "special" => set(*b"-~!@#$%^&*_+=`|(){}[:;\"'<>,.?]"),
                "ascii-printable" | "unicode" => set(b'!'..=b'~'),
                _ => return None,
            };
            rest = &rest[class.len()..];
        }
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::rngs::Xoshiro256PlusPlus;
    use rand::{Rng, SeedableRng};

    /// Random bytes, the same ones for the same seed.
    fn seeded(seed: u64) -> impl FnMut(&mut [u8]) {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        move |bytes| random.fill_bytes(bytes)
    }

    fn words() -> Vec<String> {
        (0..1_296).map(|number| format!("w{number}")).collect()
    }

    #[test]
    fn a_passphrase_is_as_many_words_of_the_list_as_asked_for() {
        let words = words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let generated = passphrase(&words, 5, &mut seeded(1)).unwrap();
        assert_eq!(generated.password.split('-').filter(|word| words.contains(word)).count(), 5);
        assert!((generated.bits - 5.0 * 1_296_f64.log2()).abs() < 1e-9);
        assert_eq!(passphrase(&words[..10], 5, &mut seeded(1)).unwrap_err(), GenerateError::TooFewWords);
    }

    #[test]
    fn a_variation_keeps_what_was_typed_and_puts_words_beside_its_cheapest_part() {
        let words = words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let vary = |password: &str| {
            let estimate = crate::estimate(password, &crate::Context::default());
            variation(password, &estimate.sequence, &words, 2, &mut seeded(5)).unwrap()
        };
        for (password, start, end) in [
            ("monkey2024", "monkey-w", "-2024"),
            ("qwertyuiop", "qwertyuiop-w", ""),
            ("purple elephant", "purple w", "elephant"),
            ("", "w", ""),
        ] {
            let varied = vary(password);
            assert!(varied.password.starts_with(start) && varied.password.ends_with(end), "{}", *varied.password);
            assert_eq!(varied.bits, 2.0 * 1_296_f64.log2());
        }
        let torn = [Part { kind: crate::estimate::PartKind::Word, start: 0, end: 1, guesses_log10: 1.0 }];
        assert!(variation("éa", &torn, &words, 1, &mut seeded(5)).unwrap().password.starts_with("éa-w"));
        assert_eq!(variation("a", &[], &words, 0, &mut seeded(5)).unwrap_err(), GenerateError::TooFewWords);
    }

    #[test]
    fn rules_tell_whether_they_allow_a_password() {
        let rules: PasswordRules = "minlength: 4; maxlength: 6; required: digit; allowed: lower, [-]".parse().unwrap();
        assert!(rules.allow("ab-1"));
        for password in ["ab1", "abcdef1", "ab-c", "aB-1", "ab-1é"] {
            assert!(!rules.allow(password), "{password}");
        }
    }

    #[test]
    fn every_choice_is_as_likely_as_the_others() {
        // The chi-squared statistic of 100,000 draws, against its 99.99th percentile for each bound − 1.
        for (bound, limit) in [(2, 15.14), (10, 33.72), (26, 60.14), (95, 153.2)] {
            let (mut random, draws) = (seeded(bound as u64), 100_000);
            let mut counts = vec![0_u32; bound];
            (0..draws).for_each(|_| counts[below(bound, &mut random)] += 1);
            let expected = f64::from(draws) / bound as f64;
            let chi: f64 = counts.iter().map(|&count| (f64::from(count) - expected).powi(2) / expected).sum();
            assert!(chi < limit, "{chi} for {bound}");
        }
    }

    #[test]
    fn draws_above_the_last_multiple_of_the_bound_are_thrown_away() {
        let mut draws = [u32::MAX, u32::MAX - 1, 7].into_iter();
        let drawn = below(10, &mut |bytes: &mut [u8]| bytes.copy_from_slice(&draws.next().unwrap().to_le_bytes()));
        // 4,294,967,295 and 4,294,967,294 lie above 4,294,967,290.
        assert_eq!(drawn, 7);
    }

    #[test]
    fn random_characters_follow_the_rules() {
        let rules: PasswordRules =
            "required: lower; required: upper; required: digit; allowed: [-;]]; max-consecutive: 1; maxlength: 12;"
                .parse()
                .unwrap();
        assert_eq!(rules.max_length, Some(12));
        for seed in 0..500 {
            let generated = characters(12, &rules, &mut seeded(seed)).unwrap();
            let password = generated.password.as_bytes();
            assert_eq!(password.len(), 12);
            assert!(password.iter().any(u8::is_ascii_lowercase));
            assert!(password.iter().any(u8::is_ascii_uppercase));
            assert!(password.iter().any(u8::is_ascii_digit));
            assert!(password.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-;]".contains(byte)));
            assert!(password.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    /// All strings of a length over some characters.
    fn strings(of: &[u8], length: usize) -> Vec<Vec<u8>> {
        (0..length).fold(vec![Vec::new()], |all, _| {
            all.iter().flat_map(|text| of.iter().map(move |&byte| [text.as_slice(), &[byte]].concat())).collect()
        })
    }

    #[test]
    fn the_bits_are_those_of_the_passwords_that_follow_the_rules_counted_one_by_one() {
        for (text, characters_of, length) in [
            ("allowed: [ab]; max-consecutive: 2", "ab", 12),
            ("allowed: [ab]; max-consecutive: 1", "ab", 9),
            ("required: [abc]; max-consecutive: 1", "abc", 8),
            ("required: [a]; required: [bc]; allowed: [d]; max-consecutive: 2", "abcd", 6),
            ("required: [ab]; required: [bc]; allowed: [d]", "abcd", 5),
            ("required: [a]; required: [b]; required: [c]; required: [d]", "abcd", 4),
            ("required: [ab]; allowed: [cd]; max-consecutive: 3; max-consecutive: 5", "abcd", 5),
            ("allowed: [abc]; max-sequential: 2", "abc", 8),
            ("allowed: [abcx]; max-sequential: 2; max-repeating: 2", "abcx", 6),
            ("allowed: [abd]; max-sequential: 1; max-consecutive: 1", "abd", 7),
            ("required: [a]; required: [bx]; allowed: [cd]; max-sequential: 3; max-consecutive: 2", "abcdx", 6),
        ] {
            let rules: PasswordRules = text.parse().unwrap();
            let all = strings(characters_of.as_bytes(), length);
            let count = all.iter().filter(|password| rules.are_followed(password)).count();
            let generated = characters(length, &rules, &mut seeded(7)).unwrap();
            assert!((generated.bits - (count as f64).log2()).abs() < 1e-9, "{text}: {} for {count}", generated.bits);
        }
    }

    #[test]
    fn every_password_that_follows_the_rules_is_as_likely_as_the_others() {
        let rules: PasswordRules = "required: [a]; allowed: [bc]; max-consecutive: 2".parse().unwrap();
        let (mut random, draws) = (seeded(3), 50_000);
        let mut counts = std::collections::HashMap::new();
        for _ in 0..draws {
            *counts.entry(characters(4, &rules, &mut random).unwrap().password.to_string()).or_insert(0_u32) += 1;
        }
        // Of the 81 strings, 15 have too long a run and 10 of the others no a: 56 are left.
        assert_eq!(counts.len(), 56);
        let expected = f64::from(draws) / 56.0;
        let chi: f64 = counts.values().map(|&count| (f64::from(count) - expected).powi(2) / expected).sum();
        // The 99.99th percentile of 55 degrees of freedom.
        assert!(chi < 103.0, "{chi}");
    }

    /// The characters that rules allow, or require.
    fn allowed(text: &str) -> String {
        let rules: PasswordRules = text.parse().unwrap();
        (0..128_u8).filter(|&byte| rules.allowed & (1 << byte) != 0).map(char::from).collect()
    }

    #[test]
    fn classes_are_read_as_apples_own_parser_reads_them() {
        for (text, characters) in [
            ("allowed: [-]", "-"),
            ("allowed: []]", "]"),
            ("allowed: [-]]", "-]"),
            ("allowed: [a-c]", "ac"),
            ("allowed: [a;b], [;c]; max-consecutive: 2", ";abc"),
            ("allowed: [()[]]", "()[]"),
            ("allowed: [- .é’b]", "-.b"),
            ("allowed:digit,[x];", "0123456789x"),
            ("Allowed: DIGIT", "0123456789"),
            ("required: [é]; allowed: [q]", "q"),
            ("minlength:; maxlength: 0; max-consecutive: 0; allowed: [xyz]", "xyz"),
        ] {
            assert_eq!(allowed(text), characters, "{text}");
        }
    }

    #[test]
    fn of_rules_given_twice_the_stricter_counts() {
        let rules: PasswordRules =
            "minlength: 8; minlength: 6; maxlength: 20; maxlength: 30; required: lower; required: lower"
                .parse()
                .unwrap();
        assert_eq!((rules.min_length, rules.max_length, rules.required.len()), (Some(8), Some(20), 1));
    }

    #[test]
    fn no_run_is_longer_than_the_rules_allow() {
        let rules: PasswordRules = "allowed: digit; max-repeating: 1; max-sequential: 2".parse().unwrap();
        for seed in 0..200 {
            let generated = characters(16, &rules, &mut seeded(seed)).unwrap();
            let password = generated.password.as_bytes();
            assert!(password.windows(2).all(|pair| pair[0] != pair[1]));
            let in_order = |three: &[u8]| {
                three[1].abs_diff(three[0]) == 1
                    && i16::from(three[2]) - i16::from(three[1]) == i16::from(three[1]) - i16::from(three[0])
            };
            assert!(!password.windows(3).any(in_order));
        }
    }

    #[test]
    fn rules_that_cannot_be_followed_or_read_are_errors() {
        let rules: PasswordRules = "required: lower; required: upper; required: digit".parse().unwrap();
        assert_eq!(characters(2, &rules, &mut seeded(1)).unwrap_err(), GenerateError::TooShort);
        for (text, length) in [("allowed: [a]; max-consecutive: 2", 5), ("allowed: [ab]; max-consecutive: 1", 40)] {
            let rules: PasswordRules = text.parse().unwrap();
            assert_eq!(characters(length, &rules, &mut seeded(1)).unwrap_err(), GenerateError::Impossible);
        }
        let many: String = ('a'..='m').map(|letter| format!("required: [{letter}];")).collect();
        assert!(many.parse::<PasswordRules>().is_err());
        for text in
            ["minlength: many", "required: vowels", "required: [abc", "nonsense", "minlength 5", "allowed: []abc]"]
        {
            assert!(matches!(text.parse::<PasswordRules>(), Err(GenerateError::Syntax(_))), "{text}");
        }
    }
}
