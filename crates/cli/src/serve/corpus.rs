//! A corpus as its manifest describes it, which may be replaced by another at any time.
//!
//! "No entries" is what the manifest says, never what the absence of a file says; and of a file that was cut its size
//! tells. A file that is not as the manifest says may be of a newer corpus: then the manifest is read anew.

use super::file::Folder;
use crate::corpus::manifest::{self, MANIFEST, RANGES, Sizes};
use passmuster::breach::Prefix;
use std::fs::Metadata;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// A corpus, shared by all who read from it.
#[derive(Clone)]
pub struct Corpus(Arc<Inner>);

struct Inner {
    folder: Box<Path>,
    ranges: Folder,
    manifest: RwLock<Result<Arc<Sizes>, String>>,
    /// Which manifest was read last. Held while one is read.
    read: Mutex<Option<Identity>>,
    /// A file that was not as the manifest says.
    damaged: Mutex<Option<Prefix>>,
}

/// Tells one manifest from another without reading it.
type Identity = (u64, u64, Option<std::time::SystemTime>);

fn identity(metadata: &Metadata) -> Identity {
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(metadata);
    #[cfg(not(unix))]
    let inode = 0;
    (inode, metadata.len(), metadata.modified().ok())
}

impl Corpus {
    /// The corpus in a folder. Its files are compared with the manifest meanwhile.
    pub fn new(folder: &Path) -> Self {
        let corpus = Self(Arc::new(Inner {
            folder: folder.into(),
            ranges: Folder::new(folder.join(RANGES)),
            manifest: RwLock::new(Err(String::new())),
            read: Mutex::new(None),
            damaged: Mutex::new(None),
        }));
        corpus.read_manifest(true);
        corpus
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Whether it is whole, as far as is known; if not, why.
    pub fn health(&self) -> Result<(), String> {
        self.read_manifest(false);
        let sizes = self.sizes()?;
        if !self.0.ranges.path().is_dir() {
            return Err("the corpus cannot be read".to_owned());
        }
        let damaged = *self.damaged();
        let Some(prefix) = damaged else { return Ok(()) };
        if self.is_whole(&sizes, prefix) {
            // It was mended. What else there is, a new look will tell.
            *self.damaged() = None;
            self.check_all(sizes);
            return Ok(());
        }
        Err("files of the corpus are missing, or not of the size that its manifest tells; \
             passmuster corpus verify names them"
            .to_owned())
    }

    /// The range file of a prefix; nothing where the manifest says that it has none.
    pub async fn read(&self, prefix: Prefix) -> Result<Vec<u8>, String> {
        // Once more where the corpus was replaced between the manifest and the file.
        for last in [false, true] {
            let sizes = self.sizes();
            let file = self.0.ranges.read(&prefix.to_string()).await.map_err(|_| "the corpus cannot be read")?;
            match (&sizes, file) {
                (Ok(sizes), Some(file)) if sizes.get(prefix) == Some(file.len() as u64) => return Ok(file),
                (Ok(sizes), None) if sizes.get(prefix).is_none() => return Ok(Vec::new()),
                _ if last => {
                    sizes?;
                    *self.damaged() = Some(prefix);
                }
                _ => {
                    let corpus = self.clone();
                    let _ = tokio::task::spawn_blocking(move || corpus.read_manifest(false)).await;
                }
            }
        }
        Err("this range is missing from the corpus, or not of the size that its manifest tells".to_owned())
    }

    fn sizes(&self) -> Result<Arc<Sizes>, String> {
        self.0.manifest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn damaged(&self) -> std::sync::MutexGuard<'_, Option<Prefix>> {
        self.0.damaged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the manifest if it is another than the one that was read last.
    fn read_manifest(&self, first: bool) {
        let mut read = self.0.read.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.0.folder.join(MANIFEST).metadata().ok().as_ref().map(identity);
        if *read == now && !first && now.is_some() {
            return;
        }
        let sizes = manifest::read(&self.0.folder).map(|(_, sizes)| Arc::new(sizes)).map_err(|error| {
            let folder = self.0.folder.display();
            format!(
                "{folder} has no manifest to tell whether it is whole ({error:#}); passmuster corpus build makes one"
            )
        });
        *read = now;
        *self.damaged() = None;
        *self.0.manifest.write().unwrap_or_else(PoisonError::into_inner) = sizes.clone();
        if let Ok(sizes) = sizes {
            self.check_all(sizes);
        }
    }

    /// Compares all files with the manifest, in a thread of its own: a million of them take a while.
    fn check_all(&self, sizes: Arc<Sizes>) {
        let corpus = self.clone();
        std::thread::spawn(move || {
            let current = |corpus: &Self| corpus.sizes().is_ok_and(|current| Arc::ptr_eq(&current, &sizes));
            let damaged = (0..Prefix::COUNT)
                .filter_map(Prefix::from_number)
                .filter(|prefix| sizes.get(*prefix).is_some())
                .find(|prefix| !corpus.is_whole(&sizes, *prefix));
            if damaged.is_some() && current(&corpus) {
                corpus.read_manifest(false);
                // Still the same one: these files are no newer corpus's.
                if current(&corpus) {
                    *corpus.damaged() = damaged;
                }
            }
        });
    }

    fn is_whole(&self, sizes: &Sizes, prefix: Prefix) -> bool {
        let metadata = self.0.ranges.path().join(prefix.to_string()).metadata();
        metadata.ok().filter(Metadata::is_file).map(|metadata| metadata.len()) == sizes.get(prefix)
    }
}
