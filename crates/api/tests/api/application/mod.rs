//! The application on the client's web site: its code, the link that hands it over, its settings.

mod begin_visit;
mod floods;
mod hand_over_step;
mod look_up_handover;
mod public_key;
mod read_application;
mod read_widget;
mod recent_widgets;
mod send_visitor_text;
pub mod visitor;
mod widget_style;
