use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::statement::{Given, Rank, Statement};
use crate::{Date, EntityKind, Figure, Id, Slug, Window};

/// 积分榜: the result for one kind of subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Board {
    /// The rulebook's title.
    pub rulebook: Arc<str>,
    /// The board's id in the rulebook.
    pub id: Slug,
    /// Its title.
    pub title: Arc<str>,
    /// What kind of subject it assesses.
    pub subject: EntityKind,
    /// The days that the board covers.
    pub period: Window,
    /// The day on which questions were asked.
    pub as_of: Date,
    /// Notices that could not be decided, for the boards of earlier periods were not given; in the order of the rulebook.
    pub missing_history: Vec<Slug>,
    /// The statement of every subject in the roster, by id.
    pub statements: Vec<Statement>,
    /// The board's notices, in the order of the rulebook.
    pub notices: Vec<Given>,
    /// The labels of the board's grades, in the order of the rulebook.
    pub grades: Vec<Arc<str>>,
}

/// One line of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Row<'b> {
    /// The rank, or one for each partition.
    pub rank: &'b Rank,
    /// The subject's id.
    pub id: &'b Id,
    /// The subject's name.
    pub name: &'b str,
    /// The published total.
    pub total: Figure,
    /// The grade, if one fits.
    pub grade: Option<&'b str>,
}

impl Board {
    /// The assessed subjects, best first: by published total, then the `break` figures and id; those of one rank stand together.
    pub fn ranking(&self) -> impl Iterator<Item = Row<'_>> {
        let mut ranked: Vec<&Statement> = self.statements.iter().filter(|statement| statement.assessed).collect();
        let first = |statement: &Statement| match &statement.rank {
            Rank::None => u32::MAX,
            Rank::One(rank) => *rank,
            Rank::Several(ranks) => ranks.values().copied().min().unwrap_or(u32::MAX),
        };
        ranked.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| first(a).cmp(&first(b))));
        ranked.into_iter().map(|statement| Row {
            rank: &statement.rank,
            id: &statement.id,
            name: &statement.name,
            total: statement.total,
            grade: statement.grade.as_ref().map(|grade| &*grade.label),
        })
    }

    /// The statement of one subject.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        // They stand in the order of their ids.
        let place = self.statements.binary_search_by(|statement| statement.id.as_str().cmp(id)).ok()?;
        self.statements.get(place)
    }

    /// Whether the condition of a notice held for a subject in this board's period.
    pub(super) fn held(&self, id: &Id, notice: &Slug) -> bool {
        self.statement(id).is_some_and(|statement| statement.holding.contains(notice))
    }

    /// How many subjects have each grade, in the order of the rulebook's grades and then by label; `None` for those whom no grade fits.
    pub fn distribution(&self) -> Vec<(Option<Arc<str>>, usize)> {
        let mut counts: Vec<(Option<Arc<str>>, usize)> = Vec::new();
        let assessed = self.statements.iter().filter(|statement| statement.assessed);
        for label in assessed.map(|statement| statement.grade.as_ref().map(|grade| &grade.label)) {
            match counts.iter_mut().find(|(known, _)| known.as_ref() == label) {
                Some((_, count)) => *count += 1,
                None => counts.push((label.cloned(), 1)),
            }
        }
        let order = |label: &Option<Arc<str>>| {
            label.as_ref().and_then(|label| self.grades.iter().position(|known| known == label)).unwrap_or(usize::MAX)
        };
        counts.sort_by(|(a, _), (b, _)| {
            order(a).cmp(&order(b)).then_with(|| a.is_none().cmp(&b.is_none())).then_with(|| a.cmp(b))
        });
        counts
    }
}
