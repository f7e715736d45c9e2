//! The application on the client's web site: its code, the link that hands it over, its settings.

mod hand_over_step;
mod look_up_handover;
mod read_application;
mod read_widget;
