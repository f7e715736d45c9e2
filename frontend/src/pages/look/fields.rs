//! The fields of a look, as typed.

use gangway_domain::values::Color;
use gangway_domain::wire::{UpdateWidgetStyle, WidgetPosition, WidgetStyle};
use leptos::prelude::*;

/// The tabs they stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    CustomColor,
    Button,
}

impl Tab {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CustomColor => "custom_color",
            Self::Button => "button",
        }
    }

    pub const fn title(self) -> &'static str {
        match self {
            Self::CustomColor => "Custom Color",
            Self::Button => "Button & greeting",
        }
    }
}

/// A look as typed; the preview follows it.
#[derive(Clone, Copy)]
pub struct LookFields {
    pub enabled: RwSignal<bool>,
    pub color: RwSignal<String>,
    pub position: RwSignal<String>,
    pub button_label: RwSignal<String>,
    pub greeting: RwSignal<String>,
}

impl LookFields {
    pub fn of(style: &WidgetStyle) -> Self {
        let fields = Self {
            enabled: RwSignal::new(true),
            color: RwSignal::new(String::new()),
            position: RwSignal::new(String::new()),
            button_label: RwSignal::new(String::new()),
            greeting: RwSignal::new(String::new()),
        };
        fields.replace(style);
        fields
    }

    pub fn replace(self, style: &WidgetStyle) {
        self.enabled.set(style.enabled);
        self.color.set(style.color.clone());
        self.position.set(style.position.as_str().to_owned());
        self.button_label
            .set(style.button_label.clone().unwrap_or_default());
        self.greeting
            .set(style.greeting.clone().unwrap_or_default());
    }

    pub fn body(self) -> UpdateWidgetStyle {
        UpdateWidgetStyle {
            enabled: self.enabled.get_untracked(),
            color: self.color.get_untracked(),
            position: position(&self.position.get_untracked()),
            button_label: Some(self.button_label.get_untracked()),
            greeting: Some(self.greeting.get_untracked()),
        }
    }

    /// The color, as long as what is typed is one.
    pub fn read_color(self) -> Option<Color> {
        self.color.with(|text| Color::parse(text)).ok()
    }

    /// Whether the button is on the left.
    pub fn is_left(self) -> bool {
        self.position.with(|text| position(text)) == WidgetPosition::BottomLeft
    }
}

fn position(text: &str) -> WidgetPosition {
    if text == WidgetPosition::BottomLeft.as_str() {
        WidgetPosition::BottomLeft
    } else {
        WidgetPosition::BottomRight
    }
}
