use std::cell::RefCell;
use std::sync::Arc;

use crate::EntityKind;
use crate::diagnostic::{Diagnostics, Place};
use crate::document::Spot;

/// An entity that a rule names by id. Whether there is such a one is known when the rulebook meets a roster.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) kind: EntityKind,
    pub(crate) id: Arc<str>,
    pub(crate) place: Place,
}

/// The mentions found while reading.
pub(in crate::rulebook) type Mentions = RefCell<Vec<Mention>>;

/// Reads the id of an entity of that kind, and takes note of it.
pub(super) fn mentioned(
    spot: Spot<'_>,
    kind: EntityKind,
    mentions: &Mentions,
    faults: &mut Diagnostics,
) -> Option<Arc<str>> {
    let id: Arc<str> = spot.text(faults)?.into();
    mentions.borrow_mut().push(Mention { kind, id: Arc::clone(&id), place: spot.place() });
    Some(id)
}
