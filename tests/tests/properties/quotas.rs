//! Quotas are kept.

use lvzhi::score::Rank;
use lvzhi::{Board, Decimal, Figure, Statement};
use lvzhi_conformance::oracle::Case;
use proptest::prelude::*;
use serde_json::Value;

use crate::{AnyCase, cases, run};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn quotas_are_filled_and_never_overfull(made in AnyCase) {
        let run = run(&made.case)?;
        for grade in made.case.rulebook["grade"].as_array().into_iter().flatten() {
            if grade["quota"].is_object() && grade["quota"]["among"].is_null() {
                for board in &run.scores.boards {
                    if grade["board"].is_null() || grade["board"] == board.id.as_str() {
                        quota(&made.case, board, grade)?;
                    }
                }
            }
        }
    }
}

/// The seats of a grade on a whole board are not overdrawn, and nobody is left out while there is room.
fn quota(case: &Case, board: &Board, grade: &Value) -> Result<(), TestCaseError> {
    let quota = &grade["quota"];
    let label = grade["label"].as_str().unwrap();
    let number = |value: &Value| {
        value.as_str().map_or_else(|| value.to_string(), str::to_owned).parse::<Decimal>().unwrap().ten_thousandths()
    };
    let ranked = board.statements.iter().filter(|statement| !matches!(statement.rank, Rank::None)).count();
    let ranked = i64::try_from(ranked).unwrap();
    let seats = if quota["share"].is_null() {
        number(&quota["count"]) / 10_000
    } else {
        number(&quota["share"]) * ranked / 10_000
    };
    let table =
        case.rulebook["board"].as_array().unwrap().iter().find(|table| table["id"] == board.id.as_str()).unwrap();
    let breaks: Vec<&str> = match &table["rank"]["break"] {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let standing = |statement: &Statement| -> Vec<Figure> {
        std::iter::once(statement.total).chain(breaks.iter().map(|node| statement.node(node).unwrap())).collect()
    };
    let has =
        |statement: &&Statement| statement.grade.as_ref().is_some_and(|grade| &*grade.label == label && !grade.by_veto);
    let admitted: Vec<_> = board.statements.iter().filter(has).map(standing).collect();
    let left: Vec<_> = board
        .statements
        .iter()
        .filter(|statement| statement.left_out.iter().any(|grade| &*grade.label == label))
        .map(standing)
        .collect();
    let count =
        |list: &[Vec<Figure>], of: &Vec<Figure>| i64::try_from(list.iter().filter(|one| *one == of).count()).unwrap();
    let taken = i64::try_from(admitted.len()).unwrap();
    let last = admitted.iter().min().map_or(0, |last| count(&admitted, last));
    let ties_in = quota["ties"] == "in";
    prop_assert!(taken <= seats || ties_in && taken - last < seats, "{taken} of {seats} seats taken");
    if let Some(best) = left.iter().max() {
        prop_assert!(admitted.iter().all(|one| one > best), "one left out stands as high as one admitted");
        prop_assert!(
            taken + count(&left, best) > seats && (!ties_in || taken >= seats),
            "left out with {taken} of {seats} seats taken"
        );
    }
    Ok(())
}
