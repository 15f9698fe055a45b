//! What a proved finding adds to an operation.

use super::finding::{Drop, Effect, Finding};
use crate::api::{Body, Evidence, Method, Operation, Parameter, Place, Response};
use crate::extract::{route_parameters, template};
use crate::schema::{Kind, Property, Schema};

/// How sure it is of what a model found and proved.
const CONFIDENCE: f32 = 0.7;

/// An operation of which no more is known than method, path and place.
pub(super) fn operation(method: Method, path: String, evidence: Evidence) -> Operation {
    let parameters = route_parameters(&path)
        .into_iter()
        .map(|name| Parameter {
            name: name.to_owned(),
            place: Place::Path,
            required: true,
            deprecated: false,
            schema: Schema::of(Kind::String),
            description: None,
            evidence: Some(evidence.clone()),
            confidence: CONFIDENCE,
        })
        .collect();
    Operation {
        method,
        path,
        summary: None,
        description: None,
        tags: Vec::new(),
        deprecated: false,
        parameters,
        body: None,
        responses: vec![Response {
            status: "default".to_owned(),
            description: "The answer is not documented.".to_owned(),
            ..Response::default()
        }],
        evidence: vec![evidence],
        confidence: CONFIDENCE,
    }
}

/// Adds a parameter to an operation, or what is said of one that it has; what that changed, if
/// anything.
pub(super) fn parameter(
    operation: &mut Operation,
    finding: &Finding,
    evidence: Evidence,
) -> Result<Option<Effect>, Drop> {
    let Finding::Parameter {
        name,
        place,
        required,
        kind,
        ..
    } = finding
    else {
        return Ok(None);
    };
    let schema = kind.map_or_else(|| Schema::of(Kind::String), Schema::of);
    if *place == Place::Path && !template::parameters(&operation.path).contains(&name.as_str()) {
        return Err(Drop::NotInQuote);
    }
    if *place == Place::Body {
        if matches!(operation.method, Method::Get | Method::Head) {
            return Err(Drop::Malformed);
        }
        let body = operation.body.get_or_insert_with(|| Body {
            media_type: "application/json".to_owned(),
            required: false,
            schema: Schema::of(Kind::Object),
            example: None,
        });
        let known = body
            .schema
            .properties
            .iter_mut()
            .find(|property| property.name == *name);
        if let Some(known) = known {
            let (required, kind) = (*required, *kind);
            return Ok(correct(
                &mut known.required,
                &mut known.schema,
                required,
                kind,
            ));
        }
        body.required |= required.unwrap_or(false);
        body.schema.properties.push(Property {
            name: name.clone(),
            required: required.unwrap_or(false),
            schema,
            ..Property::default()
        });
        return Ok(Some(Effect::Added));
    }
    let known = operation.parameters.iter_mut().find(|known| {
        known.place == *place
            && (known.name == *name
                || *place == Place::Header && known.name.eq_ignore_ascii_case(name))
    });
    if let Some(known) = known {
        let required = required.filter(|_| *place != Place::Path);
        return Ok(correct(
            &mut known.required,
            &mut known.schema,
            required,
            *kind,
        ));
    }
    operation.parameters.push(Parameter {
        name: name.clone(),
        place: *place,
        required: required.unwrap_or(false),
        deprecated: false,
        schema,
        description: None,
        evidence: Some(evidence),
        confidence: CONFIDENCE,
    });
    Ok(Some(Effect::Added))
}

/// Corrects what a quotation says of a parameter that is known.
fn correct(
    known_required: &mut bool,
    schema: &mut Schema,
    required: Option<bool>,
    kind: Option<Kind>,
) -> Option<Effect> {
    let mut changed = false;
    if let Some(required) = required.filter(|required| required != known_required) {
        *known_required = required;
        changed = true;
    }
    // A guess gives way; what has members, values or a format is no guess.
    let guessed = schema.kinds.len() <= 1
        && schema.format.is_none()
        && schema.values.is_empty()
        && schema.properties.is_empty()
        && schema.items.is_none();
    if let Some(kind) = kind.filter(|kind| guessed && !schema.allows(*kind)) {
        schema.kinds = vec![kind];
        schema.default = None;
        changed = true;
    }
    changed.then_some(Effect::Corrected)
}
