use std::sync::Arc;

use super::read::{Reading, text};
use super::{Board, Child, Cite, Parent};
use crate::Slug;
use crate::arena::Idx;
use crate::diagnostic::{Fault, Noun};
use crate::document::Spot;

/// `[[dimension]]` 履职画像: an axis of a member's profile.
#[derive(Debug, Clone)]
pub(crate) struct Dimension {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) board: Idx<Board>,
    /// Categories, or items that hang on the board.
    pub(crate) categories: Vec<Child>,
}

impl Dimension {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Dimension> {
        let fields = spot.fields(&mut reading.faults)?;
        let board = reading.board(&fields, "board");
        let faults = &mut reading.faults;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let categories = fields.required("categories", faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);
        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let named = categories?.list_or_one().into_iter().map(|spot| axis(spot, board, reading)).collect::<Vec<_>>();
        Some(Dimension {
            id: id?,
            label: label?,
            cite,
            board: board?,
            categories: named.into_iter().collect::<Option<_>>()?,
        })
    }
}

/// Reads the id of a category of the board, or of an item that hangs on the board itself.
fn axis(spot: Spot<'_>, board: Option<Idx<Board>>, reading: &mut Reading<'_>) -> Option<Child> {
    let id = spot.text(&mut reading.faults)?;
    let (names, tree) = (&reading.names, &reading.tree);
    let categories =
        names.categories.0.iter().enumerate().map(|(place, entry)| (Child::Category(Idx::new(place)), entry));
    let items = names.items.0.iter().enumerate().map(|(place, entry)| (Child::Item(Idx::new(place)), entry));
    // A node that hangs on nothing has been reported, and may be meant.
    let on_board = |child: &Child, node: Spot<'_>| match (tree.above(node), board) {
        (Some(above), Some(board)) => {
            above.board == board && (matches!(child, Child::Category(_)) || above.parent == Parent::Board(board))
        }
        _ => true,
    };
    let known: Vec<_> = categories.chain(items).filter(|(child, (node, _))| on_board(child, *node)).collect();
    let found = known.iter().find(|(_, (_, name))| *name == Some(id)).map(|(child, _)| *child);
    if found.is_none() {
        let near = reading.faults.nearest(id, known.iter().filter_map(|(_, (_, name))| *name));
        spot.fault(&mut reading.faults, Fault::UnknownReference { what: Noun::Category, name: id.to_owned(), near });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    const TREE: &str = "[[category]]\nid = \"voice\"\nlabel = \"建言\"\n[[item]]\nid = \"base\"\nlabel = \"基础分\"\nbase = true\npoints = 1\n\
        [[item]]\nid = \"inner\"\nin = \"voice\"\nlabel = \"提案\"\nbase = true\npoints = 1\n";
    const SECOND: &str = "[[board]]\nid = \"studio\"\ntitle = \"工作室积分\"\nsubject = \"studio\"\n\
        [[category]]\nid = \"far\"\nin = \"studio\"\nlabel = \"建设\"\n";

    fn dimension(lines: &str) -> String {
        format!("[[dimension]]\nid = \"d\"\nlabel = \"建言\"\n{lines}\n")
    }

    #[test]
    fn a_dimension_adds_up_categories_of_one_board() {
        accepted(&format!("{TREE}{}", dimension("categories = [\"voice\", \"base\"]")));
        accepted(&format!("{TREE}{}", dimension("board = \"member\"\ncategories = \"voice\"")));
        refused("unknown-reference", &format!("{TREE}{}", dimension("categories = [\"«voices»\"]")));
        refused("unknown-reference", &format!("{TREE}{}", dimension("categories = [\"«inner»\"]")));
        refused("missing-key", &format!("{TREE}{}", dimension("").replace("[[dimension]]", "«[[dimension]]»")));
        let two = TREE
            .replace("label = \"建言\"", "label = \"建言\"\nin = \"member\"")
            .replace("label = \"基础分\"", "label = \"基础分\"\nin = \"member\"");
        refused(
            "unknown-reference",
            &format!("{two}{SECOND}{}", dimension("board = \"member\"\ncategories = [\"«far»\"]")),
        );
        refused(
            "unknown-reference",
            &format!("{two}{SECOND}{}", dimension("board = \"«members»\"\ncategories = [\"far\"]")),
        );
        refused(
            "missing-board",
            &format!(
                "{two}{SECOND}{}",
                dimension("categories = [\"far\"]").replace("[[dimension]]", "«[[dimension]]»")
            ),
        );
    }
}
