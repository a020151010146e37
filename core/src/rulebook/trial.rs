//! Tries out pieces of a rulebook: what they are refused for, and where.

use super::Rulebook;
use crate::Diagnostics;

/// The beginning of a rulebook, with a word of every vocabulary and one board.
const BEGINNING: &str = r#"
[rulebook]
format = 1
id = "trial"
title = "试行办法"

[kinds]
proposal = "提案"
meeting = "会议"

[facets.outcome]
label = "结果"
values = { filed = "立案", key = "重点提案" }

[facets.role]
label = "身份"
on = "participation"
values = { lead = "第一提案人", co = "联名人" }

[posts]
standing = "常委"

[tags]
young = "青年"

[roles]
head = "负责人"

[studio_types]
regional = "区域型"

[unit_types]
village = "村"

[attrs.degree]
label = "学历"
values = { doctor = "博士" }

[links.liaison]
label = "联系"
from = "committee"
to = "studio"

[links.mentor]
label = "传帮带"
from = "member"
to = "member"

[[board]]
id = "member"
title = "委员积分"
subject = "member"

"#;

/// Reads a piece after the usual beginning.
pub(super) fn read(piece: &str) -> Result<Rulebook, Diagnostics> {
    Rulebook::from_toml(&format!("{BEGINNING}{piece}"))
}

/// A piece that must be accepted after the usual beginning.
#[track_caller]
pub(super) fn accepted(piece: &str) -> Rulebook {
    read(piece).unwrap_or_else(|faults| panic!("{faults}\n{piece}"))
}

/// A piece that must be refused with this code at every place marked `«so»`, and with nothing else, after the usual beginning.
#[track_caller]
pub(super) fn refused(code: &str, piece: &str) {
    refused_whole(code, &format!("{BEGINNING}{piece}"));
}

/// The same for a whole rulebook.
#[track_caller]
pub(super) fn refused_whole(code: &str, text: &str) {
    let mut expected = Vec::new();
    for (n, line) in text.lines().enumerate() {
        expected.extend(
            line.split('«')
                .skip(1)
                .filter_map(|rest| Some((code.to_owned(), n + 1, rest.split_once('»')?.0.to_owned()))),
        );
    }
    let Err(faults) = Rulebook::from_toml(&text.replace(['«', '»'], "")) else {
        panic!("accepted, not refused as {code}\n{text}")
    };
    let place =
        |fault: &crate::Diagnostic| (fault.code().to_string(), fault.place().line as usize, fault.place().text.clone());
    assert_eq!(faults.iter().map(place).collect::<Vec<_>>(), expected, "\n{faults}\n{text}");
}
