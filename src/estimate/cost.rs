//! What everything is counted in until it becomes a guess number.

/// The unit of costs: a cost of `BIT` is one bit, a halving of probability.
pub const BIT: u32 = 16;
