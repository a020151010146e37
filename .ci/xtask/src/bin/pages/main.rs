//! Writes what is generated from the core; its test fails where a committed file is not what it would write.
//!
//! The check is a test so that it is compiled with all the others, and the core not once more for it.

mod gallery;
mod python;
mod results;
mod schemes;
mod shape;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use lvzhi::audit::FindingCode;
use lvzhi::diagnostic::Code;

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("cannot write the generated files: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> io::Result<()> {
    for Page { path, text } in stale()? {
        fs::write(file(&path), text)?;
        println!("   wrote {path}");
    }
    Ok(())
}

/// A generated file: its path from the top of the checkout, and what must stand in it.
struct Page {
    path: String,
    text: String,
}

/// Every generated file.
fn pages() -> io::Result<Vec<Page>> {
    let mut pages: Vec<Page> = codes().map(|(code, folder)| page(code, folder)).collect();
    pages.push(contents()?);
    pages.extend(results::pages());
    pages.push(python::page());
    pages.extend(gallery::pages());
    pages.extend(schemes::pages()?);
    Ok(pages)
}

/// Every code that has a page, and the folder of the core that has it.
fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let faults = Code::ALL.iter().map(|code| (code.as_str(), "diagnostic"));
    let findings = FindingCode::ALL.iter().map(|code| (code.as_str(), "audit"));
    faults.chain(findings)
}

/// Those of them that are not what they must be.
fn stale() -> io::Result<Vec<Page>> {
    let mut pages = pages()?;
    pages.retain(|page| fs::read_to_string(file(&page.path)).map_or(true, |text| text != page.text));
    Ok(pages)
}

fn file(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// The book's page of a code is the page that the code has in the core.
fn page(code: &str, folder: &str) -> Page {
    Page {
        path: format!("docs/src/codes/{code}.md"),
        text: format!("{{{{#include ../../../core/src/{folder}/codes/{code}.md}}}}\n"),
    }
}

/// The book's table of contents, with the pages of all codes under the page that lists them.
fn contents() -> io::Result<Page> {
    let path = "docs/src/SUMMARY.md".to_owned();
    let text = fs::read_to_string(file(&path))?;
    let codes: Vec<&str> = codes().map(|(code, _)| code).collect();
    Ok(Page { path, text: listed(&text, &codes) })
}

fn listed(contents: &str, codes: &[&str]) -> String {
    let mut text = String::new();
    for line in contents.lines().filter(|line| !line.contains("](codes/")) {
        text.push_str(line);
        text.push('\n');
        if line.ends_with("](codes.md)") {
            text.extend(codes.iter().map(|code| format!("  - [{code}](codes/{code}.md)\n")));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{codes, listed, stale};

    #[test]
    fn every_generated_file_is_fresh() {
        let stale = stale().map(|pages| pages.into_iter().map(|page| page.path).collect::<Vec<_>>());
        assert!(
            stale.as_ref().is_ok_and(Vec::is_empty),
            "not what the code generates: {stale:?}; `cargo xtask pages` writes it anew"
        );
    }

    #[test]
    fn the_codes_stand_under_their_list() {
        let contents = "- [错误代码](codes.md)\n  - [old](codes/old.md)\n- [下一页](next.md)\n";
        let expected = "- [错误代码](codes.md)\n  - [cycle](codes/cycle.md)\n- [下一页](next.md)\n";
        assert_eq!(listed(contents, &["cycle"]), expected);
    }

    #[test]
    fn no_two_codes_share_a_page() {
        let mut names: Vec<&str> = codes().map(|(code, _)| code).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair.first() != pair.last()), "{names:?}");
    }
}
