//! 分: exact numbers, from the decimal that a rule states to the figure that is published.
//!
//! | Type | What it is | Unit | Range |
//! | --- | --- | --- | --- |
//! | [`Decimal`] | a number as written in a rulebook or ledger | ten-thousandths | ± 9 × 10¹⁴ |
//! | [`Points`] | the value of a node or a total | ticks | ± 1.28 × 10⁹ points |
//! | [`Amount`] | a line, a contribution, a sum of them | ticks, in 128 bits | never reached |
//! | [`Figure`] | what is published, rounded by the rulebook's mode | ten-thousandths | as an amount |
//!
//! One point is 7 207 200 000 ticks, that is 10 000 × lcm(1 … 16): every decimal of four places can be shared equally by up to
//! sixteen people without a remainder. No float ever holds a point.

mod amount;
mod decimal;
mod figure;
#[cfg(test)]
mod tests;

pub(crate) use amount::common_divisor;
pub use amount::{Amount, Points};
pub use decimal::{BadDecimal, Decimal};
pub use figure::{Figure, Rounding};
