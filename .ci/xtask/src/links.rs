//! The links of the built book: every one that stays inside it must lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::{Outcome, workspace};

/// Follows the links in every page of `book`, and misses no page of `source`.
pub(crate) fn check(source: &Path, book: &Path) -> Outcome {
    let mut site = Site::default();
    for file in workspace::files(book)? {
        let path = relative(&file, book);
        let text = if is_page(&path) {
            fs::read_to_string(&file).map_err(|fault| format!("cannot read `{path}`: {fault}"))?
        } else {
            String::new()
        };
        site.0.insert(path, text);
    }
    let mut faults = site.dead();
    for file in workspace::files(source)? {
        let path = relative(&file, source);
        faults.extend(site.missing(&path));
    }
    workspace::none(&faults)
}

/// Not the page for what a server does not find, which is written for the server's root; nor all pages once more, for print.
fn is_page(path: &str) -> bool {
    path.strip_suffix(".html").is_some_and(|name| name != "404" && name != "print")
}

fn relative(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The files of the book by their paths; the pages with their text.
#[derive(Default)]
struct Site(BTreeMap<String, String>);

impl Site {
    fn dead(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (page, text) in &self.0 {
            let links: BTreeSet<&str> = attributes(text, "href").chain(attributes(text, "src")).collect();
            let dead = links.into_iter().filter(|link| !self.leads(page, link));
            faults.extend(dead.map(|link| format!("docs/book/{page}: the link `{link}` leads nowhere")));
        }
        faults
    }

    /// Whether a link on `page` leads out of the book, or to something in it.
    fn leads(&self, page: &str, link: &str) -> bool {
        let outside = ["https:", "http:", "mailto:", "data:", "javascript:", "//"];
        if outside.iter().any(|scheme| link.starts_with(scheme)) {
            return true;
        }
        let link = decoded(link);
        let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
        let path = path.split('?').next().unwrap_or_default();
        let target = match path {
            "" => self.0.get(page),
            path => resolved(page, path).and_then(|target| self.0.get(&target)),
        };
        target.is_some_and(|text| anchor.is_empty() || attributes(text, "id").any(|id| id == anchor))
    }

    /// Says so if a page of the source is in no table of contents, and so in no book.
    fn missing(&self, source: &str) -> Option<String> {
        let page = source.strip_suffix(".md")?;
        let page =
            page.strip_suffix("README").map_or_else(|| format!("{page}.html"), |folder| format!("{folder}index.html"));
        let listed = source == "SUMMARY.md" || self.0.contains_key(&page);
        (!listed).then(|| format!("docs/src/{source}: no line of `SUMMARY.md` leads here"))
    }
}

/// The values of an attribute, wherever a tag has it. Text on a page has its quotation marks escaped, so it never looks like one.
fn attributes<'text>(text: &'text str, name: &str) -> impl Iterator<Item = &'text str> {
    let start = format!(" {name}=\"");
    let parts: Vec<&str> = text.split(&start).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('"').next())
}

/// A path as it is meant from `page`, if it stays inside the book.
fn resolved(page: &str, path: &str) -> Option<String> {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => {
                folders.pop()?;
            }
            // A folder stands for the page in it.
            "" => folders.push("index.html"),
            step => folders.push(step),
        }
    }
    Some(folders.join("/"))
}

/// A link with its `&amp;` and `%E7` undone.
fn decoded(link: &str) -> String {
    let link = link.replace("&amp;", "&");
    let mut parts = link.split('%');
    let mut bytes: Vec<u8> = parts.next().unwrap_or_default().into();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => bytes.extend(std::iter::once(b'%').chain(part.bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Site;

    fn site(files: &[(&str, &str)]) -> Site {
        Site(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn links_that_lead_somewhere_are_silent() {
        let text = r##"<a href="en/index.html#top">a</a> <a href="#总分">b</a> <h2 id="总分">c</h2>
            <img src="a.svg?v=1"> <a href="https://example.org/x">d</a> <a href="en/">e</a> <a href="#%E6%80%BB%E5%88%86">f</a>"##;
        let site = site(&[
            ("index.html", text),
            ("en/index.html", r#"<p id="top"><a href="../index.html">g</a>"#),
            ("a.svg", ""),
        ]);
        assert_eq!(site.dead(), [""; 0]);
    }

    #[test]
    fn a_dead_link_is_named_with_its_page() {
        let site = site(&[("en/a.html", r#"<a href="b.html">b</a>"#)]);
        assert_eq!(site.dead(), ["docs/book/en/a.html: the link `b.html` leads nowhere"]);
    }

    #[test]
    fn a_dead_anchor_is_a_dead_link() {
        let site = site(&[("a.html", r##"<h2 id="one">1</h2> <a href="#one">1</a> <a href="#two">2</a>"##)]);
        assert_eq!(site.dead(), ["docs/book/a.html: the link `#two` leads nowhere"]);
    }

    #[test]
    fn a_link_out_of_the_book_is_dead() {
        let site = site(&[("a.html", r#"<a href="../a.html">a</a>"#)]);
        assert_eq!(site.dead().len(), 1);
    }

    #[test]
    fn a_page_outside_the_contents_is_missed() {
        let site = site(&[("index.html", ""), ("a.html", "")]);
        assert_eq!(site.missing("README.md"), None);
        assert_eq!(site.missing("a.md"), None);
        assert_eq!(site.missing("picture.svg"), None);
        assert_eq!(site.missing("b.md").as_deref(), Some("docs/src/b.md: no line of `SUMMARY.md` leads here"));
    }
}
