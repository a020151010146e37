//! What sentences of every kind are made of: days, windows, counts, citations. Each once a language.

pub(super) mod en;
pub(super) mod zh;

use crate::{Cadence, Decimal, Lang, Window};

/// The calendar window that the span is, if it is one.
pub(super) fn calendar(window: Window) -> Option<Cadence> {
    let is = |cadence: &Cadence| cadence.around(window.from, None) == Some(window);
    [Cadence::Year, Cadence::Half, Cadence::Quarter, Cadence::Month].into_iter().find(is)
}

/// Several things joined by a mark.
pub(super) fn list(things: impl IntoIterator<Item = String>, mark: &str) -> String {
    things.into_iter().collect::<Vec<_>>().join(mark)
}

/// The same, joined as a language joins what it enumerates.
pub(super) fn enumerated(things: impl IntoIterator<Item = String>, lang: Lang) -> String {
    list(things, lang.choose("、", ", "))
}

/// The heading over what is to be remarked.
pub(super) fn remarks(lang: Lang) -> &'static str {
    lang.choose("说明", "Remarks")
}

/// So many of so many in percent, with at most two places; 100 only where it is all of them, 0 only where it is none.
pub(super) fn percent(part: u32, whole: u32) -> Decimal {
    let (part, whole) = (u64::from(part), u64::from(whole).max(1));
    let hundredths = (part * 20_000 + whole) / (2 * whole);
    let least = u64::from(part > 0);
    let most = if part < whole { 9_999 } else { 10_000 };
    let hundredths = i64::try_from(hundredths.clamp(least, most)).unwrap_or_default();
    Decimal::from_ten_thousandths(hundredths * 100)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_percentage_is_never_rounded_to_all_or_nothing() {
        let said = |part, whole| percent(part, whole).to_string();
        assert_eq!((said(10, 12), said(239, 240), said(1, 3)), ("83.33".into(), "99.58".into(), "33.33".into()));
        assert_eq!((said(99_999, 100_000), said(1, 100_000)), ("99.99".into(), "0.01".into()));
        assert_eq!((said(12, 12), said(0, 12), said(1, 2)), ("100".into(), "0".into(), "50".into()));
    }
}
