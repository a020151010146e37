use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::ByKind;
use crate::EntityKind;

/// What a text means among the entities of one kind: an id, or the name that one of them alone has. An id goes before a name.
#[derive(Debug, Default)]
pub(crate) struct Lookup(ByKind<HashMap<Arc<str>, Meaning>>);

#[derive(Debug, Clone, Copy)]
enum Meaning {
    Id(usize),
    Name(usize),
    /// Several entities have this name.
    Names,
}

/// Why a text means no entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unresolved {
    /// No entity has it as an id or a name.
    Unknown,
    /// Several entities have it as their name, and none as its id.
    Ambiguous,
}

impl Lookup {
    /// Takes in an id; false if the kind has it already.
    pub(super) fn add_id(&mut self, kind: EntityKind, id: &str, place: usize) -> bool {
        !matches!(self.0.of_mut(kind).insert(id.into(), Meaning::Id(place)), Some(Meaning::Id(_)))
    }

    /// Takes in a name, once the ids are in.
    pub(super) fn add_name(&mut self, kind: EntityKind, name: &Arc<str>, place: usize) {
        match self.0.of_mut(kind).entry(name.clone()) {
            Entry::Vacant(free) => {
                free.insert(Meaning::Name(place));
            }
            Entry::Occupied(mut taken) => {
                if matches!(taken.get(), Meaning::Name(_)) {
                    taken.insert(Meaning::Names);
                }
            }
        }
    }

    /// The place of the entity that has the id.
    pub(super) fn find(&self, kind: EntityKind, id: &str) -> Option<usize> {
        match self.0.of(kind).get(id)? {
            Meaning::Id(place) => Some(*place),
            Meaning::Name(_) | Meaning::Names => None,
        }
    }

    /// The place of the entity that has the text as its id, or alone as its name.
    pub(super) fn resolve(&self, kind: EntityKind, text: &str) -> Result<usize, Unresolved> {
        match self.0.of(kind).get(text) {
            Some(Meaning::Id(place) | Meaning::Name(place)) => Ok(*place),
            Some(Meaning::Names) => Err(Unresolved::Ambiguous),
            None => Err(Unresolved::Unknown),
        }
    }
}
