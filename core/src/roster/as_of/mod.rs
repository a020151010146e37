//! 某日的名册: who is where, and what is linked to what, on one day.

mod linked;
mod seat;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use linked::Linked;
pub use seat::Seat;

use super::{Entity, Named, Roster};
use crate::diagnostic::Diagnostics;
use crate::{Date, EntityKind};

/// 某日的名册: a roster on one day, to ask who is where and what is linked to what. Spans of days include both their ends.
///
/// Whatever is asked by the id of something that the roster has not got is an error that names the nearest id (`unknown-member`,
/// `unknown-studio` …), never an empty answer. Answers are in the order of ids, whatever the order of the roster.
///
/// ```
/// use lvzhi::Roster;
/// let roster = Roster::from_json(
///     r#"{
///         "members": [{ "id": "M1", "name": "甲", "committees": ["economic"] }, { "id": "M2", "name": "乙", "left": "2023-03-31" }],
///         "committees": [{ "id": "economic", "name": "经济委员会" }],
///         "studios": [{ "id": "S1", "name": "经济界委员工作室" }],
///         "memberships": [{ "member": "M1", "studio": "S1", "role": "head" }, { "member": "M2", "studio": "S1", "role": "resident" }],
///         "links": [{ "kind": "committee-studio", "from": "committee:economic", "to": "studio:S1", "since": "2022-05-01" }]
///     }"#,
/// )?;
/// let spring = roster.as_of("2023-03-31".parse()?);
/// let names = |seats: &[lvzhi::roster::Seat]| seats.iter().map(|seat| seat.member.name.to_string()).collect::<Vec<_>>();
/// assert_eq!(names(&spring.members_of("S1", None)?), ["甲", "乙"]);
/// assert_eq!(names(&spring.members_of("S1", Some("head"))?), ["甲"]);
/// assert_eq!(spring.studios_of("M2")?[0].studio.id, "S1");
/// assert_eq!(spring.committees_of("M1")?[0].name.as_ref(), "经济委员会");
/// assert_eq!(spring.linked(&"studio:S1".parse()?, "committee-studio")?[0].other.id, "economic");
///
/// let april = roster.as_of("2023-04-01".parse()?);
/// assert_eq!(names(&april.members_of("S1", None)?), ["甲"]); // 乙 left
///
/// let fault = april.studios_of("M11").unwrap_err();
/// assert_eq!(fault.to_string(), "[unknown-member] the roster has no member `M11`; did you mean `M1`?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AsOf<'r> {
    roster: &'r Roster,
    day: Date,
}

impl Roster {
    /// The roster on a day, to be asked.
    pub fn as_of(&self, day: Date) -> AsOf<'_> {
        AsOf { roster: self, day }
    }
}

impl AsOf<'_> {
    /// The day.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Whether a member sits on the day: neither before `joined` nor after `left`.
    pub fn sits(&self, member: &str) -> Result<bool, Diagnostics> {
        self.roster.known(EntityKind::Member, member).map(|member| self.seated_here(member))
    }

    /// The members who sit on the day, by id.
    pub fn seated(&self) -> Vec<Named> {
        self.in_order(self.roster.entities(EntityKind::Member).filter(|&member| self.seated_here(member)))
    }

    /// The sector of a member on the day, whether the member sits or not.
    pub fn sector_of(&self, member: &str) -> Result<Option<Named>, Diagnostics> {
        self.bodies_of(member, EntityKind::Sector).map(|sectors| sectors.into_iter().next())
    }

    /// The committees of a member on the day, by id, whether the member sits or not.
    pub fn committees_of(&self, member: &str) -> Result<Vec<Named>, Diagnostics> {
        self.bodies_of(member, EntityKind::Committee)
    }

    /// The groups of a member on the day, by id, whether the member sits or not.
    pub fn groups_of(&self, member: &str) -> Result<Vec<Named>, Diagnostics> {
        self.bodies_of(member, EntityKind::Group)
    }

    /// The members of a sector who sit on the day, by id.
    pub fn sector_members(&self, sector: &str) -> Result<Vec<Named>, Diagnostics> {
        self.members_within(EntityKind::Sector, sector)
    }

    /// The members of a committee who sit on the day, by id.
    pub fn committee_members(&self, committee: &str) -> Result<Vec<Named>, Diagnostics> {
        self.members_within(EntityKind::Committee, committee)
    }

    /// The members of a group who sit on the day, by id.
    pub fn group_members(&self, group: &str) -> Result<Vec<Named>, Diagnostics> {
        self.members_within(EntityKind::Group, group)
    }

    /// The state of a studio on the day, in the word of its history: that of the last entry, as listed, that is dated on or before it.
    pub fn state_of(&self, studio: &str) -> Result<Option<Arc<str>>, Diagnostics> {
        let studio = self.roster.known(EntityKind::Studio, studio)?;
        Ok(self.roster.register().studios.nth(studio.place).and_then(|studio| studio.state_on(self.day)).cloned())
    }

    fn bodies_of(&self, member: &str, kind: EntityKind) -> Result<Vec<Named>, Diagnostics> {
        let member = self.roster.known(EntityKind::Member, member)?;
        Ok(self.in_order(self.roster.bodies_of(member, kind, self.day)))
    }

    fn members_within(&self, kind: EntityKind, body: &str) -> Result<Vec<Named>, Diagnostics> {
        let body = self.roster.known(kind, body)?;
        let members = self.roster.members_within(body, self.day).map(Entity::from);
        Ok(self.in_order(members.filter(|&member| self.seated_here(member))))
    }

    fn seated_here(&self, member: Entity) -> bool {
        self.roster.register().members.nth(member.place).is_some_and(|member| member.sits_on(self.day))
    }

    /// Each once, by id.
    fn in_order(&self, entities: impl Iterator<Item = Entity>) -> Vec<Named> {
        entities.map(|entity| self.roster.named(entity)).collect::<BTreeSet<_>>().into_iter().collect()
    }
}
