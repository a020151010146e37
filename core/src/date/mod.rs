//! Days, and the closed spans of days that rules speak of.
//!
//! | Type | What it is |
//! | --- | --- |
//! | [`Date`] | a calendar day |
//! | [`Window`] 时段 | a closed span of days |
//! | [`Cadence`] | month, quarter, half-year, year, term: how a span is cut into windows |
//! | [`Term`] 届 | the five-year term, one following another without a gap |
//! | [`Period`] 考核期 | what a board covers: `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `term`, or a span |

mod day;
mod period;
#[cfg(test)]
mod tests;
mod window;

pub use day::{BadDate, Date};
pub use period::{BadPeriod, Period};
pub use window::{Cadence, Term, Window};
