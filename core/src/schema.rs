//! 格式: the JSON Schema of what comes out.

use schemars::generate::SchemaSettings;
use schemars::{Schema, json_schema};

use crate::audit::Todo;
use crate::diagnostic::Diagnostics;
use crate::roster::{Changes, Coverage, Linked, Named, Seat};
use crate::score::Rollup;
use crate::{Audit, Intake, Proof, Scores};

/// The schema of everything that comes out, as one document: a definition for each type, none for the whole. Exact numbers and days are
/// strings, by the names `Decimal`, `Figure`, `Amount` and `Date`.
///
/// ```
/// let schema = lvzhi::schema::results();
/// let statement = schema.pointer("/$defs/Statement/properties/total/$ref").and_then(|total| total.as_str());
/// assert_eq!(statement, Some("#/$defs/Figure"));
/// ```
pub fn results() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    macro_rules! tell {
        ($($name:ty)*) => {$(generator.subschema_for::<$name>();)*};
    }
    tell!(Scores Rollup Audit Todo Changes Coverage Seat Linked Named Intake Diagnostics Proof);
    let definitions = generator.take_definitions(true);
    json_schema!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "lvzhi", "$defs": definitions })
}
