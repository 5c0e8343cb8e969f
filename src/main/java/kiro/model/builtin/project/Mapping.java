package kiro.model.builtin.project;

import kiro.code.JavaMethod;
import kiro.spec.rest.Route;

/// A method of a controller that answers a route.
public record Mapping(Route route, JavaMethod method) {}
