//! Where the application code goes, by kind of website.

use super::policy::Policy;
use super::tag_manager::for_tag_manager;
use crate::components::CopyField;
use leptos::prelude::*;

const WORDPRESS: &[&str] = &[
    "Sign in to WordPress as an administrator.",
    "Under Plugins, choose Add New, search for WPCode, install it and activate it. It is free.",
    "Choose Code Snippets, then Header & Footer.",
    "Paste the application code into the box named Footer, then choose Save Changes.",
    "If your site uses a cache, clear it. Then open your site: the button is at the bottom right.",
];

const TAG_MANAGER: &[&str] = &[
    "Copy the code below, made for Tag Manager, which drops a part of the usual one.",
    "In your workspace, choose Tags, New, Tag Configuration, Custom HTML, and paste it.",
    "Under Triggering, choose All Pages, then Save.",
    "Choose Submit, then Publish.",
];

const SHOPIFY: &[&str] = &[
    "In Shopify's admin, choose Online Store, then Themes.",
    "Beside your theme, open the menu with the three dots and choose Edit code.",
    "Open theme.liquid in the folder Layout.",
    "Paste the application code on its own line right above </body>, then choose Save.",
];

/// Where to place the code, in one sentence, and step by step for what most sites are made with.
#[component]
pub fn Placing(code: String) -> AnyView {
    let other_code = for_tag_manager(&code);
    view! {
        <section class="space-y-3">
            <div class="space-y-1">
                <h2 class="text-base">"Where it goes"</h2>
                <p class="text-sm text-muted">
                    "On every page of your website, right before "
                    <code class="font-mono">"</body>"</code>
                    ". It works only on your own website's address."
                </p>
            </div>
            <div class="divide-y divide-hairline rounded border border-hairline">
                <How name="WordPress" steps=WORDPRESS />
                <How name="Google Tag Manager" steps=TAG_MANAGER>
                    {other_code.map(|code| view! { <CopyField label="Code for Tag Manager" text=Signal::stored(code) code=true /> })}
                </How>
                <How name="Shopify" steps=SHOPIFY />
                <Policy code=code.clone() />
            </div>
        </section>
    }
    .into_any()
}

/// Steps for one kind of website, folded.
#[component]
pub fn How(
    name: &'static str,
    steps: &'static [&'static str],
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let steps = steps
        .iter()
        .map(|step| view! { <li>{*step}</li> })
        .collect::<Vec<_>>();
    view! {
        <details class="group">
            <summary class="cursor-pointer px-4 py-3 text-sm font-semibold">{name}</summary>
            <div class="space-y-4 px-4 pb-4 text-sm">
                <ol class="list-decimal space-y-1 pl-6">{steps}</ol>
                {children.map(|children| children())}
            </div>
        </details>
    }
    .into_any()
}
