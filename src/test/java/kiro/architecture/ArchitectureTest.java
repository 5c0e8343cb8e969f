package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import kiro.text.TextDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    @TempDir private Path folder;

    @Test
    @Tag("frame#AC-9")
    void imports_go_down_and_the_world_comes_in_by_constructor() throws URISyntaxException {
        Path classes =
                Path.of(
                        TextDocument.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());

        assertThat(ImportRules.violations(CompiledClass.below(classes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spec, agent, words, loop",
        "spec, steering, words, words",
        "model, tool, words, words",
        "text, finding, ground, ground",
        "workspace, spec, ground, words",
        "model.builtin, agent, adapters, loop",
        "model.builtin, model.scripted, adapters, adapters",
        "agent, model.builtin, loop, adapters",
        "cli, tool.builtin, faces, adapters",
        "session, agent, loop, loop",
        "sync, infer, jobs, jobs",
    })
    @Tag("frame#AC-9")
    void an_import_that_the_table_does_not_have_is_named_with_both_floors(
            String from, String to, String fromFloor, String toFloor) throws Exception {
        var sample =
                new Sample(folder)
                        .with("kiro." + to + ".Target", "public class Target {}")
                        .with("kiro." + from + ".User", "class User { kiro." + to + ".Target t; }");

        assertThat(ImportRules.violations(sample.compiled()))
                .singleElement()
                .asString()
                .startsWith(
                        "kiro.%s.User (%s) imports kiro.%s.Target (%s), but kiro.%s may import only"
                                .formatted(from, fromFloor, to, toFloor, from));
    }

    @ParameterizedTest
    @CsvSource({
        "tool, edit",
        "tool, model",
        "agent, session",
        "plan, tool",
        "spec.rest, spec",
        "spec, spec.rest",
        "finding, text",
        "cli, agent",
        "model.builtin, spec.rest",
        "model.builtin.java, model.builtin",
    })
    @Tag("frame#AC-9")
    void an_import_that_the_table_has_is_let_through(String from, String to) throws Exception {
        var sample =
                new Sample(folder)
                        .with("kiro." + to + ".Target", "public class Target {}")
                        .with("kiro." + from + ".User", "class User { kiro." + to + ".Target t; }");

        assertThat(ImportRules.violations(sample.compiled())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class User { java.util.List<kiro.agent.Target> t; }",
                "class User { void f(kiro.agent.Target t) {} }",
                "class User { Object f() { return kiro.agent.Target.class; } }",
                "class User { Object f(Object o) { return o instanceof kiro.agent.Target[]; } }",
                "@kiro.agent.Mark class User {}",
                "record User(java.util.Map<String, ? extends kiro.agent.Target> t) {}",
                "class User { void f() throws kiro.agent.Fault {} }",
                "class User { Runnable f() { return kiro.agent.Target::go; } }",
            })
    @Tag("frame#AC-9")
    void every_way_to_refer_to_a_class_is_an_import(String user) throws Exception {
        var sample =
                new Sample(folder)
                        .with(
                                "kiro.agent.Target",
                                "public class Target { public static void go() {} }")
                        .with("kiro.agent.Fault", "public class Fault extends Exception {}")
                        .with("kiro.agent.Mark", "public @interface Mark {}")
                        .with("kiro.spec.User", user);

        assertThat(ImportRules.violations(sample.compiled()))
                .isNotEmpty()
                .allMatch(violation ->
                        violation.startsWith("kiro.spec.User (words) imports kiro.agent."));
    }

    @Test
    @Tag("frame#AC-9")
    void nobody_imports_the_root() throws Exception {
        var sample =
                new Sample(folder)
                        .with("kiro.Target", "public class Target {}")
                        .with("kiro.cli.User", "class User { kiro.Target t; }");

        assertThat(ImportRules.violations(sample.compiled()))
                .singleElement()
                .asString()
                .startsWith("kiro.cli.User (faces) imports kiro.Target (root)");
    }

    @Test
    @Tag("frame#AC-9")
    void a_package_that_the_table_does_not_have_is_named() throws Exception {
        var sample = new Sample(folder).with("kiro.helper.User", "class User {}");

        assertThat(ImportRules.violations(sample.compiled()))
                .containsExactly(
                        "kiro.helper.User is in a package that no floor of the table has: kiro.helper");
    }

    @ParameterizedTest
    @CsvSource({
        "System.out.println(), java.lang.System.out",
        "System.getenv(), java.lang.System.getenv",
        "System.exit(1), java.lang.System.exit",
        "java.time.Instant.now(), java.time.Instant.now",
    })
    @Tag("frame#AC-9")
    void the_world_is_not_taken_by_a_static_call(String call, String member) throws Exception {
        String text = " { Runnable r = () -> { %s; }; }".formatted(call);
        var sample =
                new Sample(folder)
                        .with("kiro.spec.User", "class User" + text)
                        .with("kiro.Main", "class Main" + text)
                        .with("kiro.cli.Console", "class Console { class Inner" + text + "}");

        assertThat(ImportRules.violations(sample.compiled()))
                .singleElement()
                .asString()
                .startsWith("kiro.spec.User uses " + member + ": take ");
    }
}
