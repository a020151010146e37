use std::fmt;
use std::str::FromStr;

use super::{Cadence, Date, Term, Window};

/// 考核期: what a board covers.
///
/// ```
/// use lvzhi::Period;
/// let quarter: Period = "2023-Q2".parse()?;
/// assert_eq!(quarter.window(None)?.to_string(), "2023-04-01..2023-06-30");
/// # Ok::<(), lvzhi::BadPeriod>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// One calendar year, half-year, quarter or month: the window that holds the day.
    Calendar(Cadence, Date),
    /// `term`: the term that the rulebook names.
    Term,
    /// From a first day to a last day.
    Span(Window),
}

/// A text that is no period, or `term` where the rulebook names no term.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no period: write a year `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `term` where the rulebook has one, or two days `2023-01-01..2023-06-30`"
)]
pub struct BadPeriod(pub(crate) String);

impl Period {
    /// The days of the period.
    pub fn window(self, term: Option<Term>) -> Result<Window, BadPeriod> {
        let window = match self {
            Period::Calendar(cadence, day) => cadence.around(day, term),
            Period::Term => term.map(Term::window),
            Period::Span(window) => Some(window).filter(|window| window.from <= window.to),
        };
        window.ok_or_else(|| BadPeriod(self.to_string()))
    }
}

impl From<Window> for Period {
    fn from(window: Window) -> Self {
        Period::Span(window)
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let calendar = |year: &str, cadence, month: u32| {
            let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
            let day = digits.then(|| year.parse().ok()).flatten().and_then(|year| Date::new(year, month, 1))?;
            Some(Period::Calendar(cadence, day))
        };
        let read = || match text.split_once("..") {
            Some((from, to)) => {
                let window = Window { from: from.parse().ok()?, to: to.parse().ok()? };
                (window.from <= window.to).then_some(Period::Span(window))
            }
            None if text == "term" => Some(Period::Term),
            None => match text.split_once('-') {
                None => calendar(text, Cadence::Year, 1),
                Some((year, "H1")) => calendar(year, Cadence::Half, 1),
                Some((year, "H2")) => calendar(year, Cadence::Half, 7),
                Some((year, "Q1")) => calendar(year, Cadence::Quarter, 1),
                Some((year, "Q2")) => calendar(year, Cadence::Quarter, 4),
                Some((year, "Q3")) => calendar(year, Cadence::Quarter, 7),
                Some((year, "Q4")) => calendar(year, Cadence::Quarter, 10),
                Some((year, month)) if month.len() == 2 && month.bytes().all(|b| b.is_ascii_digit()) => {
                    calendar(year, Cadence::Month, month.parse().ok()?)
                }
                Some(_) => None,
            },
        };
        read().ok_or_else(|| BadPeriod(text.to_owned()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Calendar(Cadence::Half, day) => write!(f, "{}-H{}", day.year(), day.month().div_ceil(6)),
            Period::Calendar(Cadence::Quarter, day) => write!(f, "{}-Q{}", day.year(), day.month().div_ceil(3)),
            Period::Calendar(Cadence::Month, day) => write!(f, "{}-{:02}", day.year(), day.month()),
            Period::Calendar(Cadence::Year | Cadence::Term, day) => write!(f, "{}", day.year()),
            Period::Term => f.write_str("term"),
            Period::Span(window) => write!(f, "{window}"),
        }
    }
}

crate::text::as_text!(Period: "A span of days as it is asked for: `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `term`, `2023-01-01..2023-06-30`.");
