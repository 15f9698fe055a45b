//! One way in for values of any format: the events of a document, in order.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess};

/// Takes the events of well-formed documents, in document order.
///
/// A value is one of [`null`](Self::null), [`boolean`](Self::boolean), [`number`](Self::number),
/// [`string`](Self::string), or what stands between a `begin_…` and its `end_…`. Within an object
/// each value comes after its [`key`](Self::key).
pub trait Visitor {
    /// A null.
    fn null(&mut self);
    /// A boolean.
    fn boolean(&mut self, value: bool);
    /// A number, by its text as RFC 8259 §6 writes it. Formats that know them may also send
    /// `NaN`, `Infinity` and `-Infinity`.
    fn number(&mut self, text: &str);
    /// A whole string, escapes resolved.
    fn string(&mut self, value: &str);
    /// An array begins.
    fn begin_array(&mut self);
    /// The innermost array ends.
    fn end_array(&mut self);
    /// An object begins.
    fn begin_object(&mut self);
    /// The name of the member whose value comes next.
    fn key(&mut self, name: &str);
    /// The innermost object ends.
    fn end_object(&mut self);
}

/// Drives a [`Visitor`] from any self-describing serde format, without a tree in between.
///
/// ```
/// use serde::de::DeserializeSeed;
/// let mut inference = ichiban_schema::Inference::new("Root");
/// let mut json = serde_json::Deserializer::from_str("[1, 2]");
/// ichiban_schema::Seed(&mut inference).deserialize(&mut json).unwrap();
/// ```
pub struct Seed<'v, V: ?Sized>(pub &'v mut V);

impl<'de, V: Visitor + ?Sized> DeserializeSeed<'de> for Seed<'_, V> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, V: Visitor + ?Sized> serde::de::Visitor<'de> for Seed<'_, V> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.null();
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.null();
        Ok(())
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.boolean(value);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.number(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.number(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.0.number(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.0.number(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if value.is_nan() {
            self.0.number("NaN");
        } else if value == f64::INFINITY {
            self.0.number("Infinity");
        } else if value == f64::NEG_INFINITY {
            self.0.number("-Infinity");
        } else {
            self.0.number(ryu::Buffer::new().format_finite(value));
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.0.string(value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.begin_array();
        while items.next_element_seed(Seed(&mut *self.0))?.is_some() {}
        self.0.end_array();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.0.begin_object();
        while members.next_key_seed(Key(&mut *self.0))?.is_some() {
            members.next_value_seed(Seed(&mut *self.0))?;
        }
        self.0.end_object();
        Ok(())
    }
}

/// A member's name. Formats whose keys are not always strings (YAML) give their text.
struct Key<'v, V: ?Sized>(&'v mut V);

impl<'de, V: Visitor + ?Sized> DeserializeSeed<'de> for Key<'_, V> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<V: Visitor + ?Sized> serde::de::Visitor<'_> for Key<'_, V> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key: a string, a number, a boolean or null")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.0.key(value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_str("null")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.visit_str(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.visit_str(itoa::Buffer::new().format(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.visit_str(itoa::Buffer::new().format(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.visit_str(ryu::Buffer::new().format(value))
    }
}
