//! The Leptos app: shell, views, styles.

fn main() {}
