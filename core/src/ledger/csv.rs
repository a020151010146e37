use super::intake::Intake;
use super::lines::{Line, Lines, first_undecodable, path};
use super::reading::Reading;
use super::written::Written;
use super::{Encoding, Ledger};
use crate::diagnostic::{Diagnostics, Fault, Place};
use crate::roster::Roster;
use crate::rulebook::Vocabulary;

/// Reads a CSV table.
pub(super) fn read(
    bytes: &[u8],
    encoding: Encoding,
    vocabulary: &Vocabulary,
    roster: &Roster,
) -> Result<(Ledger, Intake), Diagnostics> {
    let Some(text) = encoding.decode(bytes) else {
        let row = first_undecodable(bytes, encoding);
        let fault = Fault::Encoding { name: encoding.name(), row: Some(row) };
        return Err(refused("", vec![(fault, Place::path(path(row)))]));
    };
    let mut lines = Lines::new(&text);
    let (written, headings) = heading(lines.next().as_ref(), vocabulary).map_err(|faults| refused(&text, faults))?;

    let mut reading = Reading::new(vocabulary, roster, &written);
    let mut faults = Vec::new();
    while let Some(line) = lines.next() {
        if let Some((why, bytes)) = line.fault(headings) {
            faults.push((Fault::CsvSyntax { why }, line.place(bytes)));
        }
        if faults.is_empty() {
            reading.row(|heading| written.place(heading).and_then(|place| line.cells.get(place)).into());
        }
    }
    if faults.is_empty() { reading.settle() } else { Err(refused(&text, faults)) }
}

/// Reads the heading; gives the number of its cells too.
fn heading(line: Option<&Line<'_>>, vocabulary: &Vocabulary) -> Result<(Written, usize), Vec<(Fault, Place)>> {
    let Some(line) = line else {
        return match Written::read([], vocabulary) {
            Ok(written) => Ok((written, 0)),
            Err(faults) => Err(faults.into_iter().map(|(_, fault)| (fault, Place::default())).collect()),
        };
    };
    if let Some((why, bytes)) = line.fault(usize::MAX) {
        return Err(vec![(Fault::CsvSyntax { why }, line.place(bytes))]);
    }
    Written::read(line.cells, vocabulary).map(|written| (written, line.cells.len())).map_err(|faults| {
        let cells = line.cell_bytes();
        let bytes = |cell: Option<usize>| cell.and_then(|cell| cells.get(cell)).unwrap_or(&line.bytes).clone();
        faults.into_iter().map(|(cell, fault)| (fault, line.place(bytes(cell)))).collect()
    })
}

/// The whole table, refused for these faults.
fn refused(text: &str, faults: Vec<(Fault, Place)>) -> Diagnostics {
    let mut diagnostics = Diagnostics::new(text.into());
    for (fault, place) in faults {
        diagnostics.push(fault, place);
    }
    diagnostics
}
