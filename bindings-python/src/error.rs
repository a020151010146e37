//! From the faults of a document to the exception that lists them all.

use lvzhi::{Diagnostics, Lang};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

use crate::object::Plain;
use crate::source::NAMELESS;

/// What the core says no to becomes an exception.
pub(crate) trait OrRaise<T>: Sized {
    /// The value, or `lvzhi.LvzhiError` with every fault of the document of that name.
    fn or_raise_of(self, py: Python<'_>, origin: &str) -> PyResult<T>;

    /// The same for a document without a name.
    fn or_raise(self, py: Python<'_>) -> PyResult<T> {
        self.or_raise_of(py, NAMELESS)
    }
}

impl<T> OrRaise<T> for Result<T, Diagnostics> {
    fn or_raise_of(self, py: Python<'_>, origin: &str) -> PyResult<T> {
        self.map_err(|faults| error(py, &faults, origin).unwrap_or_else(|failure| failure))
    }
}

/// More faults than these are listed, not drawn: nobody looks at so many pictures.
const MOST_DRAWN: usize = 50;

/// The exception: the faults as data, a line for each in both languages, and how they look under their text.
fn error(py: Python<'_>, faults: &Diagnostics, origin: &str) -> PyResult<PyErr> {
    static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let class = CLASS.import(py, "lvzhi.errors", "LvzhiError")?;
    let said = |lang| {
        let lines: Vec<String> = faults.iter().map(|fault| fault.line(lang)).collect();
        let drawn = faults.len() <= MOST_DRAWN && !faults.source().is_empty();
        let drawing = if drawn { faults.render(lang, origin) } else { lines.join("\n") };
        (lines, drawing)
    };
    Ok(PyErr::from_value(class.call1((Plain(faults), said(Lang::Zh), said(Lang::En)))?))
}
