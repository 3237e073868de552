//! Leaving a server in trouble alone.

use super::Leak;
use std::time::Duration;

/// A circuit breaker: after three failed lookups in a row it rests for a minute, then lets lookups through
/// again; the next failure makes it rest anew, the next answer makes all well.
///
/// On the day on which millions of people reset their passwords at once, a server that is down must not be
/// asked again by all of them for every password that they try.
#[derive(Clone, Debug, Default)]
pub struct Breaker {
    failures: u32,
    rests_until: Option<Duration>,
}

impl Breaker {
    /// How many failures in a row make it rest.
    pub const FAILURES: u32 = 3;
    /// For how long it rests.
    pub const REST: Duration = Duration::from_secs(60);

    /// Whether nobody should ask now. `now` is the time since any fixed moment.
    pub fn is_resting(&self, now: Duration) -> bool {
        self.rests_until.is_some_and(|until| now < until)
    }

    /// Takes in what came of a lookup.
    pub fn record(&mut self, leak: Leak, now: Duration) {
        match leak {
            Leak::Found(_) | Leak::Clear => *self = Self::default(),
            Leak::Unknown(_) => {
                self.failures = self.failures.saturating_add(1);
                if self.failures >= Self::FAILURES {
                    self.rests_until = Some(now + Self::REST);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::Unknown;

    const FAILED: Leak = Leak::Unknown(Unknown::Network);

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn after(leaks: &[Leak]) -> Breaker {
        let mut breaker = Breaker::default();
        leaks.iter().for_each(|&leak| breaker.record(leak, at(0)));
        breaker
    }

    #[test]
    fn three_failures_in_a_row_make_it_rest_for_a_minute() {
        assert!(!after(&[FAILED; 2]).is_resting(at(0)));
        assert!(after(&[FAILED; 3]).is_resting(at(0)));
        assert!(after(&[FAILED; 3]).is_resting(at(59)));
        assert!(!after(&[FAILED; 3]).is_resting(at(60)));
    }

    #[test]
    fn an_answer_between_failures_makes_all_well() {
        assert!(!after(&[FAILED, FAILED, Leak::Clear, FAILED, FAILED]).is_resting(at(0)));
        assert!(!after(&[FAILED, FAILED, Leak::Found(1), FAILED, FAILED]).is_resting(at(0)));
    }

    #[test]
    fn one_failure_after_a_rest_makes_it_rest_anew_and_one_answer_does_not() {
        let mut breaker = after(&[FAILED; 3]);
        breaker.record(FAILED, at(61));
        assert!(breaker.is_resting(at(120)));
        breaker.record(Leak::Clear, at(122));
        breaker.record(FAILED, at(123));
        assert!(!breaker.is_resting(at(124)));
    }
}
