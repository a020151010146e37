//! Whatever is put in, something is answered.

use lvzhi::{Diagnostics, Lang, Ledger, Period, Roster, Rulebook};
use lvzhi_conformance::generate::{self, Dice, Run};
use proptest::prelude::*;

use crate::{AnyCase, cases, run};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_comes_out_can_be_said(made in AnyCase) {
        let scores = run(&made.case)?.scores;
        for lang in [Lang::Zh, Lang::En] {
            for board in &scores.boards {
                board.to_text(lang);
                board.to_markdown(lang);
                board.to_html(lang);
                board.to_csv(lang);
                board.statements_to_html(lang);
                for statement in &board.statements {
                    prop_assert!(statement.to_text(lang).contains(&statement.total.to_string()));
                    statement.to_markdown(lang);
                    statement.to_html(lang);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn spoilt_documents_are_borne(seed: u64) {
        let (mut case, mut dice) = (generate::case(seed), Dice::new(!seed));
        for document in [&mut case.rulebook, &mut case.roster, &mut case.ledger, &mut case.matters, &mut case.period] {
            if dice.between(0, 4) == 0 {
                generate::spoil(&mut dice, document);
            }
        }
        drop(Run::of(&case));
    }

    #[test]
    fn garbled_texts_are_borne(seed: u64) {
        let (case, mut dice) = (generate::case(seed), Dice::new(!seed));
        let toml = generate::toml(&mut dice, &case.rulebook);
        let sound = (Rulebook::from_json(&case.rulebook.to_string()).expect("it is valid"), Roster::from_json(&case.roster.to_string()).expect("it is valid"));
        said(Rulebook::from_toml(&generate::garble(&mut dice, &toml)))?;
        said(Rulebook::from_json(&generate::garble(&mut dice, &case.rulebook.to_string())))?;
        if let Some(roster) = said(Roster::from_json(&generate::garble(&mut dice, &case.roster.to_string())))? {
            drop(sound.0.scorer(&roster));
        }
        said(Ledger::from_json(&generate::garble(&mut dice, &case.ledger.to_string()), &sound.0, &sound.1))?;
        said(Period::from_json(&generate::garble(&mut dice, &case.period.to_string())))?;
        let table = "record,date,member,kind,quantity,role\nR1,2023-03-02,M1,meeting,\"2\",lead\nR1,2023/3/2,M2,meeting,0.5,\n,2023-04-01,M1,proposal,,\n";
        said(Ledger::from_csv(generate::garble(&mut dice, table).as_bytes(), &sound.0, &sound.1))?;
    }
}

/// What was read; or the faults, of which there must be some, each with its sentences.
fn said<T>(read: Result<T, Diagnostics>) -> Result<Option<T>, TestCaseError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!(!fault.to_string().contains('\n'), "{}", fault);
            }
            Ok(None)
        }
    }
}
