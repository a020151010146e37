use super::Facts;
use crate::arena::Idx;
use crate::ledger::{Part, Record, Status};
use crate::roster::Entity;
use crate::{Decimal, EntityKind};

/// A subject's share in a record.
#[derive(Debug, Clone)]
pub(crate) struct Involvement {
    pub(crate) record: Idx<Record>,
    /// The approved participations that involve the subject; for a member its own.
    pub(crate) parts: Vec<Idx<Part>>,
    /// Whether the record is approved for the subject, and if not, why.
    pub(crate) status: Status,
    /// The subject's own: of several participations the largest.
    pub(crate) quantity: Decimal,
    pub(crate) score: Option<Decimal>,
}

impl Involvement {
    pub(crate) fn approved(&self) -> bool {
        self.status == Status::Approved
    }
}

/// For every subject of a kind its involvements, by date, then record id.
pub(super) fn table(facts: &Facts<'_>, kind: EntityKind) -> Vec<Vec<Involvement>> {
    let columns = facts.columns;
    let mut table = vec![Vec::new(); facts.roster.count(kind)];
    if kind == EntityKind::Member {
        of_members(facts, &mut table);
    } else {
        for record in columns.records() {
            for (subject, involvement) in of_bodies(facts, kind, record) {
                if let Some(list) = table.get_mut(subject.place) {
                    list.push(involvement);
                }
            }
        }
    }
    for list in &mut table {
        list.sort_by_cached_key(|involvement| {
            (columns.date[involvement.record], columns.id[involvement.record].clone())
        });
    }
    table
}

/// A member's own participations stand side by side in the ledger.
fn of_members(facts: &Facts<'_>, table: &mut [Vec<Involvement>]) {
    let columns = facts.columns;
    let involvement = |part: Idx<Part>| {
        let status = columns.part_status[part];
        let parts = if status == Status::Approved { vec![part] } else { Vec::new() };
        Involvement {
            record: columns.record[part],
            parts,
            status,
            quantity: columns.part_quantity[part],
            score: columns.part_score[part],
        }
    };
    for member in columns.members.places() {
        let place = facts.member_of(member).map(|entity| entity.place);
        if let Some(list) = place.and_then(|place| table.get_mut(place)) {
            list.extend(columns.parts_of(member).map(involvement));
        }
    }
}

impl Facts<'_> {
    /// The subjects of a kind whom a record involves by some of its participations, each with those by which it does. A member has its own;
    /// the body that the record names has them all, also where there are none; the sectors, committees and groups to which participants
    /// belonged on that day have theirs.
    pub(crate) fn involving(
        &self,
        kind: EntityKind,
        record: Idx<Record>,
        parts: &[Idx<Part>],
    ) -> Vec<(Entity, Vec<Idx<Part>>)> {
        let (day, named) = (self.columns.date[record], self.named(kind, record));
        let mut found: Vec<(Entity, Vec<Idx<Part>>)> = named.map(|body| (body, parts.to_vec())).into_iter().collect();
        for &part in parts {
            let Some(member) = self.member(part) else { continue };
            let own = (kind == EntityKind::Member).then_some(member);
            for subject in own.into_iter().chain(self.bodies_of(member, kind, day)) {
                match found.iter_mut().find(|(known, _)| *known == subject) {
                    Some((known, _)) if Some(*known) == named => {}
                    Some((_, parts)) => parts.push(part),
                    None => found.push((subject, vec![part])),
                }
            }
        }
        found
    }
}

/// The bodies that a record involves: by its approved participations, or by none at all.
fn of_bodies(facts: &Facts<'_>, kind: EntityKind, record: Idx<Record>) -> Vec<(Entity, Involvement)> {
    let columns = facts.columns;
    let all = &columns.parts[record];
    let approved: Vec<Idx<Part>> = facts.approved_parts(record).collect();
    let involvement = |(body, parts): (Entity, Vec<Idx<Part>>)| {
        let largest_quantity =
            parts.iter().map(|&part| columns.part_quantity[part]).chain(columns.quantity[record]).max();
        let largest_score =
            parts.iter().filter_map(|&part| columns.part_score[part]).chain(columns.score[record]).max();
        let status = match (all.is_empty(), parts.is_empty()) {
            (true, _) => columns.status[record],
            (false, false) => Status::Approved,
            // Nobody in it is approved: the mildest of what stands in the way is said.
            (false, true) => all.iter().map(|&part| columns.part_status[part]).min().unwrap_or_default(),
        };
        let involvement = Involvement {
            record,
            parts,
            status,
            quantity: largest_quantity.unwrap_or(Decimal::ONE),
            score: largest_score,
        };
        (body, involvement)
    };
    facts.involving(kind, record, &approved).into_iter().map(involvement).collect()
}
