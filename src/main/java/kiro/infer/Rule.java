package kiro.infer;

/// A rule that declared data has to follow.
///
/// @param type the type or schema that declares it
/// @param field the name that the request has for it
/// @param breach what a value does that breaks it, such as `is blank`
record Rule(String type, String field, String breach, Place place) {}
