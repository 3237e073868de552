//! No body of a range response panics, and how it is cut into pieces does not matter.
//!
//! Input: the length of the first piece, then the body.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::Leak;
use passmuster::breach::{Digest, RangeReader};

fuzz_target!(|input: (u16, &[u8])| {
    let (place, body) = input;
    let read = |pieces: &[&[u8]]| {
        let mut reader = RangeReader::new(Digest::of("password").suffix());
        pieces.iter().try_for_each(|piece| reader.read(piece)).and_then(|()| {
            let told = (reader.reaches_suffix(), reader.is_cut_off());
            Ok((told, reader.finish()?))
        })
    };
    let whole = read(&[body]);
    let (first, second) = body.split_at(usize::from(place).min(body.len()));
    assert_eq!(whole, read(&[first, second]));
    // What is found is there, letter by letter.
    if let Ok((_, Leak::Found(_))) = whole {
        let suffix = b"1E4C9B93F3F0682250B6CF8331B7EE68FD8:";
        assert!(body.windows(suffix.len()).any(|window| window == suffix));
    }
});
