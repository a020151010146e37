use std::sync::Arc;

use serde::Serialize;

use super::Ratio;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::Bound;
use crate::{Date, EntityKind, Id, Slug};

/// One bound, and how many relations everybody has of whom it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BoundTable {
    /// The bound's id.
    pub bound: Slug,
    /// What it asks, in words.
    pub label: Arc<str>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// Of whom it is asked: members seated on the day, studios active on it, all others.
    pub subject: EntityKind,
    /// The least that is asked.
    pub at_least: Option<u32>,
    /// The most that is allowed.
    pub at_most: Option<u32>,
    /// The subjects, by id.
    pub rows: Vec<BoundRow>,
    /// How many satisfy it, of those of whom it is asked; none where it is asked of nobody.
    pub coverage: Option<Ratio>,
}

/// One bound of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BoundRow {
    /// The subject's id.
    pub id: Id,
    /// The subject's name.
    pub name: Arc<str>,
    /// How many distinct entities stand at the other end.
    pub n: u32,
    /// Whether that is neither too few nor too many.
    pub ok: bool,
}

impl Facts<'_> {
    /// Whether a bound is for the subject, on a day; whether it sits or is active is another question.
    fn bound_applies(&self, bound: &Bound, subject: Entity, day: Date) -> bool {
        bound.subject == subject.kind && self.applies(&bound.applies, subject, day)
    }

    /// How many distinct entities the subject has at the other end on a day, and whether that satisfies the bound. Of members only those
    /// seated that day count.
    fn counted(&self, bound: &Bound, subject: Entity, day: Date) -> (u32, bool) {
        let others = self.related(subject, bound.relation, bound.role.as_deref(), day).into_iter();
        let n = others.filter(|&other| self.seated_on(other, day) && self.applies(&bound.other, other, day)).count();
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        (n, bound.at_least.is_none_or(|least| least <= n) && bound.at_most.is_none_or(|most| n <= most))
    }

    /// Whether the subject satisfies a bound on a day, or it is not for the subject; asked also of a studio that is not active yet.
    pub(super) fn satisfies(&self, bound: Idx<Bound>, subject: Entity, day: Date) -> bool {
        let bound = &self.rules.bounds[bound];
        !self.bound_applies(bound, subject, day) || self.counted(bound, subject, day).1
    }
}

impl BoundTable {
    pub(super) fn of(facts: &Facts<'_>, bound: &Bound, day: Date) -> BoundTable {
        let all = facts.by_id(bound.subject).into_iter();
        let asked = all.filter(|&subject| facts.active_on(subject, day) && facts.bound_applies(bound, subject, day));
        let row = |subject| {
            let (n, ok) = facts.counted(bound, subject, day);
            BoundRow { id: facts.roster.id(subject).clone(), name: facts.roster.name(subject).clone(), n, ok }
        };
        let rows: Vec<BoundRow> = asked.map(row).collect();
        BoundTable {
            bound: bound.id.clone(),
            label: bound.label.clone(),
            clause: bound.cite.clause.clone(),
            subject: bound.subject,
            at_least: bound.at_least,
            at_most: bound.at_most,
            coverage: Ratio::of(rows.iter().filter(|row| row.ok).count(), rows.len()),
            rows,
        }
    }
}
