//! `passmuster corpus build`.

use super::input::{self, Blocks, Format};
use super::part::{self, PREFIXES, Part, Parts, Record};
use super::staging::Staging;
use crate::range_body;
use anyhow::{Context, bail};
use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressStyle};
use passmuster::breach::{MAX_BODY, Prefix};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelBridge, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// More threads would wait for the disk, and take memory each.
const MAX_THREADS: usize = 8;
/// What all threads may use together for the parts that they sort, in bytes.
const SORTING_MEMORY: usize = 256 << 20;

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

    /// Fill every file up to this many lines with padding, and make one for each of the 1,048,576 prefixes.
    #[arg(long, value_name = "LINES")]
    pad: Option<usize>,
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
    let reading = progress("Reading {bytes} of {total_bytes}, {bytes_per_sec}");
    let blocks = input::open(&arguments.from, arguments.format, &reading)?;
    let staging = Staging::new(&arguments.out)?;

    let pool = threads(MAX_THREADS)?;
    let parts = Parts::new(&staging.parts());
    pool.install(|| partition(blocks, &parts, arguments.skip_invalid, &counts))?;
    reading.finish_and_clear();

    let writing = progress("Writing {human_pos} of {human_len} prefixes");
    writing.set_length(Prefix::COUNT.into());
    write_ranges(parts.into_vec(), &staging.ranges(), arguments.pad, &counts, &writing)?;
    writing.finish_and_clear();
    staging.publish()?;

    let count = |number: &AtomicU64| HumanCount(number.load(Relaxed));
    eprintln!(
        "{} entries, {} distinct, {} invalid lines skipped; {} files, {}, in {}",
        count(&counts.entries),
        count(&counts.distinct),
        count(&counts.invalid),
        count(&counts.files),
        HumanBytes(counts.bytes.load(Relaxed)),
        HumanDuration(start.elapsed()),
    );
    Ok(())
}

/// A bar on standard error, if that is a terminal.
fn progress(text: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(&format!("{text} {{wide_bar}} {{eta}}")).expect("the template is valid");
    let bar = ProgressBar::no_length().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn threads(most: usize) -> anyhow::Result<ThreadPool> {
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    ThreadPoolBuilder::new().num_threads(available.min(most)).build().context("no thread can be started")
}

/// Sends every entry to its part.
fn partition(blocks: Blocks, parts: &Parts, skip_invalid: bool, counts: &Counts) -> anyhow::Result<()> {
    blocks.par_bridge().try_for_each(|block| {
        let block = block?;
        for entry in block.entries() {
            match entry {
                Ok(None) => {}
                Ok(Some((digest, count))) => {
                    parts.push(&digest, count).context("the temporary files cannot be written")?;
                    counts.entries.fetch_add(1, Relaxed);
                }
                Err(_) if skip_invalid => {
                    counts.invalid.fetch_add(1, Relaxed);
                }
                Err((bad, number)) => {
                    bail!("{}, line {number} {bad}; --skip-invalid leaves such lines out", block.source().display())
                }
            }
        }
        Ok(())
    })
}

/// Sorts the parts and writes their range files.
fn write_ranges(
    parts: Vec<Part>,
    folder: &Path,
    pad: Option<usize>,
    counts: &Counts,
    writing: &ProgressBar,
) -> anyhow::Result<()> {
    let room = SORTING_MEMORY / size_of::<Record>();
    let largest = parts.iter().map(Part::len).max().unwrap_or(0).max(1);
    let pool = threads((room / largest).clamp(1, MAX_THREADS))?;
    let capacity = room / pool.current_num_threads();
    pool.install(|| {
        parts.into_par_iter().enumerate().try_for_each(|(number, part)| {
            let sorted = part.into_sorted(capacity).context("the temporary files cannot be read")?;
            let Some(mut rest) = sorted.as_deref() else {
                bail!("too many digests begin with {number:03X}; SHA-1 digests would spread evenly");
            };
            counts.distinct.fetch_add(rest.len() as u64, Relaxed);
            let first = number as u32 * PREFIXES;
            for prefix in (first..first + PREFIXES).filter_map(Prefix::from_number) {
                let end = rest.partition_point(|record| prefix_of(record) <= prefix.number());
                let (range, after) = rest.split_at(end);
                rest = after;
                if !range.is_empty() || pad.is_some() {
                    write_range(folder, prefix, range, pad.unwrap_or(0), counts)?;
                }
            }
            writing.inc(PREFIXES.into());
            Ok(())
        })
    })
}

fn prefix_of(record: &Record) -> u32 {
    u32::from_be_bytes([0, record[0], record[1], record[2]]) >> 4
}

fn write_range(folder: &Path, prefix: Prefix, range: &[Record], pad: usize, counts: &Counts) -> anyhow::Result<()> {
    let mut body = Vec::with_capacity(range.len().max(pad) * 40);
    for record in range {
        let (digest, count) = part::split(record);
        range_body::push(&mut body, digest, count);
    }
    range_body::pad(&mut body, pad);
    if body.len() > MAX_BODY {
        bail!("the range of {prefix} would have {}, and no client reads more than {MAX_BODY} bytes", body.len());
    }
    let path = folder.join(prefix.to_string());
    fs::write(&path, &body).with_context(|| format!("{} cannot be written", path.display()))?;
    counts.files.fetch_add(1, Relaxed);
    counts.bytes.fetch_add(body.len() as u64, Relaxed);
    Ok(())
}
