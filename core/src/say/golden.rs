//! How something read, kept in files: what it says now must be what stands there.

use std::path::Path;

/// Compares with a file in the `golden` of a folder's tests; with `LVZHI_WRITE` set it is written instead.
pub(super) fn same(folder: &str, file: &str, found: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/say").join(folder).join("tests/golden");
    let path = golden.join(file);
    if std::env::var_os("LVZHI_WRITE").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    // A checkout may have turned the ends of lines.
    let expected = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    // The first line that differs says more than two whole texts.
    let first = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
    assert_eq!(first.map(|(_, found)| found), first.map(|(expected, _)| expected), "{file}");
    assert_eq!(found, expected, "{file}");
}

/// What stands between the style of a page and its end.
pub(super) fn main_of(page: &str) -> &str {
    &page[page.find("<main>").unwrap()..]
}
