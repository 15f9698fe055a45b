//! Decides where every field goes and whether it must be given, and makes parameters and bodies of
//! them.

use std::collections::HashSet;

use crate::api::{Body, Evidence, Method, Parameter, Place, Response};
use crate::exchange::Exchange;
use crate::schema::{Kind, Property, Schema};

use super::atlas::Atlas;
use super::example;
use super::field::Field;
use super::operation::Draft;
use super::{template, words};

/// Decides where every field goes, and makes parameters and bodies of them.
pub(crate) fn settle(drafts: &mut [Draft], atlas: &Atlas) {
    for draft in drafts {
        settle_one(draft, atlas);
    }
}

fn settle_one(draft: &mut Draft, atlas: &Atlas) {
    let method = draft.operation.method;
    let path_names: Vec<String> = template::parameters(&draft.operation.path)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut parameters: Vec<Parameter> = path_names
        .iter()
        .map(|name| Parameter {
            name: name.clone(),
            place: Place::Path,
            required: true,
            deprecated: false,
            schema: Schema::of(Kind::String),
            description: None,
            evidence: draft.operation.evidence.first().cloned(),
            confidence: 0.95,
        })
        .collect();
    let mut body: Vec<Property> = Vec::new();
    let mut form = false;
    let array = draft.body_is_list;
    let document = draft
        .operation
        .evidence
        .first()
        .map(|evidence| evidence.document.clone())
        .unwrap_or_default();
    let bodies: Vec<_> = draft
        .exchanges
        .iter()
        .filter_map(Exchange::json)
        .chain(draft.body_example.clone())
        .collect();
    let sends_body = bodies.iter().any(serde_json::Value::is_object)
        || draft
            .exchanges
            .iter()
            .any(|exchange| !exchange.form.is_empty());
    let in_url = draft
        .exchanges
        .iter()
        .any(|exchange| !exchange.query.is_empty());
    let any_optional = draft
        .groups
        .iter()
        .any(|group| group.required == Some(false));
    for group in &draft.groups {
        let says_required = group
            .fields
            .iter()
            .any(|field| field.required == Some(true));
        let optional = group
            .fields
            .iter()
            .filter(|field| field.required == Some(false))
            .count();
        let mostly_optional = group.fields.len() >= 3 && optional * 2 >= group.fields.len();
        let sibling_optional = any_optional && group.required.is_none() && optional == 0;
        for field in &group.fields {
            let folded = fold(&field.name);
            let in_template = path_names.iter().position(|name| fold(name) == folded);
            let sent = |pairs: &dyn Fn(&Exchange) -> &Vec<(String, String)>| {
                draft
                    .exchanges
                    .iter()
                    .any(|exchange| pairs(exchange).iter().any(|(name, _)| *name == field.name))
            };
            let place = match field.place.or(group.place) {
                // The template is what the path has.
                Some(Place::Path) if in_template.is_none() => continue,
                Some(place) => place,
                None if in_template.is_some() => Place::Path,
                None if sent(&|exchange| &exchange.query) => Place::Query,
                None if sent(&|exchange| &exchange.form) => Place::Form,
                None if bodies.iter().any(|body| body.get(&field.name).is_some()) => Place::Body,
                None => default_place(method, sends_body, in_url),
            };
            // A GET carries no documented body; what is called so is its query or its answer.
            let place = match place {
                Place::Body | Place::Form if matches!(method, Method::Get | Method::Head) => {
                    if group.place.is_some() || bodies.is_empty() {
                        continue;
                    }
                    place
                }
                // One description of the same calls by GET and by form.
                Place::Query
                    if method == Method::Post
                        && draft.form_for_query
                        && draft.siblings.contains(&Method::Get) =>
                {
                    Place::Form
                }
                place => place,
            };
            let may_lack = words::describes_absence(&field.description)
                || field.schema.default.is_some()
                || words::is_page_control(&field.name);
            // A flag has a value when it is left out.
            let may_lack = may_lack || field.schema.kinds == [Kind::Boolean];
            let silent = if says_required || group.silent == Some(false) {
                Some(false)
            } else if mostly_optional
                || sibling_optional
                || (group.labelled && atlas.marks_optional())
            {
                Some(!may_lack)
            } else if group.tabular && group.silent != Some(false) && atlas.marks_by_name() {
                Some(!may_lack && method != Method::Patch)
            } else {
                group.silent.map(|required| required && !may_lack)
            };
            let mut required = field
                .required
                .or(group.required)
                .or(silent)
                .unwrap_or(false);
            if draft.all_optional && place != Place::Path {
                required = field.required.unwrap_or(false) && group.silent.is_none();
            }
            let mut schema = schema_of(field, atlas, &document);
            let evidence = field.location.map(|location| Evidence {
                document: document.clone(),
                location,
            });
            match place {
                Place::Body | Place::Form => {
                    form |= place == Place::Form;

                    let name = field.name.clone();
                    if schema.kinds.is_empty() {
                        let samples: Vec<_> =
                            bodies.iter().filter_map(|body| body.get(&name)).collect();
                        if !samples.is_empty() {
                            schema.kinds = crate::infer::infer(&samples).kinds;
                        }
                    }
                    if schema.kinds.is_empty() {
                        schema.kinds = words::kind_of_name(&name)
                            .map_or_else(|| vec![Kind::String], |kind| vec![kind]);
                    }
                    if place == Place::Form
                        && schema.allows(Kind::String)
                        && !schema.allows(Kind::Array)
                    {
                        // All values of a form are texts.
                        schema.kinds = vec![Kind::String];
                    }
                    if name.ends_with("[]") && !schema.allows(Kind::Array) {
                        schema = Schema::array(schema);
                    }
                    let property = Property {
                        name,
                        required,
                        deprecated: field.deprecated,
                        schema,
                        description: described(&field.description),
                        evidence,
                        confidence: Some(sureness(field)),
                    };
                    match body.iter_mut().find(|known| known.name == property.name) {
                        Some(known) => known.required |= property.required,
                        None => body.push(property),
                    }
                }
                place => {
                    if schema.kinds.is_empty() {
                        schema.kinds = words::kind_of_name(&field.name)
                            .map_or_else(|| vec![Kind::String], |kind| vec![kind]);
                    }
                    if field.name.ends_with("[]") && !schema.allows(Kind::Array) {
                        schema = Schema::array(schema);
                    }
                    let name = match in_template.filter(|_| place == Place::Path) {
                        Some(index) => path_names[index].clone(),
                        None => field.name.clone(),
                    };
                    let found = Parameter {
                        required: required || place == Place::Path,
                        place,
                        deprecated: field.deprecated,
                        schema,
                        description: described(&field.description),
                        evidence,
                        confidence: sureness(field),
                        name,
                    };
                    let twin = parameters.iter_mut().find(|known| {
                        known.place == place
                            && (known.name == found.name
                                || (place == Place::Header
                                    && known.name.eq_ignore_ascii_case(&found.name)))
                    });
                    match twin {
                        Some(known) if known.description.is_none() => *known = found,
                        Some(known) => known.required |= found.required,
                        None => parameters.push(found),
                    }
                }
            }
        }
    }
    for (name, required) in &draft.query {
        if !parameters
            .iter()
            .any(|known| known.place == Place::Query && known.name == *name)
            && !body.iter().any(|known| known.name == *name)
        {
            parameters.push(example::query_parameter(
                name,
                "",
                *required,
                draft.operation.evidence.first().cloned(),
            ));
        } else if *required
            && let Some(known) = parameters
                .iter_mut()
                .find(|known| known.name == *name && known.place == Place::Query)
            && draft.groups.is_empty()
        {
            known.required = true;
        }
    }
    if !form {
        body = super::nest::fold(body, &bodies);
    }
    example::complete(draft, &mut parameters, &mut body, &mut form, &bodies);
    for property in &mut body {
        if property.confidence.is_none() {
            property.confidence = Some(SHOWN);
            property.evidence = draft.operation.evidence.first().cloned();
        }
    }
    draft.operation.parameters = parameters;
    if !body.is_empty() || !bodies.is_empty() && !method.is_bodiless() {
        let required = body.iter().any(|property| property.required);
        let media_type = if form {
            example::form_type(&draft.exchanges)
        } else {
            "application/json"
        };
        let mut schema = if body.is_empty() {
            crate::infer::infer(&bodies.iter().collect::<Vec<_>>())
        } else {
            Schema {
                properties: body,
                ..Schema::of(Kind::Object)
            }
        };
        let list = bodies.first().is_some_and(serde_json::Value::is_array)
            && !schema.properties.is_empty()
            && !schema.allows(Kind::Array);
        if (array && !schema.properties.is_empty() && !schema.allows(Kind::Array)) || list {
            schema = Schema::array(schema);
        }
        draft.operation.body = Some(Body {
            media_type: media_type.to_owned(),
            required,
            schema,
            example: bodies.into_iter().next().map(example::redacted),
        });
    }
    if draft.operation.responses.is_empty() {
        draft.operation.responses.push(Response {
            status: "default".to_owned(),
            description: "The answer is not documented.".to_owned(),
            ..Response::default()
        });
    }
}

/// How sure it is that a field is one, by how it is set.
fn sureness(field: &Field) -> f32 {
    0.5 + 0.15 * f32::from(field.strength)
}

/// How sure it is that a member is one which examples alone show.
const SHOWN: f32 = 0.6;

fn default_place(method: Method, sends_body: bool, in_url: bool) -> Place {
    match method {
        Method::Delete if sends_body => Place::Body,
        Method::Get | Method::Head | Method::Options | Method::Trace | Method::Delete => {
            Place::Query
        }
        _ if in_url && !sends_body => Place::Query,
        _ => Place::Body,
    }
}

/// A name as templates and tables may differ in writing it.
pub(crate) fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn described(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A field's schema with its children, and with what its type's link leads to.
pub(crate) fn schema_of(field: &Field, atlas: &Atlas, document: &str) -> Schema {
    let mut schema = field.schema.clone();
    if let Some(target) = &field.type_link
        && let Some(linked) = atlas.type_at(target, document)
    {
        let open = schema.kinds.iter().all(|kind| *kind == Kind::Null);
        if open {
            for kind in linked.kinds.iter().rev() {
                if !schema.kinds.contains(kind) {
                    schema.kinds.insert(0, *kind);
                }
            }
            if schema.values.is_empty() {
                schema.values.clone_from(&linked.values);
            }
        }
    }
    if !field.children.is_empty() {
        let properties: Vec<_> = field
            .children
            .iter()
            .map(|child| Property {
                name: child.name.clone(),
                required: child.required.unwrap_or(false),
                deprecated: child.deprecated,
                schema: schema_of(child, atlas, document),
                description: described(&child.description),
                evidence: child.location.map(|location| Evidence {
                    document: document.to_owned(),
                    location,
                }),
                confidence: Some(sureness(child)),
            })
            .collect();
        let mut unique: Vec<Property> = Vec::new();
        let mut known = HashSet::new();
        for property in properties {
            if known.insert(property.name.clone()) {
                unique.push(property);
            }
        }
        if schema.allows(Kind::Array) {
            let inner = Schema {
                properties: unique,
                ..Schema::of(Kind::Object)
            };
            schema.items = Some(Box::new(inner));
        } else {
            if schema.kinds.is_empty() {
                schema.admit(Kind::Object);
            }
            if schema.allows(Kind::Object) {
                schema.properties = unique;
            }
        }
    }
    schema
}
