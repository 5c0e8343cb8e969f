package kiro.model.builtin.write;

import java.util.List;
import kiro.model.builtin.project.Property;

/// A state that objects of the domain can be in.
///
/// @param property the property that tells it
/// @param test whether an object is in it, as code with `%s` for the object
/// @param value the expression that brings an object into it; empty where that is a point in time
/// @param other the expression that takes an object out of it; empty where that is not evident
/// @param imports what these expressions need
record StateOf(Property property, String test, String value, String other, List<String> imports) {
    StateOf {
        imports = List.copyOf(imports);
    }

    String testOf(String object) {
        return test.formatted(object);
    }

    boolean isTime() {
        return value.isEmpty();
    }
}
