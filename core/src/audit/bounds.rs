use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Ratio;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::{Bound, Relation, Rules};
use crate::{Date, EntityKind, Id, Slug};

/// One bound, and how many relations everybody has of whom it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// What is counted.
    pub other: OtherEnd,
    /// The subjects, by id.
    pub rows: Vec<BoundRow>,
    /// How many satisfy it, of those of whom it is asked; none where it is asked of nobody.
    pub coverage: Option<Ratio>,
}

/// One bound of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// What stands at the other end of the relations that a bound counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OtherEnd {
    /// The kind of entity.
    pub kind: EntityKind,
    /// What the role is called, of memberships in one role.
    pub role: Option<Arc<str>>,
    /// What the kind of link is called, of links.
    pub link: Option<Arc<str>>,
    /// Whether only some of them count: the bound has an `other`.
    pub some: bool,
}

/// How many relations there are, and how many there should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counted {
    /// How many distinct entities stand at the other end.
    pub n: u32,
    /// The least that is asked.
    pub at_least: Option<u32>,
    /// The most that is allowed.
    pub at_most: Option<u32>,
    /// What is counted.
    pub other: OtherEnd,
}

impl Counted {
    /// How many are wanting; 0 where there are enough.
    pub fn short(&self) -> u32 {
        self.at_least.unwrap_or_default().saturating_sub(self.n)
    }

    /// How many are too many; 0 where there are not.
    pub fn over(&self) -> u32 {
        self.at_most.map_or(0, |most| self.n.saturating_sub(most))
    }
}

impl Bound {
    /// Whether so many are neither too few nor too many.
    fn allows(&self, n: u32) -> bool {
        self.at_least.is_none_or(|least| least <= n) && self.at_most.is_none_or(|most| n <= most)
    }
}

impl OtherEnd {
    fn of(rules: &Rules, bound: &Bound) -> OtherEnd {
        let words = &rules.vocabulary;
        let role = |id: &Arc<str>| words.roles.iter().find(|role| role.id == **id).map(|role| role.label.clone());
        OtherEnd {
            // Reading makes sure that there is another end.
            kind: bound.relation.other(bound.subject, words).unwrap_or(bound.subject),
            role: bound.role.as_ref().and_then(role),
            link: match bound.relation {
                Relation::Link(kind, _) => Some(words.links[kind].label.clone()),
                Relation::Membership | Relation::Sector | Relation::Committee | Relation::Group => None,
            },
            some: bound.other.0.iter().all(|table| !table.is_empty()),
        }
    }
}

impl Facts<'_> {
    /// Whether a bound is for the subject, on a day; whether it sits or is active is another question.
    fn bound_applies(&self, bound: &Bound, subject: Entity, day: Date) -> bool {
        bound.subject == subject.kind && self.applies(&bound.applies, subject, day)
    }

    /// How many distinct entities the subject has at the other end on a day. Of members only those seated that day count.
    fn at_other_end(&self, bound: &Bound, subject: Entity, day: Date) -> u32 {
        let others = self.related(subject, bound.relation, bound.role.as_deref(), day).into_iter();
        let n = others.filter(|&other| self.seated_on(other, day) && self.applies(&bound.other, other, day)).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    }

    /// What the subject has too few or too many of on a day; none where it satisfies the bound, or the bound is not for it. Asked also of a
    /// studio that is not active yet.
    pub(super) fn out_of_bound(&self, bound: Idx<Bound>, subject: Entity, day: Date) -> Option<Counted> {
        let bound = &self.rules.bounds[bound];
        if !self.bound_applies(bound, subject, day) {
            return None;
        }
        let n = self.at_other_end(bound, subject, day);
        let (at_least, at_most) = (bound.at_least, bound.at_most);
        (!bound.allows(n)).then(|| Counted { n, at_least, at_most, other: OtherEnd::of(self.rules, bound) })
    }
}

impl BoundTable {
    pub(super) fn of(facts: &Facts<'_>, bound: &Bound, day: Date) -> BoundTable {
        let all = facts.by_id(bound.subject).into_iter();
        let asked = all.filter(|&subject| facts.active_on(subject, day) && facts.bound_applies(bound, subject, day));
        let row = |subject| {
            let n = facts.at_other_end(bound, subject, day);
            let (id, name) = (facts.roster.id(subject).clone(), facts.roster.name(subject).clone());
            BoundRow { id, name, n, ok: bound.allows(n) }
        };
        let rows: Vec<BoundRow> = asked.map(row).collect();
        BoundTable {
            bound: bound.id.clone(),
            label: bound.label.clone(),
            clause: bound.cite.clause.clone(),
            subject: bound.subject,
            at_least: bound.at_least,
            at_most: bound.at_most,
            other: OtherEnd::of(facts.rules, bound),
            coverage: Ratio::of(rows.iter().filter(|row| row.ok).count(), rows.len()),
            rows,
        }
    }
}
