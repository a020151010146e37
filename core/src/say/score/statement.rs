use std::collections::BTreeSet;

use super::sentence::{Sentence, Word};
use super::{account, profile};
use crate::say::phrase::{enumerated, list};
use crate::say::sheet::{Block, Cell, Column, Fact, Row, RowKind, Sheet, Table};
use crate::score::{NodeFigure, RankIn};
use crate::{Amount, Lang, Statement};

/// Lays out a statement: the result, the tree, the lines, what has no points, and how it all adds up.
pub(super) fn sheet(statement: &Statement, lang: Lang) -> Sheet {
    let groups = account::groups(statement);
    let heading = |word: Word| Block::Heading(word.said(lang).to_owned());
    let mut blocks = vec![heading(Word::Results), Block::Facts(facts(statement, lang))];
    let remarks = remarks(statement, lang);
    blocks.extend((!remarks.is_empty()).then_some(Block::List(remarks)));
    blocks.push(heading(Word::ByCategory));
    blocks.extend(tree(statement, lang));
    blocks.push(heading(Word::Details));
    blocks.extend(account::details(&groups, statement, lang));
    blocks.push(heading(Word::Unscored));
    blocks.push(account::unscored(statement, lang));
    blocks.push(heading(Word::Closing));
    blocks.push(account::closing(&groups, statement, lang));
    if !statement.profile.is_empty() {
        blocks.push(heading(Word::Profile));
        blocks.extend(profile::blocks(statement, lang));
    }
    blocks.push(Block::Signature(vec![Word::Signature.said(lang), Word::SignedOn.said(lang)]));
    Sheet {
        lang,
        title: Sentence::Title(&statement.board_title).said(lang),
        subtitle: Sentence::Subtitle { rulebook: &statement.rulebook_title, period: statement.period }.said(lang),
        blocks,
    }
}

fn facts(statement: &Statement, lang: Lang) -> Vec<Fact> {
    let fact = |word: Word, sentence: Sentence<'_>| Fact::new(word.said(lang), sentence.said(lang));
    let mut facts = vec![
        fact(Word::Subject(statement.kind), Sentence::Named { name: &statement.name, id: &statement.id }),
        fact(Word::Rulebook, Sentence::Rulebook(&statement.rulebook_title)),
        fact(Word::Period, Sentence::Window(statement.period)),
    ];
    if statement.as_of != statement.period.to {
        facts.push(fact(Word::AsOf, Sentence::Day(statement.as_of)));
    }
    let total = Sentence::Total { total: statement.total, exact: statement.exact };
    facts.push(Fact { main: true, ..fact(Word::Total, total) });
    if let Some(grade) = &statement.grade {
        let color = grade.color.as_deref().map(str::to_owned);
        facts.push(Fact { main: true, color, ..Fact::new(Word::Grade.said(lang), grade.label.to_string()) });
    } else if !statement.left_out.is_empty() {
        facts.push(Fact { main: true, ..Fact::new(Word::Grade.said(lang), Word::NoGrade.said(lang).to_owned()) });
    }
    if !statement.ranks.is_empty() {
        let rank = |rank: &RankIn| {
            Sentence::Ranked { rank: rank.rank, of: rank.of, kind: statement.kind, among: among(rank, lang) }.said(lang)
        };
        facts.push(Fact {
            main: true,
            ..Fact::new(Word::Rank.said(lang), list(statement.ranks.iter().map(rank), lang.choose("；", "; ")))
        });
    }
    facts
}

/// Among whom a rank is; none where all are ranked together.
pub(super) fn among(rank: &RankIn, lang: Lang) -> Option<&str> {
    match &*rank.partition {
        "" => None,
        "none" => Some(Word::Unclassed.said(lang)),
        _ => Some(&rank.label),
    }
}

/// What is to be known about the result: how it was asked, what struck, where no seat was left, what follows.
fn remarks(statement: &Statement, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut say = |sentence: Sentence<'_>| remarks.push(sentence.said(lang));
    if !statement.assessed {
        say(Sentence::NotAssessed);
    }
    if statement.slices.len() > 1 {
        say(Sentence::Sliced { windows: &statement.slices });
    }
    let sliced = statement.slices.len() > 1;
    for veto in &statement.vetoes {
        let records = enumerated(veto.records.iter().map(ToString::to_string), lang);
        say(Sentence::Veto {
            label: &veto.label,
            clause: veto.clause.as_deref(),
            records: &records,
            grade: veto.grade.as_deref(),
            zero: veto.zero,
            sliced,
        });
    }
    if let Some(grade) = statement.grade.as_ref().filter(|grade| grade.by_veto) {
        say(Sentence::ByVeto { grade: &grade.label });
    }
    for grade in &statement.left_out {
        say(Sentence::LeftOut { grade: &grade.label, seats: grade.seats });
    }
    for notice in &statement.notices {
        say(Sentence::Notice { label: &notice.label, clause: notice.clause.as_deref(), by: notice.by.as_deref() });
    }
    remarks
}

/// The score tree: every category, the items that have something, and the total.
fn tree(statement: &Statement, lang: Lang) -> Vec<Block> {
    let with_lines: BTreeSet<&str> = statement.lines.iter().map(|line| line.node.as_str()).collect();
    let has = |node: &NodeFigure| {
        let touched = [node.exact, node.taken, node.raised].iter().any(|&amount| amount != Amount::ZERO);
        touched || with_lines.contains(node.id.as_str())
    };
    let (listed, omitted): (Vec<_>, Vec<_>) =
        statement.nodes.iter().partition(|node| !node.item || node.depth == 0 || has(node));
    let mut rows: Vec<Row> = listed.iter().map(|node| row(node, lang)).collect();
    rows.push(Row {
        kind: RowKind::Sum,
        note: board_remarks(statement, lang),
        ..Row::plain(vec![Word::Total.said(lang).into(), Cell::default(), statement.total.to_string().into()])
    });
    let table = Table {
        caption: statement.board_title.to_string(),
        columns: vec![
            Column::left(Word::Node.said(lang)),
            Column::left(Word::Clause.said(lang)),
            Column::right(Word::Figure.said(lang)),
        ],
        rows,
    };
    let mut blocks = vec![Block::Table(table.without_empty_columns())];
    if !omitted.is_empty() {
        blocks.push(Block::Paragraph(Sentence::Omitted { items: omitted.len() }.said(lang)));
    }
    let note = |node: &&NodeFigure| {
        let note = node.note.as_deref().filter(|_| has(node))?;
        Some(Sentence::AuthorsNote { label: &node.label, note }.said(lang))
    };
    let notes: Vec<String> = listed.iter().filter_map(note).collect();
    if !notes.is_empty() {
        blocks.extend([Block::Paragraph(Word::Readings.said(lang).to_owned()), Block::List(notes)]);
    }
    blocks
}

fn row(node: &NodeFigure, lang: Lang) -> Row {
    let mut said = Vec::new();
    if !node.factors.is_empty() {
        said.push(Sentence::Multiplied { factors: &node.factors }.said(lang));
    }
    if node.taken != Amount::ZERO {
        said.push(Sentence::CapTook { cap: node.cap, taken: node.taken }.said(lang));
    } else if let Some(cap) = node.cap {
        said.push(Sentence::Cap { cap }.said(lang));
    }
    if node.raised != Amount::ZERO {
        said.push(Sentence::FloorGave { floor: node.floor, raised: node.raised }.said(lang));
    }
    if let Some(windows) = &node.windows {
        said.push(Sentence::EachWindow(windows).said(lang));
    }
    let cells =
        vec![(&*node.label).into(), node.clause.as_deref().unwrap_or_default().into(), node.figure.to_string().into()];
    Row {
        kind: if node.item { RowKind::Plain } else { RowKind::Group },
        depth: usize::try_from(node.depth).unwrap_or_default(),
        cells,
        note: list(said, lang.choose("", " ")),
    }
}

/// What the board's own cap, floor and vetoes did to the total.
fn board_remarks(statement: &Statement, lang: Lang) -> String {
    let mut said = Vec::new();
    if !statement.factors.is_empty() {
        said.push(Sentence::Multiplied { factors: &statement.factors }.said(lang));
    }
    if statement.taken != Amount::ZERO {
        said.push(Sentence::CapTook { cap: statement.cap, taken: statement.taken }.said(lang));
    } else if let Some(cap) = statement.cap {
        said.push(Sentence::Cap { cap }.said(lang));
    }
    if statement.raised != Amount::ZERO {
        said.push(Sentence::FloorGave { floor: statement.floor, raised: statement.raised }.said(lang));
    }
    if statement.vetoes.iter().any(|veto| veto.zero) {
        said.push(Sentence::ZeroByVeto { sliced: statement.slices.len() > 1 }.said(lang));
    }
    list(said, lang.choose("", " "))
}
