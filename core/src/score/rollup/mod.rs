//! 分组统计: the totals of a board by sector, studio, committee, group, party or class.

mod spread;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::distribution::{Distribution, GradeCount};
use super::grouping::{groups_of, label};
use super::{Board, Scorer, Statement};
use crate::diagnostic::{Diagnostics, Fault, Noun, Place};
use crate::facts::Facts;
use crate::ledger::Columns;
use crate::rulebook::{self, Grouping};
use crate::{Date, EntityKind, Rounding, Slug, Window};
pub use spread::Spread;

/// 分组统计: how the totals and grades of a board lie in each of its groups. Only assessed subjects count; one that belongs to several
/// groups counts in each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rollup {
    /// The rulebook's id.
    pub rulebook: Slug,
    /// The rulebook's title.
    pub rulebook_title: Arc<str>,
    /// The board's id in the rulebook.
    pub board: Slug,
    /// The board's title.
    pub board_title: Arc<str>,
    /// What kind of subject the board assesses.
    pub subject: EntityKind,
    /// What they are grouped by.
    pub by: Grouping,
    /// The days that the board covers.
    pub period: Window,
    /// The day on which was asked who belongs to what.
    pub as_of: Date,
    /// A row for each group, also for those in which nobody is assessed: sectors, committees, groups and studios of the roster by id,
    /// classes as the rulebook lists them, parties by name. At the end those who belong to none, where there are such.
    pub rows: Vec<RollupRow>,
    /// The whole board: every assessed subject once.
    pub whole: RollupRow,
    /// How many belong to several groups and count in each.
    pub several: u32,
}

/// One group of a roll-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RollupRow {
    /// The group's id, of a party its name; none for those who belong to none, and for the whole board.
    pub group: Option<Arc<str>>,
    /// What the group is called; of the whole board its title, nothing for those who belong to none.
    pub label: Arc<str>,
    /// How many assessed subjects there are.
    pub count: u32,
    /// Where their totals lie; none of nobody.
    pub totals: Option<Spread>,
    /// How many have each grade: the grades of the rulebook in its order, those that only a veto gave by label, at the end those whom no
    /// grade fits. Every row has the same ones; none on a board without grades.
    pub grades: Vec<GradeCount>,
}

impl Scorer {
    /// Sums up the totals and grades of a board that this scorer made, group by group. Who belongs to what is asked on the board's `as_of`
    /// day, as for ranks.
    ///
    /// An error says `wrong-subject` where subjects of that kind do not belong to such groups (studios to committees, say; see
    /// [`Grouping::splits`]), and `unknown-reference`, `unknown-member`, `unknown-studio` … where the board is of another rulebook or
    /// roster.
    ///
    /// ```
    /// use lvzhi::{Grouping, Ledger, Period, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员履职积分办法" },
    ///         "kinds": { "proposal": "提案" },
    ///         "board": [{ "id": "member", "title": "委员履职积分", "subject": "member" }],
    ///         "item": [{ "id": "proposal", "label": "提案", "when": { "kind": "proposal" }, "points": 5 }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "sectors": [{ "id": "economy", "name": "经济界" }, { "id": "science", "name": "科技界" }],
    ///         "members": [{ "id": "M1", "sector": "economy" }, { "id": "M2", "sector": "economy" }, { "id": "M3", "sector": "science" }]
    ///     }"#,
    /// )?;
    /// let table = "日期,委员,类型\n2023-03-02,M1,提案\n2023-03-02,M3,提案\n2023-05-04,M3,提案\n";
    /// let (ledger, _) = Ledger::from_csv(table, &rulebook, &roster)?;
    /// let scorer = rulebook.scorer(&roster)?;
    /// let scores = scorer.score(&ledger, "2023".parse::<Period>()?)?;
    /// let rollup = scorer.rollup(&scores.boards[0], Grouping::Sector)?;
    /// let means: Vec<String> = rollup
    ///     .rows
    ///     .iter()
    ///     .chain([&rollup.whole])
    ///     .filter_map(|row| Some(format!("{} {} {}", row.label, row.count, row.totals?.mean)))
    ///     .collect();
    /// assert_eq!(means, ["经济界 2 2.50", "科技界 1 10.00", "委员履职积分 3 5.00"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rollup(&self, board: &Board, by: Grouping) -> Result<Rollup, Diagnostics> {
        let (rules, roster) = (self.rulebook.rules(), &self.roster);
        let known = rules.boards.entries().find(|(_, rule)| rule.id == board.id && rule.subject == board.subject);
        let Some((idx, rule)) = known else {
            let mut faults = Diagnostics::default();
            let near = faults.nearest(&board.id, rules.boards.iter().map(|rule| rule.id.as_str()));
            let fault = Fault::UnknownReference { what: Noun::Board, name: board.id.to_string(), near };
            faults.push(fault, Place::path("board"));
            return Err(faults);
        };
        let mut faults = Diagnostics::default();
        if !by.splits(board.subject) {
            let fault = Fault::WrongSubject { key: by.to_string(), subject: board.subject };
            faults.push(fault, Place::path("by"));
        }
        // Nothing of a ledger is asked.
        let columns = Columns::default();
        let facts = Facts::new(rules, roster, &columns, None);
        let mut groups = Groups::new(&facts, rule, by);
        for statement in board.statements.iter().filter(|statement| statement.assessed) {
            if let Some(subject) = roster.find(board.subject, &statement.id) {
                groups.put(statement, groups_of(&facts, idx, by, subject, board.as_of));
            } else {
                let name = statement.id.to_string();
                let fault = Fault::UnknownEntity { kind: board.subject, name, near: None };
                faults.push(fault, Place::path(format!("board: {} {}", board.subject.word(), statement.id)));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let summing =
            Summing { grades: Distribution::of(board), places: rules.head.decimals, rounding: rules.head.rounding };
        let row = |(id, statements): &(Arc<str>, Vec<&Statement>)| {
            summing.row(Some(id.clone()), label(&facts, idx, by, id), statements)
        };
        if by == Grouping::Party {
            groups.known.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        let mut rows: Vec<RollupRow> = groups.known.iter().map(row).collect();
        if !groups.none.is_empty() {
            rows.push(summing.row(None, "".into(), &groups.none));
        }
        let all: Vec<&Statement> = board.statements.iter().filter(|statement| statement.assessed).collect();
        Ok(Rollup {
            rulebook: rules.head.id.clone(),
            rulebook_title: rules.head.title.clone(),
            board: board.id.clone(),
            board_title: board.title.clone(),
            subject: board.subject,
            by,
            period: board.period,
            as_of: board.as_of,
            rows,
            whole: summing.row(None, board.title.clone(), &all),
            several: groups.several,
        })
    }
}

/// The statements by group, in the order in which groups are listed.
struct Groups<'b> {
    known: Vec<(Arc<str>, Vec<&'b Statement>)>,
    places: BTreeMap<Arc<str>, usize>,
    none: Vec<&'b Statement>,
    several: u32,
}

impl<'b> Groups<'b> {
    /// The groups that there are before anybody is put into them.
    fn new(facts: &Facts<'_>, rule: &rulebook::Board, by: Grouping) -> Self {
        let ids: Vec<Arc<str>> = match by.entities() {
            Some(kind) => {
                facts.by_id(kind).into_iter().map(|entity| facts.roster.id(entity).shared().clone()).collect()
            }
            None if by == Grouping::Class => rule.classes.iter().map(|class| class.id.as_str().into()).collect(),
            None => Vec::new(),
        };
        let places = ids.iter().cloned().zip(0..).collect();
        let known = ids.into_iter().map(|id| (id, Vec::new())).collect();
        Groups { known, places, none: Vec::new(), several: 0 }
    }

    fn put(&mut self, statement: &'b Statement, ids: Vec<Arc<str>>) {
        match ids.len() {
            0 => self.none.push(statement),
            1 => {}
            _ => self.several += 1,
        }
        for id in ids {
            let place = *self.places.entry(id.clone()).or_insert(self.known.len());
            match self.known.get_mut(place) {
                Some((_, statements)) => statements.push(statement),
                None => self.known.push((id, vec![statement])),
            }
        }
    }
}

/// How the rows of one board are made.
struct Summing {
    grades: Distribution,
    places: u8,
    rounding: Rounding,
}

impl Summing {
    fn row(&self, group: Option<Arc<str>>, label: Arc<str>, statements: &[&Statement]) -> RollupRow {
        let totals = statements.iter().map(|statement| statement.total).collect();
        RollupRow {
            group,
            label,
            count: u32::try_from(statements.len()).unwrap_or(u32::MAX),
            totals: Spread::of(totals, self.places, self.rounding),
            grades: self.grades.count(statements),
        }
    }
}
