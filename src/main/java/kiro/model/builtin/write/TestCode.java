package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kiro.model.builtin.talk.Imports;

/// A test class as it grows: what its cases need from it.
final class TestCode {
    final TreeSet<String> imports = new TreeSet<>();
    final TreeSet<String> statics = new TreeSet<>();
    final TreeSet<String> annotations = new TreeSet<>();

    /// Constants by name.
    final Map<String, String> constants = new LinkedHashMap<>();

    /// Injected fields, types by name.
    final Map<String, String> beans = new LinkedHashMap<>();

    final Map<String, String> fields = new LinkedHashMap<>();
    final List<String> before = new ArrayList<>();
    final List<String> after = new ArrayList<>();

    /// Methods that the cases call, code by name.
    final Map<String, String> helpers = new LinkedHashMap<>();

    void bean(String name, String type, String qualified) {
        beans.put(name, type);
        imports.add(qualified);
    }

    /// Where the test client's words note down what they need.
    Imports wants() {
        return new Imports(imports, statics);
    }

    void assertThat() {
        statics.add("org.assertj.core.api.Assertions.assertThat");
    }
}
