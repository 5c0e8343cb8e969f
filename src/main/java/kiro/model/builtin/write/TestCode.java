package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.talk.Imports;
import kiro.model.builtin.talk.Talk;
import kiro.model.builtin.talk.Talks;

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

    /// What the objects are made with that the helpers store: expressions by property, by helper.
    final Map<String, Map<String, String>> made = new HashMap<>();

    /// Annotations of single tests, by the names of their cases.
    final Map<String, String> marks = new HashMap<>();

    void bean(String name, String type, String qualified) {
        beans.put(name, type);
        imports.add(qualified);
    }

    private final Talk talk;

    TestCode(SpringProject project) {
        this.talk =
                Talks.of(project.tests(), project.pom().bootMajor(), new Imports(imports, statics));
        talk.shared().forEach(one -> helpers.put(one.name(), one.code()));
    }

    /// The words of the project's test client, which note down here what they need.
    Talk talk() {
        return talk;
    }

    void assertThat() {
        statics.add("org.assertj.core.api.Assertions.assertThat");
    }
}
