//! Pages: each arranges the parts for one route.

pub(super) mod about;
pub(super) mod audit;
pub(super) mod chart;
pub(super) mod charts;
pub(super) mod custom_chart;
pub(super) mod figure;
pub(super) mod figures;
pub(super) mod not_found;
pub(super) mod overview;
pub(super) mod report;
pub(super) mod search;
