//! The author's words inside a sentence.

/// The words in back-ticks, on one line, and not without end.
pub(super) fn quoted(words: &str) -> String {
    const MOST: usize = 80;
    let mut line = String::from("`");
    for c in words.chars().take(MOST) {
        match c {
            '\u{2028}' | '\u{2029}' => line.extend(c.escape_unicode()),
            c if c.is_control() => line.extend(c.escape_default()),
            c => line.push(c),
        }
    }
    if words.chars().nth(MOST).is_some() {
        line.push('…');
    }
    line.push('`');
    line
}

/// Several, each once, with a mark between them and a word before the last: `a`, `b` or `c`.
pub(super) fn listed(words: &[String], mark: &str, last: &str) -> String {
    let mut each: Vec<String> = Vec::with_capacity(words.len());
    for word in words.iter().map(|word| quoted(word)) {
        if !each.contains(&word) {
            each.push(word);
        }
    }
    match each.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(mark)),
        _ => each.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_stay_on_one_line_and_come_to_an_end() {
        assert_eq!(quoted("甲\n乙\u{2028}"), "`甲\\n乙\\u{2028}`");
        assert_eq!(quoted(&"字".repeat(1000)).chars().count(), 83);
    }
}
