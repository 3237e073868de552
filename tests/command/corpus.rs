//! `passmuster corpus build`

use crate::support::{build_corpus, path, run};
use passmuster::Leak;
use passmuster::breach::{Digest, RangeReader};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
    let output = run(&["corpus", "build", "--from", path(&plain), "--from", path(&sha1), "--out", path(&out)], b"");
    assert!(output.status.success());
    assert_eq!(leak(&out, "password"), Leak::Found(42));
}

#[test]
fn what_looks_like_a_digest_is_a_password_where_the_format_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let line = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:41";
    let out = path(folder.path());
    let output = run(&["corpus", "build", "--from", "-", "--format", "plain", "--out", out], line.as_bytes());
    assert!(output.status.success());
    assert_eq!(leak(folder.path(), line), Leak::Found(1));
}

#[test]
fn a_bad_line_is_told_by_its_number_and_not_quoted() {
    for (list, line) in [
        (&b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1\n5BAA61E4C9B93F3F06:1\n"[..], "line 2 "),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1\n\n5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:-1\n", "line 3 "),
        (b"fine\nse\xFFcret\n", "line 2 "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let output = run(&["corpus", "build", "--from", "-", "--out", path(folder.path())], list);
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(line) && !told.contains("cret") && !told.contains("5BAA"), "{told}");
    }
}

#[test]
fn a_missing_list_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["corpus", "build", "--from", "no-such-list", "--out", path(folder.path())], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-list"));
}
