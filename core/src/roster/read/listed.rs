use std::sync::Arc;

use super::{Reading, Unlisted};
use crate::diagnostic::Fault;
use crate::document::{Fields, Spot};
use crate::roster::{Attrs, ByKind, Check, Timeline};
use crate::{EntityKind, Id};

/// An entry of one of the lists, with what entities of every kind have; its other keys are still to be asked for.
pub(super) struct Listed<'d> {
    pub(super) fields: Fields<'d>,
    pub(super) id: Option<Id>,
    pub(super) name: Option<Arc<str>>,
    pub(super) attrs: Attrs,
    pub(super) checks: Timeline<Check>,
}

impl Reading<'_> {
    /// The entries of every list, their ids and names known from here on.
    pub(super) fn listed<'d>(&mut self, list: impl Fn(EntityKind) -> Option<Spot<'d>>) -> ByKind<Vec<Listed<'d>>> {
        let lists = ByKind::each(|kind| list(kind).map_or_else(Vec::new, |list| self.list(kind, list)));
        // A name means its entity only where it is nobody's id, so the names come after all ids.
        for kind in EntityKind::ALL {
            for (place, listed) in lists.of(kind).iter().enumerate() {
                if let Some(name) = &listed.name {
                    self.lookup.add_name(kind, name, place);
                }
            }
        }
        lists
    }

    fn list<'d>(&mut self, kind: EntityKind, list: Spot<'d>) -> Vec<Listed<'d>> {
        let items = match self.unlisted {
            // In a rulebook a list that wants one value takes it bare.
            Unlisted::MadeUp => Some(list.list_or_one()),
            Unlisted::Refused => list.list(self.faults),
        };
        *self.unreadable.of_mut(kind) = items.is_none();
        items.into_iter().flatten().filter_map(|item| self.entry(kind, item)).collect()
    }

    fn entry<'d>(&mut self, kind: EntityKind, item: Spot<'d>) -> Option<Listed<'d>> {
        let fields = item.fields(self.faults)?;
        let id = fields.required("id", self.faults).and_then(|spot| self.id(kind, spot));
        let name = fields.optional("name").and_then(|spot| self.word(spot)).or_else(|| id.as_deref().map(Arc::from));
        let attrs = fields.optional("attrs").map(|spot| self.attrs(spot)).unwrap_or_default();
        let checks = self.many(fields.optional("checks"), |reading, spot| {
            let text = reading.word(spot)?;
            Some(Check::new(&text, spot.node().span.clone()))
        });
        Some(Listed { fields, id, name, attrs, checks })
    }

    fn id(&mut self, kind: EntityKind, spot: Spot<'_>) -> Option<Id> {
        let id = Id::from(&*self.word(spot)?);
        let ids = self.ids.of_mut(kind);
        if self.lookup.find(kind, &id).is_some() {
            spot.fault(self.faults, Fault::DuplicateId { id: id.to_string() });
            return None;
        }
        self.lookup.add_id(kind, &id, ids.len());
        ids.push(id.clone());
        Some(id)
    }

    fn attrs(&mut self, spot: Spot<'_>) -> Attrs {
        let Some(fields) = spot.fields(self.faults) else { return Attrs::default() };
        fields
            .each()
            .into_iter()
            .map(|(name, spot)| (name.into(), self.single(name, Some(spot), Reading::word)))
            .collect()
    }
}
