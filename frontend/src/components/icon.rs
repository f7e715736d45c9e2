use leptos::prelude::*;

/// A picture beside words. Pictures alone never carry meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Home,
    Building,
    People,
    Mail,
    Gear,
    Check,
    CheckCircle,
    Circle,
    Clock,
    Warning,
    Cross,
    CrossCircle,
    Copy,
    Eye,
    EyeOff,
    Menu,
    More,
    Plus,
    Search,
    ChevronDown,
    ChevronRight,
    ArrowLeft,
    Sun,
    Moon,
    Screen,
    SignOut,
    Phone,
    Code,
    Link,
    Send,
    Pause,
    Help,
    Chat,
    Archive,
    Note,
    Download,
    Upload,
    Bolt,
    Flask,
    Trash,
    ArrowUp,
    ArrowDown,
    Columns,
    Filter,
}

impl Glyph {
    /// The strokes, in a box of 24 by 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Home => "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6h-6v6H5a1 1 0 0 1-1-1z",
            Self::Building => {
                "M5 21V4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v17M15 9h3a1 1 0 0 1 1 1v11M3 21h18M8 7h4M8 11h4M8 15h4"
            }
            Self::People => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6"
            }
            Self::Mail => {
                "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 7l8.5 6 8.5-6"
            }
            Self::Gear => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::CheckCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.5l2.7 2.7L16 9.8",
            Self::Circle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
            Self::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
            Self::Warning => "M12 4l9 16H3zM12 10v4.5M12 17.3v.2",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::CrossCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::EyeOff => {
                "M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M6.3 7.6A15.7 15.7 0 0 0 2.5 12S6 18.5 12 18.500a9 9 0 0 0 4.4-1.100M10 10a3 3 0 0 0 4 4"
            }
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::More => {
                "M5.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0M11.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0M17.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.500L20 20",
            Self::ChevronDown => "M6 9.500l6 6 6-6",
            Self::ChevronRight => "M9.5 6l6 6-6 6",
            Self::ArrowLeft => "M19 12H5M11 6l-6 6 6 6",
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"
            }
            Self::Moon => "M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500z",
            Self::Screen => {
                "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20.500h6M12 17v3.5"
            }
            Self::SignOut => "M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h10M16.5 8l4 4-4 4",
            Self::Phone => {
                "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2"
            }
            Self::Code => "M8.5 7.500L4 12l4.5 4.500M15.5 7.500L20 12l-4.5 4.5",
            Self::Link => {
                "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1-1"
            }
            Self::Send => "M20.5 3.500L10 14M20.5 3.500L14 20.5 10 14 3.5 10z",
            Self::Pause => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM10 9v6M14 9v6",
            Self::Chat => {
                "M5 4h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-7l-4.500 4v-4H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 9h8M8 12h5"
            }
            Self::Archive => "M3.500 5h17v4h-17zM5 9v10h14V9M10 13h4",
            Self::Note => "M5 4h14v10l-5 6H5zM14 20v-6h5M8.500 8.500h7M8.500 12h4",
            Self::Download => "M12 4v11M7 10.500l5 5 5-5M5 20h14",
            Self::Upload => "M12 15V4M7 8.500l5-5 5 5M5 20h14",
            Self::Bolt => "M13 3L5 13.500h6L10.500 21 19 10.500h-6z",
            Self::Flask => {
                "M9 3h6M10 3v6.500l-5 9a1.700 1.700 0 0 0 1.500 2.500h11a1.700 1.700 0 0 0 1.500-2.500l-5-9V3M7.500 15h9"
            }
            Self::Trash => {
                "M4.500 7h15M10 7V4h4v3M6.500 7l1 13h9l1-13M10.500 11v5.500M13.500 11v5.500"
            }
            Self::ArrowUp => "M12 19V5M6 11l6-6 6 6",
            Self::ArrowDown => "M12 5v14M6 13l6 6 6-6",
            Self::Columns => "M4 5h16v14H4zM9.500 5v14M14.500 5v14",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Help => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.700M12 16.800v.2"
            }
        }
    }
}

/// An icon, hidden from screen readers; words stand beside it.
#[component]
pub fn Icon(
    glyph: Glyph,
    /// Size and colour, as classes.
    #[prop(default = "size-5")]
    class: &'static str,
) -> AnyView {
    view! {
        <svg
            class=format!("{class} shrink-0")
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=glyph.strokes() />
        </svg>
    }
    .into_any()
}
