use lvzhi::audit::Audit;
use serde_json::{Map, Value, json};

/// What an audit answers of a vector's expectations.
pub(crate) fn answers(audit: &Audit) -> Vec<(String, Value)> {
    let duties = audit.duties.iter().map(|table| {
        let row = |row: &lvzhi::audit::DutyRow| {
            (row.id.to_string(), json!(row.windows.iter().map(|window| window.status).collect::<Vec<_>>()))
        };
        (table.duty.to_string(), Value::Object(table.rows.iter().map(row).collect()))
    });
    let bounds = audit.bounds.iter().map(|table| {
        let mut rows: Map<String, Value> =
            table.rows.iter().map(|row| (row.id.to_string(), json!({ "n": row.n, "ok": row.ok }))).collect();
        rows.insert("coverage".to_owned(), json!(table.coverage.map(|coverage| coverage.figure)));
        (table.bound.to_string(), Value::Object(rows))
    });
    let standards = audit.standards.iter().map(|table| {
        let row = |row: &lvzhi::audit::StandardRow| (row.id.to_string(), json!({ "met": row.met, "of": row.of }));
        (table.standard.to_string(), Value::Object(table.rows.iter().map(row).collect()))
    });
    let lifecycle = audit.lifecycle.iter().map(|studio| {
        let findings: Vec<_> = studio.findings.iter().map(|finding| finding.code).collect();
        (studio.id.to_string(), json!({ "state": studio.state, "findings": findings }))
    });
    let matters = audit
        .matters
        .iter()
        .map(|matter| (matter.id.to_string(), json!({ "state": matter.state, "step": matter.step })));
    let findings = audit
        .findings
        .iter()
        .map(|finding| json!({ "code": finding.code, "subject": finding.subject, "rule": finding.rule }));
    vec![
        ("duties".to_owned(), Value::Object(duties.collect())),
        ("bounds".to_owned(), Value::Object(bounds.collect())),
        ("standards".to_owned(), Value::Object(standards.collect())),
        ("lifecycle".to_owned(), Value::Object(lifecycle.collect())),
        ("matters".to_owned(), Value::Object(matters.collect())),
        ("audit".to_owned(), Value::Array(findings.collect())),
    ]
}
