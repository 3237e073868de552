//! Output that appears whole or not at all.
//!
//! Everything is made in a hidden folder beside the output, and takes the output's name when it is finished.
//! A build that fails or is interrupted removes the folder; one that is killed leaves it, but under a name
//! that nobody takes for a corpus.
//!
//! ```text
//!           signal: sweep, and end
//!              ▲
//! making ──────┴──────► publishing ───► published
//!                       one rename      signals wait: what is left to do is to remove the old corpus
//! ```
//!
//! Sweeping and publishing exclude each other: each begins by taking [`Staging::phase`], and neither gives it back to
//! the other. A sweeper that removed the folder while it is renamed would go on inside the published corpus, through
//! the folders that it holds open.

use super::manifest::{MANIFEST, RANGES, SIZES};
use anyhow::{Context, bail};
use passmuster::breach::Prefix;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tempfile::TempDir;

/// A corpus in the making.
pub struct Staging {
    folder: TempDir,
    out: PathBuf,
    phase: Arc<Mutex<Phase>>,
}

/// How far a build is. Whoever holds the lock may make the next step, and nobody else any.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Making,
    /// A signal came: the process ends as soon as the folder is swept up.
    Interrupted,
    /// The corpus has its name.
    Published,
}

fn lock(phase: &Mutex<Phase>) -> MutexGuard<'_, Phase> {
    phase.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Staging {
    /// Begins a corpus that is to appear at `out`, where there is nothing yet, an empty folder, or a corpus
    /// that is to be replaced.
    pub fn new(out: &Path) -> anyhow::Result<Self> {
        let out = std::path::absolute(out)?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            bail!("{} is no name for a folder", out.display());
        };
        check(&out)?;
        fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        check_mount(&out, parent)?;
        let folder = tempfile::Builder::new()
            .prefix(&format!(".{}.", name.display()))
            .suffix(".partial")
            .tempdir_in(parent)
            .with_context(|| format!("{} cannot be written to", parent.display()))?;
        let staging = Self { folder, out, phase: Arc::new(Mutex::new(Phase::Making)) };
        fs::create_dir_all(staging.ranges())?;
        fs::create_dir(staging.parts())?;
        staging.remove_when_interrupted()?;
        Ok(staging)
    }

    /// The folder for the range files.
    pub fn ranges(&self) -> PathBuf {
        self.corpus().join(RANGES)
    }

    /// The folder for the parts.
    pub fn parts(&self) -> PathBuf {
        self.folder.path().join("parts")
    }

    /// The folder that becomes the output.
    pub fn corpus(&self) -> PathBuf {
        self.folder.path().join("corpus")
    }

    /// Gives the finished corpus its name. What was there before goes with the staging folder.
    ///
    /// From here on signals wait: there is the old corpus or the new one, whole.
    pub fn publish(self) -> anyhow::Result<()> {
        self.store().with_context(|| format!("{} cannot be written to the disk", self.folder.path().display()))?;
        let mut phase = lock(&self.phase);
        if *phase == Phase::Interrupted {
            drop(phase);
            leave_the_end_to_the_sweeper();
        }
        // Much can be put there during a build.
        check(&self.out)?;
        self.rename().with_context(|| format!("{} cannot be made", self.out.display()))?;
        *phase = Phase::Published;
        Ok(())
    }

    /// Waits until all is on the disk. A power cut after the rename must not find files whose content was still on its
    /// way there.
    #[cfg(target_os = "linux")]
    fn store(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(fs::File::open(self.folder.path())?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn store(&self) -> io::Result<()> {
        Ok(())
    }

    #[cfg(target_os = "linux")]
    fn rename(&self) -> anyhow::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        if !exists(&self.out) {
            return Ok(fs::rename(self.corpus(), &self.out)?);
        }
        // At no time is there none.
        let exchange = || renameat_with(CWD, self.corpus(), CWD, &self.out, RenameFlags::EXCHANGE);
        match exchange() {
            // Some network filesystems cannot exchange.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(self.replace()?),
            Err(error) => Err(error.into()),
            Ok(()) => {
                // What came between the check and the exchange is now out of others' reach, and would be removed.
                check(&self.corpus()).or_else(|error| exchange().map_err(anyhow::Error::from).and(Err(error)))
            }
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn rename(&self) -> anyhow::Result<()> {
        Ok(self.replace()?)
    }

    /// Puts the new corpus in the place of the old one, where the two cannot be exchanged: for a moment there is none.
    fn replace(&self) -> io::Result<()> {
        let replaced = self.folder.path().join("replaced");
        if exists(&self.out) {
            fs::rename(&self.out, &replaced)?;
        }
        fs::rename(self.corpus(), &self.out).inspect_err(|_| {
            // The old one is better than none.
            let _ = fs::rename(&replaced, &self.out);
        })
    }

    /// A first signal sweeps up and ends the process; a second one ends it at once.
    fn remove_when_interrupted(&self) -> anyhow::Result<()> {
        let folder = self.folder.path().to_owned();
        let phase = self.phase.clone();
        let mut signals = Signals::new([SIGINT, SIGTERM])?;
        thread::spawn(move || {
            for signal in signals.forever() {
                let mut phase = lock(&phase);
                match *phase {
                    Phase::Making => {
                        *phase = Phase::Interrupted;
                        let folder = folder.clone();
                        thread::spawn(move || {
                            sweep(&folder);
                            std::process::exit(128 + signal);
                        });
                    }
                    Phase::Interrupted => std::process::exit(128 + signal),
                    // The old corpus is on its way out, which is soon over.
                    Phase::Published => {}
                }
            }
        });
        Ok(())
    }
}

impl Drop for Staging {
    /// Once interrupted, leaves the end of the process to the sweeper: the errors that other threads meet meanwhile
    /// tell nobody anything.
    fn drop(&mut self) {
        if *lock(&self.phase) == Phase::Interrupted {
            leave_the_end_to_the_sweeper();
        }
    }
}

fn leave_the_end_to_the_sweeper() -> ! {
    loop {
        thread::park();
    }
}

/// Removes the staging folder. What cannot be removed stays, and is named.
fn sweep(folder: &Path) {
    // Other threads go on making files until the process ends. Under another name they find the folder no more.
    let swept = folder.with_extension("removed");
    let folder = if fs::rename(folder, &swept).is_ok() { swept.as_path() } else { folder };
    if let Err(error) = fs::remove_dir_all(folder)
        && folder.exists()
    {
        eprintln!("passmuster: {} is left over and can be removed: {error}", folder.display());
    }
}

/// Whether anything has this name, a symbolic link that leads nowhere included.
fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a corpus may take this place: there is nothing, or nothing but a corpus. It must not swallow what somebody
/// keeps there.
fn check(out: &Path) -> anyhow::Result<()> {
    let metadata = match out.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        metadata => metadata.with_context(|| format!("{} cannot be replaced", out.display()))?,
    };
    if metadata.is_symlink() {
        let target = fs::read_link(out).unwrap_or_default();
        let (out, target) = (out.display(), target.display());
        bail!("{out} is a symbolic link to {target} and is not replaced; give --out the folder itself");
    }
    if !metadata.is_dir() {
        bail!("{} is not a folder and is not replaced; choose another --out", out.display());
    }
    for entry in read_dir(out)? {
        let entry = entry?;
        let (name, kind) = (entry.file_name(), entry.file_type()?);
        let ours = if name == RANGES { kind.is_dir() } else { kind.is_file() && (name == MANIFEST || name == SIZES) };
        if !ours {
            return Err(foreign(&entry.path(), out));
        }
        if name == RANGES {
            for file in read_dir(&entry.path())? {
                let file = file?;
                if !file.file_type()?.is_file() || !is_range_file(&file.file_name()) {
                    return Err(foreign(&file.path(), out));
                }
            }
        }
    }
    Ok(())
}

fn read_dir(path: &Path) -> anyhow::Result<fs::ReadDir> {
    fs::read_dir(path).with_context(|| format!("{} cannot be replaced", path.display()))
}

fn foreign(what: &Path, out: &Path) -> anyhow::Error {
    let (what, out) = (what.display(), out.display());
    anyhow::anyhow!("{what} is no part of a corpus, so {out} is not replaced; move it away, or choose another --out")
}

fn is_range_file(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.parse::<Prefix>().is_ok_and(|prefix| prefix.to_string() == name))
}

/// A folder on which a filesystem is mounted cannot be renamed: better told before the build than after it.
#[cfg(unix)]
fn check_mount(out: &Path, parent: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    match out.metadata() {
        Ok(metadata) if metadata.dev() != parent.metadata()?.dev() => {
            bail!(
                "{0} is where a filesystem is mounted and cannot be replaced; choose {0}/corpus as --out",
                out.display()
            )
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn check_mount(_: &Path, _: &Path) -> anyhow::Result<()> {
    Ok(())
}
