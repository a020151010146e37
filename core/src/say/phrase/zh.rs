//! Phrases in Chinese.

use super::calendar;
use crate::{Cadence, Date, EntityKind, Window};

pub(in crate::say) fn classifier(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Member => "名",
        EntityKind::Sector | EntityKind::Committee | EntityKind::Group | EntityKind::Unit | EntityKind::Studio => "个",
    }
}

pub(in crate::say) fn titled(rulebook: &str) -> String {
    if rulebook.starts_with('《') { rulebook.to_owned() } else { format!("《{rulebook}》") }
}

pub(in crate::say) fn cited(clause: Option<&str>) -> String {
    clause.map(|clause| format!("（{clause}）")).unwrap_or_default()
}

pub(in crate::say) fn date(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

pub(in crate::say) fn days(span: Window) -> String {
    let (from, to) = (span.from, span.to);
    if from == to {
        date(from)
    } else if from.year() == to.year() {
        format!("{}至{}月{}日", date(from), to.month(), to.day())
    } else {
        format!("{}至{}", date(from), date(to))
    }
}

/// Someone or something, with the id.
pub(in crate::say) fn named(name: &str, id: &str) -> String {
    if name == id || name.is_empty() { id.to_owned() } else { format!("{name}（{id}）") }
}

/// A window as it is called, with its days.
pub(in crate::say) fn span(span: Window) -> String {
    if calendar(span).is_some() { format!("{}（{}）", window(span), days(span)) } else { days(span) }
}

/// A window as it is called.
pub(in crate::say) fn window(span: Window) -> String {
    let (year, month) = (span.from.year(), span.from.month());
    let quarter = match month {
        1 => "一",
        4 => "二",
        7 => "三",
        _ => "四",
    };
    match calendar(span) {
        Some(Cadence::Year) => format!("{year}年度"),
        Some(Cadence::Half) => format!("{year}年{}半年", if month == 1 { "上" } else { "下" }),
        Some(Cadence::Quarter) => format!("{year}年第{quarter}季度"),
        Some(Cadence::Month) => format!("{year}年{month}月"),
        Some(Cadence::Term) | None => days(span),
    }
}
