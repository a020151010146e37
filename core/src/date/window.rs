use std::fmt;

use serde::{Deserialize, Serialize};

use super::Date;

/// 时段: a closed span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// How a span of days is cut: by calendar months, quarters, half-years, years, or terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Cadence {
    /// 月
    Month,
    /// 季度
    Quarter,
    /// 半年
    Half,
    /// 年
    Year,
    /// 届
    Term,
}

/// 届: a first day and a number of years; terms follow one another without a gap, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// The first day of the term that the rulebook names.
    pub from: Date,
    /// How many years a term has.
    pub years: u32,
}

impl Window {
    /// Whether the day lies inside.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// The span moved by whole months: it moves as its first day and the day after its last.
    ///
    /// ```
    /// use lvzhi::{Period, Term};
    /// let year = "2021".parse::<Period>()?.window(None)?;
    /// assert_eq!(year.plus_months(-1).to_string(), "2020-12-01..2021-11-30");
    /// # Ok::<(), lvzhi::BadPeriod>(())
    /// ```
    #[must_use]
    pub fn plus_months(self, months: i32) -> Window {
        if months == 0 {
            return self;
        }
        Window { from: self.from.plus_months(months), to: self.to.next().plus_months(months).previous() }
    }

    /// In how many calendar months the span has a day, the first and the last included.
    pub fn months(self) -> u32 {
        let count = |day: Date| day.year() * 12 + day.month().cast_signed();
        (count(self.to) - count(self.from) + 1).unsigned_abs()
    }

    /// The calendar windows (or terms) in which the span has a day, cut at its ends, in order.
    ///
    /// Without a term, [`Cadence::Term`] leaves the span whole.
    pub fn cut(self, cadence: Cadence, term: Option<Term>) -> Vec<Window> {
        let mut windows = Vec::new();
        let mut from = self.from;
        while from <= self.to {
            let whole = cadence.around(from, term).unwrap_or(self);
            windows.push(Window { from, to: whole.to.min(self.to) });
            from = whole.to.next();
        }
        windows
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}..{}", self.from, self.to))
    }
}

impl Cadence {
    /// The whole calendar window (or term) in which the day lies; none for a term where the rulebook names none.
    pub fn around(self, day: Date, term: Option<Term>) -> Option<Window> {
        let months = match self {
            Cadence::Month => 1,
            Cadence::Quarter => 3,
            Cadence::Half => 6,
            Cadence::Year => 12,
            Cadence::Term => return term.map(|term| term.around(day)),
        };
        let first = (day.month() - 1) / months * months + 1;
        let from = Date::new(day.year(), first, 1)?;
        Some(Window { from, to: from.plus_months(months.cast_signed()).previous() })
    }

    /// How many months a window has; for a term those of the rulebook's term, or none.
    pub fn months(self, term: Option<Term>) -> Option<u32> {
        match self {
            Cadence::Month => Some(1),
            Cadence::Quarter => Some(3),
            Cadence::Half => Some(6),
            Cadence::Year => Some(12),
            // A term that begins within a month ends within one.
            Cadence::Term => term.map(|term| term.months().unsigned_abs() + u32::from(term.from.day() > 1)),
        }
    }
}

impl Term {
    /// The term that the rulebook names.
    pub fn window(self) -> Window {
        self.nth(0)
    }

    /// The term in which the day lies.
    pub fn around(self, day: Date) -> Window {
        let months = (day.year() - self.from.year()) * 12;
        let guess = months.div_euclid(self.months());
        let term = self.nth(guess);
        // The guess goes by calendar years; a term that begins in mid-year may be one off.
        match () {
            () if day < term.from => self.nth(guess - 1),
            () if day > term.to => self.nth(guess + 1),
            () => term,
        }
    }

    fn nth(self, n: i32) -> Window {
        let start = |n: i32| self.from.plus_months(self.months().saturating_mul(n));
        Window { from: start(n), to: start(n + 1).previous() }
    }

    /// At least a year's, so that terms come to an end.
    fn months(self) -> i32 {
        i32::try_from(self.years.max(1)).unwrap_or(i32::MAX).saturating_mul(12)
    }
}
