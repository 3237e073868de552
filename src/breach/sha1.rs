//! SHA-1: a server's is that of the crate of the same name. A page hashes one password at a time, and for that a
//! few lines do, a fifth of the crate's size.

use zeroize::Zeroize;

/// The SHA-1 of some pieces, one after the other.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn sha1(pieces: &[&[u8]]) -> [u8; 20] {
    use ::sha1::{Digest as _, Sha1};

    let mut hash = pieces.iter().fold(Sha1::new(), Sha1::chain_update).finalize();
    let digest = hash.into();
    hash.as_mut_slice().zeroize();
    digest
}

/// The SHA-1 of some pieces, one after the other.
#[cfg(target_arch = "wasm32")]
pub(super) use small as sha1;

/// Source: FIPS 180-4, section 6.1.
#[cfg(any(test, target_arch = "wasm32"))]
pub(super) fn small(pieces: &[&[u8]]) -> [u8; 20] {
    let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    let mut block = [0; 64];
    let mut length = 0_usize;
    let mut push = |state: &mut _, byte| {
        block[length % 64] = byte;
        length += 1;
        if length.is_multiple_of(64) {
            compress(state, &block);
        }
        length % 64
    };
    let mut bits = 0_u64;
    for piece in pieces {
        for &byte in *piece {
            push(&mut state, byte);
            bits += 8;
        }
    }
    // A one, zeros up to eight bytes before the end of a block, and there the length in bits.
    let mut place = push(&mut state, 0x80);
    while place != 56 {
        place = push(&mut state, 0);
    }
    for byte in bits.to_be_bytes() {
        push(&mut state, byte);
    }
    block.zeroize();
    let mut digest = [0; 20];
    for (bytes, word) in digest.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    digest
}

#[cfg(any(test, target_arch = "wasm32"))]
fn compress(state: &mut [u32; 5], block: &[u8; 64]) {
    let mut words = [0; 80];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    }
    for t in 16..80 {
        words[t] = (words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16]).rotate_left(1);
    }
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for (t, &word) in words.iter().enumerate() {
        let (f, k) = match t / 20 {
            0 => ((b & c) | (!b & d), 0x5a82_7999),
            1 => (b ^ c ^ d, 0x6ed9_eba1),
            2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
            _ => (b ^ c ^ d, 0xca62_c1d6_u32),
        };
        let next = a.rotate_left(5).wrapping_add(f).wrapping_add(e).wrapping_add(k).wrapping_add(word);
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, next);
    }
    for (word, add) in state.iter_mut().zip([a, b, c, d, e]) {
        *word = word.wrapping_add(add);
    }
    words.zeroize();
}

#[cfg(test)]
mod tests {
    use super::{sha1, small};

    #[test]
    fn the_small_one_and_the_crates_are_one_at_every_length() {
        let bytes: Vec<u8> = (0..=255).cycle().map(|byte: u8| byte.wrapping_mul(73)).take(300).collect();
        for length in 0..bytes.len() {
            let (first, second) = bytes[..length].split_at(length / 3);
            assert_eq!(small(&[first, second]), sha1(&[first, second]), "{length}");
        }
    }
}
