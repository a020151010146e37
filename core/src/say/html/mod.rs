//! A page of HTML that stands alone: its style is inside, it asks for nothing from elsewhere, and it runs no script.

use super::sheet::{Align, Block, Cell, Column, Fact, Row, RowKind, Sheet, Table, plain};
use crate::Lang;

const STYLE: &str = include_str!("style.css");

/// One page for all the sheets; printed, each begins on a sheet of paper of its own.
pub(super) fn render(sheets: &[Sheet], lang: Lang) -> String {
    let title = sheets.first().map(|sheet| escaped(&sheet.title)).unwrap_or_default();
    let mut page = Page::default();
    page.line("<!DOCTYPE html>");
    page.line(&format!("<html lang=\"{}\">", lang.choose("zh-CN", "en")));
    page.line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<meta name=\"color-scheme\" content=\"light dark\">");
    page.line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    );
    page.line(&format!("<title>{title}</title>"));
    page.line(&format!("<style>\n{STYLE}</style>"));
    page.line("</head>");
    page.line("<body>");
    page.line("<main>");
    for sheet in sheets {
        page.sheet(sheet);
    }
    page.line("</main>");
    page.line("</body>");
    page.line("</html>");
    page.0
}

/// A table of so many columns has no room for one more.
const WIDE: usize = 5;

/// Where the notes of a table stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notes {
    None,
    /// In a last column.
    Beside,
    /// In a row of their own, under the row that they are about.
    Below,
}

/// A page in the making.
#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.line("<article>");
        self.line("<header>");
        self.line(&format!("<h1>{}</h1>", escaped(&sheet.title)));
        if !sheet.subtitle.is_empty() {
            self.line(&format!("<p>{}</p>", escaped(&sheet.subtitle)));
        }
        self.line("</header>");
        for block in &sheet.blocks {
            match block {
                Block::Heading(text) => self.line(&format!("<h2>{}</h2>", escaped(text))),
                Block::Facts(facts) => self.facts(facts),
                Block::Paragraph(text) => self.line(&format!("<p>{}</p>", escaped(text))),
                Block::List(entries) => {
                    self.line("<ul>");
                    for entry in entries {
                        self.line(&format!("<li>{}</li>", escaped(entry)));
                    }
                    self.line("</ul>");
                }
                Block::Table(table) => self.table(table, sheet.lang),
                Block::Signature(names) => {
                    let blanks: Vec<String> = names
                        .iter()
                        .map(|name| format!("<span>{name}{}</span>", sheet.lang.choose("：", ":")))
                        .collect();
                    self.line(&format!("<p class=\"sign\">{}</p>", blanks.concat()));
                }
            }
        }
        self.line("</article>");
    }

    /// The facts, and below them the main ones.
    fn facts(&mut self, facts: &[Fact]) {
        let (main, others): (Vec<&Fact>, Vec<&Fact>) = facts.iter().partition(|fact| fact.main);
        self.described("<dl>", &others);
        self.described("<dl class=\"main\">", &main);
    }

    fn described(&mut self, opening: &str, facts: &[&Fact]) {
        if facts.is_empty() {
            return;
        }
        self.line(opening);
        for fact in facts {
            let color = fact.color.as_deref().filter(|color| is_color(color));
            let color = color.map(|color| format!("<i style=\"background:{color}\"></i>")).unwrap_or_default();
            self.line(&format!("<div><dt>{}</dt><dd>{color}{}</dd></div>", fact.name, escaped(&fact.value)));
        }
        self.line("</dl>");
    }

    /// A table in a box of its own, which scrolls where the screen is too narrow.
    fn table(&mut self, table: &Table, lang: Lang) {
        let caption = escaped(&table.caption);
        self.line(&format!("<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">"));
        // Tables of words stand one below the other in the same columns.
        let words = table.columns.iter().all(|column| column.align == Align::Words);
        self.line(if words { "<table class=\"words\">" } else { "<table>" });
        self.line(&format!("<caption>{caption}</caption>"));
        self.line("<thead>");
        let notes = if !table.has_notes() {
            Notes::None
        } else if table.columns.len() < WIDE {
            Notes::Beside
        } else {
            Notes::Below
        };
        let titles = table.columns.iter().map(heading);
        let remarks =
            (notes == Notes::Beside).then(|| format!("<th scope=\"col\">{}</th>", super::phrase::remarks(lang)));
        self.line(&format!("<tr>{}</tr>", titles.chain(remarks).collect::<String>()));
        self.line("</thead>");
        let (body, foot): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(|row| row.kind != RowKind::Sum);
        for (rows, name) in [(body, "tbody"), (foot, "tfoot")] {
            if !rows.is_empty() {
                self.line(&format!("<{name}>"));
                for row in rows {
                    self.row(row, table, notes);
                }
                self.line(&format!("</{name}>"));
            }
        }
        self.line("</table>");
        self.line("</div>");
    }

    fn row(&mut self, row: &Row, table: &Table, notes: Notes) {
        let class = match row.kind {
            RowKind::Plain | RowKind::Sum => "",
            RowKind::Group => "group",
            RowKind::Less => "less",
        };
        let mut cells = Vec::with_capacity(row.cells.len() + 1);
        for (nth, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let text = in_cell(cell);
            let align = aligned(column.align);
            cells.push(match nth {
                // What heads nothing is no heading.
                0 if cell.text.is_empty() => "<td></td>".to_owned(),
                0 if row.depth == 0 => format!("<th scope=\"row\"{align}>{text}</th>"),
                0 => format!(
                    "<th scope=\"row\"{align} style=\"padding-left:{}em\">{text}</th>",
                    row.depth.saturating_mul(2).min(20)
                ),
                _ => format!("<td{align}>{text}</td>"),
            });
        }
        if notes == Notes::Beside {
            cells.push(format!("<td class=\"note\">{}</td>", escaped(&row.note)));
        }
        let cells = cells.concat();
        let below = notes == Notes::Below && !row.note.is_empty();
        let class = if below { format!("{class} noted") } else { class.to_owned() };
        self.line(&format!(
            "<tr{}>{cells}</tr>",
            if class.is_empty() { String::new() } else { format!(" class=\"{}\"", class.trim()) }
        ));
        if below {
            self.line(&format!(
                "<tr><td class=\"note\" colspan=\"{}\">{}</td></tr>",
                table.columns.len(),
                escaped(&row.note)
            ));
        }
    }
}

/// A heading with something below it may be broken in lines: it stands over narrow cells.
fn heading(column: &Column) -> String {
    let text = with_detail(&column.title, &column.detail);
    match (column.align, column.detail.is_empty()) {
        (Align::Right, false) => format!("<th scope=\"col\" class=\"number tall\">{text}</th>"),
        (align, _) => format!("<th scope=\"col\"{}>{text}</th>", aligned(align)),
    }
}

fn in_cell(cell: &Cell) -> String {
    let text = with_detail(&cell.text, &cell.detail);
    if cell.strong { format!("<b>{text}</b>") } else { text }
}

fn with_detail(text: &str, detail: &str) -> String {
    let below = if detail.is_empty() { String::new() } else { format!("<small>{}</small>", escaped(detail)) };
    format!("{}{below}", escaped(text))
}

fn aligned(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Words => " class=\"words\"",
        Align::Right => " class=\"number\"",
    }
}

/// Whether a text is a colour and nothing else: `#2e7d32` or a name.
fn is_color(text: &str) -> bool {
    let hex = |digits: &str| matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    text.strip_prefix('#').map_or_else(|| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic()), hex)
}

fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
