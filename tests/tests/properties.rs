//! What holds of every case there can be: rulebooks, rosters and ledgers made up together, put to the library, and looked at from all sides.
//!
//! `PROPTEST_CASES` says how many cases each property gets; without it there are few, for everyday use.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that meets what it does not expect fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use lvzhi::points::Amount;
use lvzhi::score::{Entry, Rank};
use lvzhi::{
    Board, Date, Decimal, Diagnostics, Figure, Lang, Ledger, Period, Points, Roster, Rounding, Rulebook, Statement,
};
use lvzhi_conformance::generate::{self, Dice, Reduction, Run, differences, written};
use lvzhi_conformance::oracle::Case;
use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use serde_json::{Value, json};

/// So many cases, unless the environment asks for more or fewer.
fn cases(few: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(few);
    let file = FileFailurePersistence::WithSource("proptest-regressions");
    ProptestConfig {
        cases,
        max_shrink_iters: 50_000,
        failure_persistence: Some(Box::new(file)),
        ..ProptestConfig::default()
    }
}

/// A case, with dice for whatever is to be done with it.
#[derive(Clone)]
struct Made {
    case: Case,
    dice: Dice,
}

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", written(&self.case))
    }
}

/// Any case; one that fails is made as small as it can be.
#[derive(Debug)]
struct AnyCase;

struct Shrinking(Reduction, Dice);

impl Strategy for AnyCase {
    type Tree = Shrinking;
    type Value = Made;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let seed = runner.rng().next_u64();
        Ok(Shrinking(Reduction::new(&generate::case(seed)), Dice::new(seed)))
    }
}

impl ValueTree for Shrinking {
    type Value = Made;

    fn current(&self) -> Made {
        Made { case: self.0.tried(), dice: self.1.clone() }
    }

    fn simplify(&mut self) -> bool {
        self.0.shrink()
    }

    fn complicate(&mut self) -> bool {
        self.0.grow()
    }
}

/// What the library makes of a case that it must take, every row of it.
fn run(case: &Case) -> Result<Run, TestCaseError> {
    let run = Run::of(case).map_err(|refused| TestCaseError::fail(format!("refused: {refused}")))?;
    prop_assert!(run.intake.refused.is_empty(), "rows refused: {:?}", run.intake.refused);
    Ok(run)
}

fn statements(run: &Run) -> impl Iterator<Item = (&Board, &Statement)> {
    run.scores.boards.iter().flat_map(|board| board.statements.iter().map(move |statement| (board, statement)))
}

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
                    *sum = *sum + line.contribution;
                }
            }
            let counted: BTreeMap<&str, String> = counted.into_iter().map(|(id, sum)| (id, sum.ticks().to_string())).collect();
            let expected: BTreeMap<&str, String> =
                expected["counted"].as_object().unwrap().iter().map(|(id, ticks)| (id.as_str(), ticks.as_str().unwrap().to_owned())).collect();
            prop_assert_eq!(counted, expected);
        }
    }

    #[test]
    fn lines_add_up_to_the_total(made in AnyCase) {
        for (_, statement) in statements(&run(&made.case)?) {
            let sum: Amount = statement.lines.iter().map(|line| line.contribution).sum();
            prop_assert_eq!(sum, statement.exact);
            prop_assert_eq!(statement.published(sum), statement.total);
            for line in statement.lines.iter().filter(|line| line.factors.is_empty() && !matches!(line.entry, Entry::Floor)) {
                let cut: Amount = line.cuts.iter().map(|cut| cut.amount).sum();
                prop_assert_eq!(line.value - cut, line.contribution, "{:?}", line);
            }
            for node in &statement.nodes {
                prop_assert_eq!(statement.published(node.exact), node.figure);
            }
        }
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
            if board.subject == lvzhi::EntityKind::Member {
                let there: BTreeSet<&str> = in_lines.union(&unscored).copied().collect();
                let own = accepted.iter().filter(|(_, member)| *member == statement.id.as_str());
                prop_assert_eq!(there, own.map(|(record, _)| record.as_str()).collect());
            }
        }
    }

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

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn numbers_read_as_they_print(count in -9_000_000_000_000_000_000_i64.., ticks: i128, places in 0_u8..5) {
        let decimal = Decimal::from_ten_thousandths(count);
        let amount = Amount::from_ticks(ticks >> 20);
        same(decimal)?;
        same(amount)?;
        same(Amount::from(decimal))?;
        same::<Points>(amount.clamped())?;
        for rounding in [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down] {
            // As large as points can be, and then some.
            same(Figure::of(Amount::from_ticks(i128::from(count)), places, rounding))?;
            same(Figure::of(Amount::from_ticks(ticks >> 40), places, rounding))?;
        }
    }

    #[test]
    fn days_and_periods_read_as_they_print(year in 1900_i32..2200, month in 1_u32..13, day in 1_u32..32, later in 0_u32..4000) {
        let Some(day) = Date::new(year, month, day) else { return Ok(()) };
        same(day)?;
        let quarter = month.div_ceil(3);
        for text in [format!("{year}"), format!("{year}-H{}", month.div_ceil(6)), format!("{year}-Q{quarter}"), format!("{year}-{month:02}")] {
            let period: Period = text.parse().unwrap();
            prop_assert_eq!(period.to_string(), text);
            same(period)?;
            let window = period.window(None).unwrap();
            prop_assert!(window.contains(Date::new(year, month, 1).unwrap()));
            same(Period::from(window))?;
        }
        same(Period::Term)?;
        let last = Date::new(2199, 12, 31).unwrap();
        same(Period::from(lvzhi::Window { from: day, to: day.plus_days(later).min(last) }))?;
    }
}

/// A value is what its text says, bare and in JSON.
fn same<T>(value: T) -> Result<(), TestCaseError>
where
    T: std::str::FromStr + fmt::Display + fmt::Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned,
    T::Err: fmt::Debug,
{
    let text = value.to_string();
    prop_assert_eq!(&text.parse::<T>().unwrap(), &value, "{}", text);
    let json = serde_json::to_string(&value).unwrap();
    prop_assert_eq!(&json, &format!("\"{text}\""));
    prop_assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    Ok(())
}

/// What was read; or the faults, of which there must be some, each with its sentences.
fn said<T>(read: Result<T, Diagnostics>) -> Result<Option<T>, TestCaseError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in faults.iter() {
                prop_assert!(!fault.to_string().contains('\n'), "{}", fault);
            }
            Ok(None)
        }
    }
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

fn shuffle(dice: &mut Dice, value: &mut Value) {
    if let Value::Array(list) = value {
        dice.shuffle(list);
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
        .filter(|statement| statement.left_out.iter().any(|grade| &**grade == label))
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
