//! Words of plain data: it is handed back as the JSON that it stands for, and the core says it.

use lvzhi::Lang;
use lvzhi::audit::{Audit, Finding, Todo};
use lvzhi::roster::{Changes, Coverage};
use lvzhi::score::{Rollup, Statement};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::de::DeserializeOwned;

use crate::choice::Choice;
use crate::object::Plain;
use crate::table::{self, Table};

macro_rules! said {
    ($kind:ident, $form:ident, $data:ident, $lang:ident: $($name:ident: $($method:ident)+;)*) => {
        match ($kind, $form) {
            $($((stringify!($name), stringify!($method)) => read::<$name>($data)?.$method($lang),)+)*
            _ => return Err(PyValueError::new_err(format!("{} has no {}", $kind, $form))),
        }
    };
}

/// Says something in one of its forms.
#[pyfunction]
pub(crate) fn said(py: Python<'_>, kind: &str, form: &str, data: &str, lang: Choice<Lang>) -> PyResult<String> {
    let lang = lang.0;
    py.detach(|| {
        Ok(said! { kind, form, data, lang:
            Audit: to_text to_markdown to_html;
            Changes: to_text to_markdown to_html;
            Coverage: to_text to_markdown to_html;
            Finding: message help;
            Rollup: to_text to_markdown to_html to_csv;
            Statement: to_text to_markdown to_html;
            Todo: sentence;
        })
    })
}

/// What is still to be done as of an audit's day.
#[pyfunction]
pub(crate) fn todo(py: Python<'_>, audit: &str) -> PyResult<Plain<Vec<Todo>>> {
    py.detach(|| Ok(Plain(read::<Audit>(audit)?.todo())))
}

/// A part of an audit as a table.
#[pyfunction]
pub(crate) fn audit_table(py: Python<'_>, audit: &str, of: &str, lang: Choice<Lang>) -> PyResult<Table> {
    py.detach(|| {
        let audit = read::<Audit>(audit)?;
        match of {
            "findings" => Ok(table::findings(audit, lang.0)),
            "duties" => Ok(table::duties(audit)),
            "bounds" => Ok(table::bounds(audit)),
            "standards" => Ok(table::standards(audit)),
            "todo" => Ok(table::todo(&audit, lang.0)),
            _ => Err(PyValueError::new_err(format!(
                "an audit has no table of {of}: it has findings, todo, duties, bounds and standards"
            ))),
        }
    })
}

/// Plain data that has come back. It was made by the core, so it is as the core wrote it, unless somebody made up another.
fn read<T: DeserializeOwned>(data: &str) -> PyResult<T> {
    serde_json::from_str(data).map_err(|bad| PyValueError::new_err(bad.to_string()))
}
