//! Values that cross a page unread: whoever passes them on carries no code for what is in them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value as JSON, to be opened where it is needed.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Packed<T> {
    json: String,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T> Packed<T> {
    /// Packs a value that JSON can hold: one with names for the keys of its maps. Linear in it.
    pub fn of(value: &T) -> Self
    where
        T: Serialize,
    {
        Self {
            json: serde_json::to_string(value).unwrap_or_default(),
            of: PhantomData,
        }
    }

    /// The value; none if another version of the app has packed it. Linear in it.
    pub fn open(&self) -> Option<T>
    where
        T: DeserializeOwned,
    {
        serde_json::from_str(&self.json).ok()
    }
}

/// Writes a value that JSON can hold: one with names for the keys of its maps. Linear in it.
pub fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a value from JSON that came from elsewhere; none if it is not of that kind. Linear in it.
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Self {
            json: self.json.clone(),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl<T> Eq for Packed<T> {}

impl<T> fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Packed").field(&self.json).finish()
    }
}
