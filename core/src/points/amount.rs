use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use super::decimal::{pad_ten_thousandths, ten_thousandths};
use super::{BadDecimal, Decimal};

const TICKS_PER_POINT: i128 = Points::TICKS as i128;
const TICKS_PER_TEN_THOUSANDTH: i128 = TICKS_PER_POINT / 10_000;

/// The exact value of a node or a total, in ticks.
///
/// It prints exactly: as a decimal where four places suffice, else as a fraction.
///
/// ```
/// use lvzhi::{Amount, Decimal};
/// let sixth = Amount::from(Decimal::from(25)).shared(1, 6).clamped();
/// assert_eq!(sixth.to_string(), "25/6");
/// assert_eq!("25/6".parse(), Ok(sixth));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i64);

/// An exact amount in ticks, in 128 bits: what lines, contributions and their sums are made of.
///
/// ```
/// use lvzhi::{Amount, Decimal};
/// let pot = Amount::from(Decimal::from(25));
/// let lead = pot.shared(1, 2);
/// let others: Amount = (0..3).map(|_| pot.shared(1, 6)).sum();
/// assert_eq!(lead + others, pot);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(i128);

impl Points {
    /// Nought.
    pub const ZERO: Points = Points(0);
    /// The largest value that a node can have; the smallest is its negative.
    pub const MAX: Points = Points(i64::MAX);
    /// How many ticks make one point.
    pub const TICKS: i64 = 7_207_200_000;

    /// The value as a count of ticks.
    pub const fn ticks(self) -> i64 {
        self.0
    }
}

impl Amount {
    /// Nought.
    pub const ZERO: Amount = Amount(0);

    /// The amount as a count of ticks.
    pub const fn ticks(self) -> i128 {
        self.0
    }

    /// An amount from a count of ticks.
    pub const fn from_ticks(ticks: i128) -> Self {
        Amount(ticks)
    }

    /// `self × factor`, rounded half away from zero to a tick.
    #[must_use]
    pub fn times(self, factor: Decimal) -> Amount {
        self.shared(factor.ten_thousandths().into(), 10_000)
    }

    /// `self × part ÷ of`, rounded once, half away from zero, to a tick; nought when `of` is nought.
    #[must_use]
    pub fn shared(self, part: i128, of: i128) -> Amount {
        Amount(divided(self.0.saturating_mul(part), of))
    }

    /// The same as [`Points`], which hold ± (2⁶³ − 1) ticks at most.
    pub fn clamped(self) -> Points {
        let most = i128::from(i64::MAX);
        Points(i64::try_from(self.0.clamp(-most, most)).unwrap_or(i64::MAX))
    }

    /// Whether this is less than nought.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// `part ÷ of`, rounded half away from zero; nought when `of` is nought.
pub(super) fn divided(part: i128, of: i128) -> i128 {
    if of == 0 {
        return 0;
    }
    // The one quotient that 128 bits do not hold is that of the least number and -1.
    let (quotient, rest) = (part.saturating_div(of), part.wrapping_rem(of));
    // Compared without doubling, which could overflow.
    let up = rest.unsigned_abs() >= of.unsigned_abs() - rest.unsigned_abs();
    if up && rest != 0 { quotient + part.signum() * of.signum() } else { quotient }
}

impl From<Decimal> for Amount {
    fn from(number: Decimal) -> Self {
        Amount(i128::from(number.ten_thousandths()) * TICKS_PER_TEN_THOUSANDTH)
    }
}
impl From<Decimal> for Points {
    fn from(number: Decimal) -> Self {
        Amount::from(number).clamped()
    }
}
impl From<Points> for Amount {
    fn from(points: Points) -> Self {
        Amount(points.0.into())
    }
}

impl Add for Amount {
    type Output = Amount;
    fn add(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }
}
impl Sub for Amount {
    type Output = Amount;
    fn sub(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }
}
impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        Amount(self.0.saturating_neg())
    }
}
impl AddAssign for Amount {
    fn add_assign(&mut self, other: Amount) {
        *self = *self + other;
    }
}
impl SubAssign for Amount {
    fn sub_assign(&mut self, other: Amount) {
        *self = *self - other;
    }
}
impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, Add::add)
    }
}

fn exactly(ticks: i128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if ticks % TICKS_PER_TEN_THOUSANDTH == 0 {
        return pad_ten_thousandths(ticks / TICKS_PER_TEN_THOUSANDTH, f);
    }
    let common = common_divisor(ticks.unsigned_abs(), TICKS_PER_POINT.unsigned_abs());
    let (part, of) = (ticks.unsigned_abs() / common, TICKS_PER_POINT.unsigned_abs() / common);
    f.pad_integral(ticks >= 0, "", &format!("{part}/{of}"))
}

/// The greatest number that divides both; at least 1.
pub(crate) fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// Reads what [`exactly`] prints: a decimal, or a fraction that is a whole count of ticks.
fn ticks_from(text: &str) -> Result<i128, BadDecimal> {
    let Some((part, of)) = text.split_once('/') else {
        return ten_thousandths(text)?.checked_mul(TICKS_PER_TEN_THOUSANDTH).ok_or(BadDecimal::Range);
    };
    let part: i128 = part.parse().map_err(|_| BadDecimal::NotANumber)?;
    let of: i128 = of.parse().map_err(|_| BadDecimal::NotANumber)?;
    if of <= 0 || TICKS_PER_POINT % of != 0 {
        return Err(BadDecimal::Places);
    }
    part.checked_mul(TICKS_PER_POINT / of).ok_or(BadDecimal::Range)
}

impl FromStr for Amount {
    type Err = BadDecimal;
    fn from_str(text: &str) -> Result<Self, BadDecimal> {
        ticks_from(text).map(Amount)
    }
}
impl FromStr for Points {
    type Err = BadDecimal;
    fn from_str(text: &str) -> Result<Self, BadDecimal> {
        i64::try_from(ticks_from(text)?).map(Points).map_err(|_| BadDecimal::Range)
    }
}

macro_rules! exact_text {
    ($($name:ident)*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                exactly(self.0.into(), f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        crate::text::as_text!($name: "An exact value: a decimal, or a fraction where no decimal is exact, as `12.5`, `25/6`.");
    )*};
}
exact_text!(Points Amount);
