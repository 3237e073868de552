//! The `passmuster` command, driven as its users drive it.

mod corpus;
mod estimate;
mod serve;
mod support;
