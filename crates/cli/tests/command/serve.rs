//! `passmuster serve`

use crate::support::{Server, build_corpus, path, run, signal, told};
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};
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
    fs::create_dir(folder.path().join("folder")).unwrap();
    for (name, content) in [
        ("folder/.secret", "hidden"),
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
    for path in [
        ".secret",
        "%2esecret",
        "%2Esecret",
        "%2f.secret",
        "%2F%2Esecret",
        "folder/.secret",
        "folder%2F.secret",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/etc/passwd",
        "//etc/passwd",
        "missing",
    ] {
        assert_eq!(raw_status(&server, &format!("/{path}")), "404", "{path}");
    }
    assert_eq!(raw_status(&server, "/../../etc/passwd"), "404");
}

/// A connection to a server, on which this was said.
fn say(server: &Server, words: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.write_all(words).unwrap();
    stream
}

/// All that comes until the server ends the connection.
fn hear(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A server that closes before it has read all that was said resets the connection.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

/// The status of a GET whose path no client library had the chance to make tidy.
fn raw_status(server: &Server, path: &str) -> String {
    let words = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    hear(say(server, words.as_bytes())).split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn nothing_is_taken_by_a_post() {
    let (_folder, server) = site(&[]);
    let answer = server.ask("POST", "index.html", &[], b"email=jane%40example.org&new=a-secret-of-mine");
    assert_eq!(answer.status, 405);
    assert!(!answer.text().contains("secret"));
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
    for name in ["INT", "TERM"] {
        let (_folder, mut server) = corpus();
        let _idle = TcpStream::connect(server.address()).unwrap();
        signal(&server.child, name);
        assert!(server.child.wait().unwrap().success(), "{name}");
    }
}

#[test]
fn what_cannot_be_served_is_told_before_listening() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for (arguments, why) in [
        (vec!["--corpus", "no-such-folder"], "no-such-folder"),
        (vec!["--corpus", path(&file)], "is not a folder"),
        (vec!["--corpus", path(folder.path())], "passmuster corpus build"),
        (vec!["--site", "no-such-folder"], "no-such-folder"),
        (vec!["--site", path(&file)], "is not a folder"),
    ] {
        let output = run(&[&["serve", "--port", "0"], &arguments[..]].concat(), b"");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(told(&output).contains(why), "{}", told(&output));
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
    assert!(told(&output).contains(&port) && told(&output).contains("in use"), "{}", told(&output));
}

#[test]
fn a_request_that_is_under_way_is_answered_before_the_server_ends() {
    let (folder, mut server) = site(&[]);
    // More than the buffers between the two take.
    let size = 32 << 20;
    std::fs::write(folder.path().join("large.bin"), vec![b'x'; size]).unwrap();
    let mut stream = say(&server, b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let mut status = [0; 12];
    stream.read_exact(&mut status).unwrap();
    assert_eq!(&status, b"HTTP/1.1 200");
    signal(&server.child, "TERM");
    let answer = hear(stream);
    assert!(answer.ends_with('x') && answer.len() > size, "{} bytes of {size}", answer.len());
    assert!(server.child.wait().unwrap().success());
}

#[test]
fn a_load_balancer_learns_whether_the_corpus_can_be_read() {
    let (folder, server) = corpus();
    let answer = server.get("healthz");
    assert_eq!((answer.status, answer.text(), answer.header("cache-control")), (200, "ok\n", "no-store"));
    fs::remove_dir_all(folder.path().join("range")).unwrap();
    assert_eq!(server.get("healthz").status, 503);
}

#[test]
fn a_corpus_that_is_gone_is_never_taken_for_one_without_entries() {
    let (folder, server) = corpus();
    fs::remove_dir_all(folder.path().join("range")).unwrap();
    assert_eq!(server.get("range/5BAA6").status, 503);
}

#[test]
fn a_corpus_that_is_replaced_is_served_at_once() {
    let (folder, server) = corpus();
    assert_eq!(server.get("range/5BAA6").text(), PASSWORD_RANGE);
    build_corpus(b"hunter2\n", folder.path());
    assert_eq!(server.get("range/5BAA6").text(), "");
    assert_eq!(server.get("range/F3BBB").text(), "D66A63D4BF1747940578EC3D0103530E21D:1\r\n");
}

#[test]
fn answers_are_compressed_for_those_who_accept_that() {
    let (_folder, server) = corpus();
    let plain = server.ask("GET", "range/5BAA6", &[("Add-Padding", "true")], b"");
    assert_eq!(plain.header("content-encoding"), "");
    for encoding in ["gzip", "br"] {
        let headers = [("Add-Padding", "true"), ("Accept-Encoding", encoding)];
        let answer = server.ask("GET", "range/5BAA6", &headers, b"");
        assert_eq!(answer.header("content-encoding"), encoding);
        assert!(answer.body.len() * 4 < plain.body.len() * 3, "{} of {}", answer.body.len(), plain.body.len());
    }
}

#[test]
fn caches_keep_padded_and_compressed_answers_apart() {
    let (_folder, server) = corpus();
    let answer = server.ask("GET", "range/5BAA6", &[("Add-Padding", "true"), ("Accept-Encoding", "gzip")], b"");
    let vary = answer.header_lines("vary").join(", ").to_ascii_lowercase();
    assert!(vary.contains("add-padding") && vary.contains("accept-encoding"), "{vary}");
}

#[test]
fn a_client_that_dawdles_over_its_request_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"password\n", folder.path());
    let server = Server::start(&["--corpus", path(folder.path()), "--head-timeout", "1"]);
    assert_eq!(hear(say(&server, b"GET /range/5BAA6 HTTP/1.1\r\nHost: loc")), "");
}

#[test]
fn a_request_with_too_large_a_head_is_refused() {
    let (_folder, server) = corpus();
    let words = format!("GET /range/5BAA6 HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "x".repeat(20_000));
    let answer = hear(say(&server, words.as_bytes()));
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
}

#[test]
fn nothing_is_logged_unless_asked_for_and_prefixes_only_by_name() {
    for (options, expected) in [
        (&[][..], None),
        (&["--log"], Some("GET /range/----- 200")),
        (&["--log", "--log-prefixes"], Some("GET /range/5BAA6 200")),
    ] {
        let folder = tempfile::tempdir().unwrap();
        build_corpus(b"password\n", folder.path());
        let mut server = Server::start(&[&["--corpus", path(folder.path())], options].concat());
        server.get("range/5BAA6?q=secret");
        signal(&server.child, "TERM");
        let mut log = String::new();
        server.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        match expected {
            Some(expected) => assert!(log.contains(expected) && log.contains("127.0.0.1"), "{log}"),
            None => assert_eq!(log, ""),
        }
        assert!(!log.contains("secret"), "{log}");
        assert_eq!(log.contains("5BAA6"), options.contains(&"--log-prefixes"), "{log}");
    }
    assert_eq!(run(&["serve", "--corpus", ".", "--log-prefixes"], b"").status.code(), Some(2));
}

#[test]
fn a_range_is_never_served_from_a_file_that_is_missing_or_cut_nor_without_a_manifest() {
    for (what, damage) in [
        ("missing", (|folder: &Path| fs::remove_file(folder.join("range/5BAA6")).unwrap()) as fn(&Path)),
        ("empty", |folder| fs::write(folder.join("range/5BAA6"), "").unwrap()),
        ("cut at a line", |folder| {
            let body = fs::read_to_string(folder.join("range/5BAA6")).unwrap();
            fs::write(folder.join("range/5BAA6"), &body[..39]).unwrap();
        }),
        ("no manifest", |folder| fs::remove_file(folder.join("corpus.json")).unwrap()),
        ("no table of sizes", |folder| fs::remove_file(folder.join("corpus.sizes")).unwrap()),
        ("a table cut", |folder| fs::write(folder.join("corpus.sizes"), [0; 4096]).unwrap()),
    ] {
        let folder = tempfile::tempdir().unwrap();
        // Two lines under a prefix.
        let list = b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1\n5BAA6FFFC9B93F3F0682250B6CF8331B7EE68FD8:1\n";
        build_corpus(list, folder.path());
        let before = Server::start(&["--corpus", path(folder.path())]);
        damage(folder.path());
        let after = Server::start(&["--corpus", path(folder.path())]);
        for server in [before, after] {
            if what.contains("manifest") || what.contains("table") {
                // Who has read them before needs them no more; who has not says so at once.
                if after_start(&server) {
                    continue;
                }
            }
            let answer = server.get("range/5BAA6");
            assert_eq!((answer.status, answer.header("cache-control")), (503, "no-store"), "{what}");
            let health = server.get("healthz");
            assert_eq!(health.status, 503, "{what}: {}", health.text());
            assert!(health.text().contains("passmuster corpus"), "{what}: {}", health.text());
        }
    }
}

/// Whether it still serves what it read at its start.
fn after_start(server: &Server) -> bool {
    server.get("range/5BAA6").status == 200
}

#[test]
fn a_folder_that_was_copied_in_part_is_told_before_anybody_asks_for_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"password\nhunter2\n", folder.path());
    fs::remove_file(folder.path().join("range/F3BBB")).unwrap();
    let server = Server::start(&["--corpus", path(folder.path())]);
    let deadline = Instant::now() + Duration::from_secs(20);
    while server.get("healthz").status != 503 {
        assert!(Instant::now() < deadline);
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(server.get("range/5BAA6").text(), PASSWORD_RANGE);
}

#[test]
fn a_served_corpus_can_be_verified_by_its_address() {
    let (folder, server) = corpus();
    let verify = || run(&["corpus", "verify", "--sample", "500", &server.url], b"");
    let output = verify();
    assert!(output.status.success(), "{}", told(&output));
    fs::remove_dir_all(folder.path().join("range")).unwrap();
    assert_eq!(verify().status.code(), Some(1));
}

#[test]
fn a_client_that_takes_no_answer_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("large.bin"), vec![0; 32 << 20]).unwrap();
    let server = Server::start(&["--site", path(folder.path()), "--write-timeout", "1"]);
    let mut stream = say(&server, b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::thread::sleep(Duration::from_secs(3));
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(answer.len() < 32 << 20, "all of it came");
}

#[test]
fn beyond_its_connections_a_server_says_so_and_tells_its_health_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    build_corpus(b"password\n", folder.path());
    let server = Server::start(&["--corpus", path(folder.path()), "--max-connections", "4"]);
    let held: Vec<_> = (0..4).map(|_| say(&server, b"GET /range/5BAA6 HTTP/1.1\r\n")).collect();
    let close = |name: &str| format!("GET /{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let deadline = Instant::now() + Duration::from_secs(5);
    while !hear(say(&server, close("range/5BAA6").as_bytes())).starts_with("HTTP/1.1 503") {
        assert!(Instant::now() < deadline);
    }
    assert!(hear(say(&server, close("healthz").as_bytes())).starts_with("HTTP/1.1 200"));
    drop(held);
    let deadline = Instant::now() + Duration::from_secs(5);
    while !hear(say(&server, close("range/5BAA6").as_bytes())).starts_with("HTTP/1.1 200") {
        assert!(Instant::now() < deadline);
    }
}

#[test]
fn a_long_url_is_refused_as_such() {
    let (_folder, server) = corpus();
    for path in [format!("range/5BAA6?{}", "x".repeat(15_000)), "x".repeat(9_000)] {
        assert_eq!(server.get(&path).status, 414);
    }
}

#[cfg(unix)]
#[test]
fn symbolic_links_do_not_lead_out_of_the_site() {
    use std::os::unix::fs::symlink;
    let (outside, (folder, server)) = (tempfile::tempdir().unwrap(), site(&[]));
    fs::write(outside.path().join("index.html"), "secret").unwrap();
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).unwrap();
    link(&outside.path().join("index.html"), "file.html");
    link(outside.path(), "out");
    link("folder/.secret".as_ref(), "plain");
    fs::create_dir(folder.path().join("sub")).unwrap();
    link(&outside.path().join("index.html"), "sub/index.html");
    for path in ["file.html", "out/index.html", "out/", "out", "sub/", "plain", "%6fut/index.html"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    link("index.html".as_ref(), "home.html");
    assert_eq!(server.get("home.html").status, 200);
}
