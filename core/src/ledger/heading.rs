use crate::arena::Idx;
use crate::field::Field;
use crate::rulebook::Facet;

/// What a column is of: something every ledger has, or a facet of the rulebook. Ordered as a row is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Heading {
    Field(Field),
    Facet(Idx<Facet>),
}
