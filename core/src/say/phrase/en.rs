//! Phrases in English.

use super::calendar;
use crate::{Cadence, Date, EntityKind, Window};

pub(in crate::say) fn nouns(kind: EntityKind) -> (&'static str, &'static str) {
    match kind {
        EntityKind::Member => ("member", "members"),
        EntityKind::Sector => ("sector", "sectors"),
        EntityKind::Committee => ("committee", "committees"),
        EntityKind::Group => ("group", "groups"),
        EntityKind::Unit => ("unit", "units"),
        EntityKind::Studio => ("studio", "studios"),
    }
}

pub(in crate::say) fn many(count: u32, (one, several): (&str, &str)) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

pub(in crate::say) fn cited(clause: Option<&str>) -> String {
    clause.map(|clause| format!(" ({clause})")).unwrap_or_default()
}

pub(in crate::say) fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day.month()), day.year())
}

pub(in crate::say) fn days(span: Window) -> String {
    if span.from == span.to { date(span.from) } else { format!("{} to {}", date(span.from), date(span.to)) }
}

/// Someone or something, with the id.
pub(in crate::say) fn named(name: &str, id: &str) -> String {
    if name == id || name.is_empty() { id.to_owned() } else { format!("{name} ({id})") }
}

/// A window as it is called, with its days.
pub(in crate::say) fn span(span: Window) -> String {
    if calendar(span).is_some() { format!("{} ({})", window(span), days(span)) } else { days(span) }
}

/// A window as it is called.
pub(in crate::say) fn window(span: Window) -> String {
    let (year, first) = (span.from.year(), span.from.month());
    let quarter = match first {
        1 => "first",
        4 => "second",
        7 => "third",
        _ => "fourth",
    };
    match calendar(span) {
        Some(Cadence::Year) => year.to_string(),
        Some(Cadence::Half) => format!("{} half of {year}", if first == 1 { "first" } else { "second" }),
        Some(Cadence::Quarter) => format!("{quarter} quarter of {year}"),
        Some(Cadence::Month) => format!("{} {year}", month(first)),
        Some(Cadence::Term) | None => days(span),
    }
}

fn month(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
