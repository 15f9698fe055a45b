//! YAML 1.2; several values are several documents. Numbers are as long as they are.

use ichiban_tool::Settings;

use crate::Value;

use super::super::numbers::Masked;
use super::Target;

pub(super) const TARGET: Target = Target::data("yaml", "YAML", "yaml", &[], write);

fn write(values: &[Value], _: &Settings) -> Result<String, String> {
    let masked = Masked::new(values);
    let mut out = String::new();
    for value in masked.values.iter() {
        if values.len() > 1 {
            out.push_str("---\n");
        }
        out.push_str(&serde_saphyr::to_string(value).map_err(|error| error.to_string())?);
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    Ok(masked.unmask(out, ""))
}
