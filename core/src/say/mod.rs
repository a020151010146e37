//! What comes out, in words: as text for a terminal, as Markdown, and as a page to print; in Chinese and in English.
//!
//! Whatever is to be read is first laid out as a [`Sheet`](sheet::Sheet) (headings, facts, tables, notes), so that the three forms cannot
//! drift apart. Every word and sentence stands once a language, in a `zh` and an `en`, as a closed match: a missing one does not compile.
//!
//! | Folder | What it says |
//! | --- | --- |
//! | `score` | 明白账 and 积分榜: statements and rankings |
//! | `phrase` | days, windows, counts, citations: what sentences of every kind are made of |
//! | `sheet`, `text`, `markdown`, `html` | the layout, and its three forms |

mod html;
mod markdown;
mod phrase;
mod score;
mod sheet;
mod text;
