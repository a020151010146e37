use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Lang;

/// The kinds of entity in a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// 委员
    Member,
    /// 界别
    Sector,
    /// 专门委员会
    Committee,
    /// 界别活动组, 联络组
    Group,
    /// 联系单位
    Unit,
    /// 委员工作室
    Studio,
}

impl EntityKind {
    /// Every kind, in the order of the roster's lists.
    pub const ALL: [EntityKind; 6] = [
        EntityKind::Member,
        EntityKind::Sector,
        EntityKind::Committee,
        EntityKind::Group,
        EntityKind::Unit,
        EntityKind::Studio,
    ];

    /// The kind's word in rulebooks and rosters.
    pub const fn word(self) -> &'static str {
        match self {
            EntityKind::Member => "member",
            EntityKind::Sector => "sector",
            EntityKind::Committee => "committee",
            EntityKind::Group => "group",
            EntityKind::Unit => "unit",
            EntityKind::Studio => "studio",
        }
    }

    /// The kind's name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        let zh = match self {
            EntityKind::Member => "委员",
            EntityKind::Sector => "界别",
            EntityKind::Committee => "专委会",
            EntityKind::Group => "活动组",
            EntityKind::Unit => "单位",
            EntityKind::Studio => "工作室",
        };
        lang.choose(zh, self.word())
    }
}

/// A text that is no kind of entity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of entity `{0}`: write `member`, `sector`, `committee`, `group`, `unit` or `studio`")]
pub struct UnknownEntityKind(String);

impl FromStr for EntityKind {
    type Err = UnknownEntityKind;

    fn from_str(text: &str) -> Result<Self, UnknownEntityKind> {
        EntityKind::ALL.into_iter().find(|kind| kind.word() == text).ok_or_else(|| UnknownEntityKind(text.to_owned()))
    }
}
