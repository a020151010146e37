use super::sentence::{Sentence, Word};
use super::{finding, list};
use crate::audit::{Audit, Detail, Finding, FindingCode};
use crate::say::sheet::{Block, Column, Row, Table};
use crate::{Lang, Severity};

/// The findings of one weight: a table for each rule, or for each code where the rule is a move, a step or a record; a row for all to whom
/// the same happened.
pub(super) fn tables(audit: &Audit, severity: Severity, lang: Lang) -> Vec<Block> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in audit.of_severity(severity) {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| together(last, finding)) => group.push(finding),
            _ => groups.push(vec![finding]),
        }
    }
    groups.iter().filter_map(|group| table(group, lang)).map(Block::Table).collect()
}

fn together(one: &Finding, other: &Finding) -> bool {
    one.code == other.code && (!by_rule(one.code) || one.rule == other.rule)
}

/// Whether a code is of a rule that many may break.
fn by_rule(code: FindingCode) -> bool {
    match code {
        FindingCode::BoundBroken | FindingCode::StandardIncomplete | FindingCode::DutyMissed | FindingCode::DutyDue => {
            true
        }
        FindingCode::UnknownState
        | FindingCode::BackwardsDate
        | FindingCode::IllegalMove
        | FindingCode::UnmetRequirement
        | FindingCode::MatterOverdue
        | FindingCode::MatterLate
        | FindingCode::NotSeated
        | FindingCode::NotActive => false,
    }
}

fn table(group: &[&Finding], lang: Lang) -> Option<Table> {
    let first = group.first()?;
    let rule = by_rule(first.code);
    let caption = Sentence::Group {
        code: first.code,
        label: first.label.as_deref().filter(|_| rule),
        clause: first.clause.as_deref(),
        of: group.len(),
        kind: first.kind.filter(|_| rule),
    };
    // What happened, what to do, and to whom.
    let mut rows: Vec<(String, String, Vec<String>)> = Vec::new();
    for finding in group {
        let (fact, help) = (finding::fact(finding, lang), finding::help(finding, lang));
        match rows.iter_mut().find(|(known, repair, _)| *known == fact && *repair == help) {
            Some((_, _, whom)) => whom.push(name(finding, lang)),
            None => rows.push((fact, help, vec![name(finding, lang)])),
        }
    }
    let row = |(fact, help, whom): (String, String, Vec<String>)| {
        Row::plain(vec![list::first(&whom, first.kind, lang).into(), fact.into(), help.into()])
    };
    Some(Table {
        caption: caption.said(lang),
        columns: [Word::Subject, Word::Fact, Word::Repair].map(|word| Column::words(word.said(lang))).into(),
        rows: rows.into_iter().map(row).collect(),
        notes: Word::Remarks.said(lang),
    })
}

fn name(finding: &Finding, lang: Lang) -> String {
    match &finding.detail {
        Detail::MatterOverdue(step) | Detail::MatterLate(step) => {
            Sentence::Matter { id: &finding.subject, studio: step.studio.as_deref() }.said(lang)
        }
        _ => Sentence::Named { name: &finding.name, id: &finding.subject }.said(lang),
    }
}
