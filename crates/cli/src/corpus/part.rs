//! The parts that entries are kept in on their way from the input, where they come in any order, to the
//! range files, where they are sorted.

use passmuster::breach::{Digest, Prefix};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A digest and its count, big-endian, so that records sort as digests do.
pub type Record = [u8; 28];

/// A part holds the digests that begin with the same three hexadecimal digits.
pub const PARTS: usize = 1 << 12;
/// The prefixes of a part.
pub const PREFIXES: u32 = Prefix::COUNT / PARTS as u32;

/// What a part keeps in memory before it goes to disk, in bytes: 128 MiB for all parts.
const BUFFER: usize = 32 << 10;

/// The digest and the count of a record.
pub fn split(record: &Record) -> (&[u8; 20], u64) {
    let (digest, count) = record.split_first_chunk().expect("a record holds a digest");
    (digest, u64::from_be_bytes(*count.first_chunk().expect("a record holds a count")))
}

/// The prefix that a record belongs to.
pub fn prefix(record: &Record) -> Prefix {
    Digest::from_bytes(*split(record).0).prefix()
}

/// All parts, to which any thread may add.
pub struct Parts {
    parts: Vec<Mutex<Part>>,
}

/// The entries of a few prefixes, in any order.
pub struct Part {
    buffer: Vec<u8>,
    path: PathBuf,
    /// The records that are on disk.
    spilled: usize,
}

impl Parts {
    /// Empty parts, which spill into this folder.
    pub fn new(folder: &Path) -> Self {
        let part = |number| Part { buffer: Vec::new(), path: folder.join(format!("{number:03X}")), spilled: 0 };
        Self { parts: (0..PARTS).map(part).map(Mutex::new).collect() }
    }

    /// Adds an entry to its part.
    pub fn push(&self, digest: &Digest, count: u64) -> io::Result<()> {
        let number = (digest.prefix().number() / PREFIXES) as usize;
        let mut part = self.parts[number].lock().expect("no thread has panicked");
        part.push(digest, count)
    }

    /// The parts in order, when nothing is to be added any more.
    pub fn into_vec(self) -> Vec<Part> {
        self.parts.into_iter().map(|part| part.into_inner().expect("no thread has panicked")).collect()
    }
}

impl Part {
    fn push(&mut self, digest: &Digest, count: u64) -> io::Result<()> {
        self.buffer.extend_from_slice(digest.as_bytes());
        self.buffer.extend_from_slice(&count.to_be_bytes());
        if self.buffer.len() + mem::size_of::<Record>() > BUFFER { self.spill() } else { Ok(()) }
    }

    /// Appends to the part's file, which is open no longer than that: systems allow fewer open files than
    /// there are parts.
    fn spill(&mut self) -> io::Result<()> {
        OpenOptions::new().create(true).append(true).open(&self.path)?.write_all(&self.buffer)?;
        self.spilled += self.buffer.len() / mem::size_of::<Record>();
        self.buffer.clear();
        Ok(())
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.spilled + self.buffer.len() / mem::size_of::<Record>()
    }

    /// Its records, sorted, with one for each digest, in room for `capacity` of them; `None` when they need
    /// more. Removes what is on disk.
    pub fn into_sorted(self, capacity: usize) -> io::Result<Option<Vec<Record>>> {
        let mut records: Vec<Record> = Vec::with_capacity(self.len().min(capacity));
        let mut read = 0;
        let mut source: Box<dyn Read> = Box::new(&*self.buffer);
        if self.spilled > 0 {
            source = Box::new(source.chain(File::open(&self.path)?));
        }
        while read < self.len() {
            // A list in which some passwords are very frequent shrinks when their counts are added up.
            if records.len() > capacity / 2 {
                return Ok(None);
            }
            let start = records.len();
            records.resize((start + self.len() - read).min(capacity), [0; 28]);
            let fresh = &mut records[start..];
            source.read_exact(fresh.as_flattened_mut())?;
            read += fresh.len();
            add_up(&mut records);
        }
        if self.spilled > 0 {
            drop(source);
            std::fs::remove_file(&self.path)?;
        }
        Ok(Some(records))
    }
}

/// Sorts records and makes one of those with the same digest.
fn add_up(records: &mut Vec<Record>) {
    records.sort_unstable();
    records.dedup_by(|record, first| {
        let ((digest, count), (first_digest, sum)) = (split(record), split(first));
        let same = digest == first_digest;
        if same {
            let sum = sum.saturating_add(count);
            first[20..].copy_from_slice(&sum.to_be_bytes());
        }
        same
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part that has some of its records on disk and some not.
    fn part(folder: &Path, records: impl Iterator<Item = u16>) -> Part {
        let mut part = Part { buffer: Vec::new(), path: folder.join("part"), spilled: 0 };
        for (place, number) in records.enumerate() {
            let mut digest = [0; 20];
            digest[18..].copy_from_slice(&number.to_be_bytes());
            part.push(&Digest::from_bytes(digest), 1).unwrap();
            if place % 700 == 500 {
                part.spill().unwrap();
            }
        }
        part
    }

    #[test]
    fn records_come_back_sorted_with_counts_added_up() {
        let folder = tempfile::tempdir().unwrap();
        let part = part(folder.path(), (0..3_000).rev().chain(0..1_000));
        let sorted = part.into_sorted(10_000).unwrap().unwrap();
        assert!(sorted.is_sorted());
        let counts: Vec<u64> = sorted.iter().map(|record| split(record).1).collect();
        assert_eq!(counts, [vec![2; 1_000], vec![1; 2_000]].concat());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn frequent_digests_need_no_more_room_than_rare_ones() {
        let folder = tempfile::tempdir().unwrap();
        let part = part(folder.path(), (0..5_000).map(|place| place % 10));
        let sorted = part.into_sorted(100).unwrap().unwrap();
        let counts: Vec<u64> = sorted.iter().map(|record| split(record).1).collect();
        assert_eq!(counts, [500; 10]);
    }

    #[test]
    fn too_many_distinct_digests_for_the_room_are_told() {
        let folder = tempfile::tempdir().unwrap();
        assert!(part(folder.path(), 0..5_000).into_sorted(1_000).unwrap().is_none());
    }
}
