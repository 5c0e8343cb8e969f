package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How objects of a type are made, and copies of them.
@Tag("builtin-engine#AC-130")
class MakingReaderTest {
    private static final String FIELDS =
            """
                private final long id;
                private final String name;
                public long id() { return id; }
                public String name() { return name; }
            """;

    private static DomainType type(String code) {
        Sources sources =
                Sources.read(
                        JavaReader.ofRuntime(),
                        Map.of("src/main/java/a/Boat.java", "package a;\n\n" + code));
        return DomainType.of(sources.types().getFirst());
    }

    private static String made(DomainType type) {
        return type.making().code(Map.of("id", "7L", "name", "\"Ada\""));
    }

    private static String copied(DomainType type) {
        return type.copying(Set.of("name"))
                .map(copying -> copying.code("boat", Map.of("name", "\"Bea\"")))
                .orElse("none");
    }

    @Test
    void a_record_is_made_anew() {
        DomainType type = type("public record Boat(long id, String name) {}");

        assertThat(made(type)).isEqualTo("new Boat(7L, \"Ada\")");
        assertThat(copied(type)).isEqualTo("new Boat(boat.id(), \"Bea\")");
    }

    @Test
    void a_record_with_a_wither_is_copied_by_it() {
        DomainType type =
                type(
                        """
                        public record Boat(long id, String name) {
                            public Boat withName(String name) { return new Boat(id, name); }
                        }
                        """);

        assertThat(copied(type)).isEqualTo("boat.withName(\"Bea\")");
    }

    @Test
    void a_builder_that_is_written_by_hand_makes_objects_and_copies() {
        DomainType type =
                type(
                        """
                        public final class Boat {
                        %s
                            private Boat(Builder builder) { id = builder.id; name = builder.name; }
                            public static Builder builder() { return new Builder(); }
                            public Builder toBuilder() { return new Builder().withId(id).withName(name); }
                            public static final class Builder {
                                private long id;
                                private String name = "nameless";
                                public Builder withId(long id) { this.id = id; return this; }
                                public Builder withName(String name) { this.name = name; return this; }
                                public Boat build() { return new Boat(this); }
                            }
                        }
                        """
                                .formatted(FIELDS));

        assertThat(made(type)).isEqualTo("Boat.builder().withId(7L).withName(\"Ada\").build()");
        assertThat(type.making().code(Map.of("id", "7L")))
                .isEqualTo("Boat.builder().withId(7L).build()");
        assertThat(type.making().standard("name")).contains("\"nameless\"");
        assertThat(copied(type)).isEqualTo("boat.toBuilder().withName(\"Bea\").build()");
    }

    @Test
    void a_builder_takes_what_it_needs_first_and_begins_with_an_object_elsewhere() {
        DomainType type =
                type(
                        """
                        public final class Boat {
                        %s
                            private Boat(long id, String name) { this.id = id; this.name = name; }
                            public static Builder of(long id) { return new Builder(id); }
                            public static Builder from(Boat boat) { return new Builder(boat.id).name(boat.name); }
                            public static class Builder {
                                private final long id;
                                private String name;
                                Builder(long id) { this.id = id; }
                                public Builder name(String name) { this.name = name; return this; }
                                public Boat create() { return new Boat(id, name); }
                            }
                        }
                        """
                                .formatted(FIELDS));

        assertThat(made(type)).isEqualTo("Boat.of(7L).name(\"Ada\").create()");
        assertThat(copied(type)).isEqualTo("Boat.from(boat).name(\"Bea\").create()");
    }

    @Test
    void lomboks_builder_makes_objects_and_its_withers_copy_them() {
        DomainType type =
                type(
                        """
                        @Value
                        @Builder
                        public class Boat {
                            long id;
                            @With String name;
                        }
                        """);

        assertThat(made(type)).isEqualTo("Boat.builder().id(7L).name(\"Ada\").build()");
        assertThat(copied(type)).isEqualTo("boat.withName(\"Bea\")");
        assertThat(type.property("id").orElseThrow().read()).isEqualTo(".getId()");
    }

    @Test
    void lomboks_builder_copies_where_it_is_said_to() {
        DomainType type =
                type(
                        """
                        @Getter
                        @Builder(toBuilder = true)
                        @NoArgsConstructor(access = AccessLevel.PROTECTED)
                        @AllArgsConstructor
                        public class Boat {
                            private Long id;
                            @Builder.Default private String name = "nameless";
                        }
                        """);

        assertThat(type.isMadeEmpty()).isFalse();
        assertThat(type.making().standard("name")).contains("\"nameless\"");
        assertThat(copied(type)).isEqualTo("boat.toBuilder().name(\"Bea\").build()");
    }

    @Test
    void a_static_method_makes_what_no_open_constructor_does() {
        DomainType type =
                type(
                        """
                        public final class Boat {
                        %s
                            private Boat(long id, String name) { this.id = id; this.name = name; }
                            public static Boat launched(long id, String name) { return new Boat(id, name); }
                        }
                        """
                                .formatted(FIELDS));

        assertThat(made(type)).isEqualTo("Boat.launched(7L, \"Ada\")");
        assertThat(copied(type)).isEqualTo("Boat.launched(boat.id(), \"Bea\")");
    }

    @Test
    void what_a_copy_would_lose_keeps_it_from_being_made() {
        DomainType type =
                type(
                        """
                        public final class Boat {
                        %s
                            private final String secret;
                            private Boat(long id, String name, String secret) { this.id = id; this.name = name; this.secret = secret; }
                            public static Boat launched(long id, String name) { return new Boat(id, name, "x"); }
                        }
                        """
                                .formatted(FIELDS));

        assertThat(copied(type)).isEqualTo("none");
    }

    @Test
    void objects_that_code_builds_are_known_by_what_they_are_given() {
        Sources sources =
                Sources.read(
                        JavaReader.ofRuntime(),
                        Map.of(
                                "src/main/java/a/Boat.java",
                                """
                                package a;
                                @Value
                                @Builder(toBuilder = true)
                                public class Boat { long id; String name; }
                                """,
                                "src/main/java/a/Boats.java",
                                """
                                package a;
                                class Boats {
                                    void launch(String name) {
                                        save(Boat.builder()
                                                .id(next())
                                                .name(name.strip())
                                                .build());
                                        save(boat.toBuilder().name("x").build());
                                    }
                                }
                                """));
        DomainType boat = DomainType.of(sources.types().getFirst());

        assertThat(MadeObject.in(sources.types().getLast().type().methods().getFirst(), boat))
                .containsExactlyInAnyOrder(
                        new MadeObject(Map.of("id", "next()", "name", "name.strip()"), false),
                        new MadeObject(Map.of("name", "\"x\""), true));
    }
}
