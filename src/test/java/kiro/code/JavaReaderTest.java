package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JavaReaderTest {
    private final JavaReader reader = JavaReader.ofRuntime();

    private JavaFile file(String text) {
        return switch (reader.read("src/Thing.java", text)) {
            case JavaReading.Whole whole -> whole.file();
            case JavaReading.Broken broken -> throw new AssertionError(broken.toString());
        };
    }

    private JavaType type(String text) {
        return file(text).mainType().orElseThrow();
    }

    @Test
    void a_controller_is_read_with_its_annotations_fields_and_methods() {
        JavaType type =
                type(
                        """
                        package a.b;

                        import org.springframework.web.bind.annotation.*;

                        /** Has { braces } in its comment. */
                        @RestController
                        @RequestMapping(path = {"/users"}, produces = "x")
                        public class Thing extends Base<String> implements One, Two {
                            private static final String NAME = "n";
                            private final Users users;

                            Thing(Users users) {
                                this.users = users;
                            }

                            @GetMapping("/{id}")
                            public Optional<User> one(@PathVariable("id") long id) {
                                return users.find(id).map(u -> new User(u.id(), "x"));
                            }
                        }
                        """);

        assertThat(type.kind()).isEqualTo(JavaType.Kind.CLASS);
        assertThat(type.supertypes()).containsExactly("Base<String>", "One", "Two");
        assertThat(type.annotation("RequestMapping").orElseThrow().arguments())
                .containsExactlyEntriesOf(orderedMap("path", "{\"/users\"}", "produces", "\"x\""));
        assertThat(type.field("NAME").orElseThrow().initializer()).contains("\"n\"");
        assertThat(type.field("users").orElseThrow().modifiers())
                .isEqualTo(Set.of("private", "final"));
        assertThat(type.constructors()).hasSize(1);
        JavaMethod one = type.method("one").orElseThrow();
        assertThat(one.returnType()).isEqualTo("Optional<User>");
        assertThat(one.annotation("GetMapping").orElseThrow().argument("value"))
                .contains("\"/{id}\"");
        assertThat(one.parameters().getFirst().annotation("PathVariable")).isPresent();
        assertThat(one.calls().stream().map(JavaCall::name)).containsExactly("map", "find", "id");
        assertThat(one.creations().getFirst().arguments()).containsExactly("u.id()", "\"x\"");
    }

    @Test
    void a_record_has_components_and_a_body() {
        String text =
                """
                record Thing(@Size(max = 3) @Pattern(regexp = "a{2})(") String name, long id) {
                    static final int X = 1;
                    Thing {
                        name = name.strip();
                    }
                }
                """;
        JavaFile file = file(text);
        JavaType type = file.mainType().orElseThrow();

        assertThat(type.components().stream().map(JavaParameter::name))
                .containsExactly("name", "id");
        assertThat(type.fields().stream().map(JavaField::name)).containsExactly("X");
        assertThat(type.body().of(text)).startsWith("\n    static").endsWith("}\n");
    }

    @Test
    void a_record_with_an_empty_body_has_no_constructor() {
        JavaType type = type("public record Thing(String name) implements Named {}\n");

        assertThat(type.constructors()).isEmpty();
        assertThat(type.body().start()).isEqualTo(type.body().end());
    }

    @Test
    void an_enum_has_its_constants() {
        JavaType type =
                type(
                        """
                        enum Thing { OPEN, @Old DONE(1) { };
                            private static final Thing FIRST = OPEN;
                            private int rank; }
                        """);

        assertThat(type.constants()).containsExactly("OPEN", "DONE");
        assertThat(type.fields().stream().map(JavaField::name)).containsExactly("FIRST", "rank");
    }

    @Test
    void an_interface_method_has_no_body() {
        JavaType type = type("interface Thing { Optional<User> find(long id); }");

        assertThat(type.kind()).isEqualTo(JavaType.Kind.INTERFACE);
        assertThat(type.method("find").orElseThrow().body()).isEqualTo(Optional.empty());
    }

    @Test
    void a_text_that_is_not_java_is_broken_with_its_line() {
        assertThat(reader.read("A.java", "class A {\n  void x( {\n}\n"))
                .isInstanceOfSatisfying(
                        JavaReading.Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
    }

    @Test
    void an_empty_file_has_no_types() {
        assertThat(file("").types()).isEqualTo(List.of());
    }

    @Test
    void a_runtime_without_a_parser_says_what_to_do() {
        assertThat(JavaReader.withoutParser().read("A.java", "class A {}"))
                .isEqualTo(new JavaReading.Broken("A.java", 1, JavaReader.NO_PARSER));
    }

    private static java.util.SequencedMap<String, String> orderedMap(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
