//! A table for a spreadsheet, as RFC 4180 has it.

/// The rows, the heading among them; all have as many cells.
pub(super) fn written(mut rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail.
    let written = rows.try_for_each(|cells| writer.write_record(cells));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
