//! The library and the second evaluator say the same.

use std::collections::BTreeMap;

use lvzhi::Amount;
use lvzhi::score::Entry;
use lvzhi_conformance::generate::differences;
use proptest::prelude::*;

use crate::{AnyCase, cases, run, statements};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_library_says_what_the_second_evaluator_says(made in AnyCase) {
        let run = run(&made.case)?;
        prop_assert_eq!(differences(&made.case.expectations(), &run.answers()), Vec::<String>::new());
    }

    #[test]
    fn exact_values_agree_to_the_tick(made in AnyCase) {
        let run = run(&made.case)?;
        let ticks = made.case.ticks();
        for (board, statement) in statements(&run) {
            let expected = &ticks[board.id.as_str()][statement.id.as_str()];
            prop_assert_eq!(expected["total"].as_str().unwrap(), statement.exact.ticks().to_string());
            for node in &statement.nodes {
                prop_assert_eq!(expected["nodes"][node.id.as_str()].as_str().unwrap(), node.exact.ticks().to_string(), "{}", node.id);
            }
            let mut counted: BTreeMap<&str, Amount> = BTreeMap::new();
            for line in &statement.lines {
                if let Entry::Record { record, .. } = &line.entry {
                    let sum = counted.entry(record.id.as_str()).or_default();
                    *sum += line.contribution;
                }
            }
            let counted: BTreeMap<&str, String> = counted.into_iter().map(|(id, sum)| (id, sum.ticks().to_string())).collect();
            let expected: BTreeMap<&str, String> =
                expected["counted"].as_object().unwrap().iter().map(|(id, ticks)| (id.as_str(), ticks.as_str().unwrap().to_owned())).collect();
            prop_assert_eq!(counted, expected);
        }
    }
}
