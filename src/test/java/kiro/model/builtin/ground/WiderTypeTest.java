package kiro.model.builtin.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import kiro.code.JavaReader;
import kiro.model.builtin.ground.NewProperty.Role;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-93")
class WiderTypeTest {
    private static final String TALK =
            """
            package cfp;

            public record Talk(long id, String title) {

                Talk titled(String title) {
                    return new Talk(id, title);
                }
            }
            """;
    private static final NewProperty ROOM =
            new NewProperty(
                    "room", "String", Role.VALUE, true, OptionalInt.of(40), false, List.of());

    @Test
    void copies_keep_the_value_rows_are_read_and_new_objects_have_none() {
        WiderType wider =
                widened(
                        Map.of(
                                "src/main/java/cfp/Talk.java",
                                TALK,
                                "src/main/java/cfp/Talks.java",
                                """
                                package cfp;
                                class Talks {
                                    Talk fresh(String title) {
                                        return new Talk(0, title);
                                    }
                                    Talk shouted(Talk talk) {
                                        return new Talk(talk.id(), talk.title().toUpperCase());
                                    }
                                    Talk read(java.sql.ResultSet rs) throws java.sql.SQLException {
                                        return new Talk(rs.getLong("id"), rs.getString("title"));
                                    }
                                }
                                """));

        assertThat(wider.reasons()).isEmpty();
        assertThat(wider.files().get("src/main/java/cfp/Talk.java"))
                .contains("public record Talk(long id, String title, String room) {")
                .contains("return new Talk(id, title, room);")
                .doesNotContain("this(");
        assertThat(wider.files().get("src/main/java/cfp/Talks.java"))
                .contains("new Talk(0, title, null)")
                .contains("new Talk(talk.id(), talk.title().toUpperCase(), talk.room())")
                .contains(
                        "new Talk(rs.getLong(\"id\"), rs.getString(\"title\"), rs.getString(\"room\"))");
    }

    @Test
    @Tag("builtin-engine#AC-94")
    void tests_that_make_a_record_can_go_on_doing_so() {
        WiderType wider =
                widened(
                        Map.of(
                                "src/main/java/cfp/Talk.java",
                                TALK,
                                "src/test/java/cfp/TalkTest.java",
                                """
                                package cfp;
                                class TalkTest {
                                    void made() {
                                        new Talk(1, "Loom");
                                    }
                                }
                                """));

        assertThat(wider.files()).containsOnlyKeys("src/main/java/cfp/Talk.java");
        assertThat(wider.files().get("src/main/java/cfp/Talk.java"))
                .contains(
                        """
                            public Talk(long id, String title) {
                                this(id, title, null);
                            }

                            Talk titled(\
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-94")
    void a_record_that_is_taken_apart_stays_as_it_is() {
        WiderType wider =
                widened(
                        Map.of(
                                "src/main/java/cfp/Talk.java",
                                TALK,
                                "src/main/java/cfp/Texts.java",
                                """
                                package cfp;
                                class Texts {
                                    String of(Object o) {
                                        return o instanceof Talk(long id, String title) ? title : "";
                                    }
                                }
                                """));

        assertThat(wider.files()).isEmpty();
        assertThat(wider.reasons())
                .containsExactly(
                        "Talk is made or taken apart in ways to which a value cannot be added");
    }

    @Test
    void a_bean_gets_a_field_behind_the_others_and_accessors_behind_theirs() {
        WiderType wider =
                widened(
                        Map.of(
                                "src/main/java/cfp/Talk.java",
                                """
                                package cfp;

                                public class Talk {
                                    private Long id;

                                    public Long getId() {
                                        return id;
                                    }

                                    public boolean isNew() {
                                        return id == null;
                                    }

                                    private void check() {}
                                }
                                """));

        assertThat(wider.files().get("src/main/java/cfp/Talk.java"))
                .isEqualTo(
                        """
                        package cfp;

                        public class Talk {
                            private Long id;

                            private String room;

                            public Long getId() {
                                return id;
                            }

                            public boolean isNew() {
                                return id == null;
                            }

                            public String getRoom() {
                                return room;
                            }

                            public void setRoom(String room) {
                                this.room = room;
                            }

                            private void check() {}
                        }
                        """);
    }

    private static WiderType widened(Map<String, String> sources) {
        var reader = JavaReader.ofRuntime();
        SpringProject project = SpringProject.read(reader, "pom.xml", new TreeMap<>(sources));
        return project.sources().types().stream()
                .filter(type -> type.name().equals("Talk"))
                .map(type ->
                        new WiderType(
                                reader,
                                project.sources(),
                                project.style(),
                                DomainType.of(type),
                                List.of(ROOM)))
                .findFirst()
                .orElseThrow();
    }
}
