//! Into which groups subjects fall, and what these are called: for ranks and quotas, publishing and roll-ups.

use std::sync::Arc;

use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::{Board, Class, Grouping, Relation};
use crate::{Date, EntityKind};

/// The groups that a subject is in on a day, by id; of a party its name.
pub(super) fn groups_of(
    facts: &Facts<'_>,
    board: Idx<Board>,
    by: Grouping,
    subject: Entity,
    day: Date,
) -> Vec<Arc<str>> {
    let ids =
        |entities: Vec<Entity>| entities.into_iter().map(|entity| facts.roster.id(entity).shared().clone()).collect();
    let mut groups: Vec<Arc<str>> = match by {
        Grouping::Class => {
            let fits = |class: &&Class| facts.applies(&class.applies, subject, day);
            let class = facts.rules.boards[board].classes.iter().find(fits);
            class.map(|class| class.id.as_str().into()).into_iter().collect()
        }
        Grouping::Sector => ids(facts.bodies_of(subject, EntityKind::Sector, day)),
        Grouping::Committee => ids(facts.bodies_of(subject, EntityKind::Committee, day)),
        Grouping::Group => ids(facts.bodies_of(subject, EntityKind::Group, day)),
        Grouping::Studio => ids(facts.related(subject, Relation::Membership, None, day)),
        Grouping::Party => facts.parties_of(subject, day),
    };
    groups.sort();
    groups.dedup();
    groups
}

/// What a group is called; its id where nothing else is known.
pub(super) fn label(facts: &Facts<'_>, board: Idx<Board>, by: Grouping, group: &str) -> Arc<str> {
    let class = || facts.rules.boards[board].classes.iter().find(|class| class.id == *group);
    let entity = |kind| facts.roster.find(kind, group).map(|entity| facts.roster.name(entity).clone());
    let label = match (by, by.entities()) {
        (Grouping::Class, _) => class().map(|class| class.label.clone()),
        (_, kind) => kind.and_then(entity),
    };
    label.unwrap_or_else(|| group.into())
}
