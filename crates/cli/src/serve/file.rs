//! A folder whose files are read whole, and which may be replaced by another at any time.
//!
//! A read that has to wait for a disk must not hold up the requests of others, so it belongs on a thread that
//! may block. But to hand it over takes longer than to read a file that is in memory, where the popular ones
//! are. Linux can tell: it is asked to open and to read without waiting, and only if it refuses does another
//! thread do the same with patience.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder, shared by all who read from it.
#[derive(Clone)]
pub struct Folder(Arc<Path>);

impl Folder {
    /// The folder at this path.
    pub fn new(path: PathBuf) -> Self {
        Self(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether it is there.
    fn exists(&self) -> bool {
        self.0.is_dir()
    }

    /// Reads the file of this name; `None` where the folder has none.
    ///
    /// # Errors
    /// When the file cannot be read, or the folder itself is gone: then nothing is known of its files.
    pub async fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let path = self.0.join(name);
        #[cfg(target_os = "linux")]
        if let Some(content) = read_cached(&path) {
            return Ok(Some(content));
        }
        let folder = self.clone();
        tokio::task::spawn_blocking(move || match std::fs::read(path) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == ErrorKind::NotFound && folder.exists() => Ok(None),
            Err(error) => Err(error),
        })
        .await?
    }
}

/// Reads a file if that takes no waiting.
#[cfg(target_os = "linux")]
fn read_cached(path: &Path) -> Option<Vec<u8>> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, fstat, openat2};
    use rustix::io::{ReadWriteFlags, preadv2};

    let flags = OFlags::RDONLY | OFlags::CLOEXEC;
    let file = openat2(CWD, path, flags, Mode::empty(), ResolveFlags::CACHED).ok()?;
    let mut content = vec![0; usize::try_from(fstat(&file).ok()?.st_size).ok()?];
    let read = preadv2(&file, &mut [io::IoSliceMut::new(&mut content)], 0, ReadWriteFlags::NOWAIT).ok()?;
    (read == content.len()).then_some(content)
}
