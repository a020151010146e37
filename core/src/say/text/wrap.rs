use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text cut into lines no wider than `width`: between words, and between Chinese characters, but neither before a closing mark nor
/// after an opening one. What has no such place is cut where it must.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if line.width() + piece.trim_end().width() > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in piece.chars() {
            if line.width() + c.width().unwrap_or(0) > width && c != ' ' {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The stretches of a text that are better not cut.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_part(before, c)) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..));
    pieces
}

fn may_part(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    let closes = |c: char| "，。、；：？！）」』】》〉”’)]},.;:!?%".contains(c);
    let opens = |c: char| "（「『【《〈“‘([{".contains(c);
    // A number is not parted from what it counts.
    let counts = before.is_ascii_digit() && "分年月日条天项名个次%".contains(after);
    after != ' ' && !counts && (before == ' ' || ((wide(before) || wide(after)) && !closes(after) && !opens(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_they_may_be() {
        for text in [
            "提案（立案、联名提案、第一提案人）",
            "2019-01-12 to 2019-03-04",
            "abcdefghijklmnopqrstuvwxyz",
            "「参加政协会议」已满50分，此行不计分。",
            "",
        ] {
            for width in 2..40 {
                let lines = wrapped(text, width);
                assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
                let joined: String = lines.concat();
                assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
            }
        }
    }

    #[test]
    fn a_mark_stays_with_what_it_closes_or_opens() {
        assert_eq!(wrapped("甲乙丙，丁（戊）", 6), ["甲乙", "丙，丁", "（戊）"]);
        assert_eq!(wrapped("two words", 5), ["two", "words"]);
    }
}
