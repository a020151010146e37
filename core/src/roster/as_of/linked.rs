use serde::{Deserialize, Serialize};

use super::super::{End, Named};
use super::AsOf;
use crate::diagnostic::Diagnostics;
use crate::{Date, EntityRef};

/// 联系: what a link joins to the entity that was asked of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Linked {
    /// What stands at the other end.
    pub other: Named,
    /// At which end the entity that was asked of stands.
    pub end: End,
    /// The first day; none where the roster names none.
    pub since: Option<Date>,
    /// The last day; none where the roster names none.
    pub until: Option<Date>,
}

impl AsOf<'_> {
    /// The links of a kind at an entity that hold on the day, whichever end it stands at, in the order of what they join it to; several
    /// links to the same entity are several answers. Which kinds there are only a rulebook knows: of one that no link has there are none.
    /// A member at the other end need not sit on the day.
    pub fn linked(&self, entity: &EntityRef, kind: &str) -> Result<Vec<Linked>, Diagnostics> {
        let entity = self.roster.known(entity.kind, &entity.id)?;
        let links = self.roster.links_of(entity).filter(|(link, _)| &*link.kind.value == kind);
        let here = links.filter(|(link, _)| link.kind.holds_on(self.day));
        let mut linked: Vec<Linked> = here
            .map(|(link, end)| Linked {
                other: self.roster.named(link.at(end.other())),
                end,
                since: link.kind.from,
                until: link.kind.to,
            })
            .collect();
        linked.sort();
        Ok(linked)
    }
}
