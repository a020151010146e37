//! Grades: the first that fits, with quotas.

use serde_json::Value;

use super::asks::passes;
use super::day::Asking;
use super::duty::met;
use super::judge::Row;
use super::number::{ONE, decimal, figure, many, points, whole, worth};
use super::rank::{Groups, partitions};
use super::shape::{each, field, text, word, words};
use super::tree::Node;
use super::world::World;

/// A grade that somebody got.
#[derive(Clone, Copy)]
pub(super) struct Grade<'a> {
    /// What references name it by: its label where it has no id.
    pub(super) id: &'a str,
    pub(super) label: &'a str,
}

fn name(table: &Value) -> Grade<'_> {
    let label = word(table, "label");
    Grade { id: text(table, "id").unwrap_or(label), label }
}

/// Gives every ranked row its grade.
pub(super) fn award<'a>(world: &World<'a>, board: Node<'a>, rows: &mut [Row<'a>], asking: Asking) {
    let grades = world.of_board("grade", board.id);
    for row in rows.iter_mut().filter(|row| row.ranked) {
        row.grade = row.veto.map(|veto| {
            let known = grades.iter().map(|grade| name(grade)).find(|grade| grade.id == veto);
            known.unwrap_or(Grade { id: veto, label: veto })
        });
    }
    for grade in grades {
        let fits = |row: &Row| row.ranked && row.grade.is_none() && fits(world, grade, row, asking);
        let fitting: Vec<usize> =
            rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(place, _)| place).collect();
        let admitted = match field(grade, "quota") {
            None => fitting.clone(),
            Some(quota) => {
                let groups = partitions(board, quota.get("among"), rows, asking.day, world);
                admitted(quota, rows, &groups, &fitting)
            }
        };
        for place in fitting {
            let Some(row) = rows.get_mut(place) else {
                continue;
            };
            if admitted.contains(&place) {
                row.grade = Some(name(grade));
            } else {
                row.left_out.push(word(grade, "label"));
            }
        }
    }
}

/// Whether a row satisfies every condition of a grade but its quota.
fn fits(world: &World, grade: &Value, row: &Row, asking: Asking) -> bool {
    let within = |most: &dyn Fn(i128) -> i128| row.ranks.values().any(|(rank, n)| many(*rank) <= most(many(*n)));
    let band = || {
        let ends: Vec<i128> = each(grade, "band").into_iter().map(|end| decimal(end) / ONE).collect();
        let (k, of) = (ends.first().copied().unwrap_or(1), ends.get(1).copied().unwrap_or(1));
        within(&|n| k * (n / of))
    };
    passes(grade.get("for"), row.subject, asking.day)
        && points(grade, "at_least").is_none_or(|least| least <= worth(world.rulebook, row.total))
        && words(grade, "require").iter().all(|duty| met(world, duty, row.subject, asking))
        && figure(grade, "top_share").is_none_or(|share| within(&|n| share * n / ONE))
        && whole(grade, "top_count").is_none_or(|count| within(&|_| count))
        && (field(grade, "band").is_none() || band())
}

/// Who of those who fit finds a seat.
fn admitted(quota: &Value, rows: &[Row], groups: &Groups, fitting: &[usize]) -> Vec<usize> {
    let mut admitted = Vec::new();
    for group in groups.values() {
        let mut seats = match figure(quota, "share") {
            Some(share) => share * many(group.len()) / ONE,
            None => whole(quota, "count").unwrap_or(0),
        };
        let standing = |place: usize| rows.get(place).map(|row| row.standing.clone()).unwrap_or_default();
        let mut waiting: Vec<usize> = group.iter().copied().filter(|place| fitting.contains(place)).collect();
        while let Some(best) = waiting.iter().map(|place| standing(*place)).max() {
            let (equals, behind): (Vec<usize>, Vec<usize>) =
                waiting.into_iter().partition(|place| standing(*place) == best);
            let whole = many(equals.len()) <= seats;
            if whole || text(quota, "ties") == Some("in") && seats > 0 {
                seats -= many(equals.len());
                admitted.extend(equals);
            }
            if !whole {
                break;
            }
            waiting = behind;
        }
    }
    admitted
}
