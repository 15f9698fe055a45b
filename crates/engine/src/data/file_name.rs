//! What outputs and root types are called, after the file they come from.

use ichiban_json::convert::Target;

/// The name of a root type if nothing tells a better one.
const ROOT: &str = "Root";

/// The name of the root type for a file: `order-items.json` gives `OrderItems`.
pub(super) fn root(file_name: Option<&str>) -> String {
    let mut name = String::new();
    let mut begins_word = true;
    for c in file_name.map_or("", stem).chars() {
        if !c.is_ascii_alphanumeric() {
            begins_word = true;
        } else if begins_word {
            name.push(c.to_ascii_uppercase());
            begins_word = false;
        } else {
            name.push(c);
        }
    }
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        ROOT.to_owned()
    }
}

/// The name of the file that a conversion gives: the source's with another extension, or, where
/// a file bears its type's name, the root type's.
pub(super) fn output(source: Option<&str>, root: &str, target: &Target) -> String {
    let is_named_by_type = matches!(target.extension, "java" | "kt" | "swift" | "cs");
    let stem = match source {
        Some(source) if !is_named_by_type => stem(source).to_owned(),
        _ if is_named_by_type => root.to_owned(),
        _ => root.to_ascii_lowercase(),
    };
    // Several targets are JSON or SQL: their names keep them apart.
    let kind = match target.name {
        "json-schema" => ".schema",
        "minified" => ".min",
        "sorted" => ".sorted",
        "zod" => ".zod",
        _ => "",
    };
    format!("{stem}{kind}.{}", target.extension)
}

/// A file's name without folders and the last extension.
fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use ichiban_json::convert::target;

    use super::*;

    #[test]
    fn a_root_type_is_named_after_its_file() {
        assert_eq!(root(Some("order-items.json")), "OrderItems");
        assert_eq!(root(Some("api/user_v2.test.yaml")), "UserV2Test");
        assert_eq!(root(Some("2024-10.json")), "Root");
        assert_eq!(root(Some("注文.json")), "Root");
        assert_eq!(root(None), "Root");
    }

    #[test]
    fn an_output_is_named_after_its_source() {
        let name = |source, name| output(source, "Order", target(name).unwrap());
        assert_eq!(name(Some("orders.json"), "typescript"), "orders.ts");
        assert_eq!(
            name(Some("orders.json"), "json-schema"),
            "orders.schema.json"
        );
        assert_eq!(name(Some("orders.json"), "java"), "Order.java");
        assert_eq!(name(None, "yaml"), "order.yaml");
        assert_eq!(name(Some(".env"), "toml"), ".env.toml");
    }
}
