//! What sentences of every kind are made of: days, windows, counts, citations. Each once a language.

pub(super) mod en;
pub(super) mod zh;

use crate::{Cadence, Window};

/// The calendar window that the span is, if it is one.
pub(super) fn calendar(window: Window) -> Option<Cadence> {
    let is = |cadence: &Cadence| cadence.around(window.from, None) == Some(window);
    [Cadence::Year, Cadence::Half, Cadence::Quarter, Cadence::Month].into_iter().find(is)
}

/// Several things joined by a mark.
pub(super) fn list(things: impl IntoIterator<Item = String>, mark: &str) -> String {
    things.into_iter().collect::<Vec<_>>().join(mark)
}
