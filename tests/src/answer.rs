use std::collections::BTreeMap;

use lvzhi::{Assessment, Board, Diagnostics, Intake, Ledger, Matters, Period, Roster, Rulebook, Scores, Statement};
use serde_json::{Map, Value, json};

use crate::vector::{Document, Vector};

/// What a vector may expect.
pub(crate) const KEYS: [&str; 12] =
    ["boards", "duties", "bounds", "standards", "lifecycle", "matters", "intake", "lint", "missing_history", "examples", "audit", "error"];

/// Runs a vector through the library: what came out, under the keys of `expect`. An error where something was refused that should not have been.
pub(crate) fn answer(vector: &Vector) -> Result<BTreeMap<String, Value>, String> {
    let mut answer = BTreeMap::new();
    let refused = match run(vector, &mut answer)? {
        Ok(()) => Diagnostics::default(),
        Err(refused) => refused,
    };
    match vector.expect.get("error") {
        Some(expected) => {
            answer.insert("error".to_owned(), error(expected, &refused));
        }
        None if !refused.is_empty() => return Err(format!("refused: {refused}")),
        None => {}
    }
    Ok(answer)
}

/// The fault that was expected, where one is like it; else all that were found.
fn error(expected: &Value, refused: &Diagnostics) -> Value {
    let like = |fault: &Value| {
        let mut differences = Vec::new();
        crate::compare::compare("error", expected, fault, &mut differences);
        differences.is_empty()
    };
    let faults = refused.iter().map(|fault| json!({ "code": fault.code(), "line": fault.place().line, "text": fault.place().text }));
    let faults: Vec<Value> = faults.collect();
    faults.iter().find(|fault| like(fault)).cloned().unwrap_or(Value::Array(faults))
}

/// The outer error is the vector's own, the inner one what the library refused.
fn run(vector: &Vector, answer: &mut BTreeMap<String, Value>) -> Result<Result<(), Diagnostics>, String> {
    let inputs = &vector.inputs;
    let json = |raw: &Option<Box<serde_json::value::RawValue>>, empty: &str| match raw {
        None => Ok(empty.to_owned()),
        Some(raw) => match vector.document(raw)? {
            Document::Json(text) => Ok(text),
            Document::Toml(_) | Document::Csv(_) => Err("this document must be JSON".to_owned()),
        },
    };
    macro_rules! accepted {
        ($result:expr) => {
            match $result {
                Ok(value) => value,
                Err(refused) => return Ok(Err(refused)),
            }
        };
    }

    let rulebook = inputs.rulebook.as_deref().ok_or("a vector needs a rulebook")?;
    let rulebook = accepted!(match vector.document(rulebook)? {
        Document::Toml(text) => Rulebook::from_toml(&text),
        Document::Json(text) => Rulebook::from_json(&text),
        Document::Csv(_) => return Err("a rulebook is no table".to_owned()),
    });
    if vector.expect.contains_key("examples") {
        answer.insert("examples".to_owned(), examples(&rulebook));
    }
    let roster = accepted!(Roster::from_json(&json(&inputs.roster, "{}")?));
    let scorer = accepted!(rulebook.scorer(&roster));
    let read = match inputs.ledger.as_deref().map(|raw| vector.document(raw)).transpose()? {
        None => Ledger::from_json("[]", &rulebook, &roster),
        Some(Document::Json(text)) => Ledger::from_json(&text, &rulebook, &roster),
        Some(Document::Csv(bytes)) => Ledger::from_csv(&bytes, &rulebook, &roster),
        Some(Document::Toml(_)) => return Err("a ledger is no TOML".to_owned()),
    };
    let (ledger, intake) = accepted!(read);
    answer.insert("intake".to_owned(), self::intake(&intake));
    let matters = accepted!(Matters::from_json(&json(&inputs.matters, "[]")?, &rulebook, &roster));
    if vector.expect.contains_key("error") {
        // Nothing else was refused: the strict reading of the ledger may be.
        if let Err(refused) = intake.strict() {
            return Ok(Err(refused));
        }
    }
    let Some(period) = &inputs.period else { return Ok(Ok(())) };
    let mut assessment = Assessment::of(accepted!(self::period(period)?));
    for earlier in &inputs.history {
        let earlier = Assessment::of(accepted!(self::period(earlier)?));
        assessment = assessment.after(accepted!(scorer.score(&ledger, earlier)));
    }
    if let Some(day) = &inputs.as_of {
        assessment = assessment.as_of(day.parse().map_err(|error| format!("as_of: {error}"))?);
    }
    let audit = accepted!(scorer.audit(&ledger, &matters, assessment.clone()));
    let scores = accepted!(scorer.score(&ledger, assessment));
    answer.insert("boards".to_owned(), boards(&scores));
    let missing = scores.boards.iter().flat_map(|board| &board.missing_history);
    answer.insert("missing_history".to_owned(), json!(missing.collect::<Vec<_>>()));
    answer.extend(crate::audit::answers(&audit));
    Ok(Ok(()))
}

fn period(value: &Value) -> Result<Result<Period, Diagnostics>, String> {
    Ok(Period::from_json(&value.to_string()))
}

fn examples(rulebook: &Rulebook) -> Value {
    let failed: Vec<String> = rulebook.examples().into_iter().filter(|example| !example.passed()).map(|example| example.to_string()).collect();
    if failed.is_empty() { json!("pass") } else { json!(failed) }
}

fn intake(intake: &Intake) -> Value {
    let refused: Vec<Value> = intake.refused.iter().map(|refusal| json!({ "row": refusal.row, "code": refusal.code() })).collect();
    json!({ "accepted": intake.accepted, "refused": refused })
}

pub(crate) fn boards(scores: &Scores) -> Value {
    let board = |board: &Board| {
        let subjects: Map<String, Value> = board.statements.iter().map(|statement| (statement.id.to_string(), subject(statement))).collect();
        (board.id.to_string(), Value::Object(subjects))
    };
    Value::Object(scores.boards.iter().map(board).collect())
}

fn subject(statement: &Statement) -> Value {
    let nodes: Map<String, Value> = statement.nodes.iter().map(|node| (node.id.to_string(), json!(node.figure))).collect();
    let unscored: Map<String, Value> =
        statement.unscored.iter().map(|unlisted| (unlisted.record.id.to_string(), json!(unlisted.reason))).collect();
    let counted = statement.lines.iter().filter_map(|line| match &line.entry {
        lvzhi::score::Entry::Record { record, .. } => Some((record.id.to_string(), json!(statement.counted(&record.id)))),
        _ => None,
    });
    json!({
        "total": statement.total,
        "rank": statement.rank,
        "grade": statement.grade.as_ref().map(|grade| &grade.label),
        "nodes": nodes,
        "notices": statement.notices.iter().map(|notice| &notice.id).collect::<Vec<_>>(),
        "unscored": unscored,
        "counted": counted.collect::<Map<_, _>>(),
        "left_out": statement.left_out,
    })
}
