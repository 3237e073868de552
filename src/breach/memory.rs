//! What was answered already, so that no password is asked for twice.

use super::{Digest, Leak};
use sha1::{Digest as _, Sha1};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The last few answers, by digest, for as long as the page lives.
///
/// It holds no digest: only eight bytes of `SHA-1(key ‖ digest)` under a random key of its own, so that what
/// it remembers can be matched against no list of hashes. Whoever can read all of the page's memory has the
/// key too and can try out guesses; wiping is what protects from that, and dropping
/// does.
#[derive(ZeroizeOnDrop)]
pub struct Memory {
    key: [u8; 16],
    #[zeroize(skip)] // each answer wipes itself
    answers: Vec<Answer>,
}

#[derive(Zeroize, ZeroizeOnDrop)]
struct Answer {
    /// A chance of 32 in 2⁶⁴ that two passwords of a page are taken for one.
    tag: [u8; 8],
    /// 0 for clear.
    count: u64,
}

impl Memory {
    /// How many answers are remembered: more than anybody tries on one form.
    pub const CAPACITY: usize = 32;

    /// An empty memory. The key must be random.
    pub fn new(key: [u8; 16]) -> Self {
        Self { key, answers: Vec::with_capacity(Self::CAPACITY) }
    }

    /// The answer for a digest, if it was remembered and not yet pushed out.
    pub fn recall(&self, digest: &Digest) -> Option<Leak> {
        let tag = self.tag(digest);
        let answer = self.answers.iter().find(|answer| answer.tag == tag)?;
        Some(if answer.count > 0 { Leak::Found(answer.count) } else { Leak::Clear })
    }

    /// Remembers an answer, in the place of the oldest where there are too many. What is unknown is not worth
    /// remembering.
    pub fn remember(&mut self, digest: &Digest, leak: Leak) {
        let count = match leak {
            Leak::Found(count) => count,
            Leak::Clear => 0,
            Leak::Unknown(_) => return,
        };
        let tag = self.tag(digest);
        let again = self.answers.iter().position(|answer| answer.tag == tag);
        if let Some(place) = again.or((self.answers.len() == Self::CAPACITY).then_some(0)) {
            self.answers.remove(place);
        }
        self.answers.push(Answer { tag, count });
    }

    fn tag(&self, digest: &Digest) -> [u8; 8] {
        let mut hash = Sha1::new_with_prefix(self.key).chain_update(digest.as_bytes()).finalize();
        let mut tag = [0; 8];
        tag.copy_from_slice(&hash[..8]);
        hash.as_mut_slice().zeroize();
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::Unknown;

    #[test]
    fn an_answer_is_recalled_and_another_digests_is_not() {
        let mut memory = Memory::new([7; 16]);
        memory.remember(&Digest::of("a"), Leak::Found(3));
        memory.remember(&Digest::of("b"), Leak::Clear);
        assert_eq!(memory.recall(&Digest::of("a")), Some(Leak::Found(3)));
        assert_eq!(memory.recall(&Digest::of("b")), Some(Leak::Clear));
        assert_eq!(memory.recall(&Digest::of("c")), None);
    }

    #[test]
    fn what_is_unknown_is_not_remembered() {
        let mut memory = Memory::new([7; 16]);
        memory.remember(&Digest::of("a"), Leak::Unknown(Unknown::Network));
        assert_eq!(memory.recall(&Digest::of("a")), None);
    }

    #[test]
    fn the_oldest_of_thirty_three_answers_is_forgotten() {
        let mut memory = Memory::new([7; 16]);
        for password in 0..=32 {
            memory.remember(&Digest::of(password.to_string()), Leak::Clear);
        }
        assert_eq!(memory.recall(&Digest::of("0")), None);
        assert!((1..=32).all(|password| memory.recall(&Digest::of(password.to_string())).is_some()));
    }

    #[test]
    fn no_part_of_a_digest_is_kept() {
        let memory = Memory::new([7; 16]);
        let digest = Digest::of("a");
        assert!(digest.as_bytes().windows(4).all(|part| !memory.tag(&digest).windows(4).any(|kept| kept == part)));
    }
}
