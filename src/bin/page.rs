//! The page's entry: takes over the HTML that is there.

fn main() {
    report_explorer::app::start();
}
