use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::circle;
use super::climb::Climb;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault};
use crate::document::Spot;
use crate::rulebook::Board;
use crate::rulebook::names::{Names, peek, word};

/// Reports every `inherit` through which a board would have to be finished before itself.
pub(super) fn check(names: &Names<'_>, climb: &Climb<'_>, faults: &mut Diagnostics) {
    let mut sources: BTreeMap<Idx<Board>, BTreeSet<Idx<Board>>> = BTreeMap::new();
    let mut bequests: Vec<(Idx<Board>, Idx<Board>, Spot<'_>)> = Vec::new();
    for (place, item) in names.items.spots().into_iter().enumerate() {
        let Some(inherit) = peek(item, "inherit") else { continue };
        let heir = climb.item(Idx::new(place)).and_then(|parent| climb.board(parent));
        let source = word(inherit, "board").and_then(|id| names.boards.place(id)).map(Idx::new);
        if let (Some(heir), Some(source)) = (heir, source) {
            sources.entry(heir).or_default().insert(source);
            bequests.push((heir, source, inherit));
        }
    }
    let boards = names.boards.spots();
    let id = |board: Idx<Board>| boards.get(board.place()).and_then(|spot| word(*spot, "id")).unwrap_or("");
    for (heir, source, inherit) in bequests {
        if let Some(way) = way(source, heir, &sources) {
            let path = circle(std::iter::once(heir).chain(way).map(id));
            inherit.holder_fault(faults, Fault::Cycle { path });
        }
    }
}

/// The shortest way along the boards from which each inherits, both ends included.
fn way(
    from: Idx<Board>,
    to: Idx<Board>,
    sources: &BTreeMap<Idx<Board>, BTreeSet<Idx<Board>>>,
) -> Option<Vec<Idx<Board>>> {
    // From which board each was reached first.
    let mut reached = BTreeMap::from([(from, from)]);
    let mut next = VecDeque::from([from]);
    while !reached.contains_key(&to) {
        let here = next.pop_front()?;
        for source in sources.get(&here).into_iter().flatten() {
            reached.entry(*source).or_insert_with(|| {
                next.push_back(*source);
                here
            });
        }
    }
    let back = |board: &Idx<Board>| reached.get(board).copied().filter(|_| *board != from);
    let mut way: Vec<_> = std::iter::successors(Some(to), back).collect();
    way.reverse();
    Some(way)
}
