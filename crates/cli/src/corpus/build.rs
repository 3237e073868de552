//! `passmuster corpus build`.

use super::input::{self, Block, Blocks, Format};
use super::manifest::{self, Sizes};
use super::part::{self, PREFIXES, Part, Parts, Record};
use super::staging::Staging;
use crate::range_body;
use anyhow::{Context, bail};
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use passmuster::breach::{MAX_BODY, Prefix};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelBridge, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// More threads would wait for the disk, and take memory each.
const MAX_THREADS: usize = 8;
/// What all threads may use together for the parts that they sort, in bytes.
const SORTING_MEMORY: usize = 256 << 20;
/// As many lines of padding as clients read.
const MAX_PAD: i64 = MAX_BODY as i64 / 38;

#[derive(clap::Args)]
pub struct Arguments {
    /// A list to build from, or a folder of range files; - is standard input. May be repeated: lists merge,
    /// and the counts of what is in several add up.
    #[arg(long, value_name = "PATH", required = true)]
    from: Vec<PathBuf>,

    /// The folder to make; the files go into its folder "range". A corpus that is there is replaced.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    /// What the lines of the lists are.
    #[arg(long, value_enum, default_value = "auto")]
    format: Format,

    /// Leave out lines that cannot be read, and count them, instead of stopping at the first.
    #[arg(long)]
    skip_invalid: bool,

    #[command(flatten)]
    shape: Shape,
}

/// What becomes of the entries of a prefix, few or none as they may be.
#[derive(clap::Args)]
struct Shape {
    /// Fill every file up to this many lines with padding, so that few files differ in length.
    #[arg(long, value_name = "LINES", default_value_t = 0, hide_default_value = true)]
    #[arg(value_parser = clap::value_parser!(u32).range(..=MAX_PAD))]
    pad: u32,

    /// Make no file for a prefix without entries. `passmuster serve` knows them from the manifest; other hosts answer
    /// 404 where there is no file, and clients take that for a failure, and rightly so.
    #[arg(long)]
    sparse: bool,

    /// Make a file for each of the 1,048,576 prefixes: the default.
    #[arg(long, conflicts_with = "sparse", hide = true)]
    every_prefix: bool,
}

/// What was seen on the way.
#[derive(Default)]
struct Counts {
    entries: AtomicU64,
    invalid: AtomicU64,
    distinct: AtomicU64,
    files: AtomicU64,
    bytes: AtomicU64,
}

pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let start = Instant::now();
    let counts = Counts::default();
    let reading = progress("Reading {bytes}, {bytes_per_sec}");
    let blocks = input::open(&arguments.from, arguments.format, &reading)?;
    if reading.length().is_some() {
        reading.set_style(style("Reading {bytes} of {total_bytes}, {bytes_per_sec} {wide_bar} {eta}"));
    }
    let staging = Staging::new(&arguments.out)?;

    let pool = threads(MAX_THREADS)?;
    let parts = Parts::new(&staging.parts());
    pool.install(|| partition(blocks, &parts, arguments.skip_invalid, &counts))?;
    reading.finish_and_clear();

    let writing = progress("Writing {human_pos} of {human_len} prefixes {wide_bar} {eta}");
    writing.set_length(Prefix::COUNT.into());
    let sizes = write_ranges(parts.into_vec(), &staging.ranges(), &arguments.shape, &counts, &writing)?;
    writing.finish_and_clear();
    manifest::write(&staging.corpus(), &sizes, counts.distinct.load(Relaxed))?;
    staging.publish()?;

    let count = |number: &AtomicU64| HumanCount(number.load(Relaxed));
    eprintln!(
        "{} entries, {} distinct, {} invalid lines skipped; {} files, {}, in {:.1} s",
        count(&counts.entries),
        count(&counts.distinct),
        count(&counts.invalid),
        count(&counts.files),
        HumanBytes(counts.bytes.load(Relaxed)),
        start.elapsed().as_secs_f64(),
    );
    Ok(())
}

/// How far things are, on standard error if that is a terminal.
fn progress(template: &str) -> ProgressBar {
    let bar = ProgressBar::no_length().with_style(style(template));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is valid")
}

fn threads(most: usize) -> anyhow::Result<ThreadPool> {
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    ThreadPoolBuilder::new().num_threads(available.min(most)).build().context("no thread can be started")
}

/// Sends every entry to its part.
///
/// Of several blocks that cannot be read, the error is that of the first, whichever thread was the fastest:
/// blocks are handed out in order, and those that were before the first failure are seen through.
fn partition(blocks: Blocks, parts: &Parts, skip_invalid: bool, counts: &Counts) -> anyhow::Result<()> {
    let first_failure = Mutex::new(None);
    let failed = AtomicBool::new(false);
    blocks.enumerate().take_while(|_| !failed.load(Relaxed)).par_bridge().for_each(|(place, block)| {
        if let Err(error) = block.and_then(|block| partition_block(&block, parts, skip_invalid, counts)) {
            failed.store(true, Relaxed);
            let mut first = first_failure.lock().expect("no thread has panicked");
            if first.as_ref().is_none_or(|(earlier, _)| place < *earlier) {
                *first = Some((place, error));
            }
        }
    });
    first_failure.into_inner().expect("no thread has panicked").map_or(Ok(()), |(_, error)| Err(error))
}

fn partition_block(block: &Block, parts: &Parts, skip_invalid: bool, counts: &Counts) -> anyhow::Result<()> {
    let (mut entries, mut invalid) = (0, 0);
    for entry in block.entries() {
        match entry {
            Ok(None) => {}
            Ok(Some((digest, count))) => {
                parts.push(&digest, count).context("the temporary files cannot be written")?;
                entries += 1;
            }
            Err(_) if skip_invalid => invalid += 1,
            Err((bad, number)) => {
                let source = block.source().display();
                bail!("{source}, line {number} {bad}; --skip-invalid leaves such lines out");
            }
        }
    }
    counts.entries.fetch_add(entries, Relaxed);
    counts.invalid.fetch_add(invalid, Relaxed);
    Ok(())
}

/// Sorts the parts and writes their range files.
fn write_ranges(
    parts: Vec<Part>,
    folder: &Path,
    shape: &Shape,
    counts: &Counts,
    writing: &ProgressBar,
) -> anyhow::Result<Sizes> {
    let sizes = Mutex::new(Sizes::new());
    let room = SORTING_MEMORY / size_of::<Record>();
    let largest = parts.iter().map(Part::len).max().unwrap_or(0).max(1);
    let pool = threads((room / largest).clamp(1, MAX_THREADS))?;
    let capacity = room / pool.current_num_threads();
    pool.install(|| {
        parts.into_par_iter().enumerate().try_for_each(|(number, part)| {
            let sorted = part.into_sorted(capacity).context("the temporary files cannot be read")?;
            let Some(records) = sorted else {
                bail!("too many digests begin with {number:03X}; SHA-1 digests would spread evenly");
            };
            let part = write_part(folder, number as u32, &records, shape, counts)?;
            sizes.lock().expect("no thread has panicked").set(number as u32 * PREFIXES, &part);
            writing.inc(PREFIXES.into());
            Ok(())
        })
    })?;
    Ok(sizes.into_inner().expect("no thread has panicked"))
}

/// Writes the range files of a part, and tells the size of each.
fn write_part(
    folder: &Path,
    number: u32,
    mut records: &[Record],
    shape: &Shape,
    counts: &Counts,
) -> anyhow::Result<Vec<Option<u32>>> {
    let mut sizes = Vec::with_capacity(PREFIXES as usize);
    counts.distinct.fetch_add(records.len() as u64, Relaxed);
    let first = number * PREFIXES;
    for prefix in (first..first + PREFIXES).filter_map(Prefix::from_number) {
        let end = records.partition_point(|record| part::prefix(record) <= prefix);
        let (range, rest) = records.split_at(end);
        records = rest;
        let wanted = !range.is_empty() || !shape.sparse;
        let size = wanted.then(|| write_range(folder, prefix, range, shape.pad as usize, counts)).transpose()?;
        sizes.push(size);
    }
    Ok(sizes)
}

fn write_range(folder: &Path, prefix: Prefix, range: &[Record], pad: usize, counts: &Counts) -> anyhow::Result<u32> {
    let mut body = Vec::with_capacity(range.len().max(pad) * 40);
    for record in range {
        let (digest, count) = part::split(record);
        range_body::push(&mut body, digest, count);
    }
    range_body::pad(&mut body, pad);
    if body.len() > MAX_BODY {
        let size = HumanBytes(body.len() as u64);
        bail!("the range of {prefix} would have {size}, and clients read {} at most", HumanBytes(MAX_BODY as u64));
    }
    let path = folder.join(prefix.to_string());
    fs::write(&path, &body).with_context(|| format!("{} cannot be written", path.display()))?;
    counts.files.fetch_add(1, Relaxed);
    counts.bytes.fetch_add(body.len() as u64, Relaxed);
    Ok(body.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_prefix_of_a_part_gets_a_file_by_default() {
        for (sparse, files) in [(true, 0), (false, 256)] {
            let folder = tempfile::tempdir().unwrap();
            let shape = Shape { pad: 3, sparse, every_prefix: false };
            write_part(folder.path(), 0xABC, &[], &shape, &Counts::default()).unwrap();
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), files);
            if !sparse {
                for name in ["ABC00", "ABCFF"] {
                    let body = fs::read_to_string(folder.path().join(name)).unwrap();
                    assert_eq!(body.matches(":0\r\n").count(), 3);
                }
            }
        }
    }
}
