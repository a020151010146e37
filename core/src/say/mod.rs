//! What comes out, in words: as text for a terminal, as Markdown, and as a page to print; in Chinese and in English.
//!
//! Whatever is to be read is first laid out as a [`Sheet`](sheet::Sheet) (headings, facts, tables, notes), so that the three forms cannot
//! drift apart. Every word and sentence stands once a language, in a `zh` and an `en`, as a closed match: a missing one does not compile.
//!
//! | Folder | What it says |
//! | --- | --- |
//! | `audit` | 对照检查: findings, to-do lists, and the report of it all |
//! | `score` | 明白账 and 积分榜: statements and rankings |
//! | `rollup` | 分组统计: the totals of a board by sector, studio, committee, group, party or class |
//! | `roster` | 名册变动 and 委员驻室情况: what changed between two days, and how many members are placed in studios |
//! | `phrase` | days, windows, counts, citations: what sentences of every kind are made of |
//! | `sheet`, `text`, `markdown`, `html` | the layout, and its three forms |
//! | `csv` | a table for a spreadsheet |

mod audit;
mod csv;
#[cfg(test)]
mod golden;
mod html;
mod markdown;
mod phrase;
mod rollup;
mod roster;
mod score;
mod sheet;
mod text;
