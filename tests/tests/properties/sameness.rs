//! The same, said in another order or another form, comes to the same.

use lvzhi::{Amount, Ledger, Rulebook};
use lvzhi_conformance::generate::{self, Dice, Run, differences};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{AnyCase, Made, cases, run, statements};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn order_does_not_matter(made in AnyCase) {
        let Made { mut case, mut dice } = made;
        for (nth, record) in (0..).zip(case.ledger.as_array_mut().unwrap()) {
            // What has no id is called by its place, which is about to change.
            let record = record.as_object_mut().unwrap();
            record.entry("id").or_insert_with(|| json!(format!("X{nth}")));
        }
        let before = run(&case)?;
        shuffle(&mut dice, &mut case.ledger);
        for record in case.ledger.as_array_mut().unwrap() {
            record.get_mut("by").into_iter().for_each(|by| shuffle(&mut dice, by));
        }
        for entities in case.roster.as_object_mut().unwrap().values_mut() {
            shuffle(&mut dice, entities);
            for entity in entities.as_array_mut().unwrap() {
                for key in ["committees", "groups", "posts", "tags", "checks", "sector", "party"] {
                    entity.get_mut(key).into_iter().for_each(|values| shuffle(&mut dice, values));
                }
            }
        }
        let after = run(&case)?;
        prop_assert_eq!(serde_json::to_string(&before.scores).unwrap(), serde_json::to_string(&after.scores).unwrap());
        prop_assert_eq!(differences(&before.answers(), &after.answers()), Vec::<String>::new());
    }

    #[test]
    fn a_long_period_is_the_sum_of_its_slices(made in AnyCase) {
        let mut case = made.case;
        case.rulebook["rulebook"]["period"] = json!("quarter");
        case.as_of = None;
        let slices = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"].map(|quarter| {
            case.period = json!(quarter);
            run(&case).map(|run| run.scores)
        });
        let slices = slices.into_iter().collect::<Result<Vec<_>, _>>()?;
        case.period = json!("2023");
        for (board, statement) in statements(&run(&case)?) {
            let parts = || slices.iter().map(|slice| slice.board(&board.id).unwrap().statement(&statement.id).unwrap());
            prop_assert_eq!(parts().map(|part| part.exact).sum::<Amount>(), statement.exact);
            for (nth, node) in statement.nodes.iter().enumerate() {
                prop_assert_eq!(parts().map(|part| part.nodes[nth].exact).sum::<Amount>(), node.exact, "{}", node.id);
            }
        }
    }

    #[test]
    fn toml_and_json_are_two_ways_to_say_the_same(made in AnyCase) {
        let Made { case, mut dice } = made;
        let text = generate::toml(&mut dice, &case.rulebook);
        let rulebook = Rulebook::from_toml(&text).map_err(|refused| TestCaseError::fail(format!("{refused}\n{text}")))?;
        let written = Run::by(&rulebook, &case).map_err(|refused| TestCaseError::fail(format!("refused: {refused}")))?;
        prop_assert_eq!(written.scores, run(&case)?.scores);
        prop_assert_eq!(written.audit, run(&case)?.audit);
    }

    #[test]
    fn a_table_says_the_same_as_json(made in AnyCase) {
        let Made { mut case, mut dice } = made;
        let parts = case.ledger.as_array().into_iter().flatten().filter_map(|record| record["by"].as_array()).flatten();
        prop_assume!(parts.into_iter().all(|part| part["member"].is_string()), "a table has one row for all who are nobody");
        generate::flatten(&mut case.ledger);
        let table = generate::csv(&mut dice, &case.ledger, &case.rulebook);
        let rulebook = Rulebook::from_json(&case.rulebook.to_string()).expect("it is valid");
        let written = Run::with(&rulebook, &case, |roster| Ledger::from_csv(table.as_bytes(), &rulebook, roster));
        let written = written.map_err(|refused| TestCaseError::fail(format!("{refused}\n{table}")))?;
        prop_assert!(written.intake.refused.is_empty(), "{:?}\n{}", written.intake.refused, table);
        let json = run(&case)?;
        prop_assert_eq!(differences(&json.answers(), &written.answers()), Vec::<String>::new(), "{}", table);
        prop_assert_eq!(json.scores, written.scores);
    }
}

fn shuffle(dice: &mut Dice, value: &mut Value) {
    if let Value::Array(list) = value {
        dice.shuffle(list);
    }
}
