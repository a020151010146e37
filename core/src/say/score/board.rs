use super::sentence::{Sentence, Word};
use super::statement::among;
use crate::say::phrase::{enumerated, percent};
use crate::say::sheet::{Block, Column, Fact, Row, Sheet, Table};
use crate::score::{GradeCount, RankIn};
use crate::{Board, EntityKind, Lang, Statement};

/// How many categories a ranking has columns for, before it grows wider than a page.
const CATEGORIES: usize = 6;

/// Lays out a ranking: how many have which grade, the ranking itself, notices, and who is not assessed.
pub(super) fn sheet(board: &Board, lang: Lang) -> Sheet {
    let ranked: Vec<&Statement> = board.ranking().collect();
    let heading = |word: Word| Block::Heading(word.said(lang).to_owned());
    let paragraph = |sentence: Sentence<'_>| Block::Paragraph(sentence.said(lang));
    let mut blocks = vec![Block::Facts(facts(board, lang))];
    if !board.grades.is_empty() && !ranked.is_empty() {
        blocks.extend([heading(Word::Grades), Block::Table(grades(board, lang))]);
    }
    let caption = Sentence::Ranking { assessed: ranked.len(), kind: board.subject };
    if ranked.is_empty() {
        blocks.push(paragraph(caption));
    } else {
        blocks.extend([heading(Word::Ranking), Block::Table(ranking(&ranked, caption.said(lang), lang))]);
        let wide = ranked.first().is_some_and(|statement| categories(statement).count() > CATEGORIES);
        blocks.extend(wide.then(|| paragraph(Sentence::MoreCategories)));
    }
    let notices = notices(board, lang);
    if !notices.is_empty() {
        blocks.extend([heading(Word::Notices), Block::List(notices)]);
    }
    let others: Vec<&Statement> = board.statements.iter().filter(|statement| !statement.assessed).collect();
    if !others.is_empty() {
        blocks.extend([
            heading(Word::NotAssessed),
            Block::Table(ranking(&others, Word::OnlyPoints.said(lang).to_owned(), lang)),
        ]);
    }
    let subtitle = Sentence::Subtitle { rulebook: &board.rulebook_title, period: board.period }.said(lang);
    Sheet { lang, title: board.title.to_string(), subtitle, blocks }
}

fn facts(board: &Board, lang: Lang) -> Vec<Fact> {
    let mut facts = vec![Fact::new(Word::Period.said(lang), Sentence::Window(board.period).said(lang))];
    if board.as_of != board.period.to {
        facts.push(Fact::new(Word::AsOf.said(lang), Sentence::Day(board.as_of).said(lang)));
    }
    facts
}

fn grades(board: &Board, lang: Lang) -> Table {
    let counted = board.distribution();
    let ranked = counted.iter().map(|grade| grade.count).sum();
    // That everybody has a grade need not be said.
    let told = |grade: &&GradeCount| grade.label.is_some() || grade.count > 0;
    let row = |GradeCount { label, count }: &GradeCount| {
        let label = label.as_deref().unwrap_or_else(|| Word::NoGrade.said(lang));
        let share = Sentence::Percent(percent(*count, ranked)).said(lang);
        Row::plain(vec![label.into(), count.to_string().into(), share.into()])
    };
    Table {
        caption: Word::GradesCounted.said(lang).to_owned(),
        columns: vec![
            Column::left(Word::Grade.said(lang)),
            Column::right(Word::Number(board.subject).said(lang)),
            Column::right(Word::Share.said(lang)),
        ],
        rows: counted.iter().filter(told).map(row).collect(),
    }
}

/// A row for each statement, in the order in which they are given.
fn ranking(statements: &[&Statement], caption: String, lang: Lang) -> Table {
    let split = statements.iter().any(|statement| statement.ranks.iter().any(|rank| !rank.partition.is_empty()));
    let first = if split { Column::left } else { Column::right }(Word::Rank.said(lang));
    let kind = statements.first().map_or(EntityKind::Member, |statement| statement.kind);
    let [id, name, grade] = [Word::Id, Word::Name(kind), Word::Grade].map(|word| Column::left(word.said(lang)));
    let labels = statements.first().into_iter().flat_map(|&statement| categories(statement)).take(CATEGORIES);
    let columns = [first, id, name, Column::right(Word::Total.said(lang)), grade].into_iter();
    let row = |statement: &&Statement| {
        let figures = categories(statement).take(CATEGORIES).map(|(_, figure)| figure);
        Row::plain(standing(statement, lang).into_iter().chain(figures).map(Into::into).collect())
    };
    Table {
        caption,
        columns: columns.chain(labels.map(|(label, _)| Column::right(label))).collect(),
        rows: statements.iter().map(row).collect(),
    }
    .without_empty_columns()
}

/// Rank, id, name, total and grade.
pub(super) fn standing(statement: &Statement, lang: Lang) -> [String; 5] {
    let ranks = enumerated(statement.ranks.iter().map(|rank| place(rank, lang)), lang);
    let grade = statement.grade.as_ref().map(|grade| grade.label.to_string()).unwrap_or_default();
    [ranks, statement.id.to_string(), statement.name.to_string(), statement.total.to_string(), grade]
}

/// A rank, with its partition where there are several.
fn place(rank: &RankIn, lang: Lang) -> String {
    among(rank, lang)
        .map_or_else(|| rank.rank.to_string(), |among| Sentence::RankIn { rank: rank.rank, among }.said(lang))
}

/// The topmost categories and items with their published figures.
pub(super) fn categories(statement: &Statement) -> impl Iterator<Item = (String, String)> {
    statement.nodes.iter().filter(|node| node.depth == 0).map(|node| (node.label.to_string(), node.figure.to_string()))
}

/// Who is given which notice, and which could not be decided.
fn notices(board: &Board, lang: Lang) -> Vec<String> {
    let given = board.notices.iter().filter_map(|notice| {
        let subjects =
            board.statements.iter().filter(|statement| statement.notices.iter().any(|given| given.id == notice.id));
        let names: Vec<String> =
            subjects.map(|subject| Sentence::Named { name: &subject.name, id: &subject.id }.said(lang)).collect();
        let said = Sentence::NoticeTo {
            label: &notice.label,
            clause: notice.clause.as_deref(),
            by: notice.by.as_deref(),
            to: &names,
        };
        (!names.is_empty()).then(|| said.said(lang))
    });
    let undecided = board.missing_history.iter().map(|id| {
        let label = board.notices.iter().find(|notice| notice.id == *id).map_or(id.as_str(), |notice| &notice.label);
        Sentence::Undecided { label }.said(lang)
    });
    given.chain(undecided).collect()
}
