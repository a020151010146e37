use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Dated, Entity, Member, Studio};
use crate::arena::Idx;

/// 驻室: a member in a studio, with a role and dates.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    pub(crate) member: Idx<Member>,
    pub(crate) studio: Idx<Studio>,
    /// The role, and the days on which it holds.
    pub(crate) role: Dated<Option<Arc<str>>>,
}

/// 联系: a dated link of a declared kind between two entities.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// The kind, and the days on which the link holds.
    pub(crate) kind: Dated<Arc<str>>,
    pub(crate) from: Entity,
    pub(crate) to: Entity,
    pub(crate) bytes: LinkBytes,
}

/// The bytes on which the parts of a link stand in the roster's text; only a rulebook knows which kinds there are, and between what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkBytes {
    pub(crate) kind: Range<usize>,
    pub(crate) from: Range<usize>,
    pub(crate) to: Range<usize>,
}

/// Which end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The end that is written first.
    From,
    /// The end that it leads to.
    To,
}

impl Link {
    /// The entity at an end.
    pub(crate) fn at(&self, end: End) -> Entity {
        match end {
            End::From => self.from,
            End::To => self.to,
        }
    }
}

impl End {
    /// The other end.
    pub(crate) fn other(self) -> End {
        match self {
            End::From => End::To,
            End::To => End::From,
        }
    }
}
