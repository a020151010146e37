use std::cell::RefCell;

use super::{Entry, Spot, Value};
use crate::diagnostic::{Diagnostics, Fault, Place};

/// A table being read: it remembers which keys were asked for, so that what is left over is an unknown key.
#[derive(Debug)]
pub(crate) struct Fields<'d> {
    spot: Spot<'d>,
    entries: &'d [Entry],
    asked: RefCell<Vec<&'d str>>,
}

impl<'d> Fields<'d> {
    pub(super) fn new(spot: Spot<'d>, entries: &'d [Entry]) -> Self {
        Fields { spot, entries, asked: RefCell::new(Vec::new()) }
    }

    /// The table itself.
    pub(crate) fn spot(&self) -> Spot<'d> {
        self.spot
    }

    /// The value of a key, if it stands there and is not null.
    pub(crate) fn optional(&self, key: &'d str) -> Option<Spot<'d>> {
        self.asked.borrow_mut().push(key);
        let entry = self.entry(key).filter(|entry| !matches!(entry.node.value, Value::Null))?;
        Some(self.inside(entry))
    }

    /// The value of a key that must stand there.
    pub(crate) fn required(&self, key: &'d str, faults: &mut Diagnostics) -> Option<Spot<'d>> {
        let found = self.optional(key);
        if found.is_none() {
            self.spot.holder_fault(faults, Fault::MissingKey { key: key.to_owned() });
        }
        found
    }

    /// Whether the key stands there and is not null; does not count as asking.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some_and(|entry| !matches!(entry.node.value, Value::Null))
    }

    /// Every key that stands there with its value, nulls left out; all count as asked.
    pub(crate) fn each(&self) -> Vec<(&'d str, Spot<'d>)> {
        let there = self.entries.iter().filter(|entry| !matches!(entry.node.value, Value::Null));
        let all: Vec<_> = there.map(|entry| (entry.key.as_str(), self.inside(entry))).collect();
        self.asked.borrow_mut().extend(self.entries.iter().map(|entry| entry.key.as_str()));
        all
    }

    /// The place of a key.
    pub(crate) fn key_place(&self, key: &str) -> Place {
        match self.entry(key) {
            Some(entry) => {
                let source = &self.spot.document.source;
                let path = self.inside(entry).place().path;
                source.place(path, entry.key_span.clone(), self.spot.written(entry))
            }
            None => self.spot.holder_place(),
        }
    }

    /// Reports every key that nobody asked for, with the nearest that was.
    pub(crate) fn finish(&self, faults: &mut Diagnostics) {
        let asked = self.asked.borrow();
        for entry in self.entries.iter().filter(|entry| !asked.contains(&entry.key.as_str())) {
            let fault = Fault::UnknownKey {
                key: entry.key.clone(),
                near: faults.nearest(&entry.key, asked.iter().copied()),
                known: asked.iter().map(|&key| key.to_owned()).collect(),
            };
            faults.push(fault, self.key_place(&entry.key));
        }
    }

    fn entry(&self, key: &str) -> Option<&'d Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn inside(&self, entry: &'d Entry) -> Spot<'d> {
        Spot { document: self.spot.document, node: &entry.node, holder: Some(entry) }
    }
}
