//! `passmuster corpus build`

use crate::support::{build_corpus, passmuster, path, run, told};
use passmuster::Leak;
use passmuster::breach::{Digest, RangeReader};
use proptest::prelude::*;
use sha1::Digest as _;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// What a corpus tells of a password, read as the browser reads it.
fn leak(corpus: &Path, password: &str) -> Leak {
    let digest = Digest::of(password);
    let mut reader = RangeReader::new(digest.suffix());
    match fs::read(corpus.join("range").join(digest.prefix().to_string())) {
        Ok(body) => reader.read(&body).expect("a range response"),
        Err(_) => return Leak::Clear,
    }
    reader.finish().expect("a whole range response")
}

/// The files of a corpus by name.
fn files(corpus: &Path) -> BTreeMap<String, String> {
    fs::read_dir(corpus.join("range"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
        .collect()
}

#[test]
fn passwords_become_range_files_of_crlf_lines() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"password\nhunter2\r\npassword\n", folder.path());
    assert_eq!(
        files(folder.path()),
        BTreeMap::from([
            ("5BAA6".into(), "1E4C9B93F3F0682250B6CF8331B7EE68FD8:2\r\n".into()),
            ("F3BBB".into(), "D66A63D4BF1747940578EC3D0103530E21D:1\r\n".into()),
        ])
    );
    assert_eq!(leak(folder.path(), "password"), Leak::Found(2));
    assert_eq!(leak(folder.path(), "not among them"), Leak::Clear);
}

#[test]
fn digests_with_counts_are_recognised_and_sorted_and_add_up() {
    let folder = tempfile::tempdir().unwrap();
    let list = b"ABCDEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:7\n\
        abcde00000000000000000000000000000000001:40\r\n\
        ABCDEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:35\n";
    build_corpus(list, folder.path());
    assert_eq!(
        files(folder.path()),
        BTreeMap::from([(
            "ABCDE".into(),
            "00000000000000000000000000000000001:40\r\nFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:42\r\n".into()
        )])
    );
}

#[test]
fn lists_of_both_kinds_merge() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, sha1, out) = (folder.path().join("plain"), folder.path().join("sha1"), folder.path().join("out"));
    fs::write(&plain, "password\n").unwrap();
    fs::write(&sha1, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:41\n").unwrap();
    let output =
        run(&["corpus", "build", "--sparse", "--from", path(&plain), "--from", path(&sha1), "--out", path(&out)], b"");
    assert!(output.status.success());
    assert_eq!(leak(&out, "password"), Leak::Found(42));
}

#[test]
fn what_looks_like_a_digest_is_a_password_where_the_format_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let line = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:41";
    let out = path(folder.path());
    let output =
        run(&["corpus", "build", "--sparse", "--from", "-", "--format", "plain", "--out", out], line.as_bytes());
    assert!(output.status.success());
    assert_eq!(leak(folder.path(), line), Leak::Found(1));
}

/// A list of so many lines, made of the digests of passwords that are numbers.
fn digests(heading: &str, lines: usize, line: impl Fn(&str, usize) -> String) -> Vec<u8> {
    let hex = |number: usize| {
        sha1::Sha1::digest(number.to_string()).iter().map(|byte| format!("{byte:02X}")).collect::<String>()
    };
    let lines = (0..lines).map(|number| line(&hex(number), number) + "\n");
    (heading.to_owned() + &lines.collect::<String>()).into_bytes()
}

#[test]
fn digests_in_a_form_that_is_not_known_are_refused_and_the_old_corpus_stays() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"old\n", folder.path());
    let ntlm = |hex: &str| hex[..32].to_owned();
    for (what, list, says) in [
        ("one digest alone", digests("", 1, |hex, _| hex.to_owned()), "--format sha1"),
        ("bare digests", digests("", 500, |hex, _| hex.to_owned()), "--format sha1"),
        ("small letters", digests("", 9, |hex, _| hex.to_lowercase()), "--format sha1"),
        ("a byte order mark", digests("\u{feff}", 9, |hex, _| hex.to_owned()), "--format sha1"),
        ("semicolons", digests("", 9, |hex, count| format!("{hex};{count}")), "--format sha1"),
        ("blanks", digests("", 9, |hex, count| format!("{hex} {count}")), "--format sha1"),
        ("tabs", digests("", 9, |hex, count| format!("{hex}\t{count}")), "--format sha1"),
        ("quotes", digests("hash,count\n", 9, |hex, count| format!("\"{hex}\",{count}")), "--format sha1"),
        ("the count first", digests("", 9, |hex, count| format!("{count}:{hex}")), "--format sha1"),
        ("with users", digests("", 9, |hex, count| format!("user{count}@example.org:{hex}")), "--format sha1"),
        ("a heading over bare ones", digests("sha1\n\n", 9, |hex, _| hex.to_owned()), "--format sha1"),
        ("NTLM", digests("", 9, |hex, count| format!("{}:{count}", ntlm(hex))), "NTLM"),
        ("bare NTLM", digests("", 9, |hex, _| ntlm(hex)), "NTLM"),
        ("SHA-256", digests("", 9, |hex, _| format!("{hex}{}", &hex[..24])), "other than SHA-1"),
        ("bcrypt", digests("", 9, |hex, _| format!("$2b$10${hex}")), "other than SHA-1"),
        ("lines of a range", digests("", 9, |hex, count| format!("{}:{count}", &hex[5..])), "range file"),
    ] {
        let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], &list);
        assert_eq!(output.status.code(), Some(1), "{what}: {}", told(&output));
        assert!(told(&output).contains(says), "{what}: {}", told(&output));
        assert_eq!(leak(folder.path(), "old"), Leak::Found(1), "{what}");
    }
}

#[test]
fn other_forms_of_sha1_are_read_where_the_format_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (what, list, count) in [
        ("bare digests", digests("", 9, |hex, _| hex.to_owned()), 1),
        ("semicolons", digests("", 9, |hex, _| format!("{};12\r", hex.to_lowercase())), 12),
        ("commas", digests("", 9, |hex, _| format!("{hex}, 12")), 12),
        ("blanks", digests("", 9, |hex, _| format!("{hex}  12 ")), 12),
        ("tabs", digests("", 9, |hex, _| format!("{hex}\t12")), 12),
        ("colons", digests("\u{feff}", 9, |hex, _| format!("{hex}:12")), 12),
    ] {
        let output = run(
            &["corpus", "build", "--sparse", "--format", "sha1", "--from", "-", "--out", path(folder.path())],
            &list,
        );
        assert!(output.status.success(), "{what}: {}", told(&output));
        assert_eq!(leak(folder.path(), "7"), Leak::Found(count), "{what}");
    }
    let longer = digests("", 9, |hex, count| format!("{hex}{count}"));
    let output =
        run(&["corpus", "build", "--sparse", "--format", "sha1", "--from", "-", "--out", path(folder.path())], &longer);
    assert!(told(&output).contains("line 1 is not forty hexadecimal digits"), "{}", told(&output));
}

#[test]
fn a_heading_above_known_digests_is_no_entry_and_moves_no_line_number() {
    let folder = tempfile::tempdir().unwrap();
    for heading in ["hash:count\n", "# leaked\n\n# sha1:count\r\n", "\u{feff}SHA1\n"] {
        let list = digests(heading, 300, |hex, _| format!("{hex}:3"));
        build_corpus(&list, folder.path());
        assert_eq!(leak(folder.path(), "299"), Leak::Found(3));
        assert_eq!(leak(folder.path(), "hash:count"), Leak::Clear);
        let bad = [&list[..], b"nonsense\n"].concat();
        let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], &bad);
        let number = heading.matches('\n').count() + 301;
        assert!(told(&output).contains(&format!("line {number} is not")), "{}", told(&output));
    }
}

#[test]
fn a_list_of_passwords_may_hold_digests() {
    let folder = tempfile::tempdir().unwrap();
    let digest = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8";
    build_corpus(format!("hunter2\n{digest}:4\nletmein\n{digest}\nsunshine\n").as_bytes(), folder.path());
    assert_eq!(leak(folder.path(), digest), Leak::Found(1));
    assert_eq!(leak(folder.path(), "hunter2"), Leak::Found(1));
}

#[test]
fn a_bad_line_is_told_by_its_number_and_not_quoted() {
    for (list, line) in [
        (&b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1\n5BAA61E4C9B93F3F06:1\n"[..], "line 2 "),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1\n\n5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:-1\n", "line 3 "),
        (b"fine\nse\xFFcret\n", "line 2 "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], list);
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(line) && !told.contains("cret") && !told.contains("5BAA"), "{told}");
    }
}

#[test]
fn a_missing_list_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", "no-such-list", "--out", path(folder.path())], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-list"));
}

/// A line of a list for a digest that begins with these hexadecimal digits and ends with this number.
fn line(beginning: &str, number: usize, count: usize) -> String {
    format!("{beginning}{number:0width$X}:{count}\n", width = 40 - beginning.len())
}

#[test]
fn a_list_that_fills_the_parts_is_sorted_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let list: String = (0..8_000).map(|number| line("ABCDE", number * 7_919 % 8_000, number % 9 + 1)).collect();
    build_corpus(list.as_bytes(), folder.path());
    let files = files(folder.path());
    let lines: Vec<&str> = files["ABCDE"].split_terminator("\r\n").collect();
    assert_eq!((files.len(), lines.len()), (1, 8_000));
    assert!(lines.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn a_corpus_tells_of_each_password_how_often_it_was_in_the_lists(
        list in proptest::collection::vec("[a-c]{1,3}", 0..60),
        more in proptest::collection::vec("[a-c]{1,3}", 0..60),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let [first, second, out] = ["first", "second", "out"].map(|name| folder.path().join(name));
        fs::write(&first, list.join("\n")).unwrap();
        fs::write(&second, more.join("\r\n")).unwrap();
        let built = run(&["corpus", "build", "--sparse", "--from", path(&first), "--from", path(&second), "--out", path(&out)], b"");
        prop_assert!(built.status.success(), "{}", told(&built));
        for password in list.iter().chain(&more) {
            let times = list.iter().chain(&more).filter(|other| *other == password).count() as u64;
            prop_assert_eq!(leak(&out, password), Leak::Found(times));
        }
        prop_assert_eq!(leak(&out, "d"), Leak::Clear);
    }
}

#[test]
fn folders_of_range_files_are_read_by_either_name_and_without_their_padding() {
    let folder = tempfile::tempdir().unwrap();
    let (ranges, out) = (folder.path().join("ranges"), folder.path().join("out"));
    fs::create_dir(&ranges).unwrap();
    fs::write(ranges.join("5BAA6"), "1E4C9B93F3F0682250B6CF8331B7EE68FD8:41\n").unwrap();
    let padding = "0000000000000000000000000000000000A:0";
    fs::write(ranges.join("f3bbb.txt"), format!("{padding}\r\nd66a63d4bf1747940578ec3d0103530e21d:7")).unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", path(&ranges), "--out", path(&out)], b"");
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!((leak(&out, "password"), leak(&out, "hunter2")), (Leak::Found(41), Leak::Found(7)));
    assert!(!files(&out)["F3BBB"].contains(padding));

    fs::write(ranges.join("notes.md"), "").unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", path(&ranges), "--out", path(&out)], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("notes.md is no range file"), "{}", told(&output));
}

#[test]
fn padding_fills_files_up_to_the_lines_that_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let list = [line("ABCDE", 1, 5), line("ABCDE", 2, 5), line("ABCDE", 3, 5), line("00000", 1, 5)].concat();
    let out = path(folder.path());
    let output = run(&["corpus", "build", "--sparse", "--from", "-", "--pad", "2", "--out", out], list.as_bytes());
    assert!(output.status.success(), "{}", told(&output));
    let files = files(folder.path());
    let counts = |name: &str| files[name].split_terminator("\r\n").map(|line| &line[35..]).collect::<Vec<_>>();
    assert_eq!((counts("ABCDE"), counts("00000")), (vec![":5", ":5", ":5"], vec![":5", ":0"]));
}

#[test]
fn bad_lines_are_left_out_and_counted_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let list = b"fine\n\xFF\npassword\n\xFE\xFE\n";
    let output =
        run(&["corpus", "build", "--sparse", "--from", "-", "--skip-invalid", "--out", path(folder.path())], list);
    assert!(output.status.success());
    assert!(told(&output).contains("2 invalid lines skipped"), "{}", told(&output));
    assert_eq!((leak(folder.path(), "fine"), leak(folder.path(), "password")), (Leak::Found(1), Leak::Found(1)));
}

#[test]
fn a_line_far_into_a_list_is_told_by_its_number() {
    let mut list: String = (0..100_000).map(|number| line("ABC", number, 1)).collect();
    list.push_str("not a digest\n");
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], list.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("line 100001 "), "{}", told(&output));
}

#[test]
fn a_line_of_any_length_is_one_line() {
    for length in [70_000, 1 << 20, 3_000_000] {
        let list = [b"one\n", &b"x".repeat(length)[..], b"\npassword\n\xFF\n"].concat();
        let folder = tempfile::tempdir().unwrap();
        let build = ["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())];
        let output = run(&build, &list);
        assert!(told(&output).contains("line 2 is longer than"), "{}", told(&output));
        let output = run(&[&build[..], &["--skip-invalid"]].concat(), &list);
        assert!(told(&output).contains("2 invalid lines skipped"), "{}", told(&output));
        assert_eq!(leak(folder.path(), "password"), Leak::Found(1));
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"\xEF\xBB\xBF5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:41\r\n", folder.path());
    assert_eq!(leak(folder.path(), "password"), Leak::Found(41));
}

#[test]
fn a_range_that_no_client_would_read_is_not_made() {
    let list: String = (0..28_000).map(|number| line("ABCDE", number, 1)).collect();
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], list.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("ABCDE"), "{}", told(&output));
}

#[test]
fn a_corpus_is_replaced_whole_and_a_failed_build_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("corpus");
    build_corpus(b"first\n", &out);
    build_corpus(b"second\n", &out);
    assert_eq!((leak(&out, "first"), leak(&out, "second")), (Leak::Clear, Leak::Found(1)));
    let failed = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(&out)], b"third\n\xFF\n");
    assert_eq!(failed.status.code(), Some(1));
    assert_eq!((leak(&out, "second"), leak(&out, "third")), (Leak::Found(1), Leak::Clear));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something is left beside the corpus");
}

#[test]
fn a_folder_that_holds_anything_else_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
    let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], b"password\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("choose another --out") && told(&output).contains("thesis.txt"),
        "{}",
        told(&output)
    );
    assert!(folder.path().join("thesis.txt").exists());
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_leaves_nothing() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let folder = tempfile::tempdir().unwrap();
        let mut child = passmuster()
            .args(["corpus", "build", "--sparse", "--from", "-", "--out", path(&folder.path().join("corpus"))])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // More than a pipe holds: once it is written, the command has begun to read.
        stdin.write_all(line("ABC", 1, 1).repeat(100_000).as_bytes()).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        crate::support::signal(&child, signal);
        assert_eq!(child.wait().unwrap().code(), Some(status));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

/// Runs a build of one password that is to be refused, and gives what it told.
fn refused(out: &Path) -> String {
    let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(out)], b"new\n");
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    told(&output).to_owned()
}

#[test]
fn what_is_no_part_of_a_corpus_is_named_and_stays() {
    for (name, foreign) in [
        ("a file among the range files", "range/notes.txt"),
        ("a range file of another name", "range/5baa6"),
        ("a folder among the range files", "range/00000/thesis"),
        ("a file in the place of the folder", "range"),
        ("a file beside the folder", "thesis.txt"),
        ("a folder in the place of the manifest", "corpus.json/thesis"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let file = out.join(foreign);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "years of work").unwrap();
        let told = refused(&out);
        assert!(told.contains(foreign.strip_suffix("/thesis").unwrap_or(foreign)), "{name}: {told}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "years of work", "{name}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{name}");
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    fs::write(&out, "years of work").unwrap();
    assert!(refused(&out).contains("not a folder"));
    assert_eq!(fs::read_to_string(&out).unwrap(), "years of work");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_named_and_stays_whether_it_leads_somewhere_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let [out, target] = ["out", "target"].map(|name| folder.path().join(name));
    std::os::unix::fs::symlink(&target, &out).unwrap();
    for _ in ["dangling", "to a corpus"] {
        let told = refused(&out);
        assert!(told.contains("symbolic link") && told.contains("target"), "{told}");
        assert_eq!(fs::read_link(&out).unwrap(), target);
        build_corpus(b"old\n", &target);
    }
    assert_eq!(leak(&target, "old"), Leak::Found(1));
    // One in the place of the range files, or of one of them.
    for inside in ["range", "range/5BAA6"] {
        let out = folder.path().join(inside.replace('/', "-"));
        fs::create_dir_all(out.join(inside).parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target.join("range"), out.join(inside)).unwrap();
        assert!(refused(&out).contains(inside));
        assert_eq!(leak(&target, "old"), Leak::Found(1));
    }
}

#[test]
fn a_file_that_is_put_there_during_the_build_stays() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    build_corpus(b"old\n", &out);
    let mut child = passmuster()
        .args(["corpus", "build", "--sparse", "--from", "-", "--out", path(&out)])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // More than a pipe holds: once it is written, the command has looked at what is there.
    child.stdin.as_mut().unwrap().write_all(line("ABC", 1, 1).repeat(100_000).as_bytes()).unwrap();
    fs::write(out.join("range/thesis.txt"), "years of work").unwrap();
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("range/thesis.txt"), "{}", told(&output));
    assert_eq!(fs::read_to_string(out.join("range/thesis.txt")).unwrap(), "years of work");
    assert_eq!(leak(&out, "old"), Leak::Found(1));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn packed_lists_are_unpacked_and_those_that_are_cut_off_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let list = digests("", 300, |hex, _| format!("{hex}:3\r"));
    let halves = list.split_at(40 * 44);
    let zstd = |bytes: &[u8]| zstd::encode_all(bytes, 1).unwrap();
    for (what, packed) in [
        ("gzip", gzip(&list)),
        ("gzip of two members", [gzip(halves.0), gzip(halves.1)].concat()),
        ("zstd", zstd(&list)),
        ("zstd of two frames", [zstd(halves.0), zstd(halves.1)].concat()),
    ] {
        build_corpus(&packed, folder.path());
        assert_eq!((leak(folder.path(), "0"), leak(folder.path(), "299")), (Leak::Found(3), Leak::Found(3)), "{what}");
        let cut = &packed[..packed.len() - 9];
        let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], cut);
        assert_eq!(output.status.code(), Some(1), "{what}");
        assert!(told(&output).contains("cannot be read"), "{what}: {}", told(&output));
    }
    for (magic, says) in
        [(&b"7z\xBC\xAF\x27\x1C\0\x04"[..], "7-Zip"), (b"PK\x03\x04..", "ZIP"), (b"\xFF\xFEp\0", "UTF-16")]
    {
        let output = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(folder.path())], magic);
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(says), "{}", told(&output));
    }
}

#[test]
fn folders_of_packed_ranges_within_folders_are_read_and_ntlm_ranges_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (ranges, out) = (folder.path().join("ranges"), folder.path().join("out"));
    fs::create_dir_all(ranges.join("5b/a")).unwrap();
    fs::write(ranges.join("5b/a/5baa6.sha1.gz"), gzip(b"1E4C9B93F3F0682250B6CF8331B7EE68FD8:41\r\n")).unwrap();
    let zst = zstd::encode_all(&b"D66A63D4BF1747940578EC3D0103530E21D:7"[..], 1).unwrap();
    fs::write(ranges.join("F3BBB.txt.zst"), zst).unwrap();
    let build = ["corpus", "build", "--sparse", "--from", path(&ranges), "--out", path(&out)];
    assert!(run(&build, b"").status.success());
    assert_eq!((leak(&out, "password"), leak(&out, "hunter2")), (Leak::Found(41), Leak::Found(7)));
    fs::write(ranges.join("00000.txt"), "0123456789ABCDEF0123456789A:7\r\n").unwrap();
    let output = run(&build, b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("NTLM"), "{}", told(&output));
}

fn verify(arguments: &[&str]) -> std::process::Output {
    run(&[&["corpus", "verify"], arguments].concat(), b"")
}

#[test]
fn a_corpus_is_compared_with_its_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    let range = |name: &str| corpus.join("range").join(name);
    build_corpus(b"password\nhunter2\n", &corpus);
    assert!(verify(&[path(&corpus)]).status.success());
    let body = fs::read(range("5BAA6")).unwrap();
    let damages: [(&str, &dyn Fn()); 4] = [
        ("missing", &|| fs::remove_file(range("5BAA6")).unwrap()),
        ("20 bytes instead of 39", &|| fs::write(range("5BAA6"), &body[..20]).unwrap()),
        ("line 1", &|| fs::write(range("5BAA6"), "x".repeat(39)).unwrap()),
        ("corpus.json", &|| fs::remove_file(corpus.join("corpus.json")).unwrap()),
    ];
    for (says, damage) in damages {
        build_corpus(b"password\nhunter2\n", &corpus);
        damage();
        let output = verify(&[path(&corpus)]);
        assert_eq!(output.status.code(), Some(1), "{says}");
        assert!(told(&output).contains(says), "{says}: {}", told(&output));
    }
}
