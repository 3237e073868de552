//! The `passmuster` command, driven as its users drive it.

mod corpus;
mod estimate;
#[cfg(unix)]
mod interrupted;
mod serve;
mod support;
