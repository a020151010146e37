use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, normalize_untrusted_str};

use super::{Diagnostic, Diagnostics};
use crate::Lang;

impl Diagnostics {
    /// Every fault drawn under its text, as a compiler draws it, with a blank line between two; a fault that stands in no text is one line.
    /// Without colour, and for a type of fixed width in which a Chinese character is as wide as two letters.
    ///
    /// `origin` is the name of the file; a fault of another document (a roster's, where a rulebook meets it) stands under that one's name. Only with the feature `render`.
    pub fn render(&self, lang: Lang, origin: &str) -> String {
        let drawings: Vec<String> = self.iter().map(|diagnostic| drawing(diagnostic, lang, origin)).collect();
        drawings.join("\n\n")
    }
}

/// A line longer than this many bytes is no line that a person could look at: its faults are told, not drawn.
const LONGEST: usize = 4000;

fn drawing(diagnostic: &Diagnostic, lang: Lang, origin: &str) -> String {
    let source = &diagnostic.source;
    let origin = source.name().unwrap_or(origin);
    let place = diagnostic.place();
    let lines = lines_around(source, &place.bytes);
    let text = source.get(lines.clone()).unwrap_or("");
    let inside = place.bytes.start.saturating_sub(lines.start)..place.bytes.end.saturating_sub(lines.start);
    if place.line == 0 || text.len() > LONGEST || text.get(inside.clone()).is_none() {
        return format!("{origin}: {}", diagnostic.line(lang));
    }
    let error = Level::ERROR.with_name(lang.choose("错误", "error"));
    let help = Level::HELP.with_name(lang.choose("建议", "help"));
    // The drawer reads all it is given once for every fault: it is given the lines of this fault alone.
    let snippet = Snippet::source(text)
        .path(origin)
        .line_start(usize::try_from(place.line).unwrap_or(usize::MAX))
        .annotation(AnnotationKind::Primary.span(inside));
    let title = error.primary_title(diagnostic.message(lang)).id(diagnostic.code().as_str());
    Renderer::plain()
        .render(&[title.element(snippet).element(help.message(normalize_untrusted_str(&diagnostic.help(lang))))])
}

/// The whole lines on which the bytes stand: with their ends, since a carriage return alone would be drawn, and without a byte-order mark.
fn lines_around(source: &str, bytes: &Range<usize>) -> Range<usize> {
    let mark = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = source.get(..bytes.start).and_then(|before| before.rfind('\n')).map_or(mark, |at| at + 1);
    let end = source.get(bytes.end..).and_then(|after| after.find('\n')).map_or(source.len(), |at| bytes.end + at + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::{Fault, Limit, Place, Source};
    use super::*;

    const SOURCE: &str =
        "\u{feff}[rulebook]\r\ntitle = \"闵行区履职办法\" # 说明\r\npionts = \"一２\"\r\nlast = [\n  1,\n]";

    fn drawn(fault: Fault, part: &str) -> String {
        let start = SOURCE.find(part).unwrap();
        drawn_at(fault, start..start + part.len())
    }

    fn drawn_at(fault: Fault, bytes: Range<usize>) -> String {
        let source = Source::from(SOURCE);
        let mut faults = Diagnostics::new(source.clone());
        let text = SOURCE.get(bytes.clone()).unwrap_or("").trim_matches('"').to_owned();
        faults.push(fault, source.place("rulebook".to_owned(), bytes, &text));
        faults.render(Lang::Zh, "办法.toml")
    }

    #[test]
    fn a_key_is_underlined() {
        let fault = Fault::UnknownKey { key: "pionts".to_owned(), near: Some("points".to_owned()), known: Vec::new() };
        let expected = "\
错误[unknown-key]: 没有 `pionts` 这个键
 --> 办法.toml:3:1
  |
3 | pionts = \"一２\"
  | ^^^^^^
  |
  = 建议: 是否想写 `points`？";
        assert_eq!(drawn(fault, "pionts"), expected);
    }

    #[test]
    fn a_chinese_character_is_two_columns_wide() {
        let fault =
            Fault::BadValue { value: "闵行区履职办法".to_owned(), allowed: vec!["a".to_owned()], near: None };
        let drawing = drawn(fault, "\"闵行区履职办法\"");
        assert!(drawing.contains("2 | title = \"闵行区履职办法\" # 说明\n  |         ^^^^^^^^^^^^^^^^\n"), "{drawing}");
        let drawing = drawn(Fault::BadDate { value: "说明".to_owned() }, "说明");
        assert!(drawing.contains("办法.toml:2:21\n"), "{drawing}");
        assert!(drawing.contains("\n  |                            ^^^^\n"), "{drawing}");
    }

    #[test]
    fn a_list_over_several_lines_is_drawn_whole() {
        let drawing = drawn(Fault::Cycle { path: "a".to_owned() }, "[\n  1,\n]");
        assert!(drawing.contains("4 |   last = [") && drawing.contains("6 | | ]"), "{drawing}");
    }

    #[test]
    fn the_very_end_and_no_stretch_at_all_can_be_pointed_at() {
        assert!(drawn_at(Fault::MissingBoard, SOURCE.len()..SOURCE.len()).contains("办法.toml:6:2"));
        assert!(drawn_at(Fault::MissingBoard, 0..0).contains("办法.toml:1:1"));
        assert!(drawn(Fault::MissingBoard, "[rulebook]").contains("办法.toml:1:1"));
    }

    #[test]
    fn a_fault_without_a_text_is_one_line() {
        let mut faults = Diagnostics::default();
        faults.push(Fault::TooLarge { what: Limit::Rows }, Place::path("rows"));
        faults.push(Fault::MissingColumn { name: "date" }, Place::default());
        let drawing = faults.render(Lang::En, "ledger.csv");
        assert_eq!(
            drawing,
            "ledger.csv: [too-large] rows: the ledger has more than 4000000000 rows; read it in parts\n\n\
             ledger.csv: [missing-column] the column `date` is missing; add a column `date`: every row needs it"
        );
    }
}
