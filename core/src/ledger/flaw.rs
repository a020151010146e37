use super::{Field, Heading};
use crate::diagnostic::Fault;

/// Where, in the order in which a row is looked at, a fault was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// In a cell, by itself.
    Cell(Heading),
    /// In a cell, beside what the record's earlier rows say.
    Disagreeing(Heading),
    /// The member stands in the record already.
    DuplicateMember,
}

impl Rank {
    /// The column in which it shows.
    pub(super) fn heading(self) -> Heading {
        match self {
            Rank::Cell(heading) | Rank::Disagreeing(heading) => heading,
            Rank::DuplicateMember => Heading::Field(Field::Member),
        }
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone)]
pub(super) struct Flaw {
    pub(super) rank: Rank,
    /// What stands in the cell.
    pub(super) value: String,
    pub(super) fault: Fault,
}

/// The first of the faults of a row, in whatever order they are found.
#[derive(Debug, Clone, Default)]
pub(super) struct First(Option<Flaw>);

impl First {
    pub(super) fn note(&mut self, rank: Rank, value: &str, fault: Fault) {
        if self.0.as_ref().is_none_or(|known| rank < known.rank) {
            self.0 = Some(Flaw { rank, value: value.to_owned(), fault });
        }
    }

    pub(super) fn found(self) -> Option<Flaw> {
        self.0
    }
}
