use super::intake::Intake;
use super::reading::Reading;
use super::written::Written;
use super::{Cell, Ledger};
use crate::diagnostic::{CsvFault, Diagnostics, Fault, Place};
use crate::roster::Roster;
use crate::rulebook::Vocabulary;

/// Reads a table whose cells have been taken apart already.
pub(super) fn read<'t, R>(
    headings: impl IntoIterator<Item = &'t str>,
    rows: R,
    vocabulary: &Vocabulary,
    roster: &Roster,
) -> Result<(Ledger, Intake), Diagnostics>
where
    R: IntoIterator<Item: IntoIterator<Item = Cell<'t>>>,
{
    let headings: Vec<&str> = headings.into_iter().collect();
    let mut faults = Diagnostics::default();
    let written = match Written::read(headings.iter().copied(), vocabulary) {
        Ok(written) => written,
        Err(found) => {
            for (cell, fault) in found {
                let text =
                    cell.and_then(|cell| headings.get(cell)).map_or_else(String::new, |text| text.trim().to_owned());
                faults.push(fault, Place { path: "heading".to_owned(), text, ..Place::default() });
            }
            return Err(faults);
        }
    };

    let mut reading = Reading::new(vocabulary, roster, &written);
    let mut cells: Vec<Cell<'t>> = Vec::with_capacity(headings.len());
    for (row, place) in rows.into_iter().zip(1_u64..) {
        cells.clear();
        cells.extend(row);
        if cells.len() > headings.len() {
            let why = CsvFault::TooManyCells { row: place, cells: cells.len(), headings: headings.len() };
            faults.push(Fault::CsvSyntax { why }, Place::path(format!("row {place}")));
        }
        if faults.is_empty() {
            reading
                .row(|heading| written.place(heading).and_then(|place| cells.get(place)).copied().unwrap_or_default());
        }
    }
    if faults.is_empty() { reading.settle() } else { Err(faults) }
}
