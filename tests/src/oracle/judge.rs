//! A board: every subject of its kind, with total, ranks and grade.

use std::collections::BTreeMap;

use super::asks::passes;
use super::day::Asking;
use super::grade::{Grade, award};
use super::number::publish;
use super::rank::{partitions, ranks};
use super::score::{Score, score};
use super::shape::{each, field, text, word, words};
use super::tree::Node;
use super::world::{Subject, World};

/// One subject's row.
pub(super) struct Row<'a> {
    pub(super) id: &'a str,
    pub(super) subject: Subject<'a>,
    /// Whether it is assessed: the others have no rank, grade or notice.
    pub(super) ranked: bool,
    /// The total and the figures of nodes, as published.
    pub(super) total: i128,
    pub(super) nodes: BTreeMap<&'a str, i128>,
    /// The same before publishing, the slices of the period added up.
    pub(super) exact: Score<'a>,
    /// The total and the figures that break ties, all high to low.
    pub(super) standing: Vec<i128>,
    /// Rank and number of subjects in each partition.
    pub(super) ranks: BTreeMap<String, (usize, usize)>,
    /// The grade of the first veto that has one.
    pub(super) veto: Option<&'a str>,
    pub(super) grade: Option<Grade<'a>>,
    pub(super) left_out: Vec<&'a str>,
}

/// The rows of a board over a period, in the order of the roster.
pub(super) fn judge<'a>(world: &World<'a>, board: Node<'a>, asking: Asking) -> Vec<Row<'a>> {
    let subjects = world.subjects(word(board.table, "subject")).into_iter();
    let mut rows: Vec<Row> = subjects.map(|subject| row(world, board, subject, asking)).collect();
    let rank = field(board.table, "rank");
    let among = rank.and_then(|rank| rank.get("among"));
    let groups = partitions(board, among, &rows, asking.day, world);
    ranks(&mut rows, &groups, rank.and_then(|rank| text(rank, "ties")).unwrap_or("skip"));
    award(world, board, &mut rows, asking);
    rows
}

/// One subject's figures: the slices of the period added up, then published.
fn row<'a>(world: &World<'a>, board: Node<'a>, subject: Subject<'a>, asking: Asking) -> Row<'a> {
    let mut exact = Score::default();
    for node in world.below(board) {
        exact.nodes.insert(node.id, 0);
    }
    for slice in asking.slices(world.rulebook) {
        let score = score(world, board, subject, slice);
        exact.total += score.total;
        for (node, ticks) in score.nodes {
            *exact.nodes.entry(node).or_default() += ticks;
        }
        for (record, ticks) in score.counted {
            *exact.counted.entry(record).or_default() += ticks;
        }
        exact.vetoes.extend(score.vetoes);
    }
    let published = |ticks: &i128| publish(world.rulebook, *ticks);
    let total = published(&exact.total);
    let nodes: BTreeMap<&str, i128> = exact.nodes.iter().map(|(id, ticks)| (*id, published(ticks))).collect();
    let breaks = field(board.table, "rank").map(|rank| words(rank, "break")).unwrap_or_default();
    let breaks = breaks.into_iter().map(|id| nodes.get(id).copied().unwrap_or(0));
    let vetoes = each(world.rulebook, "veto")
        .into_iter()
        .filter(|veto| exact.vetoes.iter().any(|one| std::ptr::eq(*one, *veto)));
    let veto = vetoes.into_iter().find_map(|veto| text(veto, "grade"));
    Row {
        id: subject.id,
        subject,
        ranked: passes(board.table.get("for"), subject, asking.day)
            && subject.table.get("scored") != Some(&serde_json::Value::Bool(false)),
        standing: std::iter::once(total).chain(breaks).collect(),
        veto,
        total,
        nodes,
        exact,
        ranks: BTreeMap::new(),
        grade: None,
        left_out: Vec::new(),
    }
}
