//! What a corpus is built from, block by block.
//!
//! A block is a run of whole lines small enough that every thread can hold one. Reading is for one thread,
//! making sense of the lines for all.

use super::line::{BadLine, Lines};
use crate::estimate::without_end;
use anyhow::Context;
use clap::ValueEnum;
use indicatif::ProgressBar;
use passmuster::breach::{Digest, Prefix};
use std::fs::{self, File, ReadDir};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The bytes of a block, at most.
const BLOCK: usize = 1 << 20;
/// Some editors begin a text with it. It belongs to no password.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What the lines of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Judge by a list's first lines: SHA1:COUNT, or passwords. Other digests are refused.
    Auto,
    /// A password a line.
    Plain,
    /// SHA-1 digests, each with a count after a colon, semicolon, comma or blank, or without one.
    Sha1,
}

/// Whole lines, one after the other.
pub struct Block {
    source: Arc<Path>,
    /// The number of the first line, from 1.
    first: u64,
    bytes: Vec<u8>,
    lines: Lines,
}

impl Block {
    /// What each line says, with where it stands in words.
    pub fn entries(&self) -> impl Iterator<Item = Result<Option<(Digest, u64)>, (BadLine, u64)>> {
        self.bytes
            .split_inclusive(|&byte| byte == b'\n')
            .zip(self.first..)
            .map(|(line, number)| self.lines.read(without_end(line)).map_err(|bad| (bad, number)))
    }

    /// Where it was read from.
    pub fn source(&self) -> &Path {
        &self.source
    }
}

/// Opens everything that is named and yields it block by block. A path that is a folder holds range files;
/// `-` is standard input.
pub fn open(paths: &[PathBuf], format: Format, progress: &ProgressBar) -> anyhow::Result<Blocks> {
    let mut blocks: Blocks = Box::new(std::iter::empty());
    let mut total = Some(0);
    for path in paths {
        let (more, size) =
            open_one(path, format, progress).with_context(|| format!("{} cannot be read", path.display()))?;
        total = total.zip(size).map(|(total, size)| total + size);
        blocks = Box::new(blocks.chain(more));
    }
    if let Some(total) = total {
        progress.set_length(total);
    }
    Ok(blocks)
}

/// Blocks, until one cannot be read.
pub type Blocks = Box<dyn Iterator<Item = anyhow::Result<Block>> + Send>;

/// Opens a path, and tells its size in bytes where that can be known.
fn open_one(path: &Path, format: Format, progress: &ProgressBar) -> io::Result<(Blocks, Option<u64>)> {
    if path == Path::new("-") {
        return Ok((list("standard input".as_ref(), unpacked(progress.wrap_read(io::stdin()))?, format), None));
    }
    if path.is_dir() {
        let nested = path.join("range");
        let folder = if nested.is_dir() { nested } else { path.to_owned() };
        return Ok((range_files(fs::read_dir(&folder)?, progress.clone()), None));
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    let size = metadata.is_file().then_some(metadata.len());
    Ok((list(path, unpacked(progress.wrap_read(file))?, format), size))
}

/// What a file holds, unpacked if it begins like gzip or Zstandard. What needs another tool is told by name.
fn unpacked<'a>(mut reader: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    const OTHERS: [(&[u8], &str); 7] = [
        (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive; unpack it first"),
        (b"PK\x03\x04", "a ZIP archive; unpack it first"),
        (b"Rar!\x1A\x07", "a RAR archive; unpack it first"),
        (b"\xFD7zXZ\x00", "packed by xz; unpack it first"),
        (b"BZh91AY&SY", "packed by bzip2; unpack it first"),
        (b"\xFF\xFE", "UTF-16; convert it to UTF-8 first"),
        (b"\xFE\xFF", "UTF-16; convert it to UTF-8 first"),
    ];
    let mut start = Vec::new();
    reader.by_ref().take(10).read_to_end(&mut start)?;
    if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("it is {what}")));
    }
    let gzip = start.starts_with(b"\x1F\x8B\x08");
    let zstd = start.starts_with(b"\x28\xB5\x2F\xFD");
    let whole = io::Cursor::new(start).chain(reader);
    Ok(match (gzip, zstd) {
        (true, _) => Box::new(flate2::read::MultiGzDecoder::new(whole)),
        (_, true) => Box::new(zstd::Decoder::new(whole)?),
        _ => Box::new(whole),
    })
}

fn list(source: &Path, reader: impl Read + Send + 'static, format: Format) -> Blocks {
    let source: Arc<Path> = source.into();
    let mut reader = BufReader::with_capacity(BLOCK, reader);
    let mut rest = Vec::new();
    let mut first = 1;
    let mut lines = match format {
        Format::Auto => None,
        Format::Plain => Some(Lines::Plain),
        Format::Sha1 => Some(Lines::Sha1),
    };
    Box::new(std::iter::from_fn(move || {
        let read = whole_lines(&mut reader, &mut rest).with_context(|| format!("{} cannot be read", source.display()));
        let mut bytes = match read {
            Ok(bytes) if bytes.is_empty() => return None,
            Ok(bytes) => bytes,
            Err(error) => return Some(Err(error)),
        };
        if first == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        let lines = match lines {
            Some(lines) => lines,
            None => {
                let told = bytes.split_inclusive(|&byte| byte == b'\n').map(without_end);
                let (told, heading) = match Lines::told_by(told.filter(|line| !line.is_empty())) {
                    Ok(told) => told,
                    Err(unknown) => return Some(Err(anyhow::anyhow!("{} {unknown}", source.display()))),
                };
                for _ in 0..heading {
                    // An empty line goes with the line after it.
                    while bytes.first().is_some_and(|byte| b"\r\n".contains(byte)) {
                        first += u64::from(bytes.remove(0) == b'\n');
                    }
                    let end = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |end| end + 1);
                    bytes.drain(..end);
                    first += 1;
                }
                lines = Some(told);
                told
            }
        };
        let block = Block { source: source.clone(), first, bytes, lines };
        first += block.bytes.split_inclusive(|&byte| byte == b'\n').count() as u64;
        Some(Ok(block))
    }))
}

/// Reads a block of whole lines, and keeps the beginning of the next line in `rest`. Of a line that is larger
/// than a block, the beginning alone is a line: too long still, and so no entry.
fn whole_lines(reader: &mut impl BufRead, rest: &mut Vec<u8>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(BLOCK);
    bytes.append(rest);
    reader.by_ref().take((BLOCK - bytes.len()) as u64).read_to_end(&mut bytes)?;
    if bytes.len() == BLOCK {
        match bytes.iter().rposition(|&byte| byte == b'\n') {
            Some(end) => *rest = bytes.split_off(end + 1),
            None => {
                reader.skip_until(b'\n')?;
            }
        }
    }
    Ok(bytes)
}

/// The range files of a folder and of those in it, a block each: `ABCDE`, `ABCDE.txt`, `ABCDE.sha1.gz`.
fn range_files(folder: ReadDir, progress: ProgressBar) -> Blocks {
    let mut folders = vec![folder];
    let paths = std::iter::from_fn(move || {
        loop {
            let entry = match folders.last_mut()?.next() {
                None => {
                    folders.pop();
                    continue;
                }
                Some(Err(error)) => return Some(Err(error.into())),
                Some(Ok(entry)) => entry.path(),
            };
            if !entry.is_dir() {
                return Some(Ok(entry));
            }
            match fs::read_dir(&entry).with_context(|| format!("{} cannot be read", entry.display())) {
                Ok(more) => folders.push(more),
                Err(error) => return Some(Err(error)),
            }
        }
    });
    Box::new(paths.map(move |path: anyhow::Result<PathBuf>| {
        let path = path?;
        let name = || path.display();
        let prefix = prefix_of(&path).with_context(|| format!("{} is no range file", name()))?;
        let mut bytes = Vec::new();
        let file = File::open(&path).and_then(|file| unpacked(progress.wrap_read(file))?.read_to_end(&mut bytes));
        file.with_context(|| format!("{} cannot be read", name()))?;
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Block { source: path.into(), first: 1, bytes, lines: Lines::Range(prefix) })
    }))
}

/// The prefix that a range file is named by.
fn prefix_of(path: &Path) -> Option<Prefix> {
    let mut parts = path.file_name()?.to_str()?.split('.');
    let prefix = parts.next()?.parse().ok()?;
    parts.all(|part| ["txt", "sha1", "gz", "zst"].contains(&part)).then_some(prefix)
}
