use std::collections::BTreeMap;
use std::sync::Arc;

use super::grouping::groups_of;
use super::standing::Standing;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::{Board, Grouping, Ties};
use crate::{Date, Figure};

/// The ranked subjects by partition, as places in the list of standings, best first.
#[derive(Debug, Default)]
pub(crate) struct Partitions(BTreeMap<Arc<str>, Vec<usize>>);

impl Partitions {
    /// Splits the ranked subjects. Without anything to split by there is one partition, whose name is empty; those who belong to none
    /// of the combinations are together in the partition `none`.
    pub(crate) fn new(facts: &Facts<'_>, board: Idx<Board>, among: &[Grouping], day: Date, list: &[Standing]) -> Self {
        let mut partitions: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
        for (place, standing) in list.iter().enumerate().filter(|(_, standing)| standing.assessed) {
            for name in names(facts, board, among, standing.subject, day) {
                partitions.entry(name.into()).or_default().push(place);
            }
        }
        Partitions(partitions)
    }

    /// How many are ranked in a partition.
    pub(crate) fn size(&self, name: &str) -> usize {
        self.0.get(name).map_or(0, Vec::len)
    }

    /// Every partition.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &Vec<usize>)> {
        self.0.iter()
    }
}

/// The partitions of one subject: the combinations of what it is and belongs to.
fn names(facts: &Facts<'_>, board: Idx<Board>, among: &[Grouping], subject: Entity, day: Date) -> Vec<String> {
    let mut names = vec![String::new()];
    for (n, by) in among.iter().enumerate() {
        let slash = if n == 0 { "" } else { "/" };
        let parts = groups_of(facts, board, *by, subject, day);
        names = names.iter().flat_map(|name| parts.iter().map(move |part| format!("{name}{slash}{part}"))).collect();
    }
    names.sort();
    names.dedup();
    if names.is_empty() { vec!["none".to_owned()] } else { names }
}

/// Ranks the assessed subjects in every partition of the board.
pub(crate) fn rank(facts: &Facts<'_>, board: Idx<Board>, day: Date, list: &mut [Standing]) -> Partitions {
    let rule = &facts.rules.boards[board].rank;
    let mut partitions = Partitions::new(facts, board, &rule.among, day, list);
    let keys: Vec<Vec<Figure>> = list.iter().map(|standing| standing.key(&rule.breaks)).collect();
    for (name, places) in &mut partitions.0 {
        // The list is in the order of ids, and the sort keeps it among equals.
        places.sort_by(|&a, &b| keys.get(b).cmp(&keys.get(a)));
        let (mut rank, mut before): (u32, Option<&Vec<Figure>>) = (0, None);
        for (position, &place) in (1_u32..).zip(places.iter()) {
            let key = keys.get(place);
            if before != key || rule.ties == Ties::Ordinal {
                rank = if rule.ties == Ties::Dense { rank + 1 } else { position };
            }
            before = key;
            if let Some(standing) = list.get_mut(place) {
                standing.ranks.insert(name.clone(), rank);
            }
        }
    }
    partitions
}
