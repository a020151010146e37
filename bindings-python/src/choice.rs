//! One word of a closed list, which the core reads: a language, a kind of entity, a grouping.

use std::fmt::Display;
use std::str::FromStr;

use lvzhi::{Encoding, EntityKind, Grouping, Lang};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// What the word stands for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Choice<T>(pub(crate) T);

macro_rules! choices {
    ($($module:literal $name:literal: $kind:ty;)*) => {$(
        impl<'py> FromPyObject<'_, 'py> for Choice<$kind> {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!($module, $name);

            fn extract(word: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                read(&word).map(Choice)
            }
        }
    )*};
}

choices! {
    "lvzhi._types" "Encoding": Encoding;
    "lvzhi._types" "Lang": Lang;
    "lvzhi.data" "EntityKind": EntityKind;
    "lvzhi.data" "Grouping": Grouping;
}

fn read<T: FromStr<Err: Display>>(word: &Bound<'_, PyAny>) -> PyResult<T> {
    word.cast::<PyString>()?.to_cow()?.parse().map_err(|bad: T::Err| PyValueError::new_err(bad.to_string()))
}
