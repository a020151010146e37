use std::sync::Arc;

use super::{Field, Status};
use crate::arena::Idx;
use crate::rulebook::{Kind, Word};
use crate::{Date, Decimal, Id};

/// A record while its rows come in: what they have said of it so far.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) id: Id,
    pub(super) date: Option<Date>,
    pub(super) kind: Option<Idx<Kind>>,
    /// Whose activity it was: the place in the roster's list, by the columns of [`Field::BODIES`].
    pub(super) bodies: [Option<Idx<Id>>; Field::BODIES.len()],
    pub(super) work: Option<Id>,
    /// By facet of the rulebook; those of participations stay empty.
    pub(super) facets: Vec<Option<Idx<Word>>>,
    /// What is the record's own, not one participant's.
    pub(super) own: Own,
    /// Whether one of its rows is.
    pub(super) refused: bool,
}

impl Draft {
    pub(super) fn new(id: Id, facets: usize) -> Self {
        Draft {
            id,
            date: None,
            kind: None,
            bodies: Default::default(),
            work: None,
            facets: vec![None; facets],
            own: Own::default(),
            refused: false,
        }
    }
}

/// What belongs to one row alone, where stated.
#[derive(Debug, Clone, Default)]
pub(super) struct Own {
    pub(super) quantity: Option<Decimal>,
    pub(super) score: Option<Decimal>,
    pub(super) status: Option<Status>,
    pub(super) note: Option<Arc<str>>,
}

/// A row that came in, whether it is accepted or not.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) record: Idx<Draft>,
    /// The member's place in the roster; none in a row without a member.
    pub(super) member: Option<Idx<Id>>,
    pub(super) own: Own,
}

/// Takes in what a row says; the first to say something holds. Gives back what held before, if this is something else.
pub(super) fn agree<T: PartialEq + Clone>(held: &mut Option<T>, said: Option<T>) -> Option<T> {
    match (&held, &said) {
        (None, _) => {
            *held = said;
            None
        }
        (Some(earlier), Some(now)) if earlier != now => Some(earlier.clone()),
        _ => None,
    }
}
