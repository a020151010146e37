use super::amount;
use super::sentence::{Sentence, Word};
use crate::ratio::Ratio;
use crate::say::phrase::{self, enumerated};
use crate::say::sheet::{Block, Cell, Column, Row, Table};
use crate::score::ProfileRow;
use crate::{Decimal, Figure, Lang, Slug, Statement};

/// The profile of a statement: a row for each dimension, and how it is to be read.
pub(super) fn blocks(statement: &Statement, lang: Lang) -> [Block; 2] {
    let right = [Word::Figure, Word::ShareOfTotal, Word::Caps, Word::ShareOfCaps, Word::Percentile];
    let right = right.map(|word| Column::right(word.said(lang)));
    let table = Table {
        caption: Sentence::ProfileOf { kind: statement.kind, ranked: statement.assessed.then_some(statement.ranked) }
            .said(lang),
        columns: std::iter::once(Column::left(Word::Dimension.said(lang))).chain(right).collect(),
        rows: statement.profile.iter().map(|axis| row(axis, statement, lang)).collect(),
    };
    let how = Sentence::HowToCompare { kind: statement.kind, assessed: statement.assessed }.said(lang);
    [Block::Table(table.without_empty_columns()), Block::Paragraph(how)]
}

fn row(axis: &ProfileRow, statement: &Statement, lang: Lang) -> Row {
    let label = |id: &Slug| statement.nodes.iter().find(|node| node.id == *id).map(|node| node.label.to_string());
    let categories = enumerated(axis.categories.iter().filter_map(label), lang);
    let percent =
        |percent: Option<Decimal>| percent.map(|percent| Sentence::Percent(percent).said(lang)).unwrap_or_default();
    let published = |ratio: Option<Figure>| percent(ratio.and_then(amount::published_percent));
    let among = axis.percentile.map(|ratio| Sentence::Of(ratio.part, ratio.whole).said(lang)).unwrap_or_default();
    let percentile = axis.percentile.map(|Ratio { part, whole, .. }| phrase::percent(part, whole));
    Row::plain(vec![
        Cell::with_detail(&*axis.label, categories),
        axis.figure.to_string().into(),
        published(axis.share).into(),
        axis.caps.map(|caps| caps.to_string()).unwrap_or_default().into(),
        published(axis.share_of_caps).into(),
        Cell::with_detail(percent(percentile), among),
    ])
}
