use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Entity, Roster};
use crate::diagnostic::{Diagnostics, Fault, Place, nearest};
use crate::{EntityKind, EntityRef, Id};

/// An entity in an answer: what it is, its id, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Named {
    /// What it is.
    pub kind: EntityKind,
    /// Its id, unique within the kind.
    pub id: Id,
    /// Its name; the id where it has none.
    pub name: Arc<str>,
}

impl Named {
    /// By which to ask on.
    pub fn entity(&self) -> EntityRef {
        EntityRef { kind: self.kind, id: self.id.clone() }
    }
}

impl Roster {
    pub(crate) fn named(&self, entity: Entity) -> Named {
        Named { kind: entity.kind, id: self.id(entity).clone(), name: self.name(entity).clone() }
    }

    /// The entity of that id; where there is none, `unknown-member`, `unknown-studio` … with the id that was meant: that of the entity
    /// whose name was given, else the one that is spelt most like it.
    pub(super) fn known(&self, kind: EntityKind, id: &str) -> Result<Entity, Diagnostics> {
        self.find(kind, id).ok_or_else(|| {
            let meant = self.resolve(kind, id).ok().map(|entity| self.id(entity).to_string());
            let near = meant.or_else(|| nearest(id, self.ids(kind).map(Id::as_str)));
            let mut faults = Diagnostics::default();
            faults.push(Fault::UnknownEntity { kind, name: id.to_owned(), near }, Place::default());
            faults
        })
    }
}
