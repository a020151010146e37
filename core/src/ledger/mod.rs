//! 履职台账: who did what on which day.
//!
//! Two ways in, JSON and flat tables; nothing is lost on either: every row is accepted, or listed with its code in the [`Intake`].

mod columns;

use std::sync::Arc;

pub(crate) use columns::{Columns, FacetColumn, Part, Record, Status};

/// 履职台账: the records and participations of some span of time, read and checked. Cheap to clone.
///
/// It names members, kinds and values by id, so that it may be scored by another version of the rulebook it was read with.
#[derive(Debug, Clone)]
pub struct Ledger(Arc<Columns>);

impl Ledger {
    pub(crate) fn columns(&self) -> &Columns {
        &self.0
    }
}
