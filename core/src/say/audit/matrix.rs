use std::cmp::Reverse;

use super::sentence::{Sentence, Word};
use crate::say::phrase::enumerated;
use crate::say::sheet::{Block, Cell, Column, Row, RowKind, Table};
use crate::{Decimal, EntityKind, Lang};

/// In a table of more subjects those that stand alike share a row. Of those that broke no rule, groups of more are only counted, and the
/// largest are all the others.
const LONG: usize = 20;

/// Subjects against windows or rules. In each cell stand a mark and a number: nothing is said by colour alone.
pub(super) struct Matrix {
    pub(super) caption: String,
    pub(super) kind: EntityKind,
    pub(super) columns: Vec<Column>,
    pub(super) lines: Vec<Line>,
    /// What stands below them all, and how it is called.
    pub(super) sum: Option<(Word, Vec<Cell>)>,
}

/// One subject.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) marks: Vec<Mark>,
    /// What stands after the marks.
    pub(super) last: Option<String>,
}

/// How a subject stands in a window, or to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) sign: Sign,
    /// How much there is.
    pub(super) count: Decimal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Kept,
    Broken,
    Pending,
    NotAsked,
}

impl Mark {
    pub(super) const NOT_ASKED: Mark = Mark { sign: Sign::NotAsked, count: Decimal::ZERO };

    pub(super) fn kept(ok: bool, count: Decimal) -> Mark {
        Mark { sign: if ok { Sign::Kept } else { Sign::Broken }, count }
    }

    /// Whether two may stand in one cell: how much there is makes no difference unless it breaks the rule.
    fn like(self, other: Mark) -> bool {
        self.sign == other.sign && (self.count == other.count || self.sign != Sign::Broken)
    }
}

/// Subjects that share a row.
struct Group {
    names: Vec<String>,
    /// For each column the least and the most.
    marks: Vec<(Mark, Mark)>,
    last: Option<String>,
}

impl Group {
    fn takes(&self, line: &Line) -> bool {
        self.marks.iter().zip(&line.marks).all(|((least, _), mark)| least.like(*mark)) && self.last == line.last
    }

    fn add(&mut self, line: Line) {
        for ((least, most), mark) in self.marks.iter_mut().zip(line.marks) {
            least.count = least.count.min(mark.count);
            most.count = most.count.max(mark.count);
        }
        self.names.push(line.name);
    }

    /// Those with most broken rules come first, then those who have least.
    fn weight(&self) -> (Reverse<usize>, i64) {
        let broken = self.marks.iter().filter(|(mark, _)| mark.sign == Sign::Broken).count();
        let counts = self.marks.iter().map(|(mark, _)| mark.count.ten_thousandths());
        (Reverse(broken), counts.fold(0, i64::saturating_add))
    }
}

impl From<Line> for Group {
    fn from(line: Line) -> Self {
        let marks = line.marks.into_iter().map(|mark| (mark, mark)).collect();
        Group { names: vec![line.name], marks, last: line.last }
    }
}

impl Matrix {
    pub(super) fn table(self, lang: Lang) -> Block {
        let Matrix { caption, kind, columns, lines, sum } = self;
        let mut rows: Vec<Row> = grouped(lines, kind, lang)
            .into_iter()
            .map(|(who, group)| {
                let marks = group.marks.iter().map(cell);
                Row::plain(std::iter::once(who.into()).chain(marks).chain(group.last.map(Cell::from)).collect())
            })
            .collect();
        rows.extend(sum.map(|(word, sum)| {
            let cells = std::iter::once(word.said(lang).into()).chain(sum);
            Row { kind: RowKind::Sum, ..Row::plain(cells.collect()) }
        }));
        let first = Column::words(Sentence::Of(kind).said(lang));
        let columns = std::iter::once(first).chain(columns).collect();
        Block::Table(Table { caption, columns, rows })
    }
}

/// The rows, and who is in each.
fn grouped(lines: Vec<Line>, kind: EntityKind, lang: Lang) -> Vec<(String, Group)> {
    let long = lines.len() > LONG;
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        match groups.iter_mut().find(|group| long && group.takes(&line)) {
            Some(group) => group.add(line),
            None => groups.push(line.into()),
        }
    }
    // Whoever broke a rule is named, however many they are. Of equally many the first are the crowd.
    let sound = |group: &Group| group.marks.iter().all(|(mark, _)| mark.sign != Sign::Broken);
    let size = |group: &Group| if sound(group) { group.names.len() } else { 0 };
    let most = groups.iter().map(size).max().filter(|&most| most > LONG);
    let crowd = most.and_then(|most| groups.iter().position(|group| size(group) == most));
    let crowd = crowd.map(|place| groups.remove(place));
    if long {
        groups.sort_by_key(Group::weight);
    }
    let alone = groups.is_empty();
    let named = groups.into_iter().map(|group| {
        let number = group.names.len();
        let counted = sound(&group) && number > LONG;
        (
            if counted {
                Sentence::Some { number, kind }.said(lang)
            } else {
                enumerated(group.names.iter().cloned(), lang)
            },
            group,
        )
    });
    let others = crowd.map(|group| {
        let number = group.names.len();
        (if alone { Sentence::All { number, kind } } else { Sentence::Others { number, kind } }.said(lang), group)
    });
    named.chain(others).collect()
}

fn cell(&(least, most): &(Mark, Mark)) -> Cell {
    let count =
        if least.count == most.count { least.count.to_string() } else { format!("{}-{}", least.count, most.count) };
    match least.sign {
        Sign::Kept => format!("✓{count}").into(),
        Sign::Broken => Cell::strong(format!("✗{count}")),
        Sign::Pending => format!("…{count}").into(),
        Sign::NotAsked => "–".into(),
    }
}
