use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The id of something in a roster or a ledger (a member, a studio, a record …): any text. What is read is never empty. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Id(Arc<str>);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Arc::<str>::deserialize(deserializer)?;
        if text.is_empty() { Err(D::Error::custom("an id is never empty")) } else { Ok(Id(text)) }
    }
}

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself, which clones share.
    pub(crate) fn shared(&self) -> &Arc<str> {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Id(text.into())
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Id(text.into())
    }
}

/// The id of something in a rulebook (a kind, an item, a duty …): `[a-z0-9]+([-_][a-z0-9]+)*`. Cheap to clone.
///
/// ```
/// use lvzhi::Slug;
/// assert!("proposal-filed".parse::<Slug>().is_ok());
/// assert!("Proposal filed".parse::<Slug>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

crate::text::as_text!(Slug: "The id of something in a rulebook: small letters, digits, single hyphens or underscores.");

impl Slug {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn allows(text: &str) -> bool {
        text.split(['-', '_'])
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    }
}

/// A text that is not of the form `[a-z0-9]+([-_][a-z0-9]+)*`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no id: write small letters, digits and single hyphens or underscores between them")]
pub struct BadSlug(String);

impl FromStr for Slug {
    type Err = BadSlug;

    fn from_str(text: &str) -> Result<Self, BadSlug> {
        if Slug::allows(text) { Ok(Slug(text.into())) } else { Err(BadSlug(text.to_owned())) }
    }
}

macro_rules! like_text {
    ($($name:ident)*) => {$(
        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }
        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }
        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
    )*};
}
like_text!(Id Slug);

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn an_id_that_is_read_is_never_empty() {
        assert_eq!(serde_json::from_str::<Id>(r#""M1""#).unwrap(), "M1");
        assert!(serde_json::from_str::<Id>(r#""""#).unwrap_err().to_string().starts_with("an id is never empty"));
        // From a reader that cannot lend its text.
        assert_eq!(serde_json::from_value::<Id>("委员 1".into()).unwrap(), "委员 1");
    }
}
