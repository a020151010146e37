//! What stubs say of the types that cross the border. Nothing of it is in the module that is shipped.

use std::convert::Infallible;
use std::marker::PhantomData;
use std::sync::Arc;

use lvzhi::audit::{Audit, Todo};
use lvzhi::roster::{Changes, Coverage, Linked, Named, Seat};
use lvzhi::score::{Given, Rank, Rollup, Statement};
use lvzhi::{Date, Diagnostics, EntityKind, Figure, Id, Intake, Proof, Slug, Window};
#[cfg(feature = "stubs")]
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyIterator};
#[cfg(feature = "stubs")]
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::board::Board;

/// What Python calls a type of the core.
pub(crate) trait Hint {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr;
}

macro_rules! hints {
    ($($module:literal $name:literal: $($kind:ty),+;)*) => {$($(
        impl Hint for $kind {
            #[cfg(feature = "stubs")]
            const HINT: PyStaticExpr = type_hint_identifier!($module, $name);
        }
    )+)*};
}

hints! {
    "builtins" "str": str, Arc<str>, Id, Slug;
    "datetime" "date": Date;
    "decimal" "Decimal": Figure;
    "lvzhi.data" "Audit": Audit;
    "lvzhi.data" "Changes": Changes;
    "lvzhi.data" "Coverage": Coverage;
    "lvzhi.data" "Diagnostics": Diagnostics;
    "lvzhi.data" "EntityKind": EntityKind;
    "lvzhi.data" "Given": Given;
    "lvzhi.data" "Intake": Intake;
    "lvzhi.data" "Linked": Linked;
    "lvzhi.data" "Named": Named;
    "lvzhi.data" "Proof": Proof;
    "lvzhi.data" "Rollup": Rollup;
    "lvzhi.data" "Rank": Rank;
    "lvzhi.data" "Seat": Seat;
    "lvzhi.data" "Statement": Statement;
    "lvzhi.data" "Todo": Todo;
    "lvzhi.data" "Window": Window;
}

impl<T: Hint + ?Sized> Hint for &T {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = T::HINT;
}

impl<T: Hint> Hint for Vec<T> {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        T::HINT,
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    );
}

impl<T: Hint> Hint for Option<T> {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = type_hint_union!(T::HINT, PyStaticExpr::Constant { value: PyStaticConstant::None });
}

impl<A: Hint, B: Hint> Hint for (A, B) {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), A::HINT, B::HINT);
}

/// A row of a ranking, which is a class of the package's own.
pub(crate) struct Row;

impl Hint for Row {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = type_hint_identifier!("lvzhi._row", "Row");
}

impl Hint for Board {
    #[cfg(feature = "stubs")]
    const HINT: PyStaticExpr = <Board as pyo3::PyTypeInfo>::TYPE_HINT;
}

/// An iterator, of which stubs say over what.
pub(crate) struct Each<'py, T>(Bound<'py, PyIterator>, PhantomData<T>);

impl<'py, T> From<Bound<'py, PyIterator>> for Each<'py, T> {
    fn from(iterator: Bound<'py, PyIterator>) -> Self {
        Each(iterator, PhantomData)
    }
}

impl<'py, T: Hint> IntoPyObject<'py> for Each<'py, T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = Infallible;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterator"), T::HINT);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self.0)
    }
}

/// An Arrow capsule. Python has a name for its type from 3.13 on: in stubs it is an object, as the protocol has it.
pub(crate) struct Capsule<'py>(pub(crate) Bound<'py, PyCapsule>);

impl<'py> IntoPyObject<'py> for Capsule<'py> {
    type Target = PyCapsule;
    type Output = Bound<'py, PyCapsule>;
    type Error = Infallible;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "object");

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self.0)
    }
}

impl<'py> FromPyObject<'_, 'py> for Capsule<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "object");

    fn extract(capsule: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Capsule(capsule.to_owned().cast_into()?))
    }
}

/// Says in stubs that an argument is of a type that `lvzhi._types` declares.
macro_rules! argument {
    ($name:literal) => {
        #[cfg(feature = "stubs")]
        const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("lvzhi._types", $name);
    };
}
pub(crate) use argument;
