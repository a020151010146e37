use std::sync::Arc;

use super::Reading;
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::Fault;
use crate::document::{Spot, Value, rising};
use crate::roster::{Dated, Timeline};

impl Reading<'_> {
    /// A text that is not empty.
    pub(super) fn word(&mut self, spot: Spot<'_>) -> Option<Arc<str>> {
        let text = spot.text(self.faults)?;
        if text.is_empty() {
            spot.fault(self.faults, Fault::BadValue { value: String::new(), allowed: Vec::new(), near: None });
            return None;
        }
        Some(text.into())
    }

    /// The entity of a kind that a text names by its id.
    pub(super) fn reference<T>(&mut self, kind: EntityKind, spot: Spot<'_>) -> Option<Idx<T>> {
        let id = self.word(spot)?;
        self.place(kind, &id, spot).map(Idx::new)
    }

    /// The days from one to another, both included; a missing end is open.
    pub(super) fn days(&mut self, from: Option<Spot<'_>>, to: Option<Spot<'_>>) -> Option<Dated<()>> {
        let before = self.faults.len();
        let [low, high] = [from, to].map(|spot| spot.and_then(|spot| spot.date(self.faults)));
        rising(low, high, to, self.faults);
        (self.faults.len() == before).then_some(Dated { value: (), from: low, to: high })
    }

    /// A value, or values, each bare or with its days.
    pub(super) fn many<'d, T>(
        &mut self,
        spot: Option<Spot<'d>>,
        read: impl Fn(&mut Self, Spot<'d>) -> Option<T>,
    ) -> Timeline<T> {
        Timeline(self.dated(spot, read).into_iter().map(|(_, dated)| dated).collect())
    }

    /// The same, where there may be no more than one on any day; the later of two is reported.
    pub(super) fn single<'d, T>(
        &mut self,
        key: &str,
        spot: Option<Spot<'d>>,
        read: impl Fn(&mut Self, Spot<'d>) -> Option<T>,
    ) -> Timeline<T> {
        let mut values: Vec<Dated<T>> = Vec::new();
        for (spot, dated) in self.dated(spot, read) {
            if let Some(day) = values.iter().find_map(|earlier| earlier.shared_day(&dated)) {
                spot.fault(self.faults, Fault::OverlappingValues { key: key.to_owned(), day: day.to_string() });
            }
            values.push(dated);
        }
        Timeline(values)
    }

    /// Each value with its place in the text.
    fn dated<'d, T>(
        &mut self,
        spot: Option<Spot<'d>>,
        read: impl Fn(&mut Self, Spot<'d>) -> Option<T>,
    ) -> Vec<(Spot<'d>, Dated<T>)> {
        let items = spot.into_iter().flat_map(Spot::list_or_one);
        let there = items.filter(|item| !matches!(item.node().value, Value::Null));
        there.filter_map(|item| self.one_dated(item, &read)).collect()
    }

    fn one_dated<'d, T>(
        &mut self,
        item: Spot<'d>,
        read: impl Fn(&mut Self, Spot<'d>) -> Option<T>,
    ) -> Option<(Spot<'d>, Dated<T>)> {
        if !item.is_table() {
            return Some((item, Dated::always(read(self, item)?)));
        }
        let fields = item.fields(self.faults)?;
        let spot = fields.required("id", self.faults);
        let value = spot.and_then(|spot| read(self, spot));
        let days = self.days(fields.optional("from"), fields.optional("to"));
        fields.finish(self.faults);
        Some((spot?, days?.with(value?)))
    }
}
