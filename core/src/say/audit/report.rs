use super::sentence::{Sentence, Word};
use super::todo::List;
use super::{duties, flows, problems, rules, states, undeclared};
use crate::audit::Audit;
use crate::say::sheet::{Block, Fact, Sheet};
use crate::{Lang, Severity};

/// Lays out an audit: first what has to be done and by whom, then how everything stands.
pub(super) fn sheet(audit: &Audit, lang: Lang) -> Sheet {
    let asked = !(audit.duties.is_empty() && audit.flows.is_empty());
    let todo = asked.then(|| List::of(audit));
    let mut chapters = vec![(Word::Overview, vec![Block::Facts(facts(audit, todo.as_ref(), lang))])];
    let mut add = |word: Word, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            chapters.push((word, blocks));
        }
    };
    let errors = problems::tables(audit, Severity::Error, lang);
    let none = vec![Block::Paragraph(Word::NoProblems.said(lang).to_owned())];
    add(Word::Problems, if errors.is_empty() { none } else { errors });
    if let Some(todo) = &todo {
        add(Word::Todo, todo.blocks(audit, lang));
    }
    add(Word::Checks, problems::tables(audit, Severity::Warning, lang));
    if !audit.duties.is_empty() {
        add(Word::Duties, duties::blocks(audit, lang));
    }
    add(Word::Bounds, rules::bounds(audit, lang));
    add(Word::Standards, rules::standards(audit, lang));
    if !audit.states.is_empty() {
        add(Word::States, vec![states::block(audit, lang)]);
    }
    if !audit.flows.is_empty() {
        add(Word::Flows, flows::blocks(audit, lang));
    }
    if !audit.undeclared.is_empty() {
        add(Word::Undeclared, vec![undeclared::block(audit, lang)]);
    }
    let mut blocks = Vec::new();
    for (nth, (word, chapter)) in chapters.into_iter().enumerate() {
        blocks.push(Block::Heading(Sentence::Chapter { nth, title: word.said(lang) }.said(lang)));
        blocks.extend(chapter);
    }
    Sheet {
        lang,
        title: Word::Title.said(lang).to_owned(),
        subtitle: Sentence::Subtitle { rulebook: &audit.rulebook_title, as_of: audit.as_of }.said(lang),
        blocks,
    }
}

fn facts(audit: &Audit, todo: Option<&List>, lang: Lang) -> Vec<Fact> {
    let fact = |word: Word, sentence: Sentence<'_>| Fact::new(word.said(lang), sentence.said(lang));
    let mut facts = vec![
        fact(Word::Rulebook, Sentence::Rulebook(&audit.rulebook_title)),
        fact(Word::Period, Sentence::Window(audit.period)),
        fact(Word::AsOf, Sentence::Day(audit.as_of)),
    ];
    for severity in [Severity::Error, Severity::Warning] {
        let found = Sentence::Items(audit.of_severity(severity).count());
        facts.push(Fact { main: true, ..fact(Word::Severity(severity), found) });
    }
    if let Some(List { now, later }) = todo {
        facts.push(Fact { main: true, ..fact(Word::TodoNow, Sentence::Items(now.len())) });
        if !later.is_empty() {
            facts.push(Fact { main: true, ..fact(Word::TodoLater, Sentence::Items(later.len())) });
        }
    }
    if !audit.undeclared.is_empty() {
        facts.push(fact(Word::Unknown, Sentence::Words(audit.undeclared.len())));
    }
    facts
}
