use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::names::Names;
use super::read::Reading;
use super::tree::Tree;
use super::{Board, Child};
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Noun};
use crate::document::{Fields, Spot};

/// `rank`: the order and the partitions of a ranking.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rank {
    pub(crate) ties: Ties,
    /// Nodes (categories or items) whose published figures break ties.
    pub(crate) breaks: Vec<Child>,
    /// Empty: one ranking of all.
    pub(crate) among: Vec<Grouping>,
}

/// How equals are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ties {
    /// 1 2 2 4
    #[default]
    Skip,
    /// 1 2 2 3
    Dense,
    /// 1 2 3 4, by id
    Ordinal,
}

/// 分组: what the subjects of a board are grouped by, in a ranking, in a quota, in a [`Rollup`](crate::Rollup). It is written, and
/// prints, as rulebooks write it under `among`.
///
/// ```
/// use lvzhi::Grouping;
/// assert_eq!("sector".parse(), Ok(Grouping::Sector));
/// assert_eq!(Grouping::Committee.to_string(), "committee");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Grouping {
    /// 分类: one of the board's `classes`, the first that fits.
    Class,
    /// 界别
    Sector,
    /// 专门委员会
    Committee,
    /// 界别活动组, 联络组
    Group,
    /// 委员工作室: those in which a member has a seat, in whatever role.
    Studio,
    /// 党派
    Party,
}

impl Rank {
    pub(super) fn read(
        spot: Spot<'_>,
        board: Idx<Board>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Option<Rank> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let words = [("skip", Ties::Skip), ("dense", Ties::Dense), ("ordinal", Ties::Ordinal)];
        let ties = fields.optional("ties").and_then(|ties| ties.word(&words, faults)).unwrap_or_default();
        let among = Grouping::read(&fields, subject, faults);
        let breaks = fields.optional("break").map(Spot::list_or_one).unwrap_or_default();
        fields.finish(faults);
        let (names, tree) = (&reading.names, &reading.tree);
        let breaks = breaks.into_iter().filter_map(|node| node_of(node, board, names, tree, faults)).collect();
        Some(Rank { ties, breaks, among })
    }
}

/// Reads the id of a category or an item of that board.
fn node_of(
    spot: Spot<'_>,
    board: Idx<Board>,
    names: &Names<'_>,
    tree: &Tree<'_>,
    faults: &mut Diagnostics,
) -> Option<Child> {
    let id = spot.text(faults)?;
    let category = names.categories.place(id).map(|place| (&names.categories, place, Child::Category(Idx::new(place))));
    let item = || names.items.place(id).map(|place| (&names.items, place, Child::Item(Idx::new(place))));
    let found = category.or_else(item);
    let on_board = |(table, _): &(Spot<'_>, _)| tree.above(*table).is_none_or(|above| above.board == board);
    let node = found.filter(|(named, place, _)| named.0.get(*place).is_some_and(on_board)).map(|(_, _, node)| node);
    if node.is_none() {
        let known =
            names.categories.0.iter().chain(&names.items.0).filter(|named| on_board(named)).filter_map(|(_, id)| *id);
        spot.fault(
            faults,
            Fault::UnknownReference { what: Noun::Node, name: id.to_owned(), near: faults.nearest(id, known) },
        );
    }
    node
}

impl Grouping {
    /// Every grouping.
    pub const ALL: [Grouping; 6] =
        [Grouping::Class, Grouping::Sector, Grouping::Committee, Grouping::Group, Grouping::Studio, Grouping::Party];

    /// The grouping's word in rulebooks.
    pub const fn word(self) -> &'static str {
        match self {
            Grouping::Class => "class",
            Grouping::Sector => "sector",
            Grouping::Committee => "committee",
            Grouping::Group => "group",
            Grouping::Studio => "studio",
            Grouping::Party => "party",
        }
    }

    /// The kind of entity that its groups are; none where they are not entities of a roster.
    pub(crate) const fn entities(self) -> Option<EntityKind> {
        match self {
            Grouping::Class | Grouping::Party => None,
            Grouping::Sector => Some(EntityKind::Sector),
            Grouping::Committee => Some(EntityKind::Committee),
            Grouping::Group => Some(EntityKind::Group),
            Grouping::Studio => Some(EntityKind::Studio),
        }
    }

    /// Whether subjects of that kind can be told apart by it: members by all, studios by class and sector, the others by class.
    pub fn splits(self, subject: EntityKind) -> bool {
        match self {
            Grouping::Class => true,
            Grouping::Sector => matches!(subject, EntityKind::Member | EntityKind::Studio),
            Grouping::Committee | Grouping::Group | Grouping::Studio | Grouping::Party => subject == EntityKind::Member,
        }
    }

    /// Reads the key `among` of a ranking or a quota.
    pub(super) fn read(fields: &Fields<'_>, subject: Option<EntityKind>, faults: &mut Diagnostics) -> Vec<Grouping> {
        let words = fields.optional("among").map(Spot::list_or_one).unwrap_or_default();
        let known = Grouping::ALL.map(|grouping| (grouping.word(), grouping));
        let mut list = Vec::new();
        for spot in words {
            let Some(among) = spot.word(&known, faults) else { continue };
            if let Some(subject) = subject.filter(|subject| !among.splits(*subject)) {
                let key = spot.text(faults).unwrap_or_default().to_owned();
                faults.push(Fault::WrongSubject { key, subject }, fields.key_place("among"));
            }
            list.push(among);
        }
        list
    }
}

/// A text that is no grouping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown grouping `{0}`: write `class`, `sector`, `committee`, `group`, `studio` or `party`")]
pub struct UnknownGrouping(String);

impl FromStr for Grouping {
    type Err = UnknownGrouping;

    fn from_str(text: &str) -> Result<Self, UnknownGrouping> {
        Grouping::ALL
            .into_iter()
            .find(|grouping| grouping.word() == text)
            .ok_or_else(|| UnknownGrouping(text.to_owned()))
    }
}

impl fmt::Display for Grouping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};
    use super::{Grouping, Ties};

    /// A board of studios with a category and an item of its own.
    fn board(rank: &str) -> String {
        format!(
            "[[board]]\nid = \"studio\"\ntitle = \"工作室积分\"\nsubject = \"studio\"\nrank = {rank}\n\
             [[category]]\nid = \"a\"\nin = \"studio\"\nlabel = \"甲\"\n[[category]]\nid = \"b\"\nin = \"member\"\nlabel = \"乙\"\n\
             [[item]]\nid = \"c\"\nin = \"studio\"\nlabel = \"丙\"\nbase = true\npoints = 1\n"
        )
    }

    #[test]
    fn ties_breaks_and_partitions() {
        let rulebook =
            accepted(&board("{ ties = \"dense\", break = [\"a\", \"c\"], among = [\"class\", \"sector\"] }"));
        let rank = rulebook
            .rules()
            .boards
            .iter()
            .next_back()
            .map(|board| &board.rank)
            .map(|rank| (rank.ties, rank.breaks.len(), rank.among.clone()));
        assert_eq!(rank, Some((Ties::Dense, 2, vec![Grouping::Class, Grouping::Sector])));
        accepted(&board("{ break = \"a\", among = \"class\" }"));
        refused("bad-value", &board("{ ties = \"«skipped»\" }"));
        refused("bad-value", &board("{ among = \"«type»\" }"));
        refused("unknown-reference", &board("{ break = \"«d»\" }"));
        refused("unknown-reference", &board("{ break = [\"a\", \"«b»\"] }"));
        refused("unknown-reference", &board("{ break = \"«studio»\" }"));
        refused("unknown-key", &board("{ «tie» = \"skip\" }"));
        refused("wrong-type", &board("«true»"));
    }

    #[test]
    fn every_grouping_is_read_as_it_prints() {
        for grouping in Grouping::ALL {
            assert_eq!(grouping.to_string().parse(), Ok(grouping));
        }
        assert!("Sector".parse::<Grouping>().is_err());
    }

    #[test]
    fn a_studio_is_in_no_committee() {
        refused("wrong-subject", &board("{ «among» = \"committee\" }"));
        refused("wrong-subject", &board("{ ties = \"skip\", «among» = [\"class\", \"studio\"] }"));
    }
}
