//! Arithmetic that gives the same bits on every machine: only operations that IEEE 754 rounds exactly.

/// log10 2.
pub(super) const LOG10_2: f64 = std::f64::consts::LOG10_2;

/// The logarithm to base two of a positive number, to 2⁻⁴⁰: the exponent, then a bit for every squaring of
/// the fraction that passes two.
pub(super) fn log2(x: f64) -> f64 {
    debug_assert!(x.is_normal() && x > 0.0);
    let bits = x.to_bits();
    let exponent = (bits >> 52) as i32 - 1023;
    let mut fraction = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    let (mut log, mut place) = (f64::from(exponent), 1.0);
    for _ in 0..40 {
        fraction *= fraction;
        place /= 2.0;
        if fraction >= 2.0 {
            fraction /= 2.0;
            log += place;
        }
    }
    log
}

/// Two to a power, to 2⁻⁴⁰: the product of the roots of two that the power's binary digits ask for.
pub(super) fn exp2(x: f64) -> f64 {
    let whole = x.floor();
    let (mut rest, mut root, mut product) = (x - whole, 2.0_f64, 1.0);
    for _ in 0..40 {
        root = root.sqrt();
        rest *= 2.0;
        if rest >= 1.0 {
            rest -= 1.0;
            product *= root;
        }
    }
    // A power of two within the range of normal numbers.
    product * f64::from_bits(((whole.clamp(-1022.0, 1023.0) as i64 + 1023) as u64) << 52)
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to 1, without 1.
    pub(super) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
