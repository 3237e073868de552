//! `model build` builds src/estimate/model.bin and the packs from the packages that hold their training text, which
//! `npm run model` fetches before it runs this. `model accuracy` measures what came of it.

mod accuracy;

use anyhow::Context as _;
use clap::Parser;
use passmuster_model::{Lists, Options, PACKS, build, pack_of};
use std::path::PathBuf;

/// Builds the model file of the engine muster, and measures how accurate the engines are.
#[derive(Parser)]
enum Arguments {
    /// Build the model file and the packs.
    Build(Build),
    /// Measure how accurately the engines rank the passwords of a file.
    Accuracy(accuracy::Arguments),
}

#[derive(clap::Args)]
struct Build {
    /// Where npm put the packages.
    #[arg(long, default_value = "node_modules")]
    npm: PathBuf,
    /// Where pip put Django.
    #[arg(long, default_value = "target/pypi")]
    pypi: PathBuf,
    /// Where the model goes.
    #[arg(long, default_value = "src/estimate/model.bin")]
    out: PathBuf,
    /// Where the packs go.
    #[arg(long, default_value = "src/estimate/packs")]
    packs: PathBuf,
    /// Leaves a list of passwords out, to hold it against the model of the others.
    #[arg(long)]
    without: Option<List>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum List {
    Django,
    ZxcvbnTs,
    Million,
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse() {
        Arguments::Build(arguments) => build_files(&arguments),
        Arguments::Accuracy(arguments) => accuracy::run(&arguments),
    }
}

fn build_files(arguments: &Build) -> anyhow::Result<()> {
    let mut lists = Lists::read(&arguments.npm, &arguments.pypi)?;
    match arguments.without {
        Some(List::Django) => lists.passwords[0].clear(),
        Some(List::ZxcvbnTs) => lists.passwords[1].clear(),
        Some(List::Million) => lists.million.clear(),
        None => {}
    }
    let model = build(&lists, &Options::default());
    write(&arguments.out, &model)?;
    std::fs::create_dir_all(&arguments.packs).with_context(|| arguments.packs.display().to_string())?;
    for language in PACKS {
        let path = arguments.packs.join(language.tag).with_extension("bin");
        write(&path, &pack_of(language, &lists, &model))?;
    }
    Ok(())
}

fn write(path: &std::path::Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| path.display().to_string())?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
