//! `passmuster corpus verify`.

use super::line::Lines;
use super::manifest::{self, MANIFEST, Manifest, RANGES, SIZES, Sizes};
use crate::estimate::without_end;
use anyhow::{Context, bail, ensure};
use indicatif::HumanCount;
use passmuster::breach::Prefix;
use rand::seq::IteratorRandom as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// As many of the faults are told one by one.
const TOLD: usize = 10;
/// For each request.
const TIMEOUT: Duration = Duration::from_secs(30);

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder of a corpus, or the address under which corpus.json and range/ are found, such as
    /// <https://example.org/leaks/>.
    #[arg(value_name = "DIR|URL")]
    corpus: String,

    /// How many files to look at, at random, and at how many prefixes that have none; 1048576 looks at all.
    #[arg(long, value_name = "FILES", default_value_t = 1_000)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(Prefix::COUNT)))]
    sample: u32,
}

enum Place {
    Folder(PathBuf),
    Address(String, ureq::Agent),
}

impl Place {
    /// What a file of the corpus holds; `None` where there is none.
    fn read(&self, name: &str) -> anyhow::Result<Option<Vec<u8>>> {
        match self {
            Self::Folder(folder) => match fs::read(folder.join(name)) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error).with_context(|| format!("{} cannot be read", folder.join(name).display())),
            },
            Self::Address(address, agent) => {
                let url = format!("{address}{name}");
                let answer = agent.get(&url).call();
                let mut answer = answer.with_context(|| format!("{url} cannot be asked"))?;
                match answer.status().as_u16() {
                    200 => Ok(Some(answer.body_mut().read_to_vec().with_context(|| format!("{url} is cut off"))?)),
                    404 => Ok(None),
                    status => bail!("{url} answers {status}"),
                }
            }
        }
    }
}

pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let corpus = arguments.corpus.trim_end_matches('/');
    let place = if corpus.starts_with("http://") || corpus.starts_with("https://") {
        let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).http_status_as_error(false).build();
        Place::Address(format!("{corpus}/"), config.into())
    } else {
        ensure!(Path::new(&arguments.corpus).is_dir(), "{} is not a folder", arguments.corpus);
        Place::Folder(arguments.corpus.clone().into())
    };
    let whole = |name| {
        let advice = "put it beside the folder of range files; passmuster corpus build writes it last";
        place.read(name)?.with_context(|| format!("{} has no {name}: {advice}", arguments.corpus))
    };
    let (manifest, sizes) = manifest::parse(&whole(MANIFEST)?, &whole(SIZES)?)?;
    let sample = sample(&sizes, arguments.sample as usize);
    let faults = compare(&place, &manifest, &sizes, &sample);
    if faults.is_empty() {
        println!(
            "{} of {} prefixes are as the manifest says: {} lines in {} files, built {}",
            HumanCount(sample.len() as u64),
            HumanCount(Prefix::COUNT.into()),
            HumanCount(manifest.lines),
            HumanCount(manifest.files),
            manifest.built,
        );
        return Ok(());
    }
    for fault in faults.iter().take(TOLD) {
        eprintln!("{fault}");
    }
    bail!(
        "{} of {} prefixes are not as the manifest says; copy the corpus again, or build it again",
        faults.len(),
        sample.len()
    )
}

/// So many prefixes at random that have a file, and as many that have none.
fn sample(sizes: &Sizes, many: usize) -> Vec<Prefix> {
    let all = || (0..Prefix::COUNT).filter_map(Prefix::from_number);
    let random = &mut rand::rng();
    let mut sample = all().filter(|prefix| sizes.get(*prefix).is_some()).sample(random, many);
    sample.extend(all().filter(|prefix| sizes.get(*prefix).is_none()).sample(random, many));
    sample
}

fn compare(place: &Place, manifest: &Manifest, sizes: &Sizes, sample: &[Prefix]) -> Vec<String> {
    let mut faults = Vec::new();
    for &prefix in sample {
        let body = match place.read(&format!("{RANGES}/{prefix}")) {
            Ok(body) => body,
            Err(error) => {
                faults.push(format!("{prefix}: {error:#}"));
                continue;
            }
        };
        match (sizes.get(prefix), body) {
            (None, None) => {}
            // A server that knows the manifest answers with nothing.
            (None, Some(body)) if body.is_empty() && !manifest.every_prefix => {}
            (None, Some(_)) => faults.push(format!("{prefix}: there is a file, and the manifest has none")),
            (Some(size), None) => faults.push(format!("{prefix}: the file of {size} bytes is missing")),
            (Some(size), Some(body)) if body.len() as u64 != size => {
                faults.push(format!("{prefix}: {} bytes instead of {size}", body.len()));
            }
            (Some(_), Some(body)) => {
                let mut lines = body.split_inclusive(|&byte| byte == b'\n').map(without_end).zip(1..);
                if let Some((bad, number)) =
                    lines.find_map(|(line, number)| Some((Lines::Range(prefix).read(line).err()?, number)))
                {
                    faults.push(format!("{prefix}: line {number} {bad}"));
                }
            }
        }
    }
    faults.sort_unstable();
    faults
}
