//! How often one field may ask.

use std::time::Duration;

/// Who wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The typing has rested, or the field was left.
    Settled,
    /// A submit, which may always ask once.
    Submit,
}

/// Lets a field ask six times a minute, and a submit always.
///
/// Every further prefix of related passwords takes anonymity from the others, and a script that walks through
/// passwords gets no farther with the field than a person does.
#[derive(Clone, Debug, Default)]
pub struct Limiter {
    /// When it was asked lately; the oldest is overwritten first.
    asked: [Option<Duration>; Self::LOOKUPS],
    next: usize,
}

impl Limiter {
    /// How many lookups fit into one [`WINDOW`](Self::WINDOW).
    pub const LOOKUPS: usize = 6;
    /// The stretch of time that is looked back on.
    pub const WINDOW: Duration = Duration::from_secs(60);

    /// Whether a lookup may start now; if so, it is counted. `now` is the time since any fixed moment.
    #[must_use]
    pub fn admit(&mut self, asked: Asked, now: Duration) -> bool {
        let full = self.asked[self.next].is_some_and(|oldest| now.saturating_sub(oldest) < Self::WINDOW);
        if full && asked == Asked::Settled {
            return false;
        }
        self.asked[self.next] = Some(now);
        self.next = (self.next + 1) % Self::LOOKUPS;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn six_lookups_fit_into_any_minute() {
        let mut limiter = Limiter::default();
        assert!((0..6).all(|second| limiter.admit(Asked::Settled, at(10 * second))));
        assert!(!limiter.admit(Asked::Settled, at(59)));
        assert!(limiter.admit(Asked::Settled, at(60)));
        assert!(!limiter.admit(Asked::Settled, at(69)));
        assert!(limiter.admit(Asked::Settled, at(70)));
    }

    #[test]
    fn a_submit_may_always_ask_and_counts() {
        let mut limiter = Limiter::default();
        assert!((0..6).all(|_| limiter.admit(Asked::Submit, at(0))));
        assert!(limiter.admit(Asked::Submit, at(1)));
        assert!(!limiter.admit(Asked::Settled, at(2)));
    }

    #[test]
    fn a_refusal_counts_for_nothing() {
        let mut limiter = Limiter::default();
        assert!((0..6).all(|_| limiter.admit(Asked::Settled, at(0))));
        assert!((1..60).all(|second| !limiter.admit(Asked::Settled, at(second))));
        assert!(limiter.admit(Asked::Settled, at(60)));
    }
}
