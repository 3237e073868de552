//! Range responses: what they say, and that nothing else says anything.
#![cfg(not(target_family = "wasm"))]

use passmuster::Leak;
use passmuster::breach::{Digest, MAX_BODY, RangeError, RangeReader};
use proptest::prelude::*;
use rand::SeedableRng as _;
use rand::rngs::Xoshiro256PlusPlus;

const SUFFIX: &str = "1E4C9B93F3F0682250B6CF8331B7EE68FD8"; // of "password"
const OTHER: &str = "0018A45C4D1DEF81644B54AB7F969B88D65";

fn read<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Result<Leak, RangeError> {
    let mut reader = RangeReader::new(Digest::of("password").suffix());
    for piece in pieces {
        reader.read(piece)?;
    }
    reader.finish()
}

fn read_text(body: &str) -> Result<Leak, RangeError> {
    read([body.as_bytes()])
}

#[test]
fn the_suffix_is_found_wherever_it_stands_and_however_lines_end() {
    for body in [
        format!("{SUFFIX}:7"),
        format!("{SUFFIX}:7\n"),
        format!("{SUFFIX}:7\r\n{OTHER}:9\r\n"),
        format!("{OTHER}:9\n{SUFFIX}:7"),
        format!("{OTHER}:9\r\n{SUFFIX}:7\n{OTHER}:1"),
    ] {
        assert_eq!(read_text(&body), Ok(Leak::Found(7)), "{body:?}");
    }
}

#[test]
fn a_range_without_the_suffix_is_clear() {
    for body in [String::new(), format!("{OTHER}:9"), format!("{OTHER}:9\r\n{OTHER}:3\r\n")] {
        assert_eq!(read_text(&body), Ok(Leak::Clear), "{body:?}");
    }
}

#[test]
fn padding_is_no_sighting() {
    assert_eq!(read_text(&format!("{OTHER}:0\r\n{OTHER}:0")), Ok(Leak::Clear));
    assert_eq!(read_text(&format!("{SUFFIX}:0\r\n")), Ok(Leak::Clear));
    assert_eq!(read_text(&format!("{SUFFIX}:000\r\n")), Ok(Leak::Clear));
}

#[test]
fn the_counts_of_a_suffix_that_stands_twice_add_up() {
    assert_eq!(read_text(&format!("{SUFFIX}:7\r\n{OTHER}:1\r\n{SUFFIX}:5")), Ok(Leak::Found(12)));
    assert_eq!(read_text(&format!("{SUFFIX}:{0}\n{SUFFIX}:{0}", u64::MAX)), Ok(Leak::Found(u64::MAX)));
}

#[test]
fn what_is_no_range_response_is_malformed_even_where_the_suffix_stands_in_it() {
    let found = format!("{SUFFIX}:7\r\n");
    for rest in [
        "<!DOCTYPE html><title>Sign in to the network</title>",
        "\r\n",
        "\n",
        "\u{feff}0018A45C4D1DEF81644B54AB7F969B88D65:9",
        " 0018A45C4D1DEF81644B54AB7F969B88D65:9",
        "0018a45c4d1def81644b54ab7f969b88d65:9",
        "0018A45C4D1DEF81644B54AB7F969B88D6:9",
        "0018A45C4D1DEF81644B54AB7F969B88D655:9",
        "0018A45C4D1DEF81644B54AB7F969B88D65",
        "0018A45C4D1DEF81644B54AB7F969B88D65:",
        "0018A45C4D1DEF81644B54AB7F969B88D65:\r\n",
        "0018A45C4D1DEF81644B54AB7F969B88D65:-9",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9.0",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9 ",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9\r",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9\r\r\n",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9\r0",
        "0018A45C4D1DEF81644B54AB7F969B88D65:9\n\n",
        "0018A45C4D1DEF81644B54AB7F969B88D65:100000000000000000000",
        "\0",
    ] {
        for body in [rest.to_owned(), format!("{found}{rest}"), format!("{rest}\r\n{found}")] {
            assert_eq!(read_text(&body), Err(RangeError::Malformed), "{body:?}");
        }
    }
}

#[test]
fn a_body_of_a_mebibyte_is_read_and_a_larger_one_is_not() {
    let line = format!("{OTHER}:1\n");
    let mut body = line.repeat(MAX_BODY / line.len());
    body.pop();
    body += &"1".repeat(MAX_BODY - body.len());
    assert_eq!(body.len(), MAX_BODY);
    assert_eq!(read_text(&body), Ok(Leak::Clear));
    assert_eq!(read_text(&(body + "1")), Err(RangeError::TooLarge));
}

fn reaches(suffixes: impl IntoIterator<Item = String>) -> bool {
    let mut reader = RangeReader::new(Digest::of("password").suffix());
    suffixes.into_iter().for_each(|suffix| reader.read(format!("{suffix}:1\n").as_bytes()).unwrap());
    reader.reaches_suffix()
}

#[test]
fn sorted_lines_reach_the_suffix_with_one_beyond_it() {
    assert!(!reaches([]));
    assert!(!reaches([OTHER.to_owned(), SUFFIX.to_owned()]));
    assert!(!reaches(["1E4C9B93F3F0682250B6CF8331B7EE68FD7".to_owned()].into_iter().chain(vec![OTHER.to_owned(); 9])));
    assert!(reaches(["1E4C9B93F3F0682250B6CF8331B7EE68FD9".to_owned()]));
    assert!(reaches([OTHER.to_owned(), "2000000000000000000000000000000000A".to_owned()]));
}

#[test]
fn lines_up_to_the_end_reach_a_suffix_that_would_come_last_and_lines_up_to_the_middle_do_not() {
    // A password whose suffix comes after nearly all others.
    let password = (0..)
        .map(|number: u32| number.to_string())
        .find(|password| Digest::of(password).suffix().as_bytes().starts_with(b"FFFF"));
    let suffix = Digest::of(password.unwrap()).suffix();
    for lines in [1, 20, 1_000, 20_000_u64] {
        // Spread evenly.
        let read_until = |end: u64| {
            let mut reader = RangeReader::new(suffix.clone());
            for line in 1..=end {
                let head = (line << 32) / (lines + 1);
                reader.read(format!("{head:08X}{}:1\n", "0".repeat(27)).as_bytes()).unwrap();
            }
            reader.reaches_suffix()
        };
        assert!(read_until(lines), "all of {lines} lines");
        assert!(!read_until(lines / 2), "half of {lines} lines");
    }
}

/// Bodies that are range responses, nearly range responses, or anything.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        "[0-9A-F]{35}:[0-9]{1,12}(\r\n|\n)",
        "[0-9A-F]{34,36}:?[0-9a-f]{0,21}(\r\n|\n|\r)?",
        Just(format!("{SUFFIX}:3\r\n")),
        Just(format!("{SUFFIX}:0\n")),
    ];
    prop_oneof![
        proptest::collection::vec(line, 0..8).prop_map(|lines| lines.concat().into_bytes()),
        proptest::collection::vec(any::<u8>(), 0..512),
    ]
}

proptest! {
    #[test]
    fn any_bytes_read_to_an_answer_or_an_error_and_the_pieces_they_come_in_change_nothing(
        body in bodies(),
        mut cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..16),
    ) {
        let whole = read([&body[..]]);
        prop_assert_eq!(read(body.chunks(1)), whole);
        let mut cuts: Vec<usize> = cuts.drain(..).map(|cut| cut.index(body.len() + 1)).collect();
        cuts.sort_unstable();
        let starts = std::iter::once(0).chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([body.len()]);
        prop_assert_eq!(read(starts.zip(ends).map(|(start, end)| &body[start..end])), whole);
    }

    #[test]
    fn bytes_are_answered_where_every_line_is_a_suffix_and_a_count_and_nowhere_else(body in bodies()) {
        let text = String::from_utf8_lossy(&body).into_owned();
        let mut lines: Vec<&str> = text.split('\n').collect();
        let last = lines.pop().unwrap_or_default();
        let is_line = |line: &str| {
            let (suffix, count) = line.split_once(':').unwrap_or_default();
            suffix.len() == 35
                && suffix.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'))
                && (1..=20).contains(&count.len())
                && count.bytes().all(|digit| digit.is_ascii_digit())
        };
        let right = lines.iter().all(|line| is_line(line.strip_suffix('\r').unwrap_or(line)))
            && (last.is_empty() || is_line(last));
        prop_assert_eq!(read([&body[..]]).is_ok(), right);
    }
}

/// The lines of a range at random, sorted, with padding as servers add it.
fn random_lines(
    random: &mut impl rand::RngExt,
    real: usize,
    sorted_padding: usize,
    appended_padding: usize,
) -> Vec<String> {
    let mut lines = |many: usize, count: u32| -> Vec<String> {
        (0..many)
            .map(|_| format!("{:032X}{:03X}:{count}\n", random.random::<u128>(), random.random_range(0..4096)))
            .collect()
    };
    let mut all = [lines(real, 3), lines(sorted_padding, 0)].concat();
    all.sort_unstable();
    all.extend(lines(appended_padding, 0));
    all
}

/// Whether lines are taken for cut off by whoever looks for a suffix after nearly all others.
fn is_cut_off(lines: &[String]) -> bool {
    let password = "3712"; // Its suffix begins with FFFF.
    let mut reader = RangeReader::new(Digest::of(password).suffix());
    lines.iter().for_each(|line| reader.read(line.as_bytes()).unwrap());
    reader.is_cut_off()
}

/// Real lines, padding among them, padding after them.
const SHAPES: [(usize, usize, usize); 9] =
    [(1, 0, 0), (2, 0, 0), (5, 0, 0), (50, 0, 0), (800, 0, 0), (1_000, 0, 0), (0, 900, 0), (3, 900, 0), (3, 0, 900)];

#[test]
fn a_whole_range_is_not_taken_for_cut_off_however_many_lines_it_has() {
    let random = &mut Xoshiro256PlusPlus::seed_from_u64(1);
    for (real, sorted, appended) in SHAPES {
        for _ in 0..100 {
            assert!(!is_cut_off(&random_lines(random, real, sorted, appended)), "{real}, {sorted}, {appended}");
        }
    }
    assert!(!is_cut_off(&[]));
}

#[test]
fn sorted_lines_that_end_long_before_the_suffix_are_cut_off_and_unsorted_ones_cannot_be_told() {
    let random = &mut Xoshiro256PlusPlus::seed_from_u64(1);
    for lines in [100, 800, 1_000] {
        for part in [0.05, 0.5, 0.8] {
            let mut whole = random_lines(random, lines, 0, 1_000 - lines);
            whole.truncate((lines as f64 * part) as usize);
            assert!(is_cut_off(&whole), "{part} of {lines}");
            whole.reverse();
            assert!(!is_cut_off(&whole), "{part} of {lines}, in another order");
        }
    }
}

#[test]
#[ignore = "measures: cargo test --test range -- --ignored --nocapture"]
fn how_often_whole_ranges_are_taken_for_cut_off_and_cut_ones_for_whole() {
    let random = &mut Xoshiro256PlusPlus::seed_from_u64(1);
    println!(
        "| lines | padding among them | padding after them | whole, taken for cut off | cut to 99 % | 95 % | 80 % | 50 % |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (real, sorted, appended) in SHAPES {
        const RANGES: usize = 2_000;
        let (mut alarms, mut told) = (0, [0; 4]);
        for _ in 0..RANGES {
            let lines = random_lines(random, real, sorted, appended);
            alarms += usize::from(is_cut_off(&lines));
            for (told, part) in told.iter_mut().zip([0.99, 0.95, 0.8, 0.5]) {
                *told += usize::from(is_cut_off(&lines[..((real + sorted) as f64 * part) as usize]));
            }
        }
        let told = told.map(|told| format!("{:.1} %", told as f64 * 100.0 / RANGES as f64)).join(" | ");
        println!("| {real} | {sorted} | {appended} | {alarms} of {RANGES} | {told} |");
    }
}
