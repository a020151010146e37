use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Ratio;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::{CheckItem, Standard};
use crate::{Date, EntityKind, Id, Slug};

/// How many checks of a standard an entity meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChecksMet {
    pub(crate) met: u32,
    pub(crate) of: u32,
}

/// One standard, and which of its checks everybody meets of whom it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StandardTable {
    /// The standard's id.
    pub standard: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// Of whom it is asked.
    pub subject: EntityKind,
    /// How many checks there are.
    pub of: u32,
    /// The subjects, by id.
    pub rows: Vec<StandardRow>,
    /// How many meet every check, of those of whom it is asked; none where it is asked of nobody, or has no checks.
    pub coverage: Option<Ratio>,
}

/// One standard of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StandardRow {
    /// The subject's id.
    pub id: Id,
    /// The subject's name.
    pub name: Arc<str>,
    /// How many checks are met.
    pub met: u32,
    /// How many checks there are.
    pub of: u32,
    /// The checks met among all; none of a standard without checks.
    pub share: Option<Ratio>,
    /// The checks that are not met, in the order of the standard.
    pub missing: Vec<Missing>,
}

/// A check that is not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Missing {
    /// The check's id.
    pub check: Slug,
    /// What it is called.
    pub label: Arc<str>,
}

impl Facts<'_> {
    /// How an entity stands to a standard on a day; none where the standard is not asked of it.
    pub(crate) fn standard(&self, standard: Idx<Standard>, subject: Entity, day: Date) -> Option<ChecksMet> {
        let rule = &self.rules.standards[standard];
        let missing = self.missing(rule, subject, day)?.len();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(ChecksMet { met: count(rule.checks.len() - missing), of: count(rule.checks.len()) })
    }

    /// The checks of a standard that an entity does not meet on a day; none where the standard is not asked of it.
    pub(super) fn missing<'s>(&self, rule: &'s Standard, subject: Entity, day: Date) -> Option<Vec<&'s CheckItem>> {
        if rule.subject != subject.kind || !self.applies(&rule.applies, subject, day) {
            return None;
        }
        let passed: Vec<_> = self.roster.checks(subject).on(day).collect();
        // A check may be named without its standard: reading makes sure that one standard alone has it.
        let met = |check: &CheckItem| {
            passed.iter().any(|passed| {
                *passed.check == *check.id && passed.standard.as_ref().is_none_or(|standard| **standard == *rule.id)
            })
        };
        Some(rule.checks.iter().filter(|check| !met(check)).collect())
    }
}

impl Missing {
    pub(super) fn of(check: &CheckItem) -> Missing {
        Missing { check: check.id.clone(), label: check.label.clone() }
    }
}

impl StandardTable {
    pub(super) fn of(facts: &Facts<'_>, rule: &Standard, day: Date) -> StandardTable {
        let row = |subject| {
            let missing = facts.missing(rule, subject, day)?;
            let (of, met) = (rule.checks.len(), rule.checks.len() - missing.len());
            Some(StandardRow {
                id: facts.roster.id(subject).clone(),
                name: facts.roster.name(subject).clone(),
                met: u32::try_from(met).unwrap_or(u32::MAX),
                of: u32::try_from(of).unwrap_or(u32::MAX),
                share: Ratio::of(met, of),
                missing: missing.into_iter().map(Missing::of).collect(),
            })
        };
        let rows: Vec<StandardRow> = facts.by_id(rule.subject).into_iter().filter_map(row).collect();
        let coverage = Ratio::of(rows.iter().filter(|row| row.missing.is_empty()).count(), rows.len());
        StandardTable {
            standard: rule.id.clone(),
            label: rule.label.clone(),
            clause: rule.cite.clause.clone(),
            subject: rule.subject,
            of: u32::try_from(rule.checks.len()).unwrap_or(u32::MAX),
            coverage: coverage.filter(|_| !rule.checks.is_empty()),
            rows,
        }
    }
}
