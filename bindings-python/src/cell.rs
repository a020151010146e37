//! A cell that holds what stands in it.

use chrono::{Datelike, NaiveDate};
use lvzhi::{Cell, Date, Decimal};

/// What stands in a cell of a type of its own. What is beyond a day or a decimal of ours stays text, so that its row is refused by name.
#[derive(Debug, Clone)]
pub(crate) enum Held {
    Blank,
    Text(String),
    Day(Date),
    Number(Decimal),
}

impl Held {
    pub(crate) fn day(day: NaiveDate) -> Held {
        Date::new(day.year(), day.month(), day.day()).map_or_else(|| Held::Text(day.to_string()), Held::Day)
    }

    /// A number by its text.
    pub(crate) fn number(text: String) -> Held {
        text.parse().map_or_else(|_| Held::Text(text), Held::Number)
    }

    /// A float, as the shortest decimal that it is read back from.
    pub(crate) fn float(float: f64) -> Held {
        Held::number(float.to_string())
    }

    pub(crate) fn cell(&self) -> Cell<'_> {
        match self {
            Held::Blank => Cell::Blank,
            Held::Text(text) => Cell::Text(text),
            Held::Day(day) => Cell::Date(*day),
            Held::Number(number) => Cell::Number(*number),
        }
    }
}
