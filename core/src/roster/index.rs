use super::{ByKind, Dated, End, Link, Member, Membership, Register};
use crate::EntityKind;
use crate::arena::Idx;

/// Things in groups, one group for each place of some list, side by side in one stretch of memory.
#[derive(Debug)]
pub(crate) struct Groups<T> {
    /// Where the group of each place ends, which is where the next begins.
    ends: Vec<usize>,
    things: Vec<T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Groups { ends: Vec::new(), things: Vec::new() }
    }
}

impl<T> Groups<T> {
    /// Groups what stands beside each place; inside a group the order stays.
    pub(super) fn new(places: usize, mut things: Vec<(usize, T)>) -> Self {
        things.sort_by_key(|(place, _)| *place);
        let mut ends = vec![0; places];
        for (place, _) in &things {
            if let Some(size) = ends.get_mut(*place) {
                *size += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        Groups { ends, things: things.into_iter().map(|(_, thing)| thing).collect() }
    }

    /// The group of a place.
    pub(super) fn of(&self, place: usize) -> &[T] {
        let end = |place: usize| self.ends.get(place).copied();
        let from = place.checked_sub(1).and_then(end).unwrap_or(0);
        end(place).and_then(|to| self.things.get(from..to)).unwrap_or(&[])
    }
}

/// Where each entity is spoken of, so that no question walks a whole list.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The memberships of each member, by their place in the list.
    pub(super) of_member: Groups<usize>,
    /// The memberships of each studio.
    pub(super) of_studio: Groups<usize>,
    /// The members of each sector, committee and group.
    pub(super) within: ByKind<Groups<Dated<Idx<Member>>>>,
    /// The links at each entity, with the end at which it stands.
    pub(super) links: ByKind<Groups<(usize, End)>>,
}

impl Index {
    pub(super) fn new(register: &Register) -> Self {
        let seats = |kind: EntityKind, at: fn(&Membership) -> usize| {
            let seats = register.memberships.iter().enumerate().map(|(nth, seat)| (at(seat), nth));
            Groups::new(register.count(kind), seats.collect())
        };
        let within = |kind| {
            let of = |(idx, member): (_, &Member)| {
                let bodies = member.bodies(kind).into_iter().flat_map(|bodies| &bodies.0);
                bodies.map(|body| (body.value.place(), body.with(idx))).collect::<Vec<_>>()
            };
            Groups::new(register.count(kind), register.members.entries().flat_map(of).collect())
        };
        let links = |kind| {
            let ends = |(nth, link): (_, &Link)| [End::From, End::To].map(|end| (link.at(end), (nth, end)));
            let here = register.links.iter().enumerate().flat_map(ends).filter(|(entity, _)| entity.kind == kind);
            Groups::new(register.count(kind), here.map(|(entity, end)| (entity.place, end)).collect())
        };
        Index {
            of_member: seats(EntityKind::Member, |seat| seat.member.place()),
            of_studio: seats(EntityKind::Studio, |seat| seat.studio.place()),
            within: ByKind::each(within),
            links: ByKind::each(links),
        }
    }
}
