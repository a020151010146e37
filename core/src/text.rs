//! What is written as the text that it prints, and read from it.

/// Writes a type as the text it prints, and reads it back by `FromStr`. In JSON that is a string; a host that has a type of its own for
/// days or exact numbers knows them by name.
macro_rules! as_text {
    ($name:ident: $about:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_newtype_struct(stringify!($name), &$crate::text::Printed(self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $about })
            }
        }
    };
}

pub(crate) use as_text;

/// Gives a type the schema of what it is written as.
#[cfg(feature = "schema")]
macro_rules! written_as {
    ($name:ident, $written:ty) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$written>::json_schema(generator)
            }
        }
    };
}

#[cfg(feature = "schema")]
pub(crate) use written_as;

/// Something written as it prints.
pub(crate) struct Printed<'t, T>(pub(crate) &'t T);

impl<T: std::fmt::Display> serde::Serialize for Printed<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}
