use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A calendar day. What is read lies between 1900-01-01 and 2199-12-31.
///
/// ```
/// use lvzhi::Date;
/// let day: Date = "2024-02-29".parse()?;
/// assert_eq!(day.next().to_string(), "2024-03-01");
/// assert_eq!(Date::from_cell("2024年2月29日"), Ok(day));
/// # Ok::<(), lvzhi::BadDate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// A text that is no day between 1900-01-01 and 2199-12-31.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day between 1900-01-01 and 2199-12-31: write it as 2023-03-02")]
pub struct BadDate(String);

impl Date {
    /// The day of that year, month (1 to 12) and day of the month, if there is one between 1900 and 2199.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..=2199).contains(&year)).map(Date)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Date {
        Date(self.0.succ_opt().unwrap_or(self.0))
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Date {
        Date(self.0.pred_opt().unwrap_or(self.0))
    }

    /// So many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Date {
        Date(self.0.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX))
    }

    /// How many days it is after another day; 0 where it is not after it.
    pub fn days_after(self, other: Date) -> u32 {
        u32::try_from(self.0.signed_duration_since(other.0).num_days()).unwrap_or(0)
    }

    /// So many months later (earlier, if negative); a day that the month has not becomes its last.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Date {
        let size = Months::new(months.unsigned_abs());
        Date(if months < 0 {
            self.0.checked_sub_months(size).unwrap_or(NaiveDate::MIN)
        } else {
            self.0.checked_add_months(size).unwrap_or(NaiveDate::MAX)
        })
    }

    /// Reads a day as office tables write it: `2023-03-02`, `2023/3/2`, `2023.3.2`, `2023年3月2日`.
    pub fn from_cell(text: &str) -> Result<Date, BadDate> {
        let parts: Option<[&str; 3]> = if let Some(rest) = text.strip_suffix('日') {
            rest.split_once('年').and_then(|(year, rest)| rest.split_once('月').map(|(month, day)| [year, month, day]))
        } else {
            ['-', '/', '.'].iter().find_map(|&mark| <[&str; 3]>::try_from(text.split(mark).collect::<Vec<_>>()).ok())
        };
        parts.and_then(Date::from_parts).ok_or_else(|| BadDate(text.to_owned()))
    }

    fn from_parts([year, month, day]: [&str; 3]) -> Option<Date> {
        let number = |part: &str, most: usize| {
            let digits = part.bytes().all(|b| b.is_ascii_digit()) && (1..=most).contains(&part.len());
            digits.then(|| part.parse::<u32>().ok()).flatten()
        };
        let year = if year.len() == 4 { number(year, 4)? } else { return None };
        Date::new(i32::try_from(year).ok()?, number(month, 2)?, number(day, 2)?)
    }
}

impl FromStr for Date {
    type Err = BadDate;

    /// Reads `YYYY-MM-DD` and nothing else.
    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.to_owned());
        let parts = <[&str; 3]>::try_from(text.split('-').collect::<Vec<_>>()).map_err(|_| bad())?;
        if parts.map(str::len) != [4, 2, 2] {
            return Err(bad());
        }
        Date::from_parts(parts).ok_or_else(bad)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day()))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::as_text!(Date: "A day, as `2023-03-02`.");
