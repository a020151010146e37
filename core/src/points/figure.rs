use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::amount::divided;
use super::decimal::ten_thousandths;
use super::{Amount, BadDecimal, Decimal, Points};

/// How a published figure is rounded from its exact value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// 四舍五入: a half goes away from zero (the default).
    #[default]
    HalfUp,
    /// 四舍六入五成双: a half goes to the even neighbour.
    HalfEven,
    /// 截尾: toward zero.
    Down,
}

impl Rounding {
    /// `part ÷ unit`, rounded to a whole number; the unit is more than nought.
    fn divide(self, part: i128, unit: i128) -> i128 {
        let away = divided(part, unit);
        match self {
            Rounding::HalfUp => away,
            Rounding::Down => part / unit,
            Rounding::HalfEven => {
                let rest = (part % unit).unsigned_abs();
                let half = rest == unit.unsigned_abs() - rest;
                if half && away % 2 != 0 { away - part.signum() } else { away }
            }
        }
    }
}

/// How many ten-thousandths the last of so many places counts.
fn step(places: u8) -> i128 {
    10_i128.pow(4_u32.saturating_sub(places.into()))
}

/// A published figure: an amount rounded once, with as many places as the rulebook says. Ranks, grades and notices compare figures.
///
/// ```
/// use lvzhi::{Amount, Decimal, Figure, Rounding};
/// let share = Amount::from(Decimal::from(25)).shared(1, 6);
/// assert_eq!(Figure::of(share, 2, Rounding::HalfUp).to_string(), "4.17");
/// assert_eq!(Figure::of(share, 2, Rounding::Down).to_string(), "4.16");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Figure {
    ten_thousandths: i128,
    places: u8,
}

impl Figure {
    /// Rounds `amount` to `places` (0 to 4) decimal places.
    pub fn of(amount: impl Into<Amount>, places: u8, rounding: Rounding) -> Figure {
        let places = places.min(4);
        let step = step(places);
        let amount: Amount = amount.into();
        let unit = Amount::from(Decimal::from_ten_thousandths(1)).ticks() * step;
        Figure { ten_thousandths: rounding.divide(amount.ticks(), unit) * step, places }
    }

    /// `part ÷ of`, rounded once to `places` (0 to 4) decimal places; none unless `of` is more than nought.
    pub(crate) fn quotient(part: i128, of: i128, places: u8, rounding: Rounding) -> Option<Figure> {
        let places = places.min(4);
        let (step, last_place) = (step(places), 10_i128.pow(places.into()));
        let count = (of > 0).then(|| rounding.divide(part.saturating_mul(last_place), of))?;
        Some(Figure { ten_thousandths: count.saturating_mul(step), places })
    }

    /// A whole number as a figure without places.
    pub fn whole(number: u32) -> Figure {
        Figure { ten_thousandths: i128::from(number) * 10_000, places: 0 }
    }

    /// The figure as a whole count of ten-thousandths of a point.
    pub const fn ten_thousandths(self) -> i128 {
        self.ten_thousandths
    }

    /// How many decimal places it prints.
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The figure as an exact amount.
    pub fn amount(self) -> Amount {
        Amount::from_ticks(self.ten_thousandths * Amount::from(Decimal::from_ten_thousandths(1)).ticks())
    }

    /// Whether the figure is at least the number `least`.
    pub fn reaches(self, least: Decimal) -> bool {
        self.ten_thousandths >= i128::from(least.ten_thousandths())
    }
}

impl From<Figure> for Points {
    fn from(figure: Figure) -> Points {
        figure.amount().clamped()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.ten_thousandths.unsigned_abs();
        let places = usize::from(self.places);
        let text = if places == 0 {
            format!("{}", size / 10_000)
        } else {
            let rest = size % 10_000 / 10_u128.pow(4 - u32::from(self.places));
            format!("{}.{rest:0places$}", size / 10_000)
        };
        f.pad_integral(self.ten_thousandths >= 0, "", &text)
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Figure {
    type Err = BadDecimal;

    fn from_str(text: &str) -> Result<Self, BadDecimal> {
        // As large as an amount may be.
        text.parse::<Amount>()?;
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        Ok(Figure { ten_thousandths: ten_thousandths(text)?, places: u8::try_from(places).unwrap_or(4).min(4) })
    }
}

crate::text::as_text!(Figure: "A published figure: a decimal with the places that the rulebook publishes, as `53.17`.");
