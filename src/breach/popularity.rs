//! How popular is a password that has leaked so often?
//!
//! Frequency falls with rank as a power: the password of rank *r* is seen *f(r) = C / r^s* times, with *s* from
//! 0.46 to 0.91 for the popular passwords of the fourteen leaks that were looked at. Read the other way round, a
//! count gives a rank, and whoever guesses in order of popularity reaches the password with that many guesses:
//!
//! ```text
//! sightings   40,000,000    1,000,000   50,000    1,000      10          1
//! guesses              1           77    2,600   260,000   6·10⁷   9·10⁸
//! ```
//!
//! Source: Wang, Cheng, Wang, Huang, Jian, "Zipf's Law in Passwords", IEEE Transactions on Information Forensics
//! and Security 12(11), 2017, the model PDF-Zipf.

use super::Leak;

/// *C*: how often the most popular password was seen. In Have I Been Pwned's list that is some forty million.
const MOST: f64 = 4e7;

/// *s*: the power that leads from there to a count of 1 at the end of a list of about a billion passwords, as
/// Have I Been Pwned's is: log(4·10⁷) / log(9·10⁸). Leaked lists of one site alone give less, at most 0.91.
const POWER: f64 = 0.85;

impl Leak {
    /// log10 of the number of guesses within which an attacker with lists of leaked passwords finds the
    /// password; infinite where it is not known to have leaked. The more sightings, the fewer guesses.
    pub fn guesses_log10(self) -> f64 {
        match self {
            Self::Found(count) => (MOST / count.max(1) as f64).log10().max(0.0) / POWER,
            Self::Clear | Self::Unknown(_) => f64::INFINITY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::Unknown;

    #[test]
    fn a_password_seen_fifty_thousand_times_falls_to_the_first_few_thousand_guesses() {
        let guesses = 10_f64.powf(Leak::Found(50_000).guesses_log10());
        assert!((1_000.0..10_000.0).contains(&guesses), "{guesses}");
    }

    #[test]
    fn the_table_above_is_right() {
        for (count, guesses) in
            [(40_000_000, 1.0), (1_000_000, 77.0), (50_000, 2_600.0), (1_000, 260e3), (10, 6e7), (1, 9e8)]
        {
            let ratio = 10_f64.powf(Leak::Found(count).guesses_log10()) / guesses;
            assert!((0.95..1.05).contains(&ratio), "{count}: {}", ratio * guesses);
        }
    }

    #[test]
    fn more_sightings_are_never_more_guesses() {
        let counts = (0..64).map(|power| 1_u64 << power);
        let guesses: Vec<f64> = counts.map(|count| Leak::Found(count).guesses_log10()).collect();
        assert!(guesses.is_sorted_by(|fewer, more| fewer >= more));
        assert_eq!(Leak::Found(u64::MAX).guesses_log10(), 0.0);
        assert_eq!(Leak::Found(0).guesses_log10(), Leak::Found(1).guesses_log10());
    }

    #[test]
    fn what_is_not_known_to_have_leaked_is_as_hard_to_guess_as_before() {
        for leak in [Leak::Clear, Leak::Unknown(Unknown::Timeout)] {
            assert_eq!(leak.guesses_log10(), f64::INFINITY);
        }
    }
}
