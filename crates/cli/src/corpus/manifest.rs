//! What a corpus says of itself, written last: without it nobody can tell a prefix without entries from a file that is
//! missing, nor a whole file from one that was cut.
//!
//! ```text
//! corpus.json     the format, when it was built, lines, files, bytes, and the SHA-1 of corpus.sizes
//! corpus.sizes    for each of the 1,048,576 prefixes the size of its file in bytes: 32 bits, little-endian;
//!                 FFFFFFFF where it has none
//! range/          the files
//! ```

use anyhow::{Context, bail, ensure};
use passmuster::breach::Prefix;
use serde::{Deserialize, Serialize};
use sha1::{Digest as _, Sha1};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The manifest's name in the folder of a corpus.
pub const MANIFEST: &str = "corpus.json";
/// The name of the table of sizes.
pub const SIZES: &str = "corpus.sizes";
/// The folder of the range files.
pub const RANGES: &str = "range";

/// The version of what is described here.
const FORMAT: u32 = 1;
/// In the table: there is no file, for there is no entry.
const NONE: u32 = u32::MAX;

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    format: u32,
    /// RFC 3339, UTC.
    pub built: String,
    /// Distinct digests.
    pub lines: u64,
    pub files: u64,
    /// Of all files together.
    pub bytes: u64,
    /// Whether each prefix has a file.
    pub every_prefix: bool,
    /// The SHA-1 of the table of sizes, in hexadecimal digits.
    sizes_sha1: String,
}

/// The size of each file.
#[derive(Clone, PartialEq, Eq)]
pub struct Sizes(Vec<u32>);

impl Sizes {
    /// A corpus without files.
    pub fn new() -> Self {
        Self(vec![NONE; Prefix::COUNT as usize])
    }

    /// How large the file of a prefix is in bytes; `None` where it has none.
    pub fn get(&self, prefix: Prefix) -> Option<u64> {
        Some(self.0[prefix.number() as usize]).filter(|size| *size != NONE).map(u64::from)
    }

    /// Notes the files of prefixes that follow each other.
    pub fn set(&mut self, first: u32, sizes: &[Option<u32>]) {
        for (place, size) in self.0[first as usize..].iter_mut().zip(sizes) {
            *place = size.unwrap_or(NONE);
        }
    }

    fn files(&self) -> impl Iterator<Item = u64> {
        self.0.iter().filter(|size| **size != NONE).map(|size| u64::from(*size))
    }

    fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|size| size.to_le_bytes()).collect()
    }
}

fn sha1(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the manifest of a finished corpus.
pub fn write(corpus: &Path, sizes: &Sizes, lines: u64) -> anyhow::Result<()> {
    let table = sizes.to_bytes();
    let files = sizes.files().count() as u64;
    let manifest = Manifest {
        format: FORMAT,
        built: humantime::format_rfc3339_seconds(SystemTime::now()).to_string(),
        lines,
        files,
        bytes: sizes.files().sum(),
        every_prefix: files == u64::from(Prefix::COUNT),
        sizes_sha1: sha1(&table),
    };
    let json = serde_json::to_string_pretty(&manifest)? + "\n";
    for (name, bytes) in [(SIZES, &table[..]), (MANIFEST, json.as_bytes())] {
        let path = corpus.join(name);
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Reads the manifest of a corpus in a folder.
pub fn read(corpus: &Path) -> anyhow::Result<(Manifest, Sizes)> {
    let read = |name: &str| {
        let path = corpus.join(name);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    parse(&read(MANIFEST)?, &read(SIZES)?)
}

/// Makes sense of the manifest and its table.
pub fn parse(manifest: &[u8], table: &[u8]) -> anyhow::Result<(Manifest, Sizes)> {
    let manifest: Manifest = serde_json::from_slice(manifest).with_context(|| format!("{MANIFEST} is no manifest"))?;
    if manifest.format != FORMAT {
        bail!("{MANIFEST} has format {}, and this passmuster reads {FORMAT}", manifest.format);
    }
    let (sizes, rest) = table.as_chunks::<4>();
    let whole = sizes.len() == Prefix::COUNT as usize && rest.is_empty() && sha1(table) == manifest.sizes_sha1;
    ensure!(whole, "{SIZES} is not the one that {MANIFEST} names: the corpus was copied in part, or from two builds");
    let sizes = Sizes(sizes.iter().map(|size| u32::from_le_bytes(*size)).collect());
    Ok((manifest, sizes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_it_was_written_and_not_with_another_table() {
        let folder = tempfile::tempdir().unwrap();
        let mut sizes = Sizes::new();
        sizes.set(256, &[Some(0), None, Some(77)]);
        write(folder.path(), &sizes, 3).unwrap();
        let (manifest, read) = read(folder.path()).unwrap();
        assert_eq!((manifest.files, manifest.bytes, manifest.lines, manifest.every_prefix), (2, 77, 3, false));
        let sizes = [256, 257, 258].map(|number| read.get(Prefix::from_number(number).unwrap()));
        assert_eq!(sizes, [Some(0), None, Some(77)]);
        let json = fs::read(folder.path().join(MANIFEST)).unwrap();
        let mut table = fs::read(folder.path().join(SIZES)).unwrap();
        table[1024] ^= 1;
        assert!(parse(&json, &table).is_err());
        assert!(parse(&json, &table[4..]).is_err());
        assert!(parse(&json[..20], &table).is_err());
    }
}
