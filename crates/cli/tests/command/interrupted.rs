//! Builds that end at any moment: afterwards the old corpus is there or the new one, whole.
//!
//! `INTERRUPTED_BUILDS=500 cargo test -p passmuster-cli interrupted` ends as many builds in each place as that.

use crate::support::{build_corpus, passmuster, path, signal};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// In each place; fifty in all.
const BUILDS: usize = 25;
/// Enough that making, publishing and removing take a while each.
const PASSWORDS: usize = 1_500;

fn list(name: &str) -> Vec<u8> {
    (0..PASSWORDS).flat_map(|number| format!("{name}{number}\n").into_bytes()).collect()
}

/// What a corpus holds; `None` where there is none.
fn corpus(folder: &Path) -> Option<BTreeMap<PathBuf, Vec<u8>>> {
    let entries = fs::read_dir(folder.join("range")).ok()?;
    Some(entries.map(|entry| entry.unwrap().path()).map(|path| (path.clone(), fs::read(&path).unwrap())).collect())
}

fn end_builds_at_random_moments(place: &Path, builds: usize) {
    let folder = tempfile::tempdir_in(place).unwrap();
    let out = folder.path().join("corpus");
    let lists = ["old", "new"].map(list);
    // The same folder, so that the two are told apart by their contents alone.
    let whole = lists.each_ref().map(|list| {
        build_corpus(list, &out);
        corpus(&out).unwrap()
    });
    let start = Instant::now();
    build_corpus(&lists[0], &out);
    let took = start.elapsed();

    let (mut standing, mut seen) = (0, [0; 2]);
    for build in 0..builds {
        let next = 1 - standing;
        let mut child = passmuster()
            .args(["corpus", "build", "--sparse", "--from", "-", "--out", path(&out)])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Before the list is through the build would have ended already.
        child.stdin.take().unwrap().write_all(&lists[next]).unwrap();
        std::thread::sleep(took.mul_f64(rand::random_range(0.0..1.1)));
        let name = ["INT", "TERM", "KILL"][build % 3];
        if child.try_wait().unwrap().is_none() {
            signal(&child, name);
        }
        // On a busy disk a process ends when what it wrote is stored.
        let deadline = Instant::now() + Duration::from_secs(120);
        while child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < deadline, "build {build} goes on after SIG{name}");
            std::thread::sleep(Duration::from_millis(5));
        }
        let found = corpus(&out).unwrap_or_else(|| panic!("build {build}, SIG{name}: there is no corpus"));
        let which = whole.iter().position(|whole| *whole == found);
        let which =
            which.unwrap_or_else(|| panic!("build {build}, SIG{name}: {} files, of neither corpus whole", found.len()));
        seen[usize::from(which == next)] += 1;
        standing = which;
    }
    eprintln!(
        "{}: {builds} builds ended, {} before and {} after the corpus was published",
        place.display(),
        seen[0],
        seen[1]
    );
}

#[test]
fn a_build_that_is_interrupted_leaves_the_old_corpus_or_the_new_one_whole() {
    let builds =
        std::env::var("INTERRUPTED_BUILDS").map_or(BUILDS, |number| number.parse().expect("a number of builds"));
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        end_builds_at_random_moments(memory, builds);
    }
    end_builds_at_random_moments(Path::new(env!("CARGO_TARGET_TMPDIR")), builds);
}
