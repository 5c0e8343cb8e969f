package kiro.model.builtin.store;

import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;

/// What a store is asked for: whether there is an object with a value.
///
/// @param ignoresCase whether texts that differ in capitals are the same
/// @param exceptOne whether one object does not count, whose id is given
public record Sought(Property by, boolean ignoresCase, boolean exceptOne) {
    /// What a method is called that answers this, as Spring Data reads such names.
    public String method(DomainType resource) {
        return "existsBy"
                + Words.upper(by.name())
                + (ignoresCase ? "IgnoreCase" : "")
                + (exceptOne
                        ? "And" + Words.upper(resource.ownId().orElseThrow().name()) + "Not"
                        : "");
    }
}
