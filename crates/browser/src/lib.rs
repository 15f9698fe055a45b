//! What touches the browser and is not a view.
