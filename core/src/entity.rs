use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Id, Lang};

/// The kinds of entity in a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// An entity as rosters write the ends of links: its kind and its id, with a colon between them. In JSON it is that text.
///
/// ```
/// use lvzhi::{EntityKind, EntityRef};
/// let economic: EntityRef = "committee:economic".parse()?;
/// assert_eq!((economic.kind, economic.id.as_str()), (EntityKind::Committee, "economic"));
/// assert_eq!(economic, EntityRef::new(EntityKind::Committee, "economic"));
/// assert_eq!(economic.to_string(), "committee:economic");
/// # Ok::<(), lvzhi::BadEntityRef>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef {
    /// What it is.
    pub kind: EntityKind,
    /// Its id, unique within the kind.
    pub id: Id,
}

impl EntityRef {
    /// The entity of that kind and id.
    pub fn new(kind: EntityKind, id: impl Into<Id>) -> Self {
        EntityRef { kind, id: id.into() }
    }
}

/// A text that is no kind and id with a colon between them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no entity: write its kind and its id, as `committee:economic`")]
pub struct BadEntityRef(String);

impl FromStr for EntityRef {
    type Err = BadEntityRef;

    /// Reads `kind:id`; whatever follows the first colon is the id.
    fn from_str(text: &str) -> Result<Self, BadEntityRef> {
        let parts = text.split_once(':').filter(|(_, id)| !id.is_empty());
        parts
            .and_then(|(kind, id)| Some(EntityRef::new(kind.parse().ok()?, id)))
            .ok_or_else(|| BadEntityRef(text.to_owned()))
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{}", self.kind.word(), self.id))
    }
}

crate::text::as_text!(EntityRef: "An entity: its kind and its id, as `committee:economic`.");

#[cfg(test)]
mod tests {
    use super::{EntityKind, EntityRef};

    #[test]
    fn an_entity_is_its_kind_and_its_id() {
        let one: EntityRef = "member:a:b".parse().unwrap();
        assert_eq!(one, EntityRef::new(EntityKind::Member, "a:b"), "an id may hold a colon");
        assert_eq!(serde_json::to_string(&one).unwrap(), "\"member:a:b\"");
        assert_eq!(serde_json::from_str::<EntityRef>("\"member:a:b\"").unwrap(), one);
        for bad in ["", "member", "member:", ":a", "person:a", "Member:a"] {
            assert_eq!(
                bad.parse::<EntityRef>().unwrap_err().to_string(),
                format!("`{bad}` names no entity: write its kind and its id, as `committee:economic`")
            );
        }
    }
}
