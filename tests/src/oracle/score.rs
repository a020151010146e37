//! The score of one subject in one slice of the period.

use std::collections::BTreeMap;

use serde_json::Value;

use super::asks::{matches, passes};
use super::credit::{Credit, Place, clamp, limit, scale, sum};
use super::day::Asking;
use super::ledger::Record;
use super::line::{Line, lines};
use super::measure::item;
use super::number::{ONE, figure, points};
use super::shape::{each, field, yes};
use super::tree::{Level, Node};
use super::world::{Subject, World};

/// Exact values, in ticks.
#[derive(Default)]
pub(super) struct Score<'a> {
    pub(super) total: i128,
    pub(super) nodes: BTreeMap<&'a str, i128>,
    /// What is left of the lines of each record.
    pub(super) counted: BTreeMap<String, i128>,
    /// The vetoes that fell, in the order of the rulebook.
    pub(super) vetoes: Vec<&'a Value>,
}

/// The score of a slice.
pub(super) fn score<'a>(world: &World<'a>, board: Node<'a>, subject: Subject<'a>, slice: Asking) -> Score<'a> {
    let mut score = Score { vetoes: vetoes(world, board, subject, slice), ..Score::default() };
    let lines = lines(world, board, subject, slice);
    let mut credits = value(world, board, subject, slice, &lines, &mut score.nodes);
    if score.vetoes.iter().any(|veto| yes(veto, "zero")) {
        scale(&mut credits, 0);
    }
    score.total = sum(&credits);
    for credit in credits {
        if let Place::Line { record, .. } = credit.place {
            *score.counted.entry(record).or_default() += credit.ticks;
        }
    }
    score
}

/// What is left of everything below a node after its factors and clamps; notes the values of the nodes on the way.
fn value<'a>(
    world: &World<'a>,
    node: Node<'a>,
    subject: Subject<'a>,
    slice: Asking,
    lines: &[Line],
    nodes: &mut BTreeMap<&'a str, i128>,
) -> Vec<Credit> {
    if node.level == Level::Item {
        let credits = item(world, node, subject, slice, lines);
        nodes.insert(node.id, sum(&credits));
        return credits;
    }
    let children = world.children(node).into_iter();
    let mut credits: Vec<Credit> =
        children.flat_map(|child| value(world, child, subject, slice, lines, nodes)).collect();
    scale(&mut credits, figure(node.table, "weight").unwrap_or(ONE));
    for factor in each(node.table, "times") {
        if passes(factor.get("for"), subject, slice.day) {
            scale(&mut credits, figure(factor, "by").unwrap_or(ONE));
        }
    }
    let place = Place::floor(node, None);
    clamp(&mut credits, points(node.table, "floor"), points(node.table, "cap"), &place);
    limit(&mut credits, &place);
    if node.level == Level::Category {
        nodes.insert(node.id, sum(&credits));
    }
    credits
}

/// Whether a veto takes a record in a slice, never shifted.
pub(super) fn strikes(world: &World, veto: &Value, subject: Subject, record: &Record, slice: Asking) -> bool {
    let involved = record.involves(world, subject);
    slice.span.has(record.date)
        && passes(veto.get("for"), subject, slice.day)
        && involved.is_some_and(|involved| matches(world, field(veto, "when"), &involved))
}

fn vetoes<'a>(world: &World<'a>, board: Node<'a>, subject: Subject<'a>, slice: Asking) -> Vec<&'a Value> {
    let vetoes = world.of_board("veto", board.id).into_iter();
    vetoes.filter(|veto| world.seen().any(|record| strikes(world, veto, subject, record, slice))).collect()
}
