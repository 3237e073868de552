//! The digest against the standard's own vectors, which stand in tests/data.
#![cfg(not(target_family = "wasm"))]

use passmuster::breach::Digest;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

#[test]
fn every_message_of_nists_vectors_has_its_digest() {
    let vectors = include_str!("data/sha1-nist.txt").lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in vectors {
        let (message, digest) = line.split_once(' ').expect("a message and a digest");
        assert_eq!(hex(Digest::of(from_hex(message)).as_bytes()), digest, "message {message}");
        count += 1;
    }
    assert_eq!(count, 132);
}

#[test]
fn a_million_times_the_letter_a_has_the_digest_of_fips_180() {
    let message = "a".repeat(1_000_000);
    assert_eq!(hex(Digest::of(message).as_bytes()), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

#[test]
fn prefix_and_suffix_are_the_digest_in_upper_case_digits() {
    for password in ["", "password", "пароль", "🦀"] {
        let digest = Digest::of(password);
        let suffix = digest.suffix();
        let text = format!("{}{}", digest.prefix(), std::str::from_utf8(suffix.as_bytes()).unwrap());
        assert_eq!(text, hex(digest.as_bytes()).to_uppercase());
        assert_eq!(digest.prefix().to_string().parse(), Ok(digest.prefix()));
    }
}
