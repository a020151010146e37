use std::sync::Arc;

use super::{Audit, DutyStatus, Finding, FindingCode, MatterState};
use crate::facts::Facts;
use crate::roster::Entity;
use crate::{Date, EntityKind, Id};

/// Everything that is found, in order: what the tables say is amiss, and the records that do not fit the roster.
pub(super) fn found(facts: &Facts<'_>, audit: &Audit) -> Vec<Finding> {
    let mut found = Findings(Vec::new());
    for studio in &audit.lifecycle {
        for entry in &studio.findings {
            found.of(entry.code, EntityKind::Studio, (&studio.id, &studio.name), entry.rule(), Some(entry.date));
        }
    }
    for bound in &audit.bounds {
        for row in bound.rows.iter().filter(|row| !row.ok) {
            found.of(FindingCode::BoundBroken, bound.subject, (&row.id, &row.name), &*bound.bound, None);
        }
    }
    for standard in &audit.standards {
        for row in standard.rows.iter().filter(|row| !row.missing.is_empty()) {
            found.of(
                FindingCode::StandardIncomplete,
                standard.subject,
                (&row.id, &row.name),
                &*standard.standard,
                None,
            );
        }
    }
    for duty in &audit.duties {
        for (status, code) in
            [(DutyStatus::Missed, FindingCode::DutyMissed), (DutyStatus::Pending, FindingCode::DutyDue)]
        {
            for (row, window) in duty.rows.iter().filter_map(|row| Some((row, row.first(status)?))) {
                found.of(code, duty.subject, (&row.id, &row.name), &*duty.duty, Some(window.due));
            }
        }
    }
    for matter in &audit.matters {
        let code = match matter.state {
            MatterState::Overdue => FindingCode::MatterOverdue,
            MatterState::Late => FindingCode::MatterLate,
            MatterState::Closed | MatterState::Open => continue,
        };
        let (name, rule) = (matter.id.shared().clone(), matter.step.as_deref().unwrap_or_default().into());
        found.0.push(Finding { code, subject: matter.id.clone(), kind: None, name, rule, date: matter.deadline() });
    }
    found.records(facts);
    Finding::sort(&mut found.0);
    found.0
}

/// Findings being gathered.
struct Findings(Vec<Finding>);

impl Findings {
    fn of(
        &mut self,
        code: FindingCode,
        kind: EntityKind,
        (id, name): (&Id, &Arc<str>),
        rule: impl Into<Arc<str>>,
        date: Option<Date>,
    ) {
        self.0.push(Finding {
            code,
            subject: id.clone(),
            kind: Some(kind),
            name: name.clone(),
            rule: rule.into(),
            date,
        });
    }

    /// The records on days on which their members did not sit or their studio was not active. What is not approved involves nobody.
    fn records(&mut self, facts: &Facts<'_>) {
        let columns = facts.columns;
        for record in columns.records() {
            let day = columns.date[record];
            if !facts.in_sight(day) || !facts.approved_by_anyone(record) {
                continue;
            }
            let mut on = |code, entity: Entity| {
                let about = (facts.roster.id(entity), facts.roster.name(entity));
                self.of(code, entity.kind, about, &*columns.id[record], Some(day));
            };
            for member in facts
                .approved_parts(record)
                .filter_map(|part| facts.member(part))
                .filter(|&member| !facts.seated_on(member, day))
            {
                on(FindingCode::NotSeated, member);
            }
            if let Some(studio) =
                facts.named(EntityKind::Studio, record).filter(|&studio| !facts.active_on(studio, day))
            {
                on(FindingCode::NotActive, studio);
            }
        }
    }
}
