use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::{Membership, Named};
use super::AsOf;
use crate::arena::Idx;
use crate::diagnostic::Diagnostics;
use crate::{Date, EntityKind};

/// 驻室: a member's seat in a studio.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Seat {
    /// Whose it is.
    pub member: Named,
    /// Where it is.
    pub studio: Named,
    /// As what, in the word of the roster.
    pub role: Option<Arc<str>>,
    /// The first day; none where the roster names none.
    pub from: Option<Date>,
    /// The last day; none where the roster names none.
    pub to: Option<Date>,
}

impl AsOf<'_> {
    /// In which studios a member has a seat on the day, by studio id; several roles in one studio are several seats. A member who does
    /// not sit on the day has none.
    pub fn studios_of(&self, member: &str) -> Result<Vec<Seat>, Diagnostics> {
        let member = self.roster.known(EntityKind::Member, member)?;
        Ok(self.seats(self.roster.studios_of(Idx::new(member.place), self.day)))
    }

    /// Who has a seat in a studio on the day, by member id: in that role, or in any. Those who do not sit on the day have none.
    pub fn members_of(&self, studio: &str, role: Option<&str>) -> Result<Vec<Seat>, Diagnostics> {
        let studio = self.roster.known(EntityKind::Studio, studio)?;
        let members = self.roster.members_in(Idx::new(studio.place), self.day);
        Ok(self.seats(members.filter(|seat| role.is_none_or(|role| seat.role.value.as_deref() == Some(role)))))
    }

    fn seats<'m>(&self, memberships: impl Iterator<Item = &'m Membership>) -> Vec<Seat> {
        let here = memberships.filter(|membership| self.seated_here(membership.member.into()));
        let seat = |membership: &Membership| Seat {
            member: self.roster.named(membership.member.into()),
            studio: self.roster.named(membership.studio.into()),
            role: membership.role.value.clone(),
            from: membership.role.from,
            to: membership.role.to,
        };
        let mut seats: Vec<Seat> = here.map(seat).collect();
        seats.sort();
        seats
    }
}
