//! The application code as Google Tag Manager takes it.

/// The same code with the key in the address: Tag Manager drops `data-` attributes of a script.
///
/// None for code of another shape.
pub fn for_tag_manager(code: &str) -> Option<String> {
    let src = attribute(code, "src")?;
    let key = attribute(code, "data-application-key")?;
    Some(format!(r#"<script async src="{src}?key={key}"></script>"#))
}

fn attribute<'a>(code: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = code.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::for_tag_manager;

    #[test]
    fn b35_tag_manager_gets_the_key_in_the_address() {
        let code = r#"<script async src="https://g.example/widget/v1.js" data-application-key="k1"></script>"#;
        assert_eq!(
            for_tag_manager(code).as_deref(),
            Some(r#"<script async src="https://g.example/widget/v1.js?key=k1"></script>"#)
        );
        assert_eq!(for_tag_manager("<script></script>"), None);
    }
}
