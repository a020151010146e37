//! Partitions, and the ranks within them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::asks::passes;
use super::day::Day;
use super::judge::Row;
use super::shape::{each, list, word};
use super::tree::Node;
use super::world::{Subject, World};

/// The members of each partition, by the places of their rows. Only the ranked are in one.
pub(super) type Groups = BTreeMap<String, Vec<usize>>;

/// The partitions of a board's ranked rows.
pub(super) fn partitions(board: Node, among: Option<&Value>, rows: &[Row], day: Day, world: &World) -> Groups {
    let mut groups = Groups::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.ranked) {
        for name in names(board, among, row.subject, day, world) {
            groups.entry(name).or_default().push(place);
        }
    }
    groups
}

/// The partitions in which a subject stands: `none` where it has none.
fn names(board: Node, among: Option<&Value>, subject: Subject, day: Day, world: &World) -> BTreeSet<String> {
    let mut names: Option<BTreeSet<String>> = None;
    for part in list(among).into_iter().filter_map(Value::as_str).filter(|part| *part != "none") {
        let own: BTreeSet<&str> = match part {
            "class" => class(board, subject, day).into_iter().collect(),
            part => subject.belongs(world, part, day),
        };
        names = Some(match names {
            None => own.into_iter().map(str::to_owned).collect(),
            Some(before) => {
                before.iter().flat_map(|first| own.iter().map(move |last| format!("{first}/{last}"))).collect()
            }
        });
    }
    names.filter(|names| !names.is_empty()).unwrap_or_else(|| BTreeSet::from(["none".to_owned()]))
}

/// The first class that fits.
fn class<'a>(board: Node<'a>, subject: Subject, day: Day) -> Option<&'a str> {
    let mut classes = each(board.table, "classes").into_iter();
    classes.find(|class| passes(class.get("for"), subject, day)).map(|class| word(class, "id"))
}

/// Gives every row its rank in each of its partitions.
pub(super) fn ranks(rows: &mut [Row], groups: &Groups, ties: &str) {
    let standings: Vec<(Vec<i128>, String)> =
        rows.iter().map(|row| (row.standing.clone(), row.id.to_owned())).collect();
    for (name, group) in groups {
        let all: Vec<&(Vec<i128>, String)> = group.iter().filter_map(|place| standings.get(*place)).collect();
        for place in group {
            let Some(row) = rows.get_mut(*place) else {
                continue;
            };
            let above = all.iter().filter(|other| other.0 > row.standing);
            let rank = match ties {
                "dense" => above.map(|other| &other.0).collect::<BTreeSet<_>>().len(),
                "ordinal" => {
                    above.count()
                        + all.iter().filter(|other| other.0 == row.standing && other.1.as_str() < row.id).count()
                }
                _ => above.count(),
            };
            row.ranks.insert(name.clone(), (rank + 1, all.len()));
        }
    }
}
