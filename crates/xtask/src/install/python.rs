//! Python, which the local model server comes for.
