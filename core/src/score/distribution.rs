//! How many have each grade: of a board, and of a group in a roll-up.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Board, Statement};

/// How many have a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GradeCount {
    /// The grade; none for those whom no grade fits.
    pub label: Option<Arc<str>>,
    /// How many have it; 0 where nobody does.
    pub count: u32,
}

/// The grades that are counted on a board: those of its list, then those that only a veto gave, by label, and at the end none; of a board
/// without grades nothing.
pub(super) struct Distribution(Vec<Option<Arc<str>>>);

impl Distribution {
    pub(super) fn of(board: &Board) -> Self {
        let assessed = board.statements.iter().filter(|statement| statement.assessed);
        let mut given: Vec<&Arc<str>> = assessed.filter_map(label).collect();
        given.sort();
        let mut labels: Vec<Option<Arc<str>>> = Vec::new();
        for label in board.grades.iter().chain(given) {
            if !labels.iter().flatten().any(|known| known == label) {
                labels.push(Some(label.clone()));
            }
        }
        if !labels.is_empty() {
            labels.push(None);
        }
        Distribution(labels)
    }

    /// How many of some subjects have each.
    pub(super) fn count(&self, statements: &[&Statement]) -> Vec<GradeCount> {
        let count = |grade: &Option<Arc<str>>| {
            let having = statements.iter().filter(|statement| label(statement) == grade.as_ref());
            GradeCount { label: grade.clone(), count: u32::try_from(having.count()).unwrap_or(u32::MAX) }
        };
        self.0.iter().map(count).collect()
    }
}

fn label(statement: &Statement) -> Option<&Arc<str>> {
    statement.grade.as_ref().map(|grade| &grade.label)
}

impl Board {
    /// How many of the assessed subjects have each grade: the grades of the rulebook in its order, those that only a veto gave by label,
    /// at the end those whom no grade fits; grades that nobody has are there with 0. Nothing on a board without grades.
    pub fn distribution(&self) -> Vec<GradeCount> {
        let assessed: Vec<&Statement> = self.statements.iter().filter(|statement| statement.assessed).collect();
        Distribution::of(self).count(&assessed)
    }
}
