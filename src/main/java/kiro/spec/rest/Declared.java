package kiro.spec.rest;

/// A field that a spec lists, with where it says that the field stands.
record Declared(Place place, Field field, Sentence origin) {}
