//! What others wrote stays what they wrote: neither mark-up nor a way out of a table.

use unicode_width::UnicodeWidthStr;

use super::{LANGS, audit};
use crate::audit::{Audit, Detail};

const NAME: &str = "<script>alert('一')</script>|**甲**\u{1b}[31m\n# 乙 & \"丙\" \u{202e}$x$ [链](javascript:0) `丁`";

fn hostile() -> Audit {
    let mut audit = audit("2023-07-01");
    audit.rulebook_title = NAME.into();
    for duty in &mut audit.duties {
        (duty.label, duty.clause) = (NAME.into(), Some(NAME.into()));
        duty.rows.iter_mut().for_each(|row| row.name = NAME.into());
    }
    for bound in &mut audit.bounds {
        (bound.label, bound.clause) = (NAME.into(), Some(NAME.into()));
    }
    for finding in &mut audit.findings {
        finding.name = NAME.into();
        finding.label = finding.label.as_ref().map(|_| NAME.into());
        if let Detail::UnknownState { state, near, .. } = &mut finding.detail {
            (*state, *near) = (NAME.into(), None);
        }
    }
    for found in &mut audit.undeclared {
        found.word = NAME.into();
    }
    audit
}

#[test]
fn html_takes_no_mark_up_from_others() {
    for lang in LANGS {
        let page = hostile().to_html(lang);
        assert!(!page.contains("<script") && !page.contains('\u{1b}') && !page.contains('\u{202e}'));
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
fn markdown_takes_no_mark_up_from_others() {
    for lang in LANGS {
        let text = hostile().to_markdown(lang);
        assert!(text.contains("\\<script\\>alert('一')\\</script\\>\\|\\*\\*甲\\*\\* \\[31m # 乙"), "{text}");
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    }
}

#[test]
fn no_line_of_text_is_too_wide() {
    for audit in [hostile(), audit("2023-07-01"), audit("2023-12-31")] {
        for lang in LANGS {
            let text = audit.to_text(lang);
            let widest = text.lines().max_by_key(|line| line.width()).unwrap();
            assert!(widest.width() <= 100, "{widest}");
        }
    }
}

#[test]
fn a_sentence_stays_on_its_line() {
    let audit = hostile();
    for lang in LANGS {
        for finding in &audit.findings {
            for sentence in [finding.message(lang), finding.help(lang)] {
                assert!(!sentence.contains(char::is_control) && !sentence.is_empty(), "{sentence}");
            }
        }
        assert!(audit.todo().iter().all(|todo| !todo.sentence(lang).contains(char::is_control)));
    }
}
