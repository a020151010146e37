//! What others wrote stays what they wrote: neither mark-up nor a way out of a table.

use unicode_width::UnicodeWidthStr;

use super::{LANGS, board, statement};
use crate::Lang;
use crate::say::sheet::plain;

const NAME: &str = "<script>alert('一')</script>|**甲**\u{1b}[31m\n# 乙 & \"丙\" \u{202e}$x$ [链](javascript:0) `丁`";

fn hostile() -> crate::Statement {
    let mut statement = statement("M001");
    statement.name = NAME.into();
    statement.rulebook_title = NAME.into();
    statement.board_title = NAME.into();
    for node in &mut statement.nodes {
        node.label = NAME.into();
        node.clause = Some(NAME.into());
        node.note = Some(NAME.into());
    }
    for line in &mut statement.lines {
        line.label = NAME.into();
        line.clause = Some(NAME.into());
    }
    if let Some(grade) = &mut statement.grade {
        grade.color = Some("red;background:url(//x)".into());
    }
    statement
}

#[test]
fn html_takes_no_mark_up_from_others() {
    for lang in LANGS {
        let page = hostile().to_html(lang);
        assert!(
            !page.contains("<script")
                && !page.contains("url(")
                && !page.contains('\u{1b}')
                && !page.contains('\u{202e}')
        );
        assert!(
            page.contains("&lt;script&gt;alert(&#39;一&#39;)&lt;/script&gt;|**甲** [31m # 乙 &amp; &quot;丙&quot;")
        );
        // Nothing is fetched from anywhere.
        assert!(
            !page.contains("http:") && !page.contains("https:") && !page.contains("src=") && !page.contains("href=")
        );
    }
}

#[test]
fn a_colour_is_a_colour() {
    assert!(statement("M001").to_html(Lang::Zh).contains("<i style=\"background:#1565c0\"></i>"));
}

#[test]
fn markdown_takes_no_mark_up_from_others() {
    for lang in LANGS {
        let text = hostile().to_markdown(lang);
        assert!(text.contains("\\<script\\>alert('一')\\</script\\>\\|\\*\\*甲\\*\\* \\[31m # 乙 \\& \"丙\" \\$x\\$ \\[链\\](javascript:0) \\`丁\\`"), "{text}");
        // Every row of a table has as many edges as its heading.
        for table in text.split("\n\n").filter(|part| part.starts_with('|')) {
            let edges = |line: &str| line.replace("\\|", "").matches('|').count();
            let counts: Vec<usize> = table.lines().map(edges).collect();
            assert!(counts.iter().all(|count| Some(count) == counts.first()), "{table}");
        }
    }
}

#[test]
fn no_line_of_text_is_too_wide() {
    for lang in LANGS {
        let mut board = board("member", "2023");
        for statement in &mut board.statements {
            statement.name = NAME.repeat(3).into();
            for node in &mut statement.nodes {
                node.depth = 0;
                node.label = format!("{NAME}{}", node.label).into();
            }
        }
        for text in [hostile().to_text(lang), board.to_text(lang)] {
            let widest = text.lines().max_by_key(|line| line.width()).unwrap();
            assert!(widest.width() <= 100, "{}: {widest}", widest.width());
            assert!(text.lines().all(|line| line == line.trim_end()));
        }
    }
}

#[test]
fn what_steers_a_terminal_is_left_out() {
    assert_eq!(plain(" a\u{1b}[2Jb\r\nc\u{202e}d\t"), "a [2Jb  cd");
}
