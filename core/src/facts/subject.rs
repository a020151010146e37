use std::sync::Arc;

use super::Facts;
use super::codes::word;
use crate::arena::Idx;
use crate::roster::{Entity, Member, Membership, Mode, Studio, Unit};
use crate::rulebook::{For, Relation, SubjectTest};
use crate::{Date, EntityKind, Window};

impl Facts<'_> {
    /// The entities of a kind, by id, so that the order of the roster never shows.
    pub(crate) fn by_id(&self, kind: EntityKind) -> Vec<Entity> {
        let mut entities: Vec<Entity> = self.roster.entities(kind).collect();
        entities.sort_by_key(|&entity| self.roster.id(entity));
        entities
    }

    /// Whether a rule is for the subject, on a day.
    pub(crate) fn applies(&self, to: &For, subject: Entity, day: Date) -> bool {
        to.holds(|test| self.subject_test(test, subject, day))
    }

    fn subject_test(&self, test: &SubjectTest, subject: Entity, day: Date) -> bool {
        let words = &self.rules.vocabulary;
        let member = self.as_member(subject);
        let ids = |kind| {
            self.bodies_of(subject, kind, day)
                .iter()
                .map(|&body| self.roster.id(body).shared().clone())
                .collect::<Vec<_>>()
        };
        match test {
            SubjectTest::Post(test) => {
                let held: Vec<_> = member
                    .into_iter()
                    .flat_map(|member| member.posts.on(day))
                    .map(|id| word(&words.posts, id))
                    .collect();
                test.holds(&held)
            }
            SubjectTest::Tag(test) => {
                let held: Vec<_> =
                    member.into_iter().flat_map(|member| member.tags.on(day)).map(|id| word(&words.tags, id)).collect();
                test.holds(&held)
            }
            SubjectTest::Sector(test) => test.holds(&ids(EntityKind::Sector)),
            SubjectTest::Committee(test) => test.holds(&ids(EntityKind::Committee)),
            SubjectTest::Group(test) => test.holds(&ids(EntityKind::Group)),
            SubjectTest::Party(test) => test.holds(member.into_iter().flat_map(|member| member.party.on(day))),
            SubjectTest::Region(test) => {
                test.holds(self.as_studio(subject).into_iter().flat_map(|studio| studio.region.on(day)))
            }
            SubjectTest::Type(test) => {
                let words = if subject.kind == EntityKind::Unit { &words.unit_types } else { &words.studio_types };
                let types: Vec<_> = self.types_of(subject, day).iter().map(|id| word(words, id)).collect();
                test.holds(&types)
            }
            SubjectTest::Mode(test) => {
                let modes: Vec<Mode> =
                    self.as_studio(subject).into_iter().flat_map(|studio| studio.mode.on(day).copied()).collect();
                test.holds(&modes)
            }
            SubjectTest::Attr(attr, test) => {
                let attr = &words.attrs[*attr];
                let timeline = self.roster.attrs(subject).get(attr.word.id.as_str());
                let values: Vec<_> = timeline
                    .into_iter()
                    .flat_map(|timeline| timeline.on(day))
                    .map(|id| word(&attr.values, id))
                    .collect();
                test.holds(&values)
            }
            SubjectTest::Id(test) => test.holds([self.roster.id(subject).shared()]),
        }
    }

    fn as_member(&self, subject: Entity) -> Option<&Member> {
        (subject.kind == EntityKind::Member).then(|| self.register().members.nth(subject.place)).flatten()
    }

    /// The studio that an entity is.
    pub(crate) fn as_studio(&self, subject: Entity) -> Option<&Studio> {
        (subject.kind == EntityKind::Studio).then(|| self.register().studios.nth(subject.place)).flatten()
    }

    /// The types that a studio or a unit has on a day.
    pub(super) fn types_of(&self, entity: Entity, day: Date) -> Vec<Arc<str>> {
        let unit: Option<&Unit> =
            (entity.kind == EntityKind::Unit).then(|| self.register().units.nth(entity.place)).flatten();
        let timeline = self.as_studio(entity).map(|studio| &studio.kind).or(unit.map(|unit| &unit.kind));
        timeline.into_iter().flat_map(|kinds| kinds.on(day)).cloned().collect()
    }

    /// The sectors, committees or groups (by `kind`) to which a member belongs on a day, or the sector of a studio.
    pub(crate) fn bodies_of(&self, entity: Entity, kind: EntityKind, day: Date) -> Vec<Entity> {
        self.roster.bodies_of(entity, kind, day).collect()
    }

    /// The parties of a member on a day.
    pub(crate) fn parties_of(&self, entity: Entity, day: Date) -> Vec<Arc<str>> {
        self.as_member(entity).into_iter().flat_map(|member| member.party.on(day)).cloned().collect()
    }

    /// Whether a member sits throughout a span of days; others always do.
    pub(crate) fn seated_throughout(&self, subject: Entity, window: Window) -> bool {
        self.as_member(subject).is_none_or(|member| member.sits_throughout(window))
    }

    /// Whether the subject is assessed at all, whatever a board says.
    pub(crate) fn scored(&self, subject: Entity) -> bool {
        self.as_member(subject).is_none_or(|member| member.scored)
    }

    /// The distinct entities at the other end of a relation that holds on a day.
    pub(crate) fn related(&self, subject: Entity, relation: Relation, role: Option<&str>, day: Date) -> Vec<Entity> {
        let mut others = match relation {
            Relation::Membership => self.seats(subject, role, day),
            Relation::Sector => self.belonging(subject, EntityKind::Sector, day),
            Relation::Committee => self.belonging(subject, EntityKind::Committee, day),
            Relation::Group => self.belonging(subject, EntityKind::Group, day),
            Relation::Link(kind, end) => {
                let kind = &self.rules.vocabulary.links[kind].id;
                self.roster.linked(subject, kind, end, day).collect()
            }
        };
        others.sort();
        others.dedup();
        others
    }

    fn seats(&self, subject: Entity, role: Option<&str>, day: Date) -> Vec<Entity> {
        let as_role = |seat: &&Membership| role.is_none_or(|role| seat.role.value.as_deref() == Some(role));
        let studio = |seat: &Membership| Entity::from(seat.studio);
        let member = |seat: &Membership| Entity::from(seat.member);
        match subject.kind {
            EntityKind::Member => {
                self.roster.studios_of(Idx::new(subject.place), day).filter(as_role).map(studio).collect()
            }
            EntityKind::Studio => {
                self.roster.members_in(Idx::new(subject.place), day).filter(as_role).map(member).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What a member or studio belongs to; of a sector, committee or group its members.
    fn belonging(&self, subject: Entity, kind: EntityKind, day: Date) -> Vec<Entity> {
        if subject.kind != kind {
            return self.bodies_of(subject, kind, day);
        }
        self.roster.members_within(subject, day).map(Entity::from).collect()
    }
}
