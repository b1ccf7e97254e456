//! Parts that pages are made of; each shows one thing.

pub(super) mod card;
pub(super) mod chart_picture;
pub(super) mod chart_table;
pub(super) mod contents;
pub(super) mod copy_button;
pub(super) mod derived_list;
pub(super) mod export_panel;
pub(super) mod found_bar;
pub(super) mod hits;
pub(super) mod layout;
pub(super) mod quantity;
pub(super) mod search_box;
pub(super) mod text;
