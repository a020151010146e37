use std::cmp::Reverse;

use super::sentence::{Sentence, Word};
use super::{finding, list};
use crate::audit::{Audit, Detail, Finding, FindingCode};
use crate::say::sheet::{Block, Column, Row, Table};
use crate::{Date, Decimal, Lang, Severity};

/// The findings of one weight: a table for each rule, or for each code where the rule is a move, a step or a record; a row for all to whom
/// the same happened. The urgent come first, of equally urgent those of the fewest.
pub(super) fn tables(audit: &Audit, severity: Severity, lang: Lang) -> Vec<Block> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in audit.of_severity(severity) {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| together(last, finding)) => group.push(finding),
            _ => groups.push(vec![finding]),
        }
    }
    groups.sort_by_key(|group| (group.first().map(|first| urgency(first.code)), group.len()));
    for group in &mut groups {
        group.sort_by_key(|finding| weight(finding));
    }
    groups.iter().filter_map(|group| table(group, lang)).map(Block::Table).collect()
}

fn together(one: &Finding, other: &Finding) -> bool {
    one.code == other.code && (!by_rule(one.code) || one.rule == other.rule)
}

/// Of matters the one that has waited longest comes first, of duties whoever owes most.
fn weight(finding: &Finding) -> (Option<Date>, Reverse<i64>) {
    match &finding.detail {
        Detail::MatterOverdue(_) | Detail::MatterLate(_) => (finding.date, Reverse(0)),
        Detail::DutyMissed(owed) | Detail::DutyDue(owed) => {
            let short = owed.windows.iter().filter_map(|window| owed.short(window)).map(Decimal::ten_thousandths);
            (None, Reverse(short.fold(0, i64::saturating_add)))
        }
        _ => (None, Reverse(0)),
    }
}

/// What waits for somebody comes before what is amiss with a structure, and that before what is amiss with what is written down.
fn urgency(code: FindingCode) -> u8 {
    match code {
        FindingCode::MatterOverdue => 0,
        FindingCode::MatterLate => 1,
        FindingCode::DutyMissed | FindingCode::DutyDue => 2,
        FindingCode::BoundBroken => 3,
        FindingCode::StandardIncomplete => 4,
        FindingCode::UnknownState
        | FindingCode::BackwardsDate
        | FindingCode::IllegalMove
        | FindingCode::UnmetRequirement => 5,
        FindingCode::NotSeated | FindingCode::NotActive => 6,
    }
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
    let mut above: Option<String> = None;
    let row = |(fact, help, whom): (String, String, Vec<String>)| {
        let same = above.as_ref() == Some(&help);
        let help = if same { Word::SameAsAbove.said(lang).to_owned() } else { above.insert(help).clone() };
        Row::plain(vec![list::first(&whom, first.kind, lang).into(), fact.into(), help.into()])
    };
    Some(Table {
        caption: caption.said(lang),
        columns: [Word::Subject, Word::Fact, Word::Repair].map(|word| Column::words(word.said(lang))).into(),
        rows: rows.into_iter().map(row).collect(),
    })
}

fn name(finding: &Finding, lang: Lang) -> String {
    match &finding.detail {
        Detail::MatterOverdue(step) | Detail::MatterLate(step) => {
            Sentence::Matter { id: &finding.subject, studio: step.studio.as_ref() }.said(lang)
        }
        _ => Sentence::Named { name: &finding.name, id: &finding.subject }.said(lang),
    }
}
