mod columns;
mod headings;
mod json;
mod rows;
mod tables;
mod whole;

use super::{Columns, Intake, Ledger};
use crate::{Diagnostics, Roster, Rulebook};

fn rulebook() -> Rulebook {
    let text = r#"{
        "rulebook": { "format": 1, "id": "test", "title": "读台账" },
        "kinds": { "proposal": { "label": "提案", "aliases": ["建议提案"] }, "opinion": "社情民意信息" },
        "facets": {
            "outcome": { "label": "结果", "aliases": ["办理结果"], "values": { "filed": "立案", "key": { "label": "重点提案", "aliases": ["重点"] } } },
            "role": { "label": "身份", "on": "participation", "values": { "lead": "第一提案人", "co": "联名人" } }
        },
        "board": [{ "id": "member", "title": "积分", "subject": "member" }]
    }"#;
    Rulebook::from_json(text).unwrap()
}

fn roster() -> Roster {
    let text = r#"{
        "members": [{ "id": "M1", "name": "甲" }, { "id": "M2", "name": "乙" }, { "id": "M3", "name": "赵六" }, { "id": "M4", "name": "赵六" }],
        "studios": [{ "id": "S1", "name": "一室" }, { "id": "S2", "name": "重名室" }, { "id": "S3", "name": "重名室" }],
        "units": [{ "id": "U1", "name": "某社区" }, { "id": "U2", "name": "小学" }, { "id": "U3", "name": "小学" }],
        "groups": [{ "id": "G1", "name": "一组" }, { "id": "G2", "name": "组" }, { "id": "G3", "name": "组" }],
        "committees": [{ "id": "C1", "name": "一委" }, { "id": "C2", "name": "委" }, { "id": "C3", "name": "委" }],
        "sectors": [{ "id": "J1", "name": "经济界" }, { "id": "J2", "name": "界" }, { "id": "J3", "name": "界" }]
    }"#;
    Roster::from_json(text).unwrap()
}

fn csv(table: impl AsRef<[u8]>) -> Result<(Ledger, Intake), Diagnostics> {
    Ledger::from_csv(table, &rulebook(), &roster())
}

fn json(text: &str) -> Result<(Ledger, Intake), Diagnostics> {
    Ledger::from_json(text, &rulebook(), &roster())
}

/// The refused rows with their codes.
fn refused(intake: &Intake) -> Vec<(u64, &'static str)> {
    intake.refused.iter().map(|refusal| (refusal.row, refusal.code().as_str())).collect()
}

/// The codes for which a whole table is refused, each with what is underlined.
fn faults(table: impl AsRef<[u8]>) -> Vec<(String, String)> {
    listed(&csv(table).unwrap_err())
}

fn listed(faults: &Diagnostics) -> Vec<(String, String)> {
    faults.iter().map(|fault| (fault.code().to_string(), fault.place().text.clone())).collect()
}

/// The accepted records and participations, written out.
fn written(columns: &Columns) -> Vec<String> {
    let mut lines = Vec::new();
    for record in columns.records() {
        let parts = columns.parts[record].iter().map(|&part| {
            let (member, quantity) = (&columns.members[columns.member[part]], columns.part_quantity[part]);
            let (score, status) = (columns.part_score[part], columns.part_status[part].label());
            let score = score.map_or_else(String::new, |score| format!(" {score}分"));
            format!("{member} {quantity}{score} {status}")
        });
        let work = &columns.works[columns.work[record]];
        let kind = &columns.kinds[columns.kind[record]];
        let head = format!("{} {} {kind} {work}", columns.id[record], columns.date[record]);
        lines.push(std::iter::once(head).chain(parts).collect::<Vec<_>>().join("; "));
    }
    lines
}
