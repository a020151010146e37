use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::Diagnostics;
use crate::document::{Fields, Spot, Value};
use crate::ledger::Ledger;
use crate::roster::Roster;
use crate::rulebook::Rulebook;
use crate::score::{Board, Rank, Scorer, Statement};
use crate::{Assessment, Decimal, Figure};

/// What came of one worked example of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Proof {
    /// What the example shows.
    pub label: Arc<str>,
    /// What came out otherwise than the example says.
    pub differences: Vec<Difference>,
    /// What was wrong with its members, its ledger or its period, so that nothing could come out.
    pub faults: Diagnostics,
}

/// One thing that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The way to it: `甲.nodes.proposal`.
    pub path: String,
    /// What the example says.
    pub expected: String,
    /// What came out.
    pub found: String,
}

impl Proof {
    /// Whether the example holds.
    pub fn passed(&self) -> bool {
        self.differences.is_empty() && self.faults.is_empty()
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)?;
        for difference in &self.differences {
            write!(f, "\n  {}: expected {}, found {}", difference.path, difference.expected, difference.found)?;
        }
        for fault in &self.faults {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

impl Rulebook {
    /// Runs the worked examples that the rulebook carries, in its order.
    ///
    /// Whoever and whatever the records and members of an example name, and the example does not list, is made up. Every board that has
    /// a subject must agree with what is expected of it.
    ///
    /// ```
    /// # #[cfg(feature = "gallery")] {
    /// use lvzhi::gallery;
    /// for rulebook in gallery::all() {
    ///     assert!(rulebook.examples().iter().all(|example| example.passed()));
    /// }
    /// # }
    /// ```
    pub fn examples(&self) -> Vec<Proof> {
        let list = Spot::top(&self.rules().document).as_fields().and_then(|top| top.optional("example"));
        let spots = list.map(Spot::list_or_one).unwrap_or_default();
        let examples = self.rules().examples.iter();
        examples
            .filter_map(|example| {
                Some(self.prove(example.label.clone(), example.period.into(), *spots.get(example.place)?))
            })
            .collect()
    }

    fn prove(&self, label: Arc<str>, assessment: Assessment, spot: Spot<'_>) -> Proof {
        let mut faults = Diagnostics::new(self.rules().document.source.clone());
        let differences = self.differences(assessment, spot, &mut faults).unwrap_or_default();
        Proof { label, differences, faults: faults.sorted() }
    }

    fn differences(&self, assessment: Assessment, spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Vec<Difference>> {
        let fields = spot.fields(faults)?;
        let (ledger, expect) = (fields.optional("ledger")?, fields.optional("expect")?);
        let roster = Roster::of_example(&fields, Ledger::named_in_example(ledger), faults)?;
        let (ledger, intake) = Ledger::of_example(ledger, self, &roster, faults)?;
        let scores = intake.strict().and_then(|()| Scorer::unmet(self, &roster).score(&ledger, assessment));
        let scores = scores.map_err(|refused| faults.extend(refused)).ok()?;
        let mut differences = Vec::new();
        for (subject, row) in expect.fields(faults)?.each() {
            let statements: Vec<&Statement> =
                scores.boards.iter().filter_map(|board: &Board| board.statement(subject)).collect();
            if statements.is_empty() {
                differences.push(Difference {
                    path: subject.to_owned(),
                    expected: "a subject of a board".to_owned(),
                    found: "none".to_owned(),
                });
            }
            for statement in statements {
                Row { statement, differences: &mut differences }.compare(subject, &row.fields(faults)?);
            }
        }
        Some(differences)
    }
}

/// The row of one subject on one board, being compared with what is expected of it.
struct Row<'p> {
    statement: &'p Statement,
    differences: &'p mut Vec<Difference>,
}

impl Row<'_> {
    fn compare(&mut self, subject: &str, expected: &Fields<'_>) {
        let statement = self.statement;
        let path = |key: &str| format!("{subject}.{key}");
        for (key, value) in expected.each() {
            match key {
                "total" => self.figure(path(key), value, Some(statement.total)),
                "nodes" => self.table(&path(key), value, statement.nodes.len(), |row, path, id, value| {
                    row.figure(path, value, statement.node(id));
                }),
                "counted" => {
                    let any =
                        statement.lines.iter().any(|line| matches!(line.entry, crate::score::Entry::Record { .. }));
                    self.table(&path(key), value, usize::from(any), |row, path, record, value| {
                        row.figure(path, value, statement.counted(record));
                    });
                }
                "unscored" => self.table(&path(key), value, statement.unscored.len(), |row, path, record, value| {
                    let found = statement.unscored.iter().find(|unlisted| unlisted.record.id == *record);
                    row.text(path, value, found.map(|unlisted| unlisted.reason.as_str()));
                }),
                "rank" => match &statement.rank {
                    Rank::Several(ranks) => {
                        self.table(&path(key), value, ranks.len(), |row, path, partition, value| {
                            row.figure(path, value, ranks.get(partition).map(|&rank| Figure::whole(rank)));
                        });
                    }
                    Rank::One(rank) => self.figure(path(key), value, Some(Figure::whole(*rank))),
                    Rank::None => self.figure(path(key), value, None),
                },
                "grade" => self.text(path(key), value, statement.grade.as_ref().map(|grade| &*grade.label)),
                "notices" => self.list(
                    path(key),
                    value,
                    &statement.notices.iter().map(|notice| notice.id.as_str()).collect::<Vec<_>>(),
                ),
                "left_out" => {
                    self.list(
                        path(key),
                        value,
                        &statement.left_out.iter().map(|grade| &*grade.label).collect::<Vec<_>>(),
                    );
                }
                _ => {}
            }
        }
    }

    /// An object is compared by its named keys; an empty one means empty.
    fn table(
        &mut self,
        path: &str,
        expected: Spot<'_>,
        found: usize,
        mut one: impl FnMut(&mut Self, String, &str, Spot<'_>),
    ) {
        let entries = expected.as_fields().map(|fields| fields.each());
        match entries {
            Some(entries) if entries.is_empty() => {
                self.differ(found == 0, path.to_owned(), "nothing".to_owned(), format!("{found}"));
            }
            Some(entries) => {
                for (key, value) in entries {
                    one(self, format!("{path}.{key}"), key, value);
                }
            }
            None => self.differ(false, path.to_owned(), written(expected), "a table".to_owned()),
        }
    }

    fn figure(&mut self, path: String, expected: Spot<'_>, found: Option<Figure>) {
        let wanted = written(expected);
        let number = wanted.parse::<Decimal>().map(|number| i128::from(number.ten_thousandths())).ok();
        let same = number.is_some() && number == found.map(Figure::ten_thousandths);
        self.differ(same, path, wanted, found.map_or_else(|| "nothing".to_owned(), |figure| figure.to_string()));
    }

    fn text(&mut self, path: String, expected: Spot<'_>, found: Option<&str>) {
        let wanted = written(expected);
        self.differ(found == Some(wanted.as_str()), path, wanted, found.unwrap_or("nothing").to_owned());
    }

    fn list(&mut self, path: String, expected: Spot<'_>, found: &[&str]) {
        let wanted: Vec<String> = expected.list_or_one().into_iter().map(written).collect();
        self.differ(wanted == found, path, wanted.join(", "), found.join(", "));
    }

    fn differ(&mut self, same: bool, path: String, expected: String, found: String) {
        if !same {
            self.differences.push(Difference { path, expected, found });
        }
    }
}

/// A value as it is written.
fn written(spot: Spot<'_>) -> String {
    match &spot.node().value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) => text.clone(),
        _ => spot.place().text,
    }
}
