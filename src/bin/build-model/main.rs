//! Builds src/estimate/model.bin and the packs from the packages that hold its training text.
//!
//! `npm run model` fetches the packages and runs this.

use clap::Parser;
use passmuster::estimate::builder::{Lists, Options, PACKS, build, pack_of};
use std::path::PathBuf;

/// Builds the model file of the engine muster.
#[derive(Parser)]
struct Arguments {
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
    /// Leaves a list of passwords out, to hold it against the model of the other.
    #[arg(long)]
    without: Option<List>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum List {
    Django,
    ZxcvbnTs,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let mut lists = Lists::read(&arguments.npm, &arguments.pypi)?;
    if let Some(list) = arguments.without {
        lists.passwords[list as usize].clear();
    }
    let model = build(&lists, &Options::default());
    std::fs::write(&arguments.out, &model)?;
    println!("{}: {} bytes", arguments.out.display(), model.len());
    std::fs::create_dir_all(&arguments.packs)?;
    for language in PACKS {
        let (pack, path) =
            (pack_of(language, &lists, &model), arguments.packs.join(language.tag).with_extension("bin"));
        std::fs::write(&path, &pack)?;
        println!("{}: {} bytes", path.display(), pack.len());
    }
    Ok(())
}
