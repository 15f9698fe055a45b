//! Short names for what a module imports.
//!
//! `wasm-bindgen` names each import after what it does, with sixteen random digits, once in the module and
//! once in the script that serves it. Several hundred of them are a twentieth of the first download,
//! since digits do not compress.

use std::collections::HashMap;

/// What no script names anything else by.
const PREFIX: &str = "w$";

/// Gives every import another name, a short one, and returns the script with the same change.
/// `imports` are the names, to be changed in place.
pub(super) fn shorten<'n>(imports: impl Iterator<Item = &'n mut String>, script: &str) -> String {
    let mut short = HashMap::new();
    for name in imports.filter(|name| name.starts_with("__wb")) {
        let next = format!("{PREFIX}{}", short.len());
        let new: &String = short.entry(name.clone()).or_insert(next);
        name.clone_from(new);
    }
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_part_of_name(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out.push_str(short.get(word).map_or(word, String::as_str));
        let end = after.find(is_part_of_name).unwrap_or(after.len());
        let (between, after) = after.split_at(end);
        out.push_str(between);
        rest = after;
    }
    out
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_get_the_same_names() {
        let mut imports = [
            "__wbg_log_0123456789abcdef".to_owned(),
            "__wbg_log_0123456789abcdef0".to_owned(),
            "memory".to_owned(),
            "__wbg_log_0123456789abcdef".to_owned(),
        ];
        let script = "{ __wbg_log_0123456789abcdef: f, \"__wbg_log_0123456789abcdef0\": g, memory, __wbg_x: h }";
        let script = shorten(imports.iter_mut(), script);
        assert_eq!(imports, ["w$0", "w$1", "memory", "w$0"]);
        assert_eq!(script, "{ w$0: f, \"w$1\": g, memory, __wbg_x: h }");
    }

    #[test]
    fn a_script_without_imports_stays() {
        let script = "const a = 1; // ünïcode\n";
        assert_eq!(shorten([].iter_mut(), script), script);
    }
}
