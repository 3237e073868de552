//! Output that appears whole or not at all.
//!
//! Everything is made in a hidden folder beside the output, and takes the output's name when it is finished.
//! A build that fails or is interrupted removes the folder; one that is killed leaves it, but under a name
//! that nobody takes for a corpus.

use anyhow::{Context, bail};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use tempfile::TempDir;

/// A corpus in the making.
pub struct Staging {
    folder: TempDir,
    out: PathBuf,
    interrupted: Arc<AtomicBool>,
}

impl Staging {
    /// Begins a corpus that is to appear at `out`, where there is nothing yet, an empty folder, or a corpus
    /// that is to be replaced.
    pub fn new(out: &Path) -> anyhow::Result<Self> {
        check(out)?;
        let out = std::path::absolute(out)?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            bail!("{} is no name for a folder", out.display());
        };
        fs::create_dir_all(parent)?;
        let folder = tempfile::Builder::new()
            .prefix(&format!(".{}.", name.display()))
            .suffix(".partial")
            .tempdir_in(parent)
            .with_context(|| format!("{} cannot be written to", parent.display()))?;
        let staging = Self { folder, out, interrupted: Arc::default() };
        fs::create_dir_all(staging.ranges())?;
        fs::create_dir(staging.parts())?;
        staging.remove_when_interrupted()?;
        Ok(staging)
    }

    /// The folder for the range files.
    pub fn ranges(&self) -> PathBuf {
        self.corpus().join("range")
    }

    /// The folder for the parts.
    pub fn parts(&self) -> PathBuf {
        self.folder.path().join("parts")
    }

    fn corpus(&self) -> PathBuf {
        self.folder.path().join("corpus")
    }

    /// Gives the finished corpus its name. What was there before goes with the staging folder.
    pub fn publish(self) -> anyhow::Result<()> {
        self.rename().with_context(|| format!("{} cannot be made", self.out.display()))
    }

    #[cfg(target_os = "linux")]
    fn rename(&self) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
        // A power cut after the rename must not find files whose content was still on its way to the disk.
        syncfs(fs::File::open(self.folder.path())?)?;
        if self.out.exists() {
            // At no time is there none.
            renameat_with(CWD, self.corpus(), CWD, &self.out, RenameFlags::EXCHANGE)?;
        } else {
            fs::rename(self.corpus(), &self.out)?;
        }
        Ok(())
    }

    #[cfg(not(target_os = "linux"))]
    fn rename(&self) -> io::Result<()> {
        let replaced = self.folder.path().join("replaced");
        if self.out.exists() {
            fs::rename(&self.out, &replaced)?;
        }
        fs::rename(self.corpus(), &self.out).inspect_err(|_| {
            // The old one is better than none.
            let _ = fs::rename(&replaced, &self.out);
        })
    }

    fn remove_when_interrupted(&self) -> anyhow::Result<()> {
        let folder = self.folder.path().to_owned();
        let interrupted = self.interrupted.clone();
        let mut signals = Signals::new([SIGINT, SIGTERM])?;
        thread::spawn(move || {
            let Some(signal) = signals.forever().next() else { return };
            interrupted.store(true, Relaxed);
            // Other threads go on making files until the process ends: empty it until it stays so.
            while folder.exists() {
                let _ = fs::remove_dir_all(&folder);
            }
            std::process::exit(128 + signal);
        });
        Ok(())
    }
}

impl Drop for Staging {
    /// Once interrupted, leaves the end of the process to the thread that sweeps up: the errors that other
    /// threads meet meanwhile tell nobody anything.
    fn drop(&mut self) {
        while self.interrupted.load(Relaxed) {
            thread::park();
        }
    }
}

/// Whether a corpus may take this place. It must not swallow what somebody keeps there.
fn check(out: &Path) -> anyhow::Result<()> {
    if !out.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(out).with_context(|| format!("{} cannot be replaced", out.display()))?;
    for entry in entries {
        if entry?.file_name() != "range" {
            bail!("{} holds more than a corpus and is not replaced; choose another --out", out.display());
        }
    }
    Ok(())
}
