package kiro.model.builtin.talk;

import java.util.Set;

/// Where what a test class needs is noted down.
///
/// @param types qualified names
/// @param statics qualified names of static members
public record Imports(Set<String> types, Set<String> statics) {
    void type(String qualified) {
        types.add(qualified);
    }

    void statics(String owner, String member) {
        statics.add(owner + "." + member);
    }

    void assertions() {
        statics("org.assertj.core.api.Assertions", "assertThat");
    }
}
