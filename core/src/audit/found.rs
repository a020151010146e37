use std::sync::Arc;

use super::finding::By;
use super::{Audit, Counted, Detail, DutyStatus, DutyWindows, Finding, MatterRow, MatterState, MatterStep, RecordName};
use crate::arena::Idx;
use crate::facts::Facts;
use crate::ledger::Record;
use crate::roster::Entity;
use crate::{EntityKind, Slug};

/// Everything that is found, in order: what the tables say is amiss, and the records that do not fit the roster.
pub(super) fn found(facts: &Facts<'_>, audit: &Audit) -> Vec<Finding> {
    let mut found: Vec<Finding> = audit.lifecycle.iter().flat_map(|studio| studio.findings.iter().cloned()).collect();
    found.extend(bounds(audit));
    found.extend(standards(audit));
    found.extend(duties(audit));
    found.extend(audit.matters.iter().filter_map(|matter| of_matter(audit, matter)));
    records(facts, &mut found);
    Finding::sort(&mut found);
    found
}

/// The rule of a table.
fn by(id: &Slug, label: &Arc<str>, clause: Option<&Arc<str>>) -> By {
    By { rule: id.as_str().into(), label: Some(label.clone()), clause: clause.cloned() }
}

fn bounds(audit: &Audit) -> impl Iterator<Item = Finding> {
    audit.bounds.iter().flat_map(|bound| {
        bound.rows.iter().filter(|row| !row.ok).map(|row| {
            let counted =
                Counted { n: row.n, at_least: bound.at_least, at_most: bound.at_most, other: bound.other.clone() };
            let by = by(&bound.bound, &bound.label, bound.clause.as_ref());
            Finding::of(bound.subject, (&row.id, &row.name), by, None, Detail::BoundBroken(counted))
        })
    })
}

fn standards(audit: &Audit) -> impl Iterator<Item = Finding> {
    audit.standards.iter().flat_map(|standard| {
        standard.rows.iter().filter(|row| !row.missing.is_empty()).map(|row| {
            let detail = Detail::StandardIncomplete { met: row.met, of: row.of, missing: row.missing.clone() };
            let by = by(&standard.standard, &standard.label, standard.clause.as_ref());
            Finding::of(standard.subject, (&row.id, &row.name), by, None, detail)
        })
    })
}

/// For each subject one finding a duty and status, whatever the number of windows.
fn duties(audit: &Audit) -> impl Iterator<Item = Finding> {
    audit.duties.iter().flat_map(|duty| {
        let of = |status, detail: fn(DutyWindows) -> Detail| {
            duty.rows.iter().filter_map(move |row| {
                let windows = row.with(status);
                let due = windows.first()?.due;
                let windows = DutyWindows {
                    at_least: duty.at_least,
                    at_most: duty.at_most,
                    unit: duty.unit,
                    kinds: duty.kinds.clone(),
                    windows,
                };
                let by = by(&duty.duty, &duty.label, duty.clause.as_ref());
                Some(Finding::of(duty.subject, (&row.id, &row.name), by, Some(due), detail(windows)))
            })
        };
        of(DutyStatus::Missed, Detail::DutyMissed).chain(of(DutyStatus::Pending, Detail::DutyDue))
    })
}

fn of_matter(audit: &Audit, matter: &MatterRow) -> Option<Finding> {
    let overdue = match matter.state {
        MatterState::Overdue => true,
        MatterState::Late => false,
        MatterState::Closed | MatterState::Open => return None,
    };
    let (flow, step) = (audit.flow(&matter.flow)?, matter.stuck_at()?);
    let stuck = MatterStep {
        flow: flow.flow.clone(),
        flow_label: flow.label.clone(),
        studio: matter.studio.clone(),
        opened: matter.opened,
        step: step.clone(),
        days: step.days_late(audit.as_of),
    };
    let detail = if overdue { Detail::MatterOverdue(stuck) } else { Detail::MatterLate(stuck) };
    Some(Finding {
        code: detail.code(),
        severity: detail.severity(),
        subject: matter.id.clone(),
        kind: None,
        name: matter.id.shared().clone(),
        rule: step.step.as_str().into(),
        label: Some(step.label.clone()),
        clause: step.clause.clone(),
        date: step.deadline,
        detail,
    })
}

/// The records on days on which their members did not sit or their studio was not active. What is not approved involves nobody.
fn records(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let columns = facts.columns;
    for record in columns.records() {
        let day = columns.date[record];
        if !facts.in_sight(day) || !facts.approved_by_anyone(record) {
            continue;
        }
        let mut on = |entity: Entity, detail| {
            let about = (facts.roster.id(entity), facts.roster.name(entity));
            let by = By { rule: columns.id[record].as_str().into(), ..By::default() };
            found.push(Finding::of(entity.kind, about, by, Some(day), detail));
        };
        for member in facts.approved_parts(record).filter_map(|part| facts.member(part)) {
            if let Some(seat) = facts.register().members.nth(member.place).filter(|seat| !seat.sits_on(day)) {
                let record = record_name(facts, record);
                on(member, Detail::NotSeated { record, joined: seat.joined, left: seat.left });
            }
        }
        if let Some(studio) = facts.named(EntityKind::Studio, record).filter(|&studio| !facts.active_on(studio, day)) {
            let state = facts.as_studio(studio).and_then(|studio| studio.state_on(day));
            let state = state.map(|state| facts.state_name(state));
            on(studio, Detail::NotActive { record: record_name(facts, record), state });
        }
    }
}

fn record_name(facts: &Facts<'_>, record: Idx<Record>) -> RecordName {
    let columns = facts.columns;
    let label = facts.kind(record).map(|kind| facts.rules.vocabulary.kinds[kind].word.label.clone());
    RecordName {
        record: columns.id[record].clone(),
        kind: label.unwrap_or_else(|| columns.kinds[columns.kind[record]].as_str().into()),
    }
}
