//! What the builder of the model, crates/model, knows of the engine muster: how a model is written, how a password is
//! read, and what a model that is not compiled in makes of one. Not for others: it changes with the model.

/// The characters that a model knows.
pub mod alphabet {
    pub use super::super::alphabet::*;
}

/// The unit of costs.
pub mod cost {
    pub use super::super::cost::*;
}

/// How a model is written.
pub mod model {
    pub use super::super::model::*;
}

/// How a password is read.
pub mod text {
    pub use super::super::text::*;
}

/// What a model makes of a password.
pub mod muster {
    pub use super::super::muster::with_model;
}
