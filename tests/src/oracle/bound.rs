//! Bounds: how many relations an entity has on a day, and whether that is right.

use std::collections::BTreeSet;

use serde_json::Value;

use super::asks::passes;
use super::day::Day;
use super::number::{ONE, figure, many};
use super::shape::{field, text, word};
use super::world::{Subject, World};

/// The kind of what stands at the other end, with its ids.
fn other_end<'a>(world: &World<'a>, bound: &'a Value, subject: Subject<'a>, day: Day) -> Vec<(&'a str, &'a str)> {
    match (word(bound, "relation"), subject.kind) {
        ("membership", kind) => {
            let all = world.memberships(text(bound, "role"), day).into_iter();
            all.filter_map(|(member, studio)| match kind {
                "studio" => (studio == subject.id).then_some(("member", member)),
                _ => (member == subject.id).then_some(("studio", studio)),
            })
            .collect()
        }
        (relation @ ("sector" | "committee" | "group"), kind) if kind == relation => {
            let members = world.subjects("member").into_iter();
            let members = members.filter(|member| member.belongs(world, relation, day).contains(subject.id));
            members.map(|member| ("member", member.id)).collect()
        }
        (relation @ ("sector" | "committee" | "group"), _) => {
            subject.belongs(world, relation, day).into_iter().map(|id| (relation, id)).collect()
        }
        (link, _) => {
            let declared = field(world.rulebook, "links").and_then(|links| links.get(link)).unwrap_or(&Value::Null);
            let (from, to) = (word(declared, "from"), word(declared, "to"));
            let stands_at_to = subject.kind != from || from == to && text(bound, "end") == Some("to");
            let own = format!("{}:{}", subject.kind, subject.id);
            let ends = world.links(link, day).into_iter();
            let ends = ends.map(|(from, to)| if stands_at_to { (to, from) } else { (from, to) });
            ends.filter(|(here, _)| *here == own).filter_map(|(_, there)| there.split_once(':')).collect()
        }
    }
}

/// How many distinct entities stand at the other end, and whether the bound is satisfied.
pub(super) fn counted<'a>(world: &World<'a>, bound: &'a Value, subject: Subject<'a>, day: Day) -> (usize, bool) {
    let there: BTreeSet<_> = other_end(world, bound, subject, day).into_iter().collect();
    let stands = |(kind, id): &&(&'a str, &'a str)| {
        let Some(other) = world.subject(kind, id) else {
            return false;
        };
        passes(field(bound, "other"), other, day) && (*kind != "member" || other.seat().has(day))
    };
    let n = there.iter().filter(stands).count();
    let count = many(n) * ONE;
    let enough = figure(bound, "at_least").is_none_or(|least| least <= count);
    (n, enough && figure(bound, "at_most").is_none_or(|most| count <= most))
}

/// Whether a bound is asked of a subject, its seat or its state aside.
pub(super) fn asked(bound: &Value, subject: Subject, day: Day) -> bool {
    word(bound, "subject") == subject.kind && passes(field(bound, "for"), subject, day)
}

/// Every subject of whom a bound is asked on a day.
pub(super) fn subjects<'a>(world: &World<'a>, bound: &'a Value, day: Day) -> Vec<Subject<'a>> {
    let all = world.subjects(word(bound, "subject")).into_iter();
    all.filter(|subject| world.active(*subject, day) && asked(bound, *subject, day)).collect()
}
