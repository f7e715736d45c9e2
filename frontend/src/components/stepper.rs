use super::{Glyph, Icon};
use leptos::prelude::*;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepMark {
    Done,
    Current,
    Skipped,
    Todo,
}

/// A step of a way.
#[derive(Clone, Debug, PartialEq)]
pub struct StepperItem {
    /// The step's name.
    pub title: String,
    /// How far it is.
    pub mark: StepMark,
    /// Where it is, if one may go there now.
    pub href: Option<String>,
}

/// The way through several steps: a list at the left, on a phone "Step 2 of 5" with a bar on top.
#[component]
pub fn Stepper(#[prop(into)] steps: Signal<Vec<StepperItem>>) -> AnyView {
    let at = move || {
        steps.with(|steps| {
            steps
                .iter()
                .position(|step| step.mark == StepMark::Current)
                .unwrap_or(0)
        })
    };
    let total = move || steps.with(Vec::len);
    let title = move || steps.with(|steps| steps.get(at()).map(|step| step.title.clone()));
    let words = move || format!("Step {} of {}", at() + 1, total());
    let list = move || steps.get().into_iter().map(line).collect::<Vec<_>>();
    view! {
        <div class="lg:hidden">
            <p class="mb-2 flex items-baseline justify-between gap-4 text-sm">
                <span class="font-semibold">{title}</span>
                <span class="text-muted">{words}</span>
            </p>
            <progress
                class="progress progress-primary block h-2 w-full"
                max=total
                value=move || at() + 1
                aria-label=words
            ></progress>
        </div>
        <nav aria-label="Steps" class="hidden lg:block">
            <ol class="space-y-1">{list}</ol>
        </nav>
    }
    .into_any()
}

fn line(step: StepperItem) -> AnyView {
    let (glyph, ink, words) = match step.mark {
        StepMark::Done => (Glyph::CheckCircle, "size-5 text-success", "Done"),
        StepMark::Current => (Glyph::ChevronRight, "size-5 text-brand", ""),
        StepMark::Skipped => (Glyph::Clock, "size-5 text-muted", "Later"),
        StepMark::Todo => (Glyph::Circle, "size-5 text-muted", ""),
    };
    let current = step.mark == StepMark::Current;
    let class = if current {
        "flex w-full items-center gap-3 rounded bg-base-100 px-3 py-2 text-left text-sm font-semibold"
    } else {
        "flex w-full items-center gap-3 rounded px-3 py-2 text-left text-sm text-muted"
    };
    let inside = view! {
        <Icon glyph class=ink />
        <span class="min-w-0 grow">{step.title}</span>
        <span class="text-xs font-normal">{words}</span>
    }
    .into_any();
    match step.href.filter(|_| !current) {
        Some(href) => view! {
            <li>
                <a class=format!("{class} hover:bg-base-100") href=href>
                    {inside}
                </a>
            </li>
        }
        .into_any(),
        None => view! {
            <li>
                <div class=class aria-current=current.then_some("step")>
                    {inside}
                </div>
            </li>
        }
        .into_any(),
    }
}
