//! 随库的办法: the list of the gallery's rulebooks, from what each says about itself.

use std::fmt::Write;

use lvzhi::{Lang, Rulebook, gallery};

use super::Page;

/// The pages in both languages.
pub(super) fn pages() -> Vec<Page> {
    let page = |path: &str, lang| Page { path: path.to_owned(), text: written(lang) };
    vec![page("docs/src/gallery.md", Lang::Zh), page("docs/src/en/gallery.md", Lang::En)]
}

fn written(lang: Lang) -> String {
    let mut page = (if lang == Lang::Zh { ZH } else { EN }).to_owned();
    for rulebook in gallery::all() {
        page.push_str(&entry(&rulebook, lang));
    }
    page
}

fn entry(rulebook: &Rulebook, lang: Lang) -> String {
    let id = rulebook.id();
    let (place, source) = (rulebook.place().unwrap_or_default(), rulebook.source().unwrap_or_default());
    let source = if source.starts_with("http") { format!("<{source}>") } else { source.to_owned() };
    // The comment at the head of a rulebook says in a line or two what is its own.
    let about: String = gallery::text(id.as_str())
        .unwrap_or_default()
        .lines()
        .map_while(|line| line.strip_prefix("# "))
        .collect::<Vec<_>>()
        .concat();
    let mut text = format!("\n### {id}\n\n**{}** {place}\n\n{about}\n\n", rulebook.title());
    let _ = writeln!(text, "{}{source}", if lang == Lang::Zh { "出处：" } else { "Source: " });
    text
}

const ZH: &str = "\
# 随库的办法

程序库带着下面这些办法，用编号取：`lvzhi::gallery::get(\"ankang\")`；要它的 TOML，`gallery::text(\"ankang\")`，可以拿去改成自己的。\
前五部是公布过的积分办法，带着算例；其余各部写各地对工作室、联系、频次、手续的要求，引用[做法一览](schemes.md)里的编号。

原文没有说的，一概不添：没有写的次数、条目、期限、分值，办法里也没有。凡要取舍的读法，写在那一条的 `note` 里。拿去用之前，请与本地现行的文本核对。
";
const EN: &str = "\
# The gallery

These rulebooks come with the library, by id: `lvzhi::gallery::get(\"ankang\")`; `gallery::text(\"ankang\")` is its TOML, to begin one's own from. \
The first five are published scoring rules, with worked examples; the others say what places ask of studios, links, cadence and procedure, and cite the numbers of [the schemes](schemes.md).

Nothing is added that a text does not say: no count, no item of a checklist, no deadline, no points. Where a reading had to be chosen, the rule's `note` says so. Before using one, compare it with the text in force.
";
