use crate::Lang;

/// What is to be read, laid out: what the three renderers turn into text, Markdown and HTML.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) lang: Lang,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug)]
pub(super) enum Block {
    Heading(String),
    Facts(Vec<Fact>),
    Paragraph(String),
    List(Vec<String>),
    Table(Table),
    /// What is filled in by hand, each on a line of its own.
    Signature(Vec<&'static str>),
}

/// A name and what it is.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) value: String,
    /// The colour of a grade, as the rulebook writes it.
    pub(super) color: Option<String>,
    /// What a reader looks for first.
    pub(super) main: bool,
}

/// A table with a heading row. Notes stand under a row in text, and in a last column elsewhere.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) title: String,
    /// What stands below the title in small type.
    pub(super) detail: String,
    pub(super) align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    /// Long texts, which may be broken in lines even where they head their rows.
    Words,
    /// Numbers.
    Right,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) kind: RowKind,
    /// How deep the first cell is indented.
    pub(super) depth: usize,
    pub(super) cells: Vec<Cell>,
    pub(super) note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Plain,
    /// It heads the rows below it.
    Group,
    /// It counts for less than it was worth.
    Less,
    /// The sum of the rows above it.
    Sum,
}

/// What stands in a cell, and below it in small type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) detail: String,
    /// What must catch the eye.
    pub(super) strong: bool,
}

impl Fact {
    pub(super) fn new(name: &'static str, value: String) -> Self {
        Fact { name, value, color: None, main: false }
    }
}

impl Table {
    /// The same without the columns in which nothing stands.
    pub(super) fn without_empty_columns(mut self) -> Self {
        let filled =
            |nth: usize| self.rows.iter().filter_map(|row| row.cells.get(nth)).any(|cell| !cell.text.is_empty());
        let kept: Vec<bool> = (0..self.columns.len()).map(filled).collect();
        let mut keep = kept.iter();
        self.columns.retain(|_| keep.next().copied().unwrap_or(true));
        for row in &mut self.rows {
            let mut keep = kept.iter();
            row.cells.retain(|_| keep.next().copied().unwrap_or(true));
        }
        self
    }

    /// Whether any row has a note.
    pub(super) fn has_notes(&self) -> bool {
        self.rows.iter().any(|row| !row.note.is_empty())
    }
}

impl Column {
    pub(super) fn left(title: impl Into<String>) -> Self {
        Column { title: title.into(), detail: String::new(), align: Align::Left }
    }

    pub(super) fn words(title: impl Into<String>) -> Self {
        Column { align: Align::Words, ..Column::left(title) }
    }

    pub(super) fn right(title: impl Into<String>) -> Self {
        Column { align: Align::Right, ..Column::left(title) }
    }
}

impl Row {
    pub(super) fn plain(cells: Vec<Cell>) -> Self {
        Row { kind: RowKind::Plain, depth: 0, cells, note: String::new() }
    }
}

impl Cell {
    pub(super) fn with_detail(text: impl Into<String>, detail: impl Into<String>) -> Self {
        Cell { text: text.into(), detail: detail.into(), strong: false }
    }

    pub(super) fn strong(text: impl Into<String>) -> Self {
        Cell { strong: true, ..Cell::from(text) }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }
}

/// What others wrote, on one line: without characters that steer a terminal or turn the direction of writing.
pub(super) fn plain(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words: String = text
        .chars()
        .filter(|&c| !turns(c))
        .map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c })
        .collect();
    words.trim().to_owned()
}
