//! 名册变动: what is different between two days.

mod compare;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Named;
use crate::Date;

/// 名册变动: what is different on the later of two days. What came and went in between does not show.
///
/// Every change has the first day since which it is, without a break, as it is on the later day: who left on the last day of June is gone
/// `on` the first of July.
///
/// Not compared are names, a member's party and tags, a studio's type, mode and region, a unit's type, and anybody's attributes and checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Changes {
    /// The earlier day.
    pub from: Date,
    /// The later day.
    pub to: Date,
    /// Who came to sit, and who sits no longer, by member.
    pub members: Vec<MemberChange>,
    /// Which studios were manned and which were left by all, by studio: nobody had a seat there on the one day, and somebody has on the
    /// other.
    pub studios: Vec<StudioChange>,
    /// Who came to a studio, left one, or has other roles there, by studio and member. A member who no longer sits has left.
    pub seats: Vec<SeatChange>,
    /// Which members joined and left sectors, committees and groups, by member; then which studios came to be of another sector, by
    /// studio. Of members those who sit on both days.
    pub bodies: Vec<BodyChange>,
    /// Which posts members gained and lost, by member. Of members who sit on both days.
    pub posts: Vec<PostChange>,
    /// Which links began and ended, by kind and ends.
    pub links: Vec<LinkChange>,
    /// Which studios are in another state, by studio.
    pub states: Vec<StateChange>,
}

/// Whether something ended or began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It holds on the earlier day and not on the later.
    Ended,
    /// It holds on the later day and not on the earlier.
    Began,
}

/// 委员增减: a member who came to sit or sits no longer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MemberChange {
    /// Who.
    pub member: Named,
    /// Whether the member came or went.
    pub change: Change,
    /// The first day on which it is so.
    pub on: Date,
}

/// 新设和停用: a studio in which the first members took their seats, or which the last left. Who they are is among the seats.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StudioChange {
    /// Which studio.
    pub studio: Named,
    /// Whether it was manned or left.
    pub change: Change,
    /// How many members came, or left.
    pub members: u32,
    /// The first day on which it is so.
    pub on: Date,
}

/// 驻室变动: a member who came to a studio, left it, or has other roles there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SeatChange {
    /// Where.
    pub studio: Named,
    /// Who.
    pub member: Named,
    /// The member's roles on the earlier day, in the roster's words; none where the member had no seat, empty for a seat without a role.
    pub before: Option<Vec<Arc<str>>>,
    /// The member's roles on the later day, likewise.
    pub after: Option<Vec<Arc<str>>>,
    /// The first day on which it is so.
    pub on: Date,
}

/// A member who joined or left a sector, committee or group, or a studio of another sector. A move is two of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BodyChange {
    /// Who: a member, or a studio.
    pub entity: Named,
    /// The sector, committee or group; of a studio always a sector.
    pub body: Named,
    /// Whether it was joined or left.
    pub change: Change,
    /// The first day on which it is so.
    pub on: Date,
}

/// 职务变动: a post that a member gained or lost.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PostChange {
    /// Who.
    pub member: Named,
    /// The post, in the roster's word.
    pub post: Arc<str>,
    /// Whether it was gained or lost.
    pub change: Change,
    /// The first day on which it is so.
    pub on: Date,
}

/// 联系变动: a link that began or ended. Links of one kind between the same two, in the same direction, are taken together: that one ends
/// is no change while another holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LinkChange {
    /// The kind of link, in the roster's word.
    pub kind: Arc<str>,
    /// The one end.
    pub from: Named,
    /// The other end.
    pub to: Named,
    /// Whether it began or ended.
    pub change: Change,
    /// The first day on which it is so.
    pub on: Date,
}

/// 状态变动: a studio that is in another state.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StateChange {
    /// Which studio.
    pub studio: Named,
    /// Its state on the earlier day, in the roster's word; none before its history begins.
    pub before: Option<Arc<str>>,
    /// Its state on the later day.
    pub after: Arc<str>,
    /// The first day on which it is so.
    pub on: Date,
}

impl Changes {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
            && self.studios.is_empty()
            && self.seats.is_empty()
            && self.bodies.is_empty()
            && self.posts.is_empty()
            && self.links.is_empty()
            && self.states.is_empty()
    }
}
