//! A range response, read as it arrives.
//!
//! ```text
//! 0018A45C4D1DEF81644B54AB7F969B88D65:10␍␊
//! 00D4F6E8FA6EECAD2A3AA415EEC418D38EC:2␍␊
//! 011053FD0102E94D6AE2F8B83D76FAF94F6:0     a count of 0 is padding
//! ```
//!
//! Lines come in any order, end with CRLF or LF, and the last one needs no end. Anything else is an error:
//! a captive portal's page must never read as "not found". A cut inside a count cannot be told from a
//! shorter count by its bytes alone; the transport must say that the body is whole.

use super::{Leak, Suffix, Unknown};

/// The largest body that is read, in bytes. The largest of the real ones is some 70 kB, padded.
pub const MAX_BODY: usize = 1 << 20;

/// As many digits as 32 bits hold.
const HEAD: usize = 8;

/// A whole answer ends with a gap of at most this many mean gaps. Digests are random, so gaps are distributed
/// exponentially, and one in e⁷ = 1,100 is longer; only for a suffix within that one does it matter.
const LAST_GAP: u64 = 7;

/// A body is no range response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeError {
    /// A line is something other than thirty-five hexadecimal digits, a colon and a count.
    Malformed,
    /// The body is larger than [`MAX_BODY`].
    TooLarge,
}

impl From<RangeError> for Unknown {
    fn from(error: RangeError) -> Self {
        match error {
            RangeError::Malformed => Unknown::Malformed,
            RangeError::TooLarge => Unknown::TooLarge,
        }
    }
}

/// A whole answer ends with a gap as large as one that is taken for cut off with this probability at most, however many
/// lines it has: n random suffixes all lie within the first part x of a range with the probability xⁿ. For a thousand
/// lines that is a gap of 14 mean gaps, for one line nearly the whole range.
///
/// Measured by `cargo test --test range -- --ignored --nocapture`.
const CUT_OFF: f64 = 1e-6;

/// Looks for one suffix in a range response that arrives piece by piece.
///
/// ```
/// use passmuster::breach::{Digest, RangeReader};
/// use passmuster::Leak;
///
/// let digest = Digest::of("password");
/// assert_eq!(digest.prefix().to_string(), "5BAA6");
/// let mut reader = RangeReader::new(digest.suffix());
/// reader.read(b"1E4C9B93F3F0682250B6CF8331B")?;
/// reader.read(b"7EE68FD8:46628605\r\n")?;
/// assert_eq!(reader.finish()?, Leak::Found(46_628_605));
/// # Ok::<(), passmuster::breach::RangeError>(())
/// ```
pub struct RangeReader {
    suffix: Suffix,
    /// How many bytes of the current line were read.
    column: usize,
    /// Whether all digits of the current line were those of the suffix so far.
    same: bool,
    /// The count of the current line so far.
    count: u64,
    /// Whether a line was beyond the suffix.
    passed: bool,
    /// How many lines were read.
    lines: u64,
    /// The first [`HEAD`] digits of the current line so far, and the last ones in their order.
    head: u32,
    last: u32,
    /// Whether no line was before another that came earlier.
    sorted: bool,
    /// Whether the current line ended with a CR that still wants its LF.
    carriage_return: bool,
    found: u64,
    length: usize,
}

impl RangeReader {
    /// Looks for this suffix.
    pub fn new(suffix: Suffix) -> Self {
        Self {
            suffix,
            column: 0,
            same: true,
            passed: false,
            lines: 0,
            head: 0,
            last: 0,
            sorted: true,
            count: 0,
            carriage_return: false,
            found: 0,
            length: 0,
        }
    }

    /// Reads the next piece of the body.
    ///
    /// # Errors
    /// When the body is larger than [`MAX_BODY`] or a line is malformed; nothing can be known from it then.
    pub fn read(&mut self, piece: &[u8]) -> Result<(), RangeError> {
        self.length = self.length.saturating_add(piece.len());
        if self.length > MAX_BODY {
            return Err(RangeError::TooLarge);
        }
        piece.iter().try_for_each(|&byte| self.byte(byte))
    }

    /// How many bytes were read so far.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether lines that are sorted reach as far as the suffix: one is beyond it, or the last is so close to the
    /// end, by the distance from one to the next, that it is no wonder that none is. Nothing that comes later
    /// can be the suffix then.
    pub fn reaches_suffix(&self) -> bool {
        let left = u64::from(u32::MAX - self.last);
        self.passed || (self.lines > 0 && left * self.lines <= LAST_GAP * u64::from(self.last))
    }

    /// Whether lines are missing at the end, by the lines alone: they are sorted, none is beyond the suffix, and from the
    /// last to the end of the range it is further than chance explains. Of lines that are not sorted it cannot be told.
    pub fn is_cut_off(&self) -> bool {
        let within = (f64::from(self.last) + 1.0) / (f64::from(u32::MAX) + 1.0);
        let lines = i32::try_from(self.lines).unwrap_or(i32::MAX);
        self.sorted && !self.passed && within.powi(lines) < CUT_OFF
    }

    /// Ends the body. The caller has to know that it is whole.
    ///
    /// # Errors
    /// When the body stops within a line.
    pub fn finish(mut self) -> Result<Leak, RangeError> {
        match self.column {
            0 => {}
            _ if self.carriage_return => return Err(RangeError::Malformed),
            _ => self.end_line()?,
        }
        Ok(if self.found > 0 { Leak::Found(self.found) } else { Leak::Clear })
    }

    fn byte(&mut self, byte: u8) -> Result<(), RangeError> {
        const COLON: usize = 35;
        /// The longest line: a count has twenty digits at most, as the largest of 64 bits.
        const LINE: usize = COLON + 1 + 20;
        match (self.column, byte) {
            (_, b'\n') => return self.end_line(),
            _ if self.carriage_return => return Err(RangeError::Malformed),
            (0..COLON, b'0'..=b'9' | b'A'..=b'F') => {
                if self.column < HEAD {
                    self.head = self.head << 4 | char::from(byte).to_digit(16).unwrap_or(0);
                }
                let ours = self.suffix.as_bytes()[self.column];
                self.passed |= self.same && byte > ours;
                self.same &= byte == ours;
            }
            (COLON, b':') => {}
            (36..LINE, b'0'..=b'9') => {
                self.count = self.count.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            }
            (37.., b'\r') => self.carriage_return = true,
            _ => return Err(RangeError::Malformed),
        }
        self.column += 1;
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), RangeError> {
        // Thirty-five digits, the colon and one digit of a count at least.
        if self.column < 37 {
            return Err(RangeError::Malformed);
        }
        if self.same {
            // The same suffix twice is the work of a server that merged lists; both are sightings.
            self.found = self.found.saturating_add(self.count);
        }
        self.lines += 1;
        self.sorted &= self.head >= self.last;
        self.last = self.last.max(self.head);
        (self.column, self.same, self.head, self.count, self.carriage_return) = (0, true, 0, 0, false);
        Ok(())
    }
}

impl std::fmt::Debug for RangeReader {
    /// Tells how much was read, and not what for.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RangeReader").field("length", &self.length).finish_non_exhaustive()
    }
}
