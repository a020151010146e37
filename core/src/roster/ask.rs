use std::ops::Range;
use std::sync::Arc;

use super::{Attrs, Check, End, Entity, Link, Member, Membership, Roster, Studio, Timeline, Unresolved, list_key};
use crate::arena::Idx;
use crate::diagnostic::{Place, nearest};
use crate::document::unquoted;
use crate::{Date, EntityKind, Id};

/// What entities of every kind have.
struct About<'r> {
    id: &'r Id,
    name: &'r Arc<str>,
    attrs: &'r Attrs,
    checks: &'r Timeline<Check>,
}

impl Roster {
    /// The entities of a kind, in the order of the document.
    pub(crate) fn entities(
        &self,
        kind: EntityKind,
    ) -> impl DoubleEndedIterator<Item = Entity> + ExactSizeIterator + use<> {
        (0..self.count(kind)).map(move |place| Entity { kind, place })
    }

    pub(crate) fn id(&self, entity: Entity) -> &Id {
        self.about(entity).id
    }

    pub(crate) fn name(&self, entity: Entity) -> &Arc<str> {
        self.about(entity).name
    }

    pub(crate) fn attrs(&self, entity: Entity) -> &Attrs {
        self.about(entity).attrs
    }

    /// The checks that the entity has passed.
    pub(crate) fn checks(&self, entity: Entity) -> &Timeline<Check> {
        self.about(entity).checks
    }

    fn about(&self, entity: Entity) -> About<'_> {
        macro_rules! about {
            ($list:ident) => {{
                let one = &self.0.$list[Idx::new(entity.place)];
                About { id: &one.id, name: &one.name, attrs: &one.attrs, checks: &one.checks }
            }};
        }
        match entity.kind {
            EntityKind::Member => about!(members),
            EntityKind::Sector => about!(sectors),
            EntityKind::Committee => about!(committees),
            EntityKind::Group => about!(groups),
            EntityKind::Unit => about!(units),
            EntityKind::Studio => about!(studios),
        }
    }

    /// The entity that has the id.
    pub(crate) fn find(&self, kind: EntityKind, id: &str) -> Option<Entity> {
        self.0.lookup.find(kind, id).map(|place| Entity { kind, place })
    }

    /// The entity that has the text as its id, or alone as its name.
    pub(crate) fn resolve(&self, kind: EntityKind, text: &str) -> Result<Entity, Unresolved> {
        self.0.lookup.resolve(kind, text).map(|place| Entity { kind, place })
    }

    /// The id or name of the kind that is spelt most like a text that means no entity. Compares with all of them.
    pub(crate) fn nearest(&self, kind: EntityKind, text: &str) -> Option<String> {
        let ids = self.entities(kind).map(|entity| self.id(entity).as_str());
        let names = self.entities(kind).map(|entity| &**self.name(entity));
        nearest(text, ids.chain(names))
    }

    /// The bodies of one kind that an entity belongs to on a day: a member's sector, committees and groups, a studio's sector.
    pub(crate) fn bodies_of(&self, entity: Entity, kind: EntityKind, day: Date) -> impl Iterator<Item = Entity> {
        let bodies = match entity.kind {
            EntityKind::Member => self.0.members.nth(entity.place).and_then(|member| member.bodies(kind)),
            EntityKind::Studio if kind == EntityKind::Sector => {
                self.0.studios.nth(entity.place).map(|studio| &studio.sector)
            }
            _ => None,
        };
        bodies.into_iter().flat_map(move |bodies| bodies.on(day)).map(move |body| Entity { kind, place: body.place() })
    }

    /// The members of a sector, committee or group on a day, each once, in the order of the document; those without a seat that day too.
    pub(crate) fn members_within(&self, body: Entity, day: Date) -> impl Iterator<Item = Idx<Member>> {
        let mut last = None;
        let here = self.0.index.within.of(body.kind).of(body.place).iter().filter(move |member| member.holds_on(day));
        // One member's entries stand side by side.
        here.map(|member| member.value).filter(move |member| last.replace(*member) != Some(*member))
    }

    /// The memberships of a member in force on a day: in which studios, in which roles.
    pub(crate) fn studios_of(&self, member: Idx<Member>, day: Date) -> impl Iterator<Item = &Membership> {
        self.seats(self.0.index.of_member.of(member.place()), day)
    }

    /// The memberships of a studio in force on a day: which members, in which roles.
    pub(crate) fn members_in(&self, studio: Idx<Studio>, day: Date) -> impl Iterator<Item = &Membership> {
        self.seats(self.0.index.of_studio.of(studio.place()), day)
    }

    fn seats<'r>(&'r self, places: &'r [usize], day: Date) -> impl Iterator<Item = &'r Membership> {
        places.iter().filter_map(|&place| self.0.memberships.get(place)).filter(move |seat| seat.role.holds_on(day))
    }

    /// The entities that links of a kind in force on a day join to an entity that stands at one end, link by link.
    pub(crate) fn linked<'r>(
        &'r self,
        entity: Entity,
        kind: &'r str,
        end: End,
        day: Date,
    ) -> impl Iterator<Item = Entity> + 'r {
        self.links_of(entity)
            .filter(move |(link, stands)| *stands == end && &*link.kind.value == kind && link.kind.holds_on(day))
            .map(move |(link, _)| link.at(end.other()))
    }

    /// The links at an entity, each with the end at which it stands.
    pub(super) fn links_of(&self, entity: Entity) -> impl Iterator<Item = (&Link, End)> {
        let here = self.0.index.links.of(entity.kind).of(entity.place).iter();
        here.filter_map(|&(place, end)| self.0.links.get(place).map(|link| (link, end)))
    }

    /// The memberships of a member on all days.
    pub(super) fn memberships_of(&self, member: Idx<Member>) -> impl Iterator<Item = &Membership> {
        self.0.index.of_member.of(member.place()).iter().filter_map(|&place| self.0.memberships.get(place))
    }

    /// Where a check stands in the text: the entity's nth, counted from 0.
    pub(crate) fn check_place(&self, entity: Entity, nth: usize, check: &Check) -> Place {
        self.place(format!("{}[{}].checks[{nth}]", list_key(entity.kind), entity.place), &check.bytes)
    }

    /// Where the kind of a link stands in the text: the roster's nth link, counted from 0.
    pub(crate) fn link_kind_place(&self, nth: usize, link: &Link) -> Place {
        self.place(format!("links[{nth}].kind"), &link.bytes.kind)
    }

    /// Where the end of a link stands in the text: the roster's nth link, counted from 0.
    pub(crate) fn link_end_place(&self, nth: usize, link: &Link, end: End) -> Place {
        match end {
            End::From => self.place(format!("links[{nth}].from"), &link.bytes.from),
            End::To => self.place(format!("links[{nth}].to"), &link.bytes.to),
        }
    }

    fn place(&self, path: String, bytes: &Range<usize>) -> Place {
        let text = self.0.source.get(bytes.clone()).unwrap_or("");
        self.0.source.place(path, bytes.clone(), unquoted(text))
    }
}
