//! A better password: passphrases and random characters.
//!
//! Randomness comes from the caller, as a function that fills a slice: the browser's `crypto.getRandomValues`
//! there, a scripted one in the tests. Every choice is drawn without modulo bias.

use std::fmt;
use zeroize::{Zeroize, Zeroizing};

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
            allowed: required.iter().fold(0, |all, set| all | set),
            required: required.into(),
        }
    }
}

impl PasswordRules {
    /// More than anybody requires; the time that [`share`](Self::share) takes doubles with each.
    const MOST_REQUIRED: usize = 12;

    fn are_followed(&self, password: &[u8]) -> bool {
        let longest_run = password.chunk_by(|a, b| a == b).map(<[u8]>::len).max().unwrap_or(0);
        let present = set(password.iter().copied());
        longest_run <= self.max_consecutive && self.required.iter().all(|set| set & present != 0)
    }

    /// The share of the strings of `length` allowed characters that follow the rules, by inclusion and exclusion:
    /// all, less those without a character of a required set, and again those without any of two, and so on.
    fn share(&self, length: usize) -> f64 {
        // What counts of a set is how many characters are left without it.
        let mut runs = [None; 129];
        let mut share = 0.0;
        for subset in 0_u32..1 << self.required.len() {
            let chosen = self.required.iter().enumerate().filter(|(place, _)| subset >> place & 1 == 1);
            let left = (self.allowed & !chosen.fold(0, |all, (_, set)| all | set)).count_ones();
            let part = *runs[left as usize].get_or_insert_with(|| {
                share_without_long_runs(length, left.into(), self.allowed.count_ones().into(), self.max_consecutive)
            });
            share += if subset.count_ones() % 2 == 0 { part } else { -part };
        }
        share
    }
}

/// How many strings of `some` characters have no run longer than `most`, as a share of all strings of their length
/// of `all` characters.
fn share_without_long_runs(length: usize, some: f64, all: f64, most: usize) -> f64 {
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

    fn from_str(text: &str) -> Result<Self, GenerateError> {
        let mut rules = Self { required: Vec::new(), allowed: 0, ..Self::default() };
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let syntax = || GenerateError::Syntax(rest.to_owned());
            let (name, after) = rest.split_once(':').ok_or_else(syntax)?;
            // A semicolon within brackets is a character and not the end of the rule.
            let bracket = after.find('[').filter(|&open| after.find(';').is_none_or(|end| open < end));
            let bracket_end = match bracket {
                Some(open) => open + close(&after[open..]).ok_or_else(syntax)?,
                None => 0,
            };
            let end = after[bracket_end..].find(';').map_or(after.len(), |end| bracket_end + end);
            let value = after[..end].trim();
            let number = || value.parse::<usize>().map_err(|_| syntax());
            match name.trim().to_ascii_lowercase().as_str() {
                "minlength" => rules.min_length = Some(number()?),
                "maxlength" => rules.max_length = Some(number()?),
                // Of several, the least.
                "max-consecutive" => rules.max_consecutive = rules.max_consecutive.min(number()?.max(1)),
                "required" if rules.required.len() < Self::MOST_REQUIRED => {
                    rules.required.push(classes(value).ok_or_else(syntax)?);
                }
                "allowed" => rules.allowed |= classes(value).ok_or_else(syntax)?,
                _ => return Err(syntax()),
            }
            rest = after[end..].trim_start_matches(';').trim_start();
        }
        if rules.required.is_empty() && rules.allowed == 0 {
            rules.required = Self::default().required;
        }
        rules.allowed = rules.required.iter().fold(rules.allowed, |all, set| all | set);
        Ok(rules)
    }
}

/// Where the bracket at the start closes: a `]` right after `[` (or `[-`) and one before another `]` are characters.
fn close(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = 1 + usize::from(bytes.get(1) == Some(&b'-'));
    let end = (first + 1..bytes.len()).find(|&place| bytes[place] == b']')?;
    Some(if bytes.get(end + 1) == Some(&b']') { end + 1 } else { end })
}

/// The characters of classes joined by commas.
fn classes(value: &str) -> Option<Set> {
    let mut all = 0;
    let mut rest = value;
    while !rest.is_empty() {
        if rest.starts_with('[') {
            let end = close(rest)?;
            all |= set(rest[1..end].bytes());
            rest = rest[end + 1..].trim_start();
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
    (all != 0).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The generator of Steele, Lea and Flood (2014), SplitMix64: good enough to see a bias.
    fn splitmix(mut state: u64) -> impl FnMut(&mut [u8]) {
        move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut z = state;
                z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
            }
        }
    }

    fn words() -> Vec<String> {
        (0..1_296).map(|number| format!("w{number}")).collect()
    }

    #[test]
    fn a_passphrase_is_as_many_words_of_the_list_as_asked_for() {
        let words = words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let generated = passphrase(&words, 5, &mut splitmix(1)).unwrap();
        assert_eq!(generated.password.split('-').filter(|word| words.contains(word)).count(), 5);
        assert!((generated.bits - 5.0 * 1_296_f64.log2()).abs() < 1e-9);
        assert_eq!(passphrase(&words[..10], 5, &mut splitmix(1)).unwrap_err(), GenerateError::TooFewWords);
    }

    #[test]
    fn every_choice_is_as_likely_as_the_others() {
        // The chi-squared statistic of 100,000 draws, against its 99.99th percentile for each bound − 1.
        for (bound, limit) in [(2, 15.14), (10, 33.72), (26, 60.14), (95, 153.2)] {
            let (mut random, draws) = (splitmix(bound as u64), 100_000);
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
            let generated = characters(12, &rules, &mut splitmix(seed)).unwrap();
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
        ] {
            let rules: PasswordRules = text.parse().unwrap();
            let all = strings(characters_of.as_bytes(), length);
            let count = all.iter().filter(|password| rules.are_followed(password)).count();
            let generated = characters(length, &rules, &mut splitmix(7)).unwrap();
            assert!((generated.bits - (count as f64).log2()).abs() < 1e-9, "{text}: {} for {count}", generated.bits);
        }
    }

    #[test]
    fn every_password_that_follows_the_rules_is_as_likely_as_the_others() {
        let rules: PasswordRules = "required: [a]; allowed: [bc]; max-consecutive: 2".parse().unwrap();
        let (mut random, draws) = (splitmix(3), 50_000);
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

    #[test]
    fn rules_that_cannot_be_followed_or_read_are_errors() {
        let rules: PasswordRules = "required: lower; required: upper; required: digit".parse().unwrap();
        assert_eq!(characters(2, &rules, &mut splitmix(1)).unwrap_err(), GenerateError::TooShort);
        for (text, length) in [("allowed: [a]; max-consecutive: 2", 5), ("allowed: [ab]; max-consecutive: 1", 40)] {
            let rules: PasswordRules = text.parse().unwrap();
            assert_eq!(characters(length, &rules, &mut splitmix(1)).unwrap_err(), GenerateError::Impossible);
        }
        assert!("required: lower;".repeat(13).parse::<PasswordRules>().is_err());
        for text in ["minlength: many", "required: vowels", "required: [abc", "nonsense", "minlength 5"] {
            assert!(matches!(text.parse::<PasswordRules>(), Err(GenerateError::Syntax(_))), "{text}");
        }
    }
}
