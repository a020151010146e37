//! What the rules ask of a structure and of a cadence: duties window by window, standards check by check, a studio's state on a day.

mod activity;
mod duties;
mod standards;

pub(crate) use duties::{DutyStatus, DutyWindow};
pub(crate) use standards::ChecksMet;
