//! What the makers of bundled years share: a die, a calendar, the shape of the files, and the folder they stand in.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Serialize;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The name and the text of each file of a bundled year.
pub(crate) type Files = Vec<(&'static str, String)>;

/// Writes the files into their folder.
pub(crate) fn write(folder: &str, files: Files) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in files {
        fs::write(Path::new(folder).join(name), text)?;
    }
    Ok(())
}

/// Fails where a file that stands in the folder is another than the one that is written here.
#[cfg(test)]
pub(crate) fn assert_written(folder: &str, files: Files, maker: &str) {
    for (name, text) in files {
        let there = fs::read_to_string(Path::new(folder).join(name)).unwrap();
        assert!(there == text, "{name} differs: run `cargo run --example {maker}`");
    }
}

/// A die that always falls the same way: splitmix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number from 0 up to, and without, `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap_or(0)
    }

    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.roll(100) < chance
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

const MONTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The month, from 0, and the day of the month, from 1, of a day of a common year, counted from 0.
pub(crate) fn month_and_day(mut day: usize) -> (usize, usize) {
    let mut month = 0;
    while day >= MONTHS[month] {
        day -= MONTHS[month];
        month += 1;
    }
    (month, day + 1)
}

/// One entry a line, so that a change shows as the lines it changes.
pub(crate) fn list<T: Serialize>(title: &str, entries: impl IntoIterator<Item = T>) -> Result<String> {
    let lines = entries.into_iter().map(|entry| serde_json::to_string(&entry));
    Ok(format!("\"{title}\": [\n{}\n]", lines.collect::<serde_json::Result<Vec<_>>>()?.join(",\n")))
}

/// A roster of such lists.
pub(crate) fn roster(lists: &[String]) -> String {
    format!("{{\n{}\n}}\n", lists.join(",\n"))
}

/// An entity of which there is no more to say than its id and its name.
#[derive(Serialize)]
pub(crate) struct Named {
    id: String,
    name: &'static str,
}

/// Entities whose ids are a letter and a number of so many digits.
pub(crate) fn named(letter: &str, digits: usize, names: &[&'static str]) -> Vec<Named> {
    names.iter().enumerate().map(|(n, name)| Named { id: format!("{letter}{:0digits$}", n + 1), name }).collect()
}

/// A table under the headings that its rows name.
pub(crate) fn csv<T: Serialize>(rows: impl IntoIterator<Item = T>) -> Result<String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in rows {
        table.serialize(row)?;
    }
    Ok(String::from_utf8(table.into_inner()?)?)
}
