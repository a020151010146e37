use std::collections::BTreeSet;

use super::climb::Climb;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Limit};
use crate::document::Spot;
use crate::rulebook::measure;
use crate::rulebook::names::{Names, peek, word};

/// The most factors (weights and entries of `times`) along one line, from the item up to the board: what keeps a value within 128 bits.
const FACTORS: usize = 6;

/// Checks each item together with what stands over it.
pub(super) fn check(names: &Names<'_>, climb: &Climb<'_>, faults: &mut Diagnostics) {
    // A node with `best` is reported once, whatever hangs below it.
    let mut reported = BTreeSet::new();
    for (place, item) in names.items.spots().into_iter().enumerate() {
        let parent = climb.item(Idx::new(place)).filter(|parent| climb.board(*parent).is_some());
        let way: Vec<_> =
            std::iter::once(item).chain(parent.into_iter().flat_map(|parent| climb.way(parent))).collect();
        if way.iter().map(|node| factors(*node)).sum::<usize>() > FACTORS {
            item.holder_fault(faults, Fault::TooLarge { what: Limit::Factors });
        }
        if measure::has_lines(item) {
            continue;
        }
        for node in way.into_iter().filter(|node| word(*node, "best") == Some("work")) {
            if let Some(fields) = node.fields(faults).filter(|_| reported.insert(node.start())) {
                let item = word(item, "id").unwrap_or_default().to_owned();
                faults.push(Fault::BestOverCounting { item }, fields.key_place("best"));
            }
        }
    }
}

/// How many factors a node puts on the lines below it.
fn factors(node: Spot<'_>) -> usize {
    let times = peek(node, "times").map_or(0, |times| times.list_or_one().len());
    times + usize::from(peek(node, "weight").is_some())
}
