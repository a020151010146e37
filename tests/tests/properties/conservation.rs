//! Nothing is lost: no row, no participation, no tick.

use std::collections::BTreeSet;

use lvzhi::score::Entry;
use lvzhi::{Amount, EntityKind, Roster};
use lvzhi_conformance::generate::{self, Run};
use lvzhi_conformance::oracle::Case;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{AnyCase, Made, cases, run, statements};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn lines_add_up_to_the_total(made in AnyCase) {
        for (_, statement) in statements(&run(&made.case)?) {
            let sum: Amount = statement.lines.iter().map(|line| line.contribution).sum();
            prop_assert_eq!(sum, statement.exact);
            prop_assert_eq!(statement.published(sum), statement.total);
            for line in statement.lines.iter().filter(|line| line.factors.is_empty() && !matches!(line.entry, Entry::Floor { .. })) {
                let cut: Amount = line.cuts.iter().map(|cut| cut.amount).sum();
                prop_assert_eq!(line.value - cut, line.contribution, "{:?}", line);
            }
            for node in &statement.nodes {
                prop_assert_eq!(statement.published(node.exact), node.figure);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(made in AnyCase) {
        let run = run(&made.case)?;
        prop_assert_eq!(&read_back(&run.scores), &run.scores);
        prop_assert_eq!(&read_back(&run.audit), &run.audit);
        let day = run.scores.as_of;
        let roster = Roster::from_json(&made.case.roster.to_string()).unwrap();
        let (coverage, changes) = (roster.coverage(day), roster.changes(run.scores.period.from, day));
        prop_assert_eq!(&read_back(&coverage), &coverage);
        prop_assert_eq!(&read_back(&changes), &changes);
    }

    #[test]
    fn every_row_is_accepted_or_refused_and_every_part_has_one_place(made in AnyCase) {
        let Made { mut case, mut dice } = made;
        if dice.between(0, 2) > 0 {
            generate::spoil_rows(&mut dice, &mut case.ledger);
        }
        let run = Run::of(&case).map_err(|refused| TestCaseError::fail(format!("refused: {refused}")))?;
        let rows = rows(&case);
        prop_assert_eq!(run.intake.rows(), rows.len() as u64);
        let refused: BTreeSet<u64> = run.intake.refused.iter().map(|refusal| refusal.row).collect();
        prop_assert_eq!(refused.len(), run.intake.refused.len());
        let accepted: BTreeSet<(String, String)> =
            rows.into_iter().filter(|(row, ..)| !refused.contains(row)).filter_map(|(_, record, member)| Some((record, member?))).collect();
        for (board, statement) in statements(&run) {
            let in_lines: BTreeSet<&str> = statement.lines.iter().flat_map(records).collect();
            let unscored: BTreeSet<&str> = statement.unscored.iter().map(|unlisted| unlisted.record.id.as_str()).collect();
            prop_assert_eq!(unscored.len(), statement.unscored.len(), "unscored twice");
            prop_assert!(in_lines.is_disjoint(&unscored), "scored and unscored");
            if board.subject == EntityKind::Member {
                let there: BTreeSet<&str> = in_lines.union(&unscored).copied().collect();
                let own = accepted.iter().filter(|(_, member)| *member == statement.id.as_str());
                prop_assert_eq!(there, own.map(|(record, _)| record.as_str()).collect());
            }
        }
    }
}

/// What comes of writing something as JSON and reading it again.
fn read_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

/// The records that stand in a line.
fn records(line: &lvzhi::score::Line) -> Vec<&str> {
    match &line.entry {
        Entry::Record { record, .. } => vec![record.id.as_str()],
        Entry::Count { records, .. } => records.iter().map(|record| record.id.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The rows of a ledger with the ids of their records and members.
fn rows(case: &Case) -> Vec<(u64, String, Option<String>)> {
    let mut rows = Vec::new();
    for record in case.ledger.as_array().unwrap() {
        let first = rows.len() + 1;
        let id = record["id"].as_str().map_or_else(|| format!("row-{first}"), str::to_owned);
        let by = record["by"].as_array().filter(|by| !by.is_empty());
        let members = by.map_or_else(
            || vec![None],
            |by| by.iter().map(|part| part["member"].as_str().map(|member| member_id(case, member))).collect(),
        );
        rows.extend((first as u64..).zip(members).map(|(row, member)| (row, id.clone(), member)));
    }
    rows
}

/// The id of a member who is written by id or name.
fn member_id(case: &Case, written: &str) -> String {
    let members = || case.roster["members"].as_array().unwrap().iter();
    let found =
        members().find(|member| member["id"] == written).or_else(|| members().find(|member| member["name"] == written));
    found.map_or(written, |member| member["id"].as_str().unwrap()).to_owned()
}
