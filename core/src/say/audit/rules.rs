use std::collections::BTreeMap;

use super::matrix::{Line, Mark, Matrix};
use super::sentence::{Sentence, Word};
use crate::audit::{Audit, BoundRow, BoundTable, Ratio, StandardRow, StandardTable};
use crate::say::sheet::{Block, Cell, Column};
use crate::{Decimal, EntityKind, Id, Lang};

/// How many rules stand side by side, their labels over them.
const RULES: usize = 6;

/// A rule that is asked as of the day, and how everybody stands to it.
struct Rule<'a> {
    kind: EntityKind,
    column: Column,
    /// By subject: its name, and how it stands.
    standing: BTreeMap<&'a Id, (&'a str, Mark)>,
    /// How many keep it.
    coverage: Cell,
}

/// The bounds: those of one kind of subject side by side, with their coverage.
pub(super) fn bounds(audit: &Audit, lang: Lang) -> Vec<Block> {
    let (asked, others): (Vec<&BoundTable>, Vec<&BoundTable>) =
        audit.bounds.iter().partition(|bound| !bound.rows.is_empty());
    let rules: Vec<Rule<'_>> = asked.into_iter().map(|bound| Rule::of_bound(bound, lang)).collect();
    let others = others.into_iter().map(|bound| Sentence::NobodyAsked { label: &bound.label });
    blocks(&rules, (Word::BoundLegend, Word::Satisfied), others, lang)
}

/// The standards: those of one kind of subject side by side, with how many are full.
pub(super) fn standards(audit: &Audit, lang: Lang) -> Vec<Block> {
    let (asked, others): (Vec<&StandardTable>, Vec<&StandardTable>) =
        audit.standards.iter().partition(|standard| standard.of > 0 && !standard.rows.is_empty());
    let rules: Vec<Rule<'_>> = asked.into_iter().map(|standard| Rule::of_standard(standard, lang)).collect();
    let others = others.into_iter().map(|standard| match (standard.of, &standard.label) {
        (0, label) => Sentence::NoChecks { label },
        (_, label) => Sentence::NobodyAsked { label },
    });
    blocks(&rules, (Word::StandardLegend, Word::Full), others, lang)
}

/// Under a legend a table for each kind of subject, then what was asked of nobody.
fn blocks<'a>(
    rules: &[Rule<'_>],
    (legend, sum): (Word, Word),
    others: impl Iterator<Item = Sentence<'a>>,
    lang: Lang,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !rules.is_empty() {
        blocks.push(Block::Paragraph(legend.said(lang).to_owned()));
    }
    for kind in EntityKind::ALL {
        let of_kind: Vec<&Rule<'_>> = rules.iter().filter(|rule| rule.kind == kind).collect();
        blocks.extend(of_kind.chunks(RULES).map(|rules| matrix(kind, rules, sum, lang).table(lang)));
    }
    blocks.extend(others.map(|other| Block::Paragraph(other.said(lang))));
    blocks
}

fn matrix(kind: EntityKind, rules: &[&Rule<'_>], sum: Word, lang: Lang) -> Matrix {
    let mut names: BTreeMap<&Id, &str> = BTreeMap::new();
    for rule in rules {
        names.extend(rule.standing.iter().map(|(id, standing)| (*id, standing.0)));
    }
    let line = |(id, name): (&Id, &str)| Line {
        name: Sentence::Named { name, id }.said(lang),
        marks: rules.iter().map(|rule| rule.standing.get(id).map_or(Mark::NOT_ASKED, |&(_, mark)| mark)).collect(),
        last: None,
    };
    Matrix {
        caption: Sentence::Each(kind).said(lang),
        kind,
        columns: rules.iter().map(|rule| rule.column.clone()).collect(),
        lines: names.into_iter().map(line).collect(),
        sum: Some((sum, rules.iter().map(|rule| rule.coverage.clone()).collect())),
    }
}

impl<'a> Rule<'a> {
    fn of_bound(bound: &'a BoundTable, lang: Lang) -> Self {
        let range = Sentence::Range { at_least: bound.at_least, at_most: bound.at_most }.said(lang);
        let standing = |row: &'a BoundRow| (&row.id, (&*row.name, Mark::kept(row.ok, number(row.n))));
        Rule {
            kind: bound.subject,
            column: Column { detail: range, ..Column::right(&*bound.label) },
            standing: bound.rows.iter().map(standing).collect(),
            coverage: bound.coverage.map(|coverage| of_all(coverage, lang)).unwrap_or_default(),
        }
    }

    fn of_standard(standard: &'a StandardTable, lang: Lang) -> Self {
        let standing =
            |row: &'a StandardRow| (&row.id, (&*row.name, Mark::kept(row.missing.is_empty(), number(row.met))));
        Rule {
            kind: standard.subject,
            column: Column { detail: Sentence::CheckCount(standard.of).said(lang), ..Column::right(&*standard.label) },
            standing: standard.rows.iter().map(standing).collect(),
            coverage: standard.coverage.map(|coverage| of_all(coverage, lang)).unwrap_or_default(),
        }
    }
}

fn of_all(Ratio { part, whole, .. }: Ratio, lang: Lang) -> Cell {
    Cell::with_detail(Sentence::Ratio { part, whole }.said(lang), Sentence::Percent { part, whole }.said(lang))
}

fn number(count: u32) -> Decimal {
    Decimal::from(i32::try_from(count).unwrap_or(i32::MAX))
}
