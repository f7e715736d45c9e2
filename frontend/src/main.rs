//! Gangway's browser application.

mod app;
mod components;
mod dom;
mod live;
mod load;
mod pages;
mod parts;
mod route;
mod session;
mod times;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    dom::follow_presses();
    leptos::mount::mount_to_body(app::App);
}
