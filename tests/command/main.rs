//! The `passmuster` command, driven as its users drive it.

#![cfg(feature = "cli")]

mod corpus;
mod estimate;
mod serve;
mod support;
