use super::table::{counts, figures, grade, headings, rows};
use super::words::{Sentence, Word};
use crate::say::phrase;
use crate::say::sheet::{Block, Cell, Column, Fact, Row, RowKind, Sheet, Table};
use crate::score::RollupRow;
use crate::{Lang, Rollup};

/// Lays out a roll-up: where the totals lie, how many have which grade, and who counts where.
pub(super) fn sheet(rollup: &Rollup, lang: Lang) -> Sheet {
    let heading = |word: Word| Block::Heading(word.said(lang).to_owned());
    let mut blocks = vec![Block::Facts(facts(rollup, lang))];
    if rollup.whole.count == 0 {
        blocks.push(Block::Paragraph(Sentence::Nobody(rollup.subject).said(lang)));
    } else {
        let columns: Vec<Column> = headings(rollup, lang).into_iter().map(Column::right).collect();
        let totals = table(rollup, Sentence::TotalsOf(rollup.subject), columns, |row| figures(row).into(), lang);
        blocks.extend([heading(Word::Totals), Block::Table(totals)]);
        if !rollup.whole.grades.is_empty() {
            let columns = rollup.whole.grades.iter().map(|counted| Column::right(grade(counted, lang))).collect();
            let grades = table(rollup, Sentence::GradesOf(rollup.subject), columns, |row| counts(row).collect(), lang);
            blocks.extend([heading(Word::Grades), Block::Table(grades)]);
        }
        let heading = Block::Heading(phrase::remarks(lang).to_owned());
        blocks.extend([heading, Block::List(remarks(rollup, lang))]);
    }
    Sheet {
        lang,
        title: Sentence::Title { board: &rollup.board_title, by: rollup.by }.said(lang),
        subtitle: Sentence::Subtitle { rulebook: &rollup.rulebook_title, period: rollup.period }.said(lang),
        blocks,
    }
}

fn facts(rollup: &Rollup, lang: Lang) -> Vec<Fact> {
    let fact = |word: Word, sentence: Sentence<'_>| Fact::new(word.said(lang), sentence.said(lang));
    let as_of = (rollup.as_of != rollup.period.to).then(|| fact(Word::AsOf, Sentence::Day(rollup.as_of)));
    std::iter::once(fact(Word::Period, Sentence::Window(rollup.period)))
        .chain(as_of)
        .chain([fact(Word::Assessed, Sentence::Many(rollup.whole.count, rollup.subject))])
        .collect()
}

/// A table with a row for each group; the whole board is its sum.
fn table(
    rollup: &Rollup,
    caption: Sentence<'_>,
    columns: Vec<Column>,
    cells: impl Fn(&RollupRow) -> Vec<String>,
    lang: Lang,
) -> Table {
    let first = [Word::Id, Word::Group(rollup.by)].map(|word| Column::left(word.said(lang)));
    let row = |(nth, (named, row)): (usize, ([String; 2], &RollupRow))| Row {
        kind: if nth == rollup.rows.len() { RowKind::Sum } else { RowKind::Plain },
        ..Row::plain(named.into_iter().chain(cells(row)).map(Cell::from).collect())
    };
    Table {
        caption: caption.said(lang),
        columns: first.into_iter().chain(columns).collect(),
        rows: rows(rollup, lang).enumerate().map(row).collect(),
    }
    .without_empty_columns()
}

fn remarks(rollup: &Rollup, lang: Lang) -> Vec<String> {
    let (kind, by) = (rollup.subject, rollup.by);
    let several = (rollup.several > 0).then_some(Sentence::Several { many: rollup.several, kind, by });
    let all = [Sentence::WhoCounts { kind, by, day: rollup.as_of }].into_iter().chain(several);
    all.chain([Sentence::HowToRead]).map(|sentence| sentence.said(lang)).collect()
}
