use super::labels::Labels;
use super::words::{Sentence, Word};
use crate::audit::Ratio;
use crate::roster::{Coverage, Named};
use crate::say::phrase::enumerated;
use crate::say::sheet::{Block, Column, Fact, Row, Sheet, Table};
use crate::{EntityKind, Lang};

/// Lays out how many members are placed: the figures, sectors, studios, and who is left.
pub(super) fn sheet(coverage: &Coverage, labels: Labels<'_>, lang: Lang) -> Sheet {
    let heading = |word: Word| Block::Heading(word.said(lang).to_owned());
    let mut blocks = vec![Block::Facts(facts(coverage, lang))];
    if !coverage.sectors.is_empty() {
        blocks.extend([heading(Word::Sectors), Block::Table(sectors(coverage, lang))]);
    }
    if !coverage.studios.is_empty() {
        blocks.extend([heading(Word::Studios), Block::Table(studios(coverage, labels, lang))]);
    }
    if !coverage.unplaced.is_empty() {
        blocks.extend([heading(Word::Unplaced), Block::Table(unplaced(coverage, lang))]);
    } else if coverage.seated > 0 {
        blocks.extend([heading(Word::Unplaced), Block::Paragraph(Sentence::AllPlaced.said(lang))]);
    }
    Sheet {
        lang,
        title: Word::Coverage.said(lang).to_owned(),
        subtitle: Sentence::Day(coverage.day).said(lang),
        blocks,
    }
}

fn facts(coverage: &Coverage, lang: Lang) -> Vec<Fact> {
    let fact = |word: Word, sentence: Sentence<'_>| Fact::new(word.said(lang), sentence.said(lang));
    let many = |many: usize, kind| Sentence::Many(u32::try_from(many).unwrap_or(u32::MAX), kind);
    let mut facts = vec![fact(Word::Seated, Sentence::Many(coverage.seated, EntityKind::Member))];
    if let Some(placed) = coverage.placed {
        facts.push(Fact { main: true, ..fact(Word::Placed, Sentence::Of(placed, EntityKind::Member)) });
        facts.push(fact(Word::NotPlaced, many(coverage.unplaced.len(), EntityKind::Member)));
    }
    facts.push(fact(Word::StudioCount, many(coverage.studios.len(), EntityKind::Studio)));
    if let Some(own) = coverage.sectors_with_studio {
        facts.push(fact(Word::SectorsWithStudio, Sentence::Of(own, EntityKind::Sector)));
    }
    facts
}

fn sectors(coverage: &Coverage, lang: Lang) -> Table {
    let [id, name] = [Word::Id, Word::Name(EntityKind::Sector)].map(|word| Column::left(word.said(lang)));
    let [seated, placed, share] = [Word::Seated, Word::Placed, Word::Share].map(|word| Column::right(word.said(lang)));
    let rows = coverage.sectors.iter().map(|row| {
        let count = |of: fn(&Ratio) -> u32| row.placed.as_ref().map_or(0, of).to_string();
        let share = row.placed.map(|placed| Sentence::Percent(placed).said(lang)).unwrap_or_default();
        let own = enumerated(row.studios.iter().map(|studio| Sentence::Named(studio).said(lang)), lang);
        let [id, name] = id_and_name(&row.sector);
        [id, name, count(|placed| placed.whole), count(|placed| placed.part), share, own]
    });
    let columns = [id, name, seated, placed, share, Column::left(Word::OwnStudios.said(lang))];
    table(Sentence::SectorsCounted(coverage.sectors.len()), columns, rows, lang)
}

fn studios(coverage: &Coverage, labels: Labels<'_>, lang: Lang) -> Table {
    let [id, name, state] =
        [Word::Id, Word::Name(EntityKind::Studio), Word::State].map(|word| Column::left(word.said(lang)));
    let rows = coverage.studios.iter().map(|row| {
        let [id, name] = id_and_name(&row.studio);
        [id, name, row.state.as_deref().map_or("", |state| labels.state(state)).to_owned(), row.members.to_string()]
    });
    let columns = [id, name, state, Column::right(Word::Size.said(lang))];
    table(Sentence::StudiosCounted(coverage.studios.len()), columns, rows, lang)
}

fn unplaced(coverage: &Coverage, lang: Lang) -> Table {
    let columns = [Word::Id, Word::Name(EntityKind::Member), Word::Kind(EntityKind::Sector)];
    let rows = coverage.unplaced.iter().map(|row| {
        let [id, name] = id_and_name(&row.member);
        [id, name, row.sector.as_ref().map(|sector| sector.name.to_string()).unwrap_or_default()]
    });
    let columns = columns.map(|word| Column::left(word.said(lang)));
    table(Sentence::UnplacedCounted(coverage.unplaced.len()), columns, rows, lang)
}

fn table<const N: usize>(
    caption: Sentence<'_>,
    columns: [Column; N],
    rows: impl Iterator<Item = [String; N]>,
    lang: Lang,
) -> Table {
    Table {
        caption: caption.said(lang),
        columns: columns.into(),
        rows: rows.map(|cells| Row::plain(cells.map(Into::into).into())).collect(),
    }
    .without_empty_columns()
}

fn id_and_name(named: &Named) -> [String; 2] {
    [named.id.to_string(), named.name.to_string()]
}
