package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TestStyle;
import kiro.model.builtin.talk.Talk;
import kiro.spec.CriterionRef;
import kiro.spec.SpecName;

/// Puts the tests of a spec into a class of their own.
final class TestWriter {
    private final Workshop workshop;
    private final SpringProject project;

    TestWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// A test, and the criterion that it proves.
    record Proof(CriterionRef criterion, Case test) {}

    /// @param neighbour the type beside which the tests belong
    void write(SpecName spec, ProjectType neighbour, TestCode code, Talk talk, List<Proof> proofs) {
        String packageName = neighbour.packageName();
        String folder = Workshop.folder(neighbour).replace("src/main/", "src/test/");
        String name = free(folder, Names.upper(Names.camel(spec.value())));
        client(code, talk);
        code.imports.add("org.junit.jupiter.api.Test");
        code.imports.addAll(project.tests().imports());
        code.statics.addAll(project.tests().statics());
        inherit(code);
        var text = new StringBuilder();
        List<String> shared =
                project.tests().annotations().stream()
                        .filter(one ->
                                !isOfContext(one)
                                        || code.annotations.stream()
                                                .noneMatch(TestWriter::isOfContext))
                        .toList();
        shared.forEach(one -> text.append(imported(one, code)).append('\n'));
        code.annotations.stream()
                .filter(one ->
                        shared.stream()
                                .noneMatch(
                                        other -> other.split("\\(")[0].equals(one.split("\\(")[0])))
                .forEach(one -> text.append(one).append('\n'));
        String base = project.tests().base().map(type -> " extends " + type.name()).orElse("");
        text.append("class ").append(name).append(base).append(" {\n\n");
        members(code, talk, text);
        methods(code, proofs, text);
        text.append("}\n");
        String body = CodeFormat.wrap(text.toString());
        workshop.draft()
                .create(folder + name + ".java", Part.TESTS, header(packageName, code) + body);
    }

    /// When the application goes, what a class stores tells, and not what another one does.
    private static boolean isOfContext(String annotation) {
        return annotation.startsWith("@DirtiesContext");
    }

    /// What the project's tests import, with what this class imports beside it.
    private static String imported(String annotation, TestCode code) {
        String own =
                code.annotations.stream()
                        .filter(one -> one.startsWith("@Import("))
                        .map(one -> one.substring("@Import(".length(), one.length() - 1))
                        .findFirst()
                        .orElse("");
        boolean isJoined = annotation.startsWith("@Import(") && !own.isEmpty();
        return isJoined
                ? annotation
                        .replaceFirst("\\(\\s*\\{?", "({")
                        .replaceFirst("\\s*}?\\s*\\)$", ", " + own + "})")
                : annotation;
    }

    /// Notes down what the class needs to have its client.
    private void client(TestCode code, Talk talk) {
        TestStyle.Access access = project.tests().head().access();
        if (access instanceof TestStyle.Access.Bound) {
            code.imports.add("org.springframework.boot.test.web.server.LocalServerPort");
            code.before.addFirst(
                    "%s = %s.bindToServer().baseUrl(\"http://localhost:\" + port).build();"
                            .formatted(talk.field(), talk.type()));
        }
        boolean isNamed =
                !(access instanceof TestStyle.Access.Inherited)
                        || code.helpers.values().stream()
                                .anyMatch(helper -> helper.contains(talk.type() + "."));
        if (isNamed) {
            code.imports.add(talk.qualifiedType());
        }
        if (access instanceof TestStyle.Access.Injected || !code.beans.isEmpty()) {
            code.imports.add("org.springframework.beans.factory.annotation.Autowired");
        }
    }

    private String free(String folder, String base) {
        for (String ending : List.of("Test", "CriteriaTest", "EndpointTest")) {
            if (!workshop.draft().exists(folder + base + ending + ".java")) {
                return base + ending;
            }
        }
        int number = 2;
        while (workshop.draft().exists(folder + base + number + "Test.java")) {
            number++;
        }
        return base + number + "Test";
    }

    private static String header(String packageName, TestCode code) {
        var text = new StringBuilder("package ").append(packageName).append(";\n\n");
        uncovered(code.statics)
                .forEach(one -> text.append("import static ").append(one).append(";\n"));
        text.append(code.statics.isEmpty() ? "" : "\n");
        boolean isClear = code.imports.stream().filter(one -> one.endsWith(".*")).count() == 1;
        (isClear ? uncovered(code.imports) : code.imports.stream())
                .filter(one -> !one.substring(0, one.lastIndexOf('.')).equals(packageName))
                .forEach(one -> text.append("import ").append(one).append(";\n"));
        return text.append('\n').toString();
    }

    /// The imports without those that one for all of the same class or package has.
    private static Stream<String> uncovered(Set<String> imports) {
        return imports.stream()
                .filter(one ->
                        one.endsWith(".*")
                                || !imports.contains(
                                        one.substring(0, one.lastIndexOf('.')) + ".*"));
    }

    private void members(TestCode code, Talk talk, StringBuilder text) {
        if (!code.constants.isEmpty()) {
            code.constants.forEach((name, value) -> text.append(constant(name, value)));
            text.append('\n');
        }
        switch (project.tests().head().access()) {
            case TestStyle.Access.Injected _ ->
                    text.append(
                            "    @Autowired private %s %s;\n".formatted(talk.type(), talk.field()));
            case TestStyle.Access.Bound _ -> {
                text.append("    @LocalServerPort private int port;\n");
                code.fields.put(talk.field(), talk.type());
            }
            case TestStyle.Access.Inherited _ -> {
                // The base class has it.
            }
        }
        code.beans.entrySet().removeIf(bean -> isInherited(bean.getKey(), bean.getValue()));
        code.beans.forEach((name, type) ->
                text.append("    @Autowired private ")
                        .append(type)
                        .append(' ')
                        .append(name)
                        .append(";\n"));
        text.append('\n');
        if (!code.fields.isEmpty()) {
            code.fields.forEach((name, type) ->
                    text.append("    private ")
                            .append(type)
                            .append(' ')
                            .append(name)
                            .append(";\n"));
            text.append('\n');
        }
    }

    /// Leaves to the class that the tests extend what it does already.
    private void inherit(TestCode code) {
        boolean isRolledBack =
                project.tests()
                        .base()
                        .filter(base -> base.type().isAnnotated("Transactional"))
                        .isPresent();
        if (isRolledBack) {
            code.annotations.remove("@Transactional");
            code.imports.remove("org.springframework.transaction.annotation.Transactional");
        }
    }

    /// Whether the class that the tests extend has such a thing already.
    private boolean isInherited(String name, String type) {
        return project.tests()
                .base()
                .flatMap(base -> base.type().field(name))
                .filter(field -> !field.is("private") && field.type().equals(type))
                .isPresent();
    }

    private static String constant(String name, String value) {
        String type = name.equals("WINDOW") ? "Duration" : "String";
        String head = "    private static final " + type + " " + name + " =";
        return value.startsWith("\"\"\"")
                ? head + "\n" + indented(value, 12) + ";\n"
                : head + " " + value + ";\n";
    }

    private static String indented(String text, int spaces) {
        return text.indent(spaces).stripTrailing();
    }

    private void methods(TestCode code, List<Proof> proofs, StringBuilder text) {
        var methods = new ArrayList<String>();
        if (!code.before.isEmpty()) {
            code.imports.add("org.junit.jupiter.api.BeforeEach");
            methods.add(method("@BeforeEach", name("start anew", Set.of()), code.before, false));
        }
        if (!code.after.isEmpty()) {
            code.imports.add("org.junit.jupiter.api.AfterEach");
            methods.add(
                    method("@AfterEach", name("put everything back", Set.of()), code.after, false));
        }
        var taken = new LinkedHashSet<String>();
        for (Proof proof : proofs) {
            String name = name(proof.test().name(), taken);
            taken.add(name);
            String marks = marks(proof.criterion(), code);
            String mark = code.marks.get(proof.test().name());
            methods.add(
                    method(
                            mark == null ? marks : marks + "\n" + mark,
                            name,
                            proof.test().lines(),
                            true));
        }
        code.helpers.values().forEach(helper -> methods.add(indented(helper, 4)));
        text.append(String.join("\n\n", methods)).append('\n');
    }

    /// How the project's tests carry the ids of criteria.
    private String marks(CriterionRef criterion, TestCode code) {
        return switch (project.tests().naming()) {
            case TAG -> {
                code.imports.add("org.junit.jupiter.api.Tag");
                yield "@Test\n@Tag(\"" + criterion + "\")";
            }
            case DISPLAY_NAME -> {
                code.imports.add("org.junit.jupiter.api.DisplayName");
                yield "@Test\n@DisplayName(\"" + criterion + "\")";
            }
            case COMMENT -> "// " + criterion + "\n@Test";
        };
    }

    private static String method(String marks, String name, List<String> lines, boolean throwing) {
        var text = new StringBuilder(marks).append('\n');
        text.append("void ").append(name).append(throwing ? "() throws Exception {\n" : "() {\n");
        lines.forEach(line -> text.append(indented(line, 4)).append('\n'));
        return indented(text.append('}').toString(), 4);
    }

    private String name(String words, Set<String> taken) {
        String plain = words.replaceAll("[^A-Za-z0-9]+", " ").strip().toLowerCase(Locale.ROOT);
        String name =
                project.tests().isSnakeCase() || project.tests().sample().isEmpty()
                        ? plain.replace(' ', '_')
                        : Names.camel(plain);
        String start = Character.isDigit(name.charAt(0)) ? "request" + Names.upper(name) : name;
        String free = start;
        for (int number = 2; taken.contains(free); number++) {
            free = start + (start.contains("_") ? "_" : "") + number;
        }
        return free;
    }

    /// Whether tests of whole requests can be written at all.
    boolean isPossible() {
        return project.tests().isPossible();
    }
}
