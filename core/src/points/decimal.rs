use std::fmt;
use std::str::FromStr;

/// A decimal of up to four places, as rulebooks and ledgers write them: points, quantities, factors, shares.
///
/// It is read from its text, never through a float, and prints without needless noughts.
///
/// ```
/// use lvzhi::Decimal;
/// let half: Decimal = "7.50".parse()?;
/// assert_eq!(half.to_string(), "7.5");
/// assert!("1.23456".parse::<Decimal>().is_err());
/// # Ok::<(), lvzhi::BadDecimal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i64);

/// Why a text is no [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadDecimal {
    /// Not a number at all: `十`, `1,000`, `nan`.
    #[error("not a decimal number")]
    NotANumber,
    /// More than four places after the point.
    #[error("more than four decimal places")]
    Places,
    /// Beyond ± 900 000 000 000 000.
    #[error("too large")]
    Range,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal(0);
    /// One.
    pub const ONE: Decimal = Decimal(10_000);

    /// The number as a whole count of ten-thousandths.
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// A number from a count of ten-thousandths.
    pub const fn from_ten_thousandths(count: i64) -> Self {
        Decimal(count)
    }

    /// The whole number, where it is one.
    ///
    /// ```
    /// # use lvzhi::Decimal;
    /// assert_eq!(Decimal::from(3).whole(), Some(3));
    /// assert_eq!("1.5".parse::<Decimal>()?.whole(), None);
    /// # Ok::<(), lvzhi::BadDecimal>(())
    /// ```
    pub const fn whole(self) -> Option<i64> {
        if self.0 % 10_000 == 0 { Some(self.0 / 10_000) } else { None }
    }
}

impl From<i32> for Decimal {
    fn from(whole: i32) -> Self {
        Decimal(i64::from(whole) * 10_000)
    }
}

impl FromStr for Decimal {
    type Err = BadDecimal;

    /// Reads `-12.5`, `+3`, `.5` and, since TOML and JSON write them, exponents as in `1e2`.
    fn from_str(text: &str) -> Result<Self, BadDecimal> {
        i64::try_from(ten_thousandths(text)?).map(Decimal).map_err(|_| BadDecimal::Range)
    }
}

/// The number that a text says, in ten-thousandths: more than a [`Decimal`] may hold.
pub(super) fn ten_thousandths(text: &str) -> Result<i128, BadDecimal> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().map_err(|_| BadDecimal::NotANumber)?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.as_bytes() {
        [b'-', ..] => (true, mantissa.trim_start_matches('-')),
        [b'+', ..] => (false, mantissa.trim_start_matches('+')),
        _ => (false, mantissa),
    };
    if mantissa.len() - digits.len() > 1 {
        return Err(BadDecimal::NotANumber);
    }
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !(all_digits(whole) && all_digits(places)) || whole.len() + places.len() == 0 {
        return Err(BadDecimal::NotANumber);
    }
    let places = places.trim_end_matches('0');
    let significant = format!("{whole}{places}");
    let significant = significant.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    // The power of ten by which the digits count ten-thousandths.
    let places = i32::try_from(places.len()).map_err(|_| BadDecimal::Places)?;
    let power = exponent.saturating_sub(places).saturating_add(4);
    let trimmed = significant.trim_end_matches('0');
    let dropped = i32::try_from(significant.len() - trimmed.len()).map_err(|_| BadDecimal::Range)?;
    let power = power.saturating_add(dropped);
    let power = u32::try_from(power).map_err(|_| BadDecimal::Places)?;
    let digits: i128 = trimmed.parse().map_err(|_| BadDecimal::Range)?;
    let count = 10_i128.checked_pow(power).and_then(|scale| digits.checked_mul(scale)).ok_or(BadDecimal::Range)?;
    Ok(if negative { -count } else { count })
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_ten_thousandths(self.0.into(), f)
    }
}

/// Prints a count of ten-thousandths as a decimal without needless noughts: more than a [`Decimal`] may hold.
pub(super) fn pad_ten_thousandths(count: i128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let size = count.unsigned_abs();
    let places = format!("{:04}", size % 10_000);
    let places = places.trim_end_matches('0');
    let point = if places.is_empty() { "" } else { "." };
    f.pad_integral(count >= 0, "", &format!("{}{point}{places}", size / 10_000))
}

crate::text::as_text!(Decimal: "A number that a rulebook or a ledger states: a decimal of up to four places, as `7.5`.");
