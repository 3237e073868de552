//! `passmuster corpus build`.

use super::line::Format;
use crate::estimate::without_end;
use anyhow::{Context, bail};
use passmuster::breach::Digest;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// A list to build from; - is standard input. May be repeated.
    #[arg(long, value_name = "FILE", required = true)]
    from: Vec<PathBuf>,

    /// The folder to make; the files go into its folder "range".
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    /// What the lines of the lists are.
    #[arg(long, value_enum, default_value = "auto")]
    format: Format,
}

pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut entries = Vec::new();
    for path in &arguments.from {
        read_list(path, arguments.format, &mut entries)?;
    }
    entries.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
    entries.dedup_by(|(digest, count), (first, sum)| {
        let same = digest == first;
        if same {
            *sum = sum.saturating_add(*count);
        }
        same
    });
    let folder = arguments.out.join("range");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    for range in entries.chunk_by(|(left, _), (right, _)| left.prefix() == right.prefix()) {
        let path = folder.join(range[0].0.prefix().to_string());
        write_range(&path, range).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

fn read_list(path: &Path, format: Format, entries: &mut Vec<(Digest, u64)>) -> anyhow::Result<()> {
    let name = path.display();
    let mut list: Box<dyn BufRead> = match path.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(path).with_context(|| format!("{name} cannot be opened"))?)),
    };
    let mut format = format;
    let mut line = Vec::new();
    for number in 1u64.. {
        line.clear();
        if list.read_until(b'\n', &mut line).with_context(|| format!("{name} cannot be read"))? == 0 {
            break;
        }
        let line = without_end(&line);
        format = format.of_list(line);
        match format.read(line) {
            Ok(entry) => entries.extend(entry),
            Err(bad) => bail!("{name}, line {number} {bad}"),
        }
    }
    Ok(())
}

fn write_range(path: &Path, range: &[(Digest, u64)]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for (digest, count) in range {
        file.write_all(digest.suffix().as_bytes())?;
        write!(file, ":{count}\r\n")?;
    }
    file.flush()
}
