use std::cmp::Reverse;

use crate::Date;

/// A value that holds from a day to a day, both included; an end that is none is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated<T> {
    pub(crate) value: T,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl<T> Dated<T> {
    /// A value that holds on every day.
    pub(crate) fn always(value: T) -> Self {
        Dated { value, from: None, to: None }
    }

    /// Another value that holds on the same days.
    pub(crate) fn with<U>(&self, value: U) -> Dated<U> {
        Dated { value, from: self.from, to: self.to }
    }

    /// The days on which both hold, if there are any.
    pub(crate) fn shared<U>(&self, other: &Dated<U>) -> Option<Dated<()>> {
        let from = self.from.max(other.from);
        let to = self.to.into_iter().chain(other.to).min();
        let any = from.zip(to).is_none_or(|(from, to)| from <= to);
        any.then_some(Dated { value: (), from, to })
    }

    /// A day on which both hold: their first, if there is a first.
    pub(crate) fn shared_day<U>(&self, other: &Dated<U>) -> Option<Date> {
        let days = self.shared(other)?;
        days.from.or(days.to).or_else(|| Date::new(1900, 1, 1))
    }

    pub(crate) fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The values that one thing has had, each with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timeline<T>(pub(crate) Vec<Dated<T>>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Timeline(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// The values that hold on a day.
    pub(crate) fn on(&self, day: Date) -> impl Iterator<Item = &T> {
        self.0.iter().filter(move |dated| dated.holds_on(day)).map(|dated| &dated.value)
    }

    /// Since which day there has been, without a break, what there is on a day, be it some value or none; nothing where it was always so.
    pub(crate) fn since(&self, day: Date) -> Option<Date> {
        if self.on(day).next().is_none() {
            return self.0.iter().filter_map(|dated| dated.to).filter(|to| *to < day).max().map(Date::next);
        }
        let mut spans: Vec<_> =
            self.0.iter().map(|dated| (dated.to.is_some(), Reverse(dated.to), dated.from)).collect();
        // Those that hold longest come first: once one has ended too early to reach the others, so have all after it.
        spans.sort_unstable();
        let mut since = day;
        for (_, Reverse(to), from) in spans {
            if to.is_some_and(|to| to < since.previous()) {
                break;
            }
            since = since.min(from?);
        }
        Some(since)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Dated, Timeline};
    use crate::Date;

    fn day(nth: u32) -> Date {
        Date::new(2023, 1, 1).unwrap().plus_days(nth)
    }

    fn spans() -> impl Strategy<Value = Timeline<()>> {
        let span = (proptest::option::of(0_u32..12), proptest::option::of(0_u32..8)).prop_map(|(from, length)| Dated {
            value: (),
            from: from.map(day),
            to: length.map(|length| day(from.unwrap_or(0) + length)),
        });
        prop::collection::vec(span, 0..6).prop_map(Timeline)
    }

    proptest! {
        #[test]
        fn it_has_been_so_since_the_last_day_on_which_it_was_not(spans in spans(), asked in 0_u32..22) {
            let holds = |nth: u32| spans.on(day(nth)).next().is_some();
            // Before the first day nothing begins or ends.
            let expected = (1..=asked).rev().find(|&nth| holds(nth - 1) != holds(asked)).map(day);
            let found = spans.since(day(asked)).filter(|since| *since > day(0));
            prop_assert_eq!(found, expected);
        }
    }
}
