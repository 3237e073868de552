//! Running the command, and asking its server.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub fn passmuster() -> Command {
    Command::new(env!("CARGO_BIN_EXE_passmuster"))
}

/// Runs the command on this input.
pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = passmuster()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A command that has seen enough is free to stop reading.
            let _ = stdin.write_all(input);
        });
        child.wait_with_output().expect("the command ends")
    })
}

/// What it told on standard error.
pub fn told(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("messages in UTF-8")
}

pub fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// Builds a corpus of this list in a folder.
pub fn build_corpus(list: &[u8], out: &Path) {
    let built = run(&["corpus", "build", "--sparse", "--from", "-", "--out", path(out)], list);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

/// A running `passmuster serve`, ended when dropped.
pub struct Server {
    pub child: Child,
    /// `http://127.0.0.1:PORT/`
    pub url: String,
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = passmuster()
            .args(["serve", "--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut url = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut url).expect("the server names its address");
        if url.is_empty() {
            let mut error = String::new();
            let _ = child.stderr.take().unwrap().read_to_string(&mut error);
            panic!("the server ended: {error}");
        }
        Self { child, url: url.trim_end().to_owned() }
    }

    pub fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap().trim_end_matches('/')
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        // A client that leaves what it gets as it came: compressed, redirected.
        let method = attohttpc::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = attohttpc::RequestBuilder::new(method, format!("{}{path}", self.url)).follow_redirects(false);
        for (name, value) in headers {
            request = request.header(attohttpc::header::HeaderName::from_bytes(name.as_bytes()).unwrap(), *value);
        }
        let (status, headers, reader) = request.bytes(body).send().expect("an answer").split();
        let body = reader.bytes().expect("a whole body");
        Answer { status: status.as_u16(), headers, body }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    headers: attohttpc::header::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The values of a header that may come several times.
    pub fn header_lines(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a text")
    }
}

/// Sends a signal by its name.
pub fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args(["-s", name, &child.id().to_string()]).status().expect("kill");
    assert!(sent.success());
}
