use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::statement::{Given, Rank, Statement};
use crate::{Date, EntityKind, Id, Slug, Window};

/// 积分榜: the result for one kind of subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Board {
    /// The rulebook's id.
    pub rulebook: Slug,
    /// The rulebook's title.
    pub rulebook_title: Arc<str>,
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

impl Board {
    /// The assessed subjects, best first: by published total, then the `break` figures and id; those of one rank stand together.
    pub fn ranking(&self) -> impl Iterator<Item = &Statement> {
        let mut ranked: Vec<&Statement> = self.statements.iter().filter(|statement| statement.assessed).collect();
        let first = |statement: &Statement| match &statement.rank {
            Rank::None => u32::MAX,
            Rank::One(rank) => *rank,
            Rank::Several(ranks) => ranks.values().copied().min().unwrap_or(u32::MAX),
        };
        ranked.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| first(a).cmp(&first(b))));
        ranked.into_iter()
    }

    /// The statement of one subject: found at once where they stand in the order of their ids, as they do when they are made, and found
    /// all the same where they do not.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        let place = self.statements.binary_search_by(|statement| statement.id.as_str().cmp(id)).ok();
        let found = place.and_then(|place| self.statements.get(place));
        found.or_else(|| self.statements.iter().find(|statement| statement.id == *id))
    }

    /// Whether the condition of a notice held for a subject in this board's period.
    pub(super) fn held(&self, id: &Id, notice: &Slug) -> bool {
        self.statement(id).is_some_and(|statement| statement.holding.contains(notice))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Board, Ledger, Period, Roster, Rulebook};

    const RULES: &str = r#"
        [rulebook]
        format = 1
        id = "small"
        title = "办法"
        [kinds]
        visit = "走访"
        violation = "通报"
        [[board]]
        id = "member"
        title = "积分"
        subject = "member"
        [[item]]
        id = "visit"
        label = "走访"
        when = { kind = "visit" }
        points = 5
        [[grade]]
        label = "优秀"
        at_least = 50
        [[grade]]
        label = "称职"
        at_least = 5
        [[veto]]
        label = "通报"
        when = { kind = "violation" }
        grade = "不称职"
    "#;

    fn board(rules: &str) -> Board {
        let rulebook = Rulebook::from_toml(rules).unwrap();
        let roster =
            Roster::from_json(r#"{ "members": [{ "id": "C" }, { "id": "A" }, { "id": "B" }, { "id": "D" }] }"#);
        let roster = roster.unwrap();
        let table = "日期,委员,类型\n2023-03-01,B,走访\n2023-03-02,D,通报\n";
        let (ledger, intake) = Ledger::from_csv(table, &rulebook, &roster).unwrap();
        intake.strict().unwrap();
        let scores = rulebook.scorer(&roster).unwrap().score(&ledger, "2023".parse::<Period>().unwrap()).unwrap();
        scores.board("member").unwrap().clone()
    }

    #[test]
    fn a_ranking_is_of_statements() {
        let board = board(RULES);
        let rows: Vec<String> = board
            .ranking()
            .map(|one| {
                let grade = one.grade.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{} {} {} {grade}", one.rank, one.id, one.total)
            })
            .collect();
        assert_eq!(rows, ["1 B 5.00 称职", "2 A 0.00 ", "2 C 0.00 ", "2 D 0.00 不称职"]);
    }

    #[test]
    fn a_statement_is_found_in_whatever_order_they_stand() {
        let mut board = board(RULES);
        board.statements.reverse();
        for id in ["A", "B", "C", "D"] {
            assert_eq!(board.statement(id).map(|statement| statement.id.as_str()), Some(id));
        }
        assert_eq!(board.statement("E"), None);
    }

    #[test]
    fn grades_that_nobody_has_are_counted_too() {
        let counted = |rules: &str| -> Vec<String> {
            let counts = board(rules).distribution();
            counts.iter().map(|grade| format!("{} {}", grade.label.as_deref().unwrap_or("-"), grade.count)).collect()
        };
        assert_eq!(counted(RULES), ["优秀 0", "称职 1", "不称职 1", "- 2"]);
        let without = &RULES[..RULES.find("[[grade]]").unwrap()];
        assert!(counted(without).is_empty());
    }
}
