//! Lines in words: each with its label and clause, what gave it, and what took something off it.

use std::sync::Arc;

use super::Publisher;
use crate::arena::Idx;
use crate::facts::Tally;
use crate::ledger::Record;
use crate::rulebook::{self, Item, Measure};
use crate::score::counting::Counting;
use crate::score::line::{self, Slice};
use crate::score::reason::Reason;
use crate::score::standing::Standing;
use crate::score::statement::{Cut, Entry, Line, RecordRef, Share, Split};
use crate::score::tree::Node;
use crate::{Slug, Window};

fn item_of(line: &line::Line) -> Option<Idx<Item>> {
    match line.node {
        Node::Item(item) => Some(item),
        Node::Category(_) | Node::Board(_) => None,
    }
}

impl Publisher<'_, '_> {
    pub(super) fn line(&self, line: &line::Line, slice: Slice, standing: &Standing) -> Line {
        let rules = self.facts().rules;
        let (node, label, clause) = match line.node {
            Node::Item(item) => {
                let item = &rules.items[item];
                (&item.id, &item.label, &item.cite.clause)
            }
            Node::Category(category) => {
                let category = &rules.categories[category];
                (&category.id, &category.label, &category.cite.clause)
            }
            Node::Board(board) => {
                let board = &rules.boards[board];
                (&board.id, &board.title, &board.cite.clause)
            }
        };
        let cut = |taken: &line::Taken| self.cut(taken, line, slice);
        Line {
            node: node.clone(),
            label: label.clone(),
            clause: clause.clone(),
            entry: self.entry(line, slice, standing),
            value: line.value,
            factors: line.scaled.clone(),
            contribution: line.left,
            cuts: line.cuts.iter().map(cut).collect(),
        }
    }

    fn entry(&self, line: &line::Line, slice: Slice, standing: &Standing) -> Entry {
        let facts = self.facts();
        let window = self.window(line, slice);
        let measure = item_of(line).map(|item| &facts.rules.items[item].measure);
        match &line.entry {
            line::Entry::Record(worth) => Entry::Record {
                record: self.record(worth.record, standing),
                points: worth.points,
                score: worth.score,
                quantity: worth.quantity,
                times: worth.times.clone(),
                share: worth.share.map(|share| self.share(share)),
            },
            line::Entry::Base => Entry::Base { window },
            line::Entry::Counted { points, count, of, records } => Entry::Count {
                window,
                points: *points,
                unit: measure.and_then(Measure::counting).unwrap_or_default(),
                rule: measure.and_then(|measure| Counting::of(measure, *count, *of)).unwrap_or(Counting::Rate),
                count: count.decimal(),
                of: of.map(Tally::decimal),
                records: records.iter().map(|&record| self.record(record, standing)).collect(),
            },
            line::Entry::Duty { points, duty, windows } => {
                let missed = matches!(measure, Some(Measure::Duty { missed: true, .. }));
                Entry::Duty {
                    window,
                    points: *points,
                    duty: facts.rules.duties[*duty].label.clone(),
                    missed,
                    windows: *windows,
                }
            }
            line::Entry::Standard { points, checks } => {
                let standard = match measure {
                    Some(Measure::Standard(standard)) => facts.rules.standards[*standard].label.clone(),
                    _ => Arc::from(""),
                };
                Entry::Standard { window, standard, points: *points, met: checks.met, of: checks.of }
            }
            line::Entry::Inherited { points, from } => {
                let (grade, each) = match measure {
                    Some(Measure::Inherit(inherit)) => (self.grade(&inherit.grade), inherit.each),
                    _ => (Arc::from(""), false),
                };
                Entry::Inherited {
                    window,
                    points: *points,
                    grade,
                    each,
                    from: from.iter().map(|&entity| facts.roster.name(entity).clone()).collect(),
                }
            }
            line::Entry::Floor { floor, windowed } => {
                Entry::Floor { floor: *floor, window: windowed.then_some(window) }
            }
        }
    }

    /// The window of an item into which a line falls.
    fn window(&self, line: &line::Line, slice: Slice) -> Window {
        let Some(item) = item_of(line) else { return slice.window };
        let windows = self.scoring.windows(item, slice.window);
        windows.get(line.window).copied().unwrap_or(slice.window)
    }

    fn share(&self, share: line::Share) -> Share {
        let split = match share.split {
            line::Split::Equal { people } => Split::Equal { people },
            line::Split::Facet { facet, value, part, carrying, people } => {
                let value = self.facts().rules.vocabulary.facets[facet].values[value].label.clone();
                Split::Facet { value, part, carrying, people }
            }
        };
        Share { part: share.part, of: share.of, split }
    }

    fn cut(&self, taken: &line::Taken, line: &line::Line, slice: Slice) -> Cut {
        let item = item_of(line).map(|item| &self.facts().rules.items[item]);
        let number = match (taken.cut, item.map(|item| &item.measure)) {
            (line::Cut::Skipped, Some(Measure::Each { skip, .. })) => Some(*skip),
            (line::Cut::NotAmongMost, Some(Measure::Each { most, .. })) => *most,
            _ => None,
        };
        let windowed = match taken.cut {
            line::Cut::Skipped | line::Cut::NotAmongMost | line::Cut::NotBest | line::Cut::WindowCap(_) => {
                item.is_some_and(|item| item.window.is_some())
            }
            _ => false,
        };
        Cut {
            reason: self.reason(taken.cut),
            label: self.named(taken.cut),
            amount: taken.amount,
            off: line.scaled.iter().skip(taken.scale).fold(taken.amount, |amount, &factor| amount.times(factor)),
            window: windowed.then(|| self.window(line, slice)),
            number,
        }
    }

    /// What the node or duty is called that a cut names.
    fn named(&self, cut: line::Cut) -> Option<Arc<str>> {
        let rules = self.facts().rules;
        let label = match cut {
            line::Cut::Cap(Node::Board(board)) => &rules.boards[board].title,
            line::Cut::Cap(Node::Category(category)) => &rules.categories[category].label,
            line::Cut::Cap(Node::Item(item)) | line::Cut::WindowCap(item) => &rules.items[item].label,
            line::Cut::Require(duty) => &rules.duties[duty].label,
            _ => return None,
        };
        Some(label.clone())
    }

    fn reason(&self, cut: line::Cut) -> Reason {
        let rules = self.facts().rules;
        let id = |slug: &Slug| Arc::from(slug.as_str());
        match cut {
            line::Cut::BestOfWork => Reason::BestOfWork,
            line::Cut::Skipped => Reason::Skipped,
            line::Cut::NotAmongMost => Reason::NotAmongMost,
            line::Cut::NotBest => Reason::NotBest,
            line::Cut::Cap(Node::Board(board)) => Reason::Cap(id(&rules.boards[board].id)),
            line::Cut::Cap(Node::Category(category)) => Reason::Cap(id(&rules.categories[category].id)),
            line::Cut::Cap(Node::Item(item)) => Reason::Cap(id(&rules.items[item].id)),
            line::Cut::WindowCap(item) => Reason::WindowCap(id(&rules.items[item].id)),
            line::Cut::Require(duty) => Reason::Require(id(&rules.duties[duty].id)),
            line::Cut::Veto => Reason::Veto,
            line::Cut::CapPoints => Reason::CapPoints,
        }
    }

    /// A record as the statement names it, with the facets of the subject's own part in it.
    pub(super) fn record(&self, record: Idx<Record>, standing: &Standing) -> RecordRef {
        let facts = self.facts();
        let words = &facts.rules.vocabulary;
        let kind = match facts.kind(record) {
            Some(kind) => words.kinds[kind].word.label.clone(),
            None => facts.columns.kinds[facts.columns.kind[record]].as_str().into(),
        };
        let own =
            facts.columns.parts[record].iter().copied().find(|&part| facts.member(part) == Some(standing.subject));
        let value = |(idx, facet): (Idx<rulebook::Facet>, &rulebook::Facet)| {
            let value = facts.value(idx, record, own)?;
            facet.values.nth(value.place()).map(|word| word.label.clone())
        };
        let carried = words.facets.entries().filter_map(value).collect();
        RecordRef { id: facts.columns.id[record].clone(), date: facts.columns.date[record], kind, facets: carried }
    }
}
