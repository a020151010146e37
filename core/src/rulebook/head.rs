use std::sync::Arc;

use super::Cite;
use super::read::{CADENCES, rising, text};
use crate::diagnostic::{Diagnostics, Fault};
use crate::document::Spot;
use crate::{Cadence, Date, Rounding, Slug, Term};

/// `[rulebook]`: what the rulebook is called, where it holds, and how it counts.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) id: Slug,
    pub(crate) title: Arc<str>,
    pub(crate) place: Option<Arc<str>>,
    pub(crate) version: Option<Arc<str>>,
    pub(crate) effective: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) source: Option<Arc<str>>,
    pub(crate) clause: Option<Arc<str>>,
    pub(crate) note: Option<Arc<str>>,
    /// A longer period is cut into these.
    pub(crate) period: Cadence,
    pub(crate) term: Option<Term>,
    /// Places of published figures, 0 to 4.
    pub(crate) decimals: u8,
    pub(crate) rounding: Rounding,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) allow: Vec<Accepted>,
}

/// A lint finding that the author accepts, with the reason.
#[derive(Debug, Clone)]
#[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
pub(crate) struct Accepted {
    pub(crate) code: Arc<str>,
    pub(crate) reason: Arc<str>,
}

/// The version of the language in which rulebooks are written.
const FORMAT: i64 = 1;

/// The words for rounding.
const ROUNDINGS: [(&str, Rounding); 3] =
    [("half-up", Rounding::HalfUp), ("half-even", Rounding::HalfEven), ("down", Rounding::Down)];

/// The codes of the findings that a lint may make, and an author may accept.
pub(crate) const LINTS: [&str; 16] = [
    "unmatchable-item",
    "dead-case",
    "dead-step",
    "cap-below-unit",
    "idle-cap",
    "grade-shadowed",
    "grade-gap",
    "grade-unreachable",
    "scored-twice",
    "impossible-duty",
    "negative-best",
    "zero-weight",
    "empty-standard",
    "unused-word",
    "idle-times",
    "reading-unmarked",
];

/// The longest term, in years.
const YEARS: i64 = 100;

impl Head {
    /// Whether the rulebook is written in another version of the language, which is reported: what else it says cannot be judged then.
    pub(super) fn speaks_otherwise(spot: Spot<'_>, faults: &mut Diagnostics) -> bool {
        let mut unread = Diagnostics::default();
        let format = spot.fields(&mut unread).and_then(|fields| fields.optional("format"));
        let Some((format, found)) = format.and_then(|spot| Some((spot, spot.whole(i64::MIN, i64::MAX, &mut unread)?)))
        else {
            return false;
        };
        if found != FORMAT {
            format.fault(faults, Fault::UnsupportedFormat { found: found.to_string() });
        }
        found != FORMAT
    }

    /// Reports that a rule counts by the term where none is given.
    pub(super) fn misses_term(spot: Spot<'_>, faults: &mut Diagnostics) {
        if let Some(fields) = spot.as_fields() {
            fields.required("term", faults);
        }
    }

    pub(super) fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Head> {
        let fields = spot.fields(faults)?;
        let format = fields.required("format", faults);
        let (id, title) = (fields.required("id", faults), fields.required("title", faults));
        let (effective, until) = (fields.optional("effective"), fields.optional("until"));
        let (period, term) = (fields.optional("period"), fields.optional("term"));
        let (decimals, rounding, allow) =
            (fields.optional("decimals"), fields.optional("rounding"), fields.optional("allow"));
        let (place, version) = (text(fields.optional("place"), faults), text(fields.optional("version"), faults));
        let Cite { clause, note, source } = Cite::read(&fields, faults);
        fields.finish(faults);

        format.and_then(|spot| spot.whole(i64::MIN, i64::MAX, faults));
        let (from, to) = (effective.and_then(|spot| spot.date(faults)), until.and_then(|spot| spot.date(faults)));
        rising(from, to, until, faults);
        let allow = allow
            .map(Spot::list_or_one)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|spot| Accepted::read(spot, faults));
        let allow = allow.collect();
        let (id, title) = (id.and_then(|spot| spot.slug(faults)), text(title, faults));
        Some(Head {
            place,
            version,
            effective: from,
            until: to,
            source,
            clause,
            note,
            period: period.and_then(|spot| spot.word(&CADENCES, faults)).unwrap_or(Cadence::Year),
            term: term.and_then(|spot| term_of(spot, faults)),
            decimals: decimals
                .and_then(|spot| spot.whole(0, 4, faults))
                .and_then(|places| u8::try_from(places).ok())
                .unwrap_or(2),
            rounding: rounding.and_then(|spot| spot.word(&ROUNDINGS, faults)).unwrap_or_default(),
            allow,
            id: id?,
            title: title?,
        })
    }
}

fn term_of(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Term> {
    let fields = spot.fields(faults)?;
    let (from, years) = (fields.required("from", faults), fields.optional("years"));
    fields.finish(faults);
    let years = years.map_or(Some(5), |spot| spot.whole(1, YEARS, faults));
    Some(Term { from: from?.date(faults)?, years: u32::try_from(years?).ok()? })
}

impl Accepted {
    fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Accepted> {
        let fields = spot.fields(faults)?;
        let (code, reason) = (fields.required("code", faults), fields.required("reason", faults));
        Cite::read_labelled(&fields, faults);
        fields.finish(faults);
        let code = code.and_then(|spot| spot.word(&LINTS.map(|code| (code, code)), faults)).map(Arc::from);
        let reason = text(reason, faults);
        Some(Accepted { code: code?, reason: reason? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused, refused_whole};
    use crate::{Cadence, Rulebook};

    #[test]
    fn the_format_is_one() {
        refused_whole("unsupported-format", "[rulebook]\nformat = «2»\nid = \"Bad\"\ntitel = \"t\"\n");
        refused_whole("bad-number", "[rulebook]\nformat = «1.5»\nid = \"a\"\ntitle = \"t\"\n");
        refused_whole("wrong-type", "[rulebook]\nformat = «true»\nid = \"a\"\ntitle = \"t\"\n");
    }

    #[test]
    fn what_is_required_must_stand_there() {
        refused_whole("missing-key", "«[rulebook]»\nid = \"a\"\ntitle = \"t\"\n");
        refused_whole("missing-key", "\n«[rulebook]»\nformat = 1\ntitle = \"t\"\n");
        refused_whole("missing-key", "«[rulebook]»\nformat = 1\nid = \"a\"\n");
        refused_whole("missing-key", "«»[kinds]\n");
        refused_whole("unknown-key", "[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"t\"\n«titel» = \"t\"\n");
        refused_whole("bad-id", "[rulebook]\nformat = 1\nid = \"«A b»\"\ntitle = \"t\"\n");
    }

    #[test]
    fn every_value_is_checked() {
        let whole = |line: &str| format!("[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"t\"\n{line}\n");
        refused_whole("wrong-type", &whole("version = «2013»"));
        refused_whole("bad-date", &whole("effective = \"«2013-1-1»\""));
        refused_whole("bad-date", &whole("effective = «1899-12-31»"));
        refused_whole("empty-range", &whole("effective = 2014-01-01\nuntil = «2013-01-01»"));
        refused_whole("empty-range", &whole("until = \"«2013-01-01»\"\neffective = 2014-01-01"));
        refused_whole("bad-value", &whole("period = \"«week»\""));
        refused_whole("bad-value", &whole("rounding = \"«up»\""));
        refused_whole("bad-number", &whole("decimals = «5»"));
        refused_whole("bad-number", &whole("decimals = «-1»"));
        refused_whole("bad-number", &whole("decimals = «1.5»"));
        refused_whole("missing-key", &whole("«term» = { years = 5 }"));
        refused_whole("bad-number", &whole("term = { from = 2012-01-01, years = «0» }"));
        refused_whole("unknown-key", &whole("term = { from = 2012-01-01, «year» = 5 }"));
        refused_whole("missing-key", &whole("«allow» = [{ code = \"idle-cap\" }]"));
        refused_whole("bad-value", &whole("allow = [{ code = \"«idle-cup»\", reason = \"如此\" }]"));
    }

    #[test]
    fn a_rule_by_the_term_needs_a_term() {
        refused_whole("missing-key", "«[rulebook]»\nformat = 1\nid = \"a\"\ntitle = \"t\"\nperiod = \"term\"\n");
        let duty = "[[duty]]\nid = \"d\"\nlabel = \"每届一件\"\nsubject = \"member\"\nwhen = { kind = \"proposal\" }\nat_least = 1\nwindow = \"term\"\n";
        let head = "[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"t\"\n";
        let kinds = "[kinds]\nproposal = \"提案\"\n";
        refused_whole("missing-key", &format!("{}{kinds}{duty}", head.replace("[rulebook]", "«[rulebook]»")));
        let term = "term = { from = 2012-01-01 }\n";
        assert!(Rulebook::from_toml(&format!("{head}{term}{kinds}{duty}")).is_ok());
        // A term that cannot be read is one fault, not two.
        refused_whole("bad-date", &format!("{head}term = {{ from = \"«2012»\" }}\n{kinds}{duty}"));
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let rulebook = accepted("");
        let head = &rulebook.rules().head;
        assert_eq!((head.decimals, head.period, head.term), (2, Cadence::Year, None));
        assert_eq!(rulebook.in_force(), (None, None));
    }

    #[test]
    fn an_unknown_table_is_an_unknown_key() {
        refused("unknown-key", "[[«itme»]]\nid = \"a\"\n");
        refused("wrong-type", "«[duty]»\nid = \"a\"\n");
    }
}
