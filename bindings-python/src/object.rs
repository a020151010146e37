//! From plain data to Python objects: one serializer for everything that comes back.
//!
//! A struct becomes the frozen class of the same name in `lvzhi.data`, its fields in order; a list a tuple; a map a dict; an exact number a
//! `decimal.Decimal` or a `fractions.Fraction`, a day a `datetime.date`. So the binding holds no list of what the core can say.

use std::fmt::Display;

use pyo3::exceptions::PyValueError;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyNone, PyString, PyTuple};
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

use crate::hint::Hint;

/// Plain data of the core, on its way out.
pub(crate) struct Plain<T>(pub(crate) T);

impl<'py, T: Serialize + Hint> IntoPyObject<'py> for Plain<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = T::HINT;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.serialize(Object(py)).map_err(|Failure(failure)| failure)
    }
}

/// The Python classes that exact numbers and days become, by the names under which the core serializes them.
fn scalar<'py>(py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    static DECIMAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static FRACTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static DATE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let class = match name {
        "Decimal" | "Figure" => DECIMAL.import(py, "decimal", "Decimal")?.clone(),
        "Amount" | "Points" => FRACTION.import(py, "fractions", "Fraction")?.clone(),
        "Date" => DATE.import(py, "datetime", "date")?.getattr("fromisoformat")?,
        _ => return Ok(None),
    };
    Ok(Some(class))
}

/// The module of the classes.
fn classes(py: Python<'_>) -> PyResult<&Bound<'_, PyModule>> {
    static CLASSES: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    Ok(CLASSES.get_or_try_init(py, || PyModule::import(py, "lvzhi.data").map(Bound::unbind))?.bind(py))
}

/// The classes of variants, by the name of the enum and the tag.
fn variants(py: Python<'_>) -> PyResult<&Bound<'_, PyDict>> {
    static VARIANTS: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let read = || PyResult::Ok(classes(py)?.getattr("VARIANTS")?.cast_into::<PyDict>()?.unbind());
    Ok(VARIANTS.get_or_try_init(py, read)?.bind(py))
}

/// Why an object cannot be made: what Python says.
#[derive(Debug)]
pub(crate) struct Failure(PyErr);

impl Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failure {}

impl serde::ser::Error for Failure {
    fn custom<T: Display>(message: T) -> Self {
        Failure(PyValueError::new_err(message.to_string()))
    }
}

impl Failure {
    fn unknown(what: &str) -> Self {
        serde::ser::Error::custom(format_args!("no Python object stands for {what}"))
    }
}

impl From<PyErr> for Failure {
    fn from(failure: PyErr) -> Self {
        Failure(failure)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Failure>;

/// The serializer.
#[derive(Clone, Copy)]
struct Object<'py>(Python<'py>);

impl<'py> Object<'py> {
    fn text(self, text: &str) -> Bound<'py, PyAny> {
        PyString::new(self.0, text).into_any()
    }

    fn none(self) -> Bound<'py, PyAny> {
        PyNone::get(self.0).to_owned().into_any()
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $number:ty,)*) => {$(
        fn $method(self, number: $number) -> Made<'py> {
            let Ok(number) = number.into_pyobject(self.0);
            Ok(number.into_any())
        }
    )*};
}

impl<'py> Serializer for Object<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;
    type SerializeSeq = Sequence<'py>;
    type SerializeTuple = Sequence<'py>;
    type SerializeTupleStruct = Impossible<Self::Ok, Failure>;
    type SerializeTupleVariant = Impossible<Self::Ok, Failure>;
    type SerializeMap = Mapping<'py>;
    type SerializeStruct = Fields<'py>;
    type SerializeStructVariant = Impossible<Self::Ok, Failure>;

    whole_numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_bool(self, truth: bool) -> Made<'py> {
        let Ok(truth) = truth.into_pyobject(self.0);
        Ok(truth.to_owned().into_any())
    }

    fn serialize_str(self, text: &str) -> Made<'py> {
        Ok(self.text(text))
    }

    fn serialize_char(self, c: char) -> Made<'py> {
        Ok(self.text(c.encode_utf8(&mut [0; 4])))
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.none())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        Ok(self.none())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made<'py> {
        Ok(self.text(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Made<'py> {
        let value = value.serialize(self)?;
        match scalar(self.0, name)? {
            Some(class) => Ok(class.call1((value,))?),
            None => Ok(value),
        }
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Sequence<'py>, Failure> {
        Ok(Sequence { object: self, items: Vec::with_capacity(len.unwrap_or_default()) })
    }

    fn serialize_tuple(self, len: usize) -> Result<Sequence<'py>, Failure> {
        self.serialize_seq(Some(len))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Mapping<'py>, Failure> {
        Ok(Mapping { object: self, map: PyDict::new(self.0), key: None })
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Fields<'py>, Failure> {
        Ok(Fields { object: self, name, values: Vec::with_capacity(len) })
    }

    // The core has none of these.

    fn serialize_f32(self, _: f32) -> Made<'py> {
        Err(Failure::unknown("a float"))
    }

    fn serialize_f64(self, _: f64) -> Made<'py> {
        Err(Failure::unknown("a float"))
    }

    fn serialize_bytes(self, _: &[u8]) -> Made<'py> {
        Err(Failure::unknown("bytes"))
    }

    fn serialize_unit_struct(self, name: &'static str) -> Made<'py> {
        Err(Failure::unknown(name))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Made<'py> {
        Err(Failure::unknown(name))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Impossible<Self::Ok, Failure>, Failure> {
        Err(Failure::unknown(name))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<Self::Ok, Failure>, Failure> {
        Err(Failure::unknown(name))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<Self::Ok, Failure>, Failure> {
        Err(Failure::unknown(name))
    }
}

/// A list being gathered; it becomes a tuple, for what comes back does not change.
struct Sequence<'py> {
    object: Object<'py>,
    items: Vec<Bound<'py, PyAny>>,
}

impl<'py> SerializeSeq for Sequence<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.items.push(value.serialize(self.object)?);
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(PyTuple::new(self.object.0, self.items)?.into_any())
    }
}

impl<'py> SerializeTuple for Sequence<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Made<'py> {
        SerializeSeq::end(self)
    }
}

/// A map being gathered.
struct Mapping<'py> {
    object: Object<'py>,
    map: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> SerializeMap for Mapping<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        self.key = Some(key.serialize(self.object)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let value = value.serialize(self.object)?;
        if let Some(key) = self.key.take() {
            self.map.set_item(key, value)?;
        }
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(self.map.into_any())
    }
}

/// A struct being gathered.
struct Fields<'py> {
    object: Object<'py>,
    name: &'static str,
    values: Vec<Bound<'py, PyAny>>,
}

impl<'py> Fields<'py> {
    /// The class of the struct; of an enum's variant, whose first field says which it is, that of the variant.
    fn class(&self) -> PyResult<Bound<'py, PyAny>> {
        let py = self.object.0;
        if let Some(tag) = self.values.first().filter(|tag| tag.is_instance_of::<PyString>())
            && let Some(variant) = variants(py)?.get_item((self.name, tag))?
        {
            return Ok(variant);
        }
        classes(py)?.getattr(self.name)
    }
}

impl<'py> SerializeStruct for Fields<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Failure> {
        self.values.push(value.serialize(self.object)?);
        Ok(())
    }

    fn end(self) -> Made<'py> {
        let class = self.class()?;
        Ok(class.call1(PyTuple::new(self.object.0, self.values)?)?)
    }
}
