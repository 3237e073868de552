//! `passmuster serve`

use crate::support::{Server, build_corpus, path, run};
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use tempfile::TempDir;

const PASSWORD_RANGE: &str = "1E4C9B93F3F0682250B6CF8331B7EE68FD8:1\r\n";

fn corpus() -> (TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"password\n", folder.path());
    let server = Server::start(&["--corpus", path(folder.path())]);
    (folder, server)
}

fn site(arguments: &[&str]) -> (TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("index.html", "<!doctype html><title>Home</title>"),
        ("done.html", "<!doctype html><title>Done</title>"),
        ("passmuster.js", "export {}"),
        ("passmuster.wasm", "\0asm"),
        (".secret", "hidden"),
    ] {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let server = Server::start(&[&["--site", path(folder.path())], arguments].concat());
    (folder, server)
}

#[test]
fn a_range_is_answered_as_have_i_been_pwned_answers() {
    let (_folder, server) = corpus();
    for prefix in ["5BAA6", "5baa6"] {
        let answer = server.get(&format!("range/{prefix}"));
        assert_eq!((answer.status, answer.text()), (200, PASSWORD_RANGE));
        assert_eq!(answer.header("content-type"), "text/plain");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "public, max-age=2678400");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[test]
fn a_prefix_without_entries_is_answered_with_nothing() {
    let (_folder, server) = corpus();
    let answer = server.get("range/00000");
    assert_eq!((answer.status, answer.text()), (200, ""));
}

#[test]
fn what_is_no_prefix_is_refused_in_words() {
    let (_folder, server) = corpus();
    for path in
        ["range/5BAA", "range/5BAA61", "range/5BAAG", "range/", "range/..%2F..%2Fetc", "range/5BAA6/x", "range/%FF"]
    {
        let answer = server.get(path);
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.header("content-type").starts_with("text/plain"), "{path}");
        assert!(!answer.body.is_empty(), "{path}");
    }
}

#[test]
fn padding_makes_up_a_number_of_lines_that_differs_from_answer_to_answer() {
    let (_folder, server) = corpus();
    let mut lengths = Vec::new();
    for prefix in ["5BAA6", "5BAA6", "5BAA6", "00000", "00000", "00000"] {
        let answer = server.ask("GET", &format!("range/{prefix}"), &[("Add-Padding", "true")], b"");
        let lines: Vec<&str> = answer.text().split_terminator("\r\n").collect();
        assert!((800..=1_000).contains(&lines.len()), "{}", lines.len());
        assert!(lines.iter().all(|line| line.len() >= 37 && line.as_bytes()[35] == b':'));
        let real: Vec<_> = lines.iter().filter(|line| !line.ends_with(":0")).collect();
        assert_eq!(real.len(), usize::from(prefix == "5BAA6"));
        lengths.push(lines.len());
    }
    lengths.sort_unstable();
    lengths.dedup();
    assert!(lengths.len() > 1, "six padded answers of one length");
}

#[test]
fn a_browser_may_ask_before_it_sends_the_padding_header() {
    let (_folder, server) = corpus();
    let asks = [("Origin", "https://example.org"), ("Access-Control-Request-Headers", "add-padding")];
    let answer = server.ask("OPTIONS", "range/5BAA6", &asks, b"");
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-headers").to_ascii_lowercase(), "add-padding");
    assert!(answer.header("access-control-max-age").parse::<u32>().unwrap() > 0);
}

#[test]
fn a_head_tells_the_length_and_other_methods_are_not_allowed() {
    let (_folder, server) = corpus();
    let answer = server.ask("HEAD", "range/5BAA6", &[], b"");
    assert_eq!((answer.status, answer.header("content-length")), (200, PASSWORD_RANGE.len().to_string().as_str()));
    assert_eq!(server.ask("POST", "range/5BAA6", &[], b"x").status, 405);
    assert_eq!(server.ask("DELETE", "range/5BAA6", &[], b"").status, 405);
}

#[test]
fn a_site_is_served_with_types_and_a_strict_policy() {
    let (_folder, server) = site(&[]);
    for (path, kind) in [
        ("", "text/html"),
        ("index.html", "text/html"),
        ("passmuster.js", "text/javascript"),
        ("passmuster.wasm", "application/wasm"),
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.header("content-type").starts_with(kind), "{path}: {}", answer.header("content-type"));
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let policy = answer.header("content-security-policy");
        for directive in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.split("; ").any(|part| part == directive), "{directive} in {policy}");
        }
    }
}

#[test]
fn the_policy_can_be_another() {
    let (_folder, server) = site(&["--csp", "default-src 'self'"]);
    assert_eq!(server.get("").header("content-security-policy"), "default-src 'self'");
}

#[test]
fn what_is_outside_of_the_site_or_hidden_is_not_found() {
    let (_folder, server) = site(&[]);
    for path in
        [".secret", "%2esecret", "%2Esecret", "..%2f..%2fetc%2fpasswd", "%2e%2e/etc/passwd", "//etc/passwd", "missing"]
    {
        assert_eq!(raw_status(&server, &format!("/{path}")), "404", "{path}");
    }
    assert_eq!(raw_status(&server, "/../../etc/passwd"), "404");
}

/// The status of a GET whose path no client library had the chance to make tidy.
fn raw_status(server: &Server, path: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_posted_form_is_forgotten_and_leads_to_the_page_that_says_so() {
    let (_folder, server) = site(&[]);
    let answer = server.ask("POST", "reset", &[], b"email=jane%40example.org&new=a-secret-of-mine");
    assert_eq!((answer.status, answer.header("location")), (303, "/done.html"));
    assert!(!answer.text().contains("secret"));
    assert_eq!(server.ask("POST", "reset", &[], &vec![b'x'; 65 << 10]).status, 413);
}

#[test]
fn corpus_and_site_are_served_together() {
    let (folder, _) = site(&[]);
    let list = tempfile::tempdir().unwrap();
    build_corpus(b"password\n", list.path());
    let server = Server::start(&["--site", path(folder.path()), "--corpus", path(list.path())]);
    assert_eq!(server.get("range/5BAA6").text(), PASSWORD_RANGE);
    assert_eq!(server.get("").status, 200);
}

#[test]
fn a_signal_ends_the_server_in_peace() {
    for signal in ["INT", "TERM"] {
        let (_folder, mut server) = corpus();
        server.signal(signal);
        assert!(server.child.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn what_cannot_be_served_is_told_before_listening() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for (arguments, told) in [
        (vec!["--corpus", "no-such-folder"], "no-such-folder"),
        (vec!["--corpus", path(&file)], "is not a folder"),
        (vec!["--corpus", path(folder.path())], "passmuster corpus build"),
        (vec!["--site", "no-such-folder"], "no-such-folder"),
        (vec!["--site", path(&file)], "is not a folder"),
    ] {
        let output = run(&[&["serve", "--port", "0"], &arguments[..]].concat(), b"");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(told), "{error}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(run(&["serve"], b"").status.code(), Some(2));
}

#[test]
fn a_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["serve", "--port", &port, "--site", path(folder.path())], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(&port) && error.contains("in use"), "{error}");
}
