//! Days, spans of days, and the calendar's slices of them.

use serde_json::Value;

use super::number::whole;
use super::shape::{field, text, word};

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i64);

impl Day {
    /// The day of a year, month (1 to 12) and day of the month.
    pub(super) fn civil(year: i64, month: i64, day: i64) -> Self {
        // Years begin in March here, so the leap day comes last.
        let year = if month > 2 { year } else { year - 1 };
        let past = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Self(365 * year + leaps + past - 719_468)
    }

    /// Year, month and day of the month.
    pub(super) fn parts(self) -> (i64, i64, i64) {
        let mut year = 1970 + self.0.div_euclid(366).min(self.0.div_euclid(365));
        while Self::civil(year + 1, 1, 1) <= self {
            year += 1;
        }
        let mut month = 1;
        while month < 12 && Self::civil(year, month + 1, 1) <= self {
            month += 1;
        }
        (year, month, self.0 - Self::civil(year, month, 1).0 + 1)
    }

    /// A date in any of its spellings: three numbers with something between.
    pub(super) fn read(text: &str) -> Self {
        let mut numbers = text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok());
        let mut next = || numbers.next().unwrap_or(1);
        Self::civil(next(), next(), next())
    }

    /// The date of a key.
    pub(super) fn of(table: &Value, key: &str) -> Option<Self> {
        text(table, key).map(Self::read)
    }

    /// So many days later.
    pub(super) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// So many months later, on the same day of the month or the month's last.
    pub(super) fn plus_months(self, months: i64) -> Self {
        let (year, month, day) = self.parts();
        let count = year * 12 + month - 1 + months;
        let first = |count: i64| Self::civil(count.div_euclid(12), count.rem_euclid(12) + 1, 1);
        let last = first(count + 1).plus(-1);
        first(count).plus(day - 1).min(last)
    }
}

/// Days from the first to the last, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: Day,
    pub(super) last: Day,
}

/// All the days there are.
pub(super) const ALWAYS: Span = Span { first: Day(i64::MIN / 4), last: Day(i64::MAX / 4) };

impl Span {
    /// The span between two keys of a table, either of which may be missing or null.
    pub(super) fn between(table: &Value, from: &str, to: &str) -> Self {
        Self { first: Day::of(table, from).unwrap_or(ALWAYS.first), last: Day::of(table, to).unwrap_or(ALWAYS.last) }
    }

    /// Whether the day lies in it.
    pub(super) fn has(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the whole other span lies in it.
    pub(super) fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Every day of it.
    pub(super) fn days(self) -> impl Iterator<Item = Day> {
        (self.first.0..=self.last.0).map(Day)
    }

    /// The span months later; the day after the end moves, not the end.
    pub(super) fn shift(self, months: i64) -> Self {
        Self { first: self.first.plus_months(months), last: self.last.plus(1).plus_months(months).plus(-1) }
    }

    /// The months it touches.
    pub(super) fn months(self) -> i64 {
        let ((year, month, _), (end, last, _)) = (self.first.parts(), self.last.parts());
        (end - year) * 12 + last - month + 1
    }

    /// The calendar's slices that lie in it, cut at its ends.
    pub(super) fn windows(self, kind: &str, rulebook: &Value) -> Vec<Self> {
        let mut windows = Vec::new();
        let mut window = calendar(kind, self.first, rulebook);
        while window.first <= self.last {
            windows.push(Self { first: window.first.max(self.first), last: window.last.min(self.last) });
            window = calendar(kind, window.last.plus(1), rulebook);
        }
        windows
    }
}

/// The months of a kind of window.
fn length(kind: &str, rulebook: &Value) -> i64 {
    match kind {
        "month" => 1,
        "quarter" => 3,
        "half" => 6,
        "term" => 12 * term(rulebook).1,
        _ => 12,
    }
}

/// The whole month, quarter, half-year, year or term in which a day lies.
pub(super) fn calendar(kind: &str, day: Day, rulebook: &Value) -> Span {
    let months = length(kind, rulebook);
    let nth = |first: Day, count: i64| Span {
        first: first.plus_months(count * months),
        last: first.plus_months((count + 1) * months).plus(-1),
    };
    if kind == "term" {
        let first = term(rulebook).0;
        let mut count = 0;
        while nth(first, count).last < day {
            count += 1;
        }
        while nth(first, count).first > day {
            count -= 1;
        }
        return nth(first, count);
    }
    let (year, month, _) = day.parts();
    nth(Day::civil(year, 1, 1), (month - 1) / months)
}

/// The first day of the rulebook's term, and its years.
fn term(rulebook: &Value) -> (Day, i64) {
    let table = field(rulebook, "rulebook").and_then(|head| field(head, "term"));
    let first = table.and_then(|term| Day::of(term, "from")).unwrap_or(Day::civil(1900, 1, 1));
    let years = table.and_then(|term| whole(term, "years")).and_then(|years| i64::try_from(years).ok());
    (first, years.unwrap_or(5))
}

/// A period as it is written: `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `term`, or two dates.
pub(super) fn period(written: &Value, rulebook: &Value) -> Span {
    let Some(text) = written.as_str() else {
        return Span { first: Day::read(word(written, "from")), last: Day::read(word(written, "to")) };
    };
    if text == "term" {
        return calendar("term", term(rulebook).0, rulebook);
    }
    let (year, slice) = text.split_once('-').unwrap_or((text, ""));
    let year = year.parse().unwrap_or(1970);
    let number = |text: &str| text.parse::<i64>().unwrap_or(1);
    let (kind, month) = match (slice.strip_prefix('H'), slice.strip_prefix('Q'), slice) {
        (Some(half), _, _) => ("half", 6 * number(half) - 5),
        (_, Some(quarter), _) => ("quarter", 3 * number(quarter) - 2),
        (_, _, "") => ("year", 1),
        (_, _, month) => ("month", number(month)),
    };
    calendar(kind, Day::civil(year, month, 1), rulebook)
}

/// A period, and the day on which its questions are asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking {
    pub(super) span: Span,
    pub(super) day: Day,
}

impl Asking {
    /// A period longer than the rulebook's own is cut into those of them that have begun; each is asked on its last
    /// day, or on this one's day if that is earlier.
    pub(super) fn slices(self, rulebook: &Value) -> Vec<Self> {
        let kind = field(rulebook, "rulebook").and_then(|head| text(head, "period")).unwrap_or("year");
        if self.span.months() <= calendar(kind, self.span.last, rulebook).months() {
            return vec![self];
        }
        let begun = self.span.windows(kind, rulebook).into_iter().filter(|slice| slice.first <= self.day);
        begun.map(|span| Self { span, day: span.last.min(self.day) }).collect()
    }
}
