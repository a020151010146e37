use std::collections::BTreeMap;

use lvzhi::{
    Assessment, Board, Diagnostic, Diagnostics, Intake, Ledger, Matters, Period, Roster, Rulebook, Scores, Statement,
};
use serde_json::{Map, Value, json};

use crate::vector::{Document, Vector};

/// What a vector may expect.
pub(crate) const KEYS: [&str; 12] = [
    "boards",
    "duties",
    "bounds",
    "standards",
    "lifecycle",
    "matters",
    "intake",
    "lint",
    "missing_history",
    "examples",
    "audit",
    "error",
];

/// What is answered by the rulebook alone.
const OF_RULEBOOK: [&str; 2] = ["lint", "examples"];

/// Runs a vector through the library: what came out, under the keys of `expect`. An error where something was refused that should not have been.
pub(crate) fn answer(vector: &Vector) -> Result<BTreeMap<String, Value>, String> {
    let mut answer = BTreeMap::new();
    let mut refused = Vec::new();
    run(vector, &mut answer, &mut refused)?;
    match vector.expect.get("error") {
        Some(expected) => {
            answer.insert("error".to_owned(), error(expected, &refused));
        }
        None if !refused.is_empty() => {
            let faults = refused.iter().flatten().map(ToString::to_string);
            return Err(format!("refused: {}", faults.collect::<Vec<_>>().join("; ")));
        }
        None => {}
    }
    Ok(answer)
}

/// The fault that was expected, where one is like it; else all that were found.
fn error(expected: &Value, refused: &[Diagnostics]) -> Value {
    let like = |fault: &Value| {
        let mut differences = Vec::new();
        crate::compare::compare("error", expected, fault, &mut differences);
        differences.is_empty()
    };
    let fault =
        |fault: &Diagnostic| json!({ "code": fault.code(), "line": fault.place().line, "text": fault.place().text });
    let faults: Vec<Value> = refused.iter().flatten().map(fault).collect();
    faults.iter().find(|fault| like(fault)).cloned().unwrap_or(Value::Array(faults))
}

/// The error is the vector's own; what the library refuses is kept. What does not hang on what was refused is asked all the same, since the
/// fault that is expected may have others beside it.
fn run(vector: &Vector, answer: &mut BTreeMap<String, Value>, refused: &mut Vec<Diagnostics>) -> Result<(), String> {
    let inputs = &vector.inputs;
    let json = |raw: &Option<Box<serde_json::value::RawValue>>, empty: &str| match raw {
        None => Ok(empty.to_owned()),
        Some(raw) => match vector.document(raw)? {
            Document::Json(text) => Ok(text),
            Document::Toml(_) | Document::Csv(_) => Err("this document must be JSON".to_owned()),
        },
    };

    let rulebook = inputs.rulebook.as_deref().ok_or("a vector needs a rulebook")?;
    let rulebook = match vector.document(rulebook)? {
        Document::Toml(text) => Rulebook::from_toml(&text),
        Document::Json(text) => Rulebook::from_json(&text),
        Document::Csv(_) => return Err("a rulebook is no table".to_owned()),
    };
    let rulebook = kept(rulebook, refused);
    if let Some(rulebook) = rulebook.as_ref().filter(|_| vector.expect.contains_key("examples")) {
        answer.insert("examples".to_owned(), examples(rulebook));
    }
    if vector.expect.keys().all(|key| OF_RULEBOOK.contains(&key.as_str())) {
        return Ok(());
    }
    let roster = kept(Roster::from_json(&json(&inputs.roster, "{}")?), refused);
    let period = inputs.period.as_ref().and_then(|value| kept(period(value), refused));
    let history: Vec<Period> = inputs.history.iter().filter_map(|value| kept(self::period(value), refused)).collect();
    let (Some(rulebook), Some(roster)) = (rulebook, roster) else { return Ok(()) };
    let scorer = kept(rulebook.scorer(&roster), refused);
    let read = match inputs.ledger.as_deref().map(|raw| vector.document(raw)).transpose()? {
        None => Ledger::from_json("[]", &rulebook, &roster),
        Some(Document::Json(text)) => Ledger::from_json(&text, &rulebook, &roster),
        Some(Document::Csv(bytes)) => Ledger::from_csv(&bytes, &rulebook, &roster),
        Some(Document::Toml(_)) => return Err("a ledger is no TOML".to_owned()),
    };
    let read = kept(read, refused);
    let matters = kept(Matters::from_json(&json(&inputs.matters, "[]")?, &rulebook, &roster), refused);
    if let Some((_, intake)) = &read {
        answer.insert("intake".to_owned(), self::intake(intake));
        if vector.expect.contains_key("error") {
            kept(intake.strict(), refused);
        }
    }
    let (Some(scorer), Some((ledger, _)), Some(matters), Some(period)) = (scorer, read, matters, period) else {
        return Ok(());
    };
    let mut assessment = Assessment::of(period);
    for earlier in history {
        if let Some(scores) = kept(scorer.score(&ledger, earlier), refused) {
            assessment = assessment.after(scores);
        }
    }
    if let Some(day) = &inputs.as_of {
        assessment = assessment.as_of(day.parse().map_err(|error| format!("as_of: {error}"))?);
    }
    let Some(scores) = kept(scorer.score(&ledger, assessment.clone()), refused) else { return Ok(()) };
    answer.insert("boards".to_owned(), boards(&scores));
    answer.insert("missing_history".to_owned(), json!(scores.missing_history));
    if let Some(audit) = kept(scorer.audit(&ledger, &matters, assessment), refused) {
        answer.extend(crate::audit::answers(&audit));
    }
    Ok(())
}

/// What was accepted; what was refused is kept with the rest.
fn kept<T>(result: Result<T, Diagnostics>, refused: &mut Vec<Diagnostics>) -> Option<T> {
    result.map_err(|faults| refused.push(faults)).ok()
}

fn period(value: &Value) -> Result<Period, Diagnostics> {
    Period::from_json(&value.to_string())
}

fn examples(rulebook: &Rulebook) -> Value {
    let failed: Vec<String> = rulebook
        .examples()
        .into_iter()
        .filter(|example| !example.passed())
        .map(|example| example.to_string())
        .collect();
    if failed.is_empty() { json!("pass") } else { json!(failed) }
}

fn intake(intake: &Intake) -> Value {
    let refused: Vec<Value> =
        intake.refused.iter().map(|refusal| json!({ "row": refusal.row, "code": refusal.code() })).collect();
    json!({ "accepted": intake.accepted, "refused": refused })
}

pub(crate) fn boards(scores: &Scores) -> Value {
    let board = |board: &Board| {
        let subjects: Map<String, Value> =
            board.statements.iter().map(|statement| (statement.id.to_string(), subject(statement))).collect();
        (board.id.to_string(), Value::Object(subjects))
    };
    Value::Object(scores.boards.iter().map(board).collect())
}

fn subject(statement: &Statement) -> Value {
    let nodes: Map<String, Value> =
        statement.nodes.iter().map(|node| (node.id.to_string(), json!(node.figure))).collect();
    let unscored: Map<String, Value> =
        statement.unscored.iter().map(|unlisted| (unlisted.record.id.to_string(), json!(unlisted.reason))).collect();
    let counted = statement.lines.iter().filter_map(|line| match &line.entry {
        lvzhi::score::Entry::Record { record, .. } => {
            Some((record.id.to_string(), json!(statement.counted(&record.id))))
        }
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
        "left_out": statement.left_out.iter().map(|grade| &grade.label).collect::<Vec<_>>(),
    })
}
