//! 事项: cases going through the steps of a flow, read from JSON, and how far each has come on a day.

mod progress;
mod rates;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use progress::{MatterRow, MatterState, StepRow, StepState};
pub use rates::{FlowTable, StepRate};

use crate::facts::Facts;
use crate::{Date, EntityKind, Id, Slug};

/// 事项: matters, read and checked. Cheap to clone; the default is none at all.
///
/// They name flows, steps and studios by id, so that they may be audited by another version of the rulebook they were read with.
#[derive(Debug, Clone, Default)]
pub struct Matters(Arc<[Matter]>);

/// One case.
#[derive(Debug)]
struct Matter {
    id: Id,
    flow: Slug,
    studio: Option<Id>,
    opened: Date,
    /// The days on which steps were done.
    done: BTreeMap<Slug, Date>,
}

impl Matters {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How every matter stands on a day, by id. Its flows are the rulebook's, its studios the roster's.
    pub(super) fn rows(&self, facts: &Facts<'_>, day: Date) -> Vec<MatterRow> {
        let row = |matter: &Matter| {
            let flow = facts.rules.flows.iter().find(|flow| flow.id == matter.flow)?;
            let studio = matter.studio.as_ref().and_then(|studio| facts.roster.find(EntityKind::Studio, studio));
            Some(MatterRow::of(matter, flow, studio.map(|studio| facts.roster.named(studio)), day))
        };
        self.0.iter().filter_map(row).collect()
    }
}
