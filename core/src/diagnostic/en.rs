//! Every fault in English: what is wrong, and what to write instead.

use super::quoted::{listed, quoted};
use super::{CsvFault, Expected, Fault, LadderFault, Limit, Noun, NumberRule, Vocable};
use crate::{EntityKind, Lang};

/// What is wrong.
pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::TomlSyntax { message } => format!("this is not TOML: {}", syntax(message)),
        Fault::JsonSyntax { message } => format!("this is not JSON: {}", syntax(message)),
        Fault::UnknownKey { key, .. } => format!("unknown key {}", quoted(key)),
        Fault::MissingKey { key } => format!("the key {} is missing", quoted(key)),
        Fault::WrongType { expected, found } => format!("expected {}, found {}", value(*expected), value(*found)),
        Fault::BadValue { value, .. } if value.is_empty() => "an empty text may not stand here".to_owned(),
        Fault::BadValue { value, .. } => format!("{} is none of the words allowed here", quoted(value)),
        Fault::BadNumber { value, rule } => format!("{} {}", quoted(value), broken(rule)),
        Fault::BadDate { value } => format!("{} is not a date", quoted(value)),
        Fault::BadId { value } if value.is_empty() => "an id may not be empty".to_owned(),
        Fault::BadId { value } if value.starts_with("row-") => {
            format!("{} cannot be the id of a record", quoted(value))
        }
        Fault::BadId { value } => format!("{} cannot be an id", quoted(value)),
        Fault::EmptyRange { low, high } => format!("the range from {} to {} is empty", quoted(low), quoted(high)),
        Fault::DuplicateId { id } => format!("the id {} stands twice", quoted(id)),
        Fault::TooLarge { what } => grown(*what).to_owned(),

        Fault::UnsupportedFormat { found } => format!("format {} is not known", quoted(found)),
        Fault::BadLadder { why: LadderFault::Empty } => "the ladder has no step".to_owned(),
        Fault::BadLadder { why: LadderFault::Step } => "a step of a ladder is a count and its points".to_owned(),
        Fault::BadLadder { why: LadderFault::NotRising } => "the counts of the ladder do not rise".to_owned(),
        Fault::DuplicateName { name } => format!("the name {} stands twice in one vocabulary", quoted(name)),
        Fault::ReservedName { name } => format!("the name {} is reserved", quoted(name)),
        Fault::Undeclared { what, name, .. } => format!("the {} {} is not declared", vocable(*what), quoted(name)),
        Fault::UnknownReference { what, name, .. } => format!("there is no {} {}", noun(*what), quoted(name)),
        Fault::MissingBoard => "no board is named, and there is not exactly one that could be meant".to_owned(),
        Fault::WrongSubject { key, subject } => format!("{} does not apply to a {}", quoted(key), kind(*subject)),
        Fault::WrongFacet { facet } => {
            format!("the facet {} tells about the record, not about each participant", quoted(facet))
        }
        Fault::TwoMeasures { first, second } => {
            format!("{} and {} are two measures of one item", quoted(first), quoted(second))
        }
        Fault::ConflictingKeys { first, second } => {
            format!("{} and {} cannot stand together", quoted(first), quoted(second))
        }
        Fault::BestOverCounting { item } => {
            format!("`best` stands over the item {}, which is counted and has no lines to choose from", quoted(item))
        }
        Fault::Cycle { path } => format!("{} runs in a circle", quoted(path)),

        Fault::OverlappingValues { key, day } => format!("{} has two values on {}", quoted(key), quoted(day)),
        Fault::BadReference { value } => format!("{} does not say what kind of thing it names", quoted(value)),
        Fault::UnknownEntity { kind: of, name, .. } => format!("the roster has no {} {}", kind(*of), quoted(name)),
        Fault::UnknownCheck { name, .. } => format!("{} is not the check of one standard", quoted(name)),
        Fault::UndeclaredLink { name, .. } => format!("the link kind {} is not declared", quoted(name)),
        Fault::WrongEnd { link, expected, found } => {
            format!("a link of the kind {} has a {} at this end, not a {}", quoted(link), kind(*expected), kind(*found))
        }

        Fault::Encoding { name, row: None } => format!("the text is not {name}"),
        Fault::Encoding { name, row: Some(at) } => format!("the text of {} is not {name}", row(*at)),
        Fault::CsvSyntax { why: CsvFault::TooManyCells { row: at, cells, headings } } => {
            format!("{} has {cells} cells, but there are {headings} headings", row(*at))
        }
        Fault::CsvSyntax { why: CsvFault::OpenQuote { row: at } } => {
            format!("a quotation mark opened in {} is never closed", row(*at))
        }
        Fault::CsvSyntax { why: CsvFault::StrayQuote { row: at } } => {
            format!("a stray quotation mark stands in {}", row(*at))
        }
        Fault::UnknownColumn { name, .. } => format!("unknown column {}", quoted(name)),
        Fault::DuplicateColumn { name } => format!("the column {} stands twice", quoted(name)),
        Fault::MissingColumn { name } => format!("the column {} is missing", quoted(name)),

        Fault::MissingValue { column } => format!("there is no {}", quoted(column)),
        Fault::MissingMember => "neither a member nor a studio, group, committee or sector is named".to_owned(),
        Fault::AmbiguousEntity { kind: of, name } => format!("more than one {} is called {}", kind(*of), quoted(name)),
        Fault::BadQuantity { value } => format!("{} is not a quantity", quoted(value)),
        Fault::BadScore { value } => format!("{} is not a score", quoted(value)),
        Fault::BadStatus { value } => format!("{} is not a status", quoted(value)),
        Fault::DisagreeingRows { column, earlier } => {
            format!("an earlier row of this record has {} as its {}", quoted(earlier), quoted(column))
        }
        Fault::DuplicateMember { member } => format!("the member {} stands in this record already", quoted(member)),
        Fault::DuplicateRecord { record } => format!("a record {} stands in the ledger already", quoted(record)),
        Fault::RecordRefused { record } => format!("another row of the record {} is refused", quoted(record)),

        Fault::BadPeriod { value } => format!("{} is not a period", quoted(value)),
        Fault::NotInForce { period, .. } => format!("the rulebook is not in force on any day of {}", quoted(period)),
        Fault::UnknownFlow { name, .. } => format!("there is no flow {}", quoted(name)),
        Fault::UnknownStep { name, .. } => format!("the flow has no step {}", quoted(name)),
    }
}

/// What to do next.
pub(super) fn help(fault: &Fault) -> String {
    match fault {
        Fault::UnknownKey { near: Some(near), .. }
        | Fault::BadValue { near: Some(near), .. }
        | Fault::Undeclared { near: Some(near), .. }
        | Fault::UnknownReference { near: Some(near), .. }
        | Fault::UnknownEntity { near: Some(near), .. }
        | Fault::UnknownCheck { near: Some(near), .. }
        | Fault::UndeclaredLink { near: Some(near), .. }
        | Fault::UnknownColumn { near: Some(near), .. }
        | Fault::UnknownFlow { near: Some(near), .. }
        | Fault::UnknownStep { near: Some(near), .. } => format!("did you mean {}?", quoted(near)),

        Fault::TomlSyntax { .. } => "write text in straight quotation marks, and close every quotation mark, bracket and brace".to_owned(),
        Fault::JsonSyntax { .. } => "write keys and text in straight double quotes, a comma between entries and none after the last, and no comment".to_owned(),
        Fault::UnknownKey { known, .. } if known.is_empty() => "take it out: no key may stand here".to_owned(),
        Fault::UnknownKey { known, .. } => format!("the keys that may stand here are {}", listed(known, ", ", "and")),
        Fault::MissingKey { key } => format!("add {} to this table", quoted(key)),
        Fault::WrongType { expected, .. } => written(*expected).to_owned(),
        Fault::BadValue { allowed, .. } if allowed.is_empty() => "write another value, or take the key out".to_owned(),
        Fault::BadValue { allowed, .. } => format!("write {}", listed(allowed, ", ", "or")),
        Fault::BadNumber { rule, .. } => mended(rule),
        Fault::BadDate { .. } => "write a day from 1900-01-01 to 2199-12-31 that the calendar has, as `2023-03-01`".to_owned(),
        Fault::BadId { value } if value.starts_with("row-") => {
            "choose an id that does not begin with `row-`, which is kept for rows without one, or leave the cell blank".to_owned()
        }
        Fault::BadId { .. } => "write small letters and digits with single hyphens or underscores between them, as `proposal-filed`".to_owned(),
        Fault::EmptyRange { .. } => "let the first be no greater than the second".to_owned(),
        Fault::DuplicateId { .. } => "give one of the two another id".to_owned(),
        Fault::TooLarge { what } => shrunk(*what).to_owned(),

        Fault::UnsupportedFormat { .. } => "write format 1, the one that this version reads".to_owned(),
        Fault::BadLadder { why: LadderFault::NotRising } => "put the steps in the order of their counts, each count once".to_owned(),
        Fault::BadLadder { .. } => "write every step as `[count, points]`: `[[1, 5], [3, 10]]`".to_owned(),
        Fault::DuplicateName { .. } => "change one of the two: ids, labels and aliases differ within a vocabulary".to_owned(),
        Fault::ReservedName { .. } => "choose another name: this one is a built-in column or a key of conditions or records".to_owned(),
        Fault::Undeclared { what, .. } => format!("use one that is declared, or declare it {}", declared(*what)),
        Fault::UnknownReference { what: Noun::Relation, .. } => {
            "write `membership`, `sector`, `committee`, `group` or a link kind declared under `[links.ID]`".to_owned()
        }
        Fault::UnknownReference { what, .. } => format!("write the id of a {} of this rulebook", noun(*what)),
        Fault::MissingBoard => "name it: `in = \"…\"` in a category or an item, `board = \"…\"` elsewhere".to_owned(),
        Fault::WrongSubject { subject, .. } => format!("leave it out, or use what a {} has", kind(*subject)),
        Fault::WrongFacet { .. } => "use a facet that is declared with `on = \"participation\"`".to_owned(),
        Fault::TwoMeasures { .. } => "keep one of the two, and make a second item for the other".to_owned(),
        Fault::ConflictingKeys { .. } => "keep one of the two".to_owned(),
        Fault::BestOverCounting { .. } => "move the item out from under `best`, or give it no measure or `once`".to_owned(),
        Fault::Cycle { .. } => "take one of these steps out".to_owned(),

        Fault::OverlappingValues { .. } => "end the one value before the next begins, with `to` and `from`".to_owned(),
        Fault::BadReference { .. } => "write kind and id with a colon between them, as `committee:economic`".to_owned(),
        Fault::UnknownEntity { kind: of, .. } => format!("check the spelling, or add the {} to the roster", kind(*of)),
        Fault::UnknownCheck { .. } => "write `standard/check` as the rulebook has them, or the check alone where one standard has it".to_owned(),
        Fault::UndeclaredLink { .. } => "use a link kind that is declared, or declare it under `[links.ID]` in the rulebook".to_owned(),
        Fault::WrongEnd { expected, .. } => format!("name a {} here, or change the two ends about", kind(*expected)),

        Fault::Encoding { name: "UTF-8", .. } => "save the table as `CSV UTF-8`, or read it as GB18030, which Excel in China writes".to_owned(),
        Fault::Encoding { .. } => "save the table as `CSV UTF-8`, and read it as UTF-8".to_owned(),
        Fault::CsvSyntax { why: CsvFault::TooManyCells { .. } } => {
            "put a cell that holds a comma in quotation marks, and take out cells beyond the last heading".to_owned()
        }
        Fault::CsvSyntax { .. } => "put the whole cell in quotation marks, and write each one inside it twice".to_owned(),
        Fault::UnknownColumn { .. } => "take the column out, or declare it as a facet in the rulebook".to_owned(),
        Fault::DuplicateColumn { .. } => "keep one of the two: an id and its label head the same column".to_owned(),
        Fault::MissingColumn { name } => format!("add a column {}: every row needs it", quoted(name)),

        Fault::MissingValue { .. } => "write it in: every record needs it".to_owned(),
        Fault::MissingMember => "name the member who took part, or the body whose own record it is".to_owned(),
        Fault::AmbiguousEntity { .. } => "write the id instead of the name".to_owned(),
        Fault::BadQuantity { .. } => "write a number from 0 to 1000000 with at most four decimal places".to_owned(),
        Fault::BadScore { .. } => "write a number from -100000 to 100000 with at most four decimal places".to_owned(),
        Fault::BadStatus { .. } => "write `approved`, `pending`, `rejected` or `void`, or leave it blank for `approved`".to_owned(),
        Fault::DisagreeingRows { .. } => "make the rows of the record agree, or give this row the id of another record".to_owned(),
        Fault::DuplicateMember { .. } => "keep one row for each member of a record".to_owned(),
        Fault::DuplicateRecord { .. } => "give this record an id of its own".to_owned(),
        Fault::RecordRefused { .. } => "put that row right: this one has no fault of its own".to_owned(),

        Fault::BadPeriod { .. } => {
            "write `2023`, `2023-H1`, `2023-Q2`, `2023-05`, `2023-01-01..2023-06-30`, or `term` where the rulebook has a term".to_owned()
        }
        Fault::NotInForce { from, until, .. } => match (from, until) {
            (Some(from), Some(until)) => format!("choose a period that has a day from {from} to {until}"),
            (Some(from), None) => format!("choose a period that has a day from {from} on"),
            (None, Some(until)) => format!("choose a period that has a day up to {until}"),
            (None, None) => "choose another period".to_owned(),
        },
        Fault::UnknownFlow { .. } => "write the id of a flow of the rulebook".to_owned(),
        Fault::UnknownStep { .. } => "write the id of a step of that flow".to_owned(),
    }
}

/// What a parser says, as the middle of a sentence.
fn syntax(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn row(number: u64) -> String {
    if number == 0 { "the heading".to_owned() } else { format!("row {number}") }
}

fn kind(kind: EntityKind) -> &'static str {
    kind.name(Lang::En)
}

fn value(value: Expected) -> &'static str {
    match value {
        Expected::Nothing => "nothing",
        Expected::Boolean => "`true` or `false`",
        Expected::Number => "a number",
        Expected::Whole => "a whole number",
        Expected::Text => "text",
        Expected::Date => "a date",
        Expected::List => "a list",
        Expected::Pair => "a list of two whole numbers",
        Expected::Table => "a table",
    }
}

/// How to write a value of that type.
fn written(value: Expected) -> &'static str {
    match value {
        Expected::Nothing => "leave it out",
        Expected::Boolean => "write `true` or `false`, without quotation marks",
        Expected::Number => "write a number, as `2.5`",
        Expected::Whole => "write a whole number, as `3`",
        Expected::Text => "write text in quotation marks, as `\"proposal\"`",
        Expected::Date => "write a date, as `2023-03-01`",
        Expected::List => "write a list in square brackets, as `[\"a\", \"b\"]`",
        Expected::Pair => "write two whole numbers in square brackets, as `[1, 7]`",
        Expected::Table => "write keys and values in braces, or under a header of their own",
    }
}

fn broken(rule: &NumberRule) -> &'static str {
    match rule {
        NumberRule::Places => "has more than four decimal places",
        NumberRule::Whole => "is not a whole number",
        NumberRule::Range { .. } => "is out of range",
        NumberRule::Finite => "is not a plain decimal number",
    }
}

fn mended(rule: &NumberRule) -> String {
    match rule {
        NumberRule::Places => "write at most four decimal places".to_owned(),
        NumberRule::Whole => "write a whole number, as `3`".to_owned(),
        NumberRule::Range { low, high } => format!("write a number from {low} to {high}"),
        NumberRule::Finite => "write digits with at most one decimal point, as `12.5`".to_owned(),
    }
}

fn grown(what: Limit) -> &'static str {
    match what {
        Limit::Bytes => "the rulebook is larger than 16 MiB",
        Limit::Tables => "the rulebook has more than 10000 tables",
        Limit::Levels => "it is nested deeper than 64 levels",
        Limit::Factors => "more than six factors multiply a line on its way from here to the board",
        Limit::Rows => "the ledger has more than 4000000000 rows",
    }
}

fn shrunk(what: Limit) -> &'static str {
    match what {
        Limit::Bytes | Limit::Tables => "make it smaller: one rulebook holds the rules of one place",
        Limit::Levels => "nest it less deeply",
        Limit::Factors => "take out a `weight` or a `times`, or multiply two of them by hand",
        Limit::Rows => "read it in parts",
    }
}

fn vocable(vocable: Vocable) -> &'static str {
    match vocable {
        Vocable::Kind => "kind",
        Vocable::Facet => "facet",
        Vocable::Value => "value",
        Vocable::Post => "post",
        Vocable::Tag => "tag",
        Vocable::Role => "role",
        Vocable::Type => "type",
        Vocable::Attr => "attribute",
    }
}

/// Where the rulebook declares a word.
fn declared(vocable: Vocable) -> &'static str {
    match vocable {
        Vocable::Kind => "under `[kinds]`",
        Vocable::Facet => "under `[facets.ID]`",
        Vocable::Value => "under the `values` of that facet or attribute",
        Vocable::Post => "under `[posts]`",
        Vocable::Tag => "under `[tags]`",
        Vocable::Role => "under `[roles]`",
        Vocable::Type => "under `[studio_types]` or `[unit_types]`",
        Vocable::Attr => "under `[attrs.ID]`",
    }
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Board => "board",
        Noun::Parent => "board or category",
        Noun::Category => "category",
        Noun::Node => "board, category or item",
        Noun::Duty => "duty",
        Noun::Standard => "standard",
        Noun::StandardOrBound => "standard or bound",
        Noun::Grade => "grade",
        Noun::Relation => "relation",
        Noun::Notice => "notice",
        Noun::State => "state",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, zh};
    use super::*;

    fn samples() -> Vec<Fault> {
        use EntityKind::{Committee, Member, Studio};
        let word = || "提案".to_owned();
        let near = || Some("提案人".to_owned());
        let nouns = [
            Noun::Board,
            Noun::Parent,
            Noun::Category,
            Noun::Node,
            Noun::Duty,
            Noun::Standard,
            Noun::StandardOrBound,
            Noun::Grade,
            Noun::Relation,
            Noun::Notice,
            Noun::State,
        ];
        let words = [
            Vocable::Kind,
            Vocable::Facet,
            Vocable::Value,
            Vocable::Post,
            Vocable::Tag,
            Vocable::Role,
            Vocable::Type,
            Vocable::Attr,
        ];
        let types = [
            Expected::Boolean,
            Expected::Pair,
            Expected::Number,
            Expected::Whole,
            Expected::Text,
            Expected::Date,
            Expected::List,
            Expected::Table,
        ];
        let rules = [
            NumberRule::Places,
            NumberRule::Whole,
            NumberRule::Range { low: "0".to_owned(), high: "10".to_owned() },
            NumberRule::Finite,
        ];
        let limits = [Limit::Bytes, Limit::Tables, Limit::Levels, Limit::Factors, Limit::Rows];
        let csv = [
            CsvFault::TooManyCells { row: 3, cells: 5, headings: 4 },
            CsvFault::OpenQuote { row: 0 },
            CsvFault::StrayQuote { row: 2 },
        ];
        let ends = [(near(), near()), (near(), None), (None, near()), (None, None)];
        let mut all = vec![
            Fault::TomlSyntax { message: "invalid string, expected `\"`".to_owned() },
            Fault::JsonSyntax { message: "Expected comma".to_owned() },
            Fault::UnknownKey { key: word(), near: near(), known: Vec::new() },
            Fault::UnknownKey { key: word(), near: None, known: vec![word(), word()] },
            Fault::UnknownKey { key: word(), near: None, known: Vec::new() },
            Fault::MissingKey { key: word() },
            Fault::BadValue { value: word(), allowed: vec![word(), "a".to_owned()], near: None },
            Fault::BadValue { value: String::new(), allowed: Vec::new(), near: None },
            Fault::BadDate { value: "2023\n02".to_owned() },
            Fault::BadId { value: word() },
            Fault::BadId { value: String::new() },
            Fault::BadId { value: "row-1".to_owned() },
            Fault::EmptyRange { low: word(), high: word() },
            Fault::DuplicateId { id: word() },
            Fault::UnsupportedFormat { found: word() },
            Fault::BadLadder { why: LadderFault::Empty },
            Fault::BadLadder { why: LadderFault::Step },
            Fault::BadLadder { why: LadderFault::NotRising },
            Fault::DuplicateName { name: word() },
            Fault::ReservedName { name: word() },
            Fault::MissingBoard,
            Fault::WrongSubject { key: word(), subject: Studio },
            Fault::WrongFacet { facet: word() },
            Fault::TwoMeasures { first: word(), second: word() },
            Fault::ConflictingKeys { first: word(), second: word() },
            Fault::BestOverCounting { item: word() },
            Fault::Cycle { path: word() },
            Fault::OverlappingValues { key: word(), day: word() },
            Fault::BadReference { value: word() },
            Fault::UnknownCheck { name: word(), near: None },
            Fault::UndeclaredLink { name: word(), near: None },
            Fault::WrongEnd { link: word(), expected: Committee, found: Member },
            Fault::Encoding { name: "UTF-8", row: None },
            Fault::Encoding { name: "GB18030", row: Some(4) },
            Fault::UnknownColumn { name: word(), near: None },
            Fault::DuplicateColumn { name: word() },
            Fault::MissingColumn { name: "date" },
            Fault::MissingValue { column: "date".to_owned() },
            Fault::MissingMember,
            Fault::BadQuantity { value: word() },
            Fault::BadScore { value: word() },
            Fault::BadStatus { value: word() },
            Fault::DisagreeingRows { column: word(), earlier: word() },
            Fault::DuplicateMember { member: word() },
            Fault::DuplicateRecord { record: word() },
            Fault::RecordRefused { record: word() },
            Fault::BadPeriod { value: word() },
            Fault::UnknownFlow { name: word(), near: None },
            Fault::UnknownStep { name: word(), near: None },
        ];
        all.extend(nouns.map(|what| Fault::UnknownReference { what, name: word(), near: None }));
        all.extend(words.map(|what| Fault::Undeclared { what, name: word(), near: None }));
        all.extend(types.map(|expected| Fault::WrongType { expected, found: Expected::Nothing }));
        all.extend(rules.map(|rule| Fault::BadNumber { value: word(), rule }));
        all.extend(limits.map(|what| Fault::TooLarge { what }));
        all.extend(csv.map(|why| Fault::CsvSyntax { why }));
        all.extend(ends.map(|(from, until)| Fault::NotInForce { period: word(), from, until }));
        all.extend(EntityKind::ALL.map(|kind| Fault::UnknownEntity { kind, name: word(), near: None }));
        all.extend(EntityKind::ALL.map(|kind| Fault::AmbiguousEntity { kind, name: word() }));
        all
    }

    #[test]
    fn every_code_has_a_sample() {
        let faults = samples();
        let missing: Vec<_> =
            Code::ALL.iter().filter(|code| !faults.iter().any(|fault| fault.code() == **code)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_sentence_keeps_the_manners() {
        for fault in samples() {
            for sentence in [message(&fault), help(&fault), zh::message(&fault), zh::help(&fault)] {
                let why = format!("{fault:?}: {sentence}");
                assert!(!sentence.is_empty() && !sentence.contains(char::is_control), "{why}");
                assert!(!sentence.ends_with(['.', '。', '；', ';', ' ']) && !sentence.contains("  "), "{why}");
                assert!(!sentence.starts_with(|c: char| c.is_ascii_uppercase()), "{why}");
                assert_eq!(sentence.matches('`').count() % 2, 0, "{why}");
            }
        }
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let fault = Fault::UnknownKey { key: "pionts".to_owned(), near: Some("points".to_owned()), known: Vec::new() };
        assert_eq!(message(&fault), "unknown key `pionts`");
        assert_eq!(help(&fault), "did you mean `points`?");
        assert_eq!(zh::message(&fault), "没有 `pionts` 这个键");
        assert_eq!(zh::help(&fault), "是否想写 `points`？");
    }

    #[test]
    fn without_a_near_name_all_are_listed_once() {
        let known = ["member", "studio", "member"].map(str::to_owned).to_vec();
        let fault = Fault::BadValue { value: "x".to_owned(), allowed: known, near: None };
        assert_eq!(help(&fault), "write `member` or `studio`");
        assert_eq!(zh::help(&fault), "请写 `member` 或 `studio`");
    }
}
