//! Standards: how many of the checks an entity has met.

use serde_json::Value;

use super::asks::passes;
use super::day::Day;
use super::shape::{each, word};
use super::world::{Subject, World, dated};

/// Checks met on a day, and checks in the standard; none where it is not asked of the subject.
pub(super) fn met(world: &World, standard: &Value, subject: Subject, day: Day) -> Option<(usize, usize)> {
    if word(standard, "subject") != subject.kind || !passes(standard.get("for"), subject, day) {
        return None;
    }
    let there = dated(subject.table.get("checks"), day);
    let checks = each(standard, "checks");
    let standing = checks.iter().filter(|check| {
        let check = word(check, "id");
        there.contains(&format!("{}/{check}", word(standard, "id")).as_str())
            || there.contains(&check) && alone(world, check)
    });
    Some((standing.count(), checks.len()))
}

/// Whether one standard alone has a check of that name.
fn alone(world: &World, check: &str) -> bool {
    let standards = world.tables("standard").into_iter();
    let having = standards.filter(|one| each(one, "checks").iter().any(|other| word(other, "id") == check));
    having.count() == 1
}
