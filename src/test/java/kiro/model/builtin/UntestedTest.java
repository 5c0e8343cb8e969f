package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be tested is named: a criterion whose own sentence asks for it stays open.
class UntestedTest {
    private static final String SPEC =
            """
            # Badge create

            ## Requirements

            - Endpoint: `POST /badges`
            - Authentication: %s

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `label` | string | yes | %s |
            | `level` | integer | yes | 1 to 5 |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `label` | string | what stands on it |
            | `level` | integer | how high it is |

            ## Acceptance Criteria

            - [ ] AC-1: POST /badges returns 201 and the badge when the body is valid
            - [ ] AC-2: POST /badges returns 400 when %s
            """;

    @TempDir private Path folder;

    private static SmallProject project() {
        return SmallProject.of("validation")
                .type("Badge", "public record Badge(long id, String label, int level) {}")
                .type(
                        "BadgeController",
                        """
                        @RestController
                        @RequestMapping("/badges")
                        class BadgeController {
                            private final Badges badges;
                            BadgeController(Badges badges) { this.badges = badges; }
                        }
                        """);
    }

    private static SmallProject listing() {
        return project()
                .type(
                        "Badges",
                        """
                        @Repository
                        public class Badges {
                            private final Map<Long, Badge> all = new ConcurrentHashMap<>();
                            private final AtomicLong last = new AtomicLong();
                            public long nextId() { return last.incrementAndGet(); }
                            public void save(Badge badge) { all.put(badge.id(), badge); }
                            public Optional<Badge> findById(long id) { return Optional.ofNullable(all.get(id)); }
                            public List<Badge> findAll() { return List.copyOf(all.values()); }
                        }
                        """);
    }

    private String tests() throws IOException {
        return Files.readString(folder.resolve("src/test/java/a/BadgeCreateTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-99")
    void what_a_test_cannot_see_of_an_effect_is_named_beside_the_criterion()
            throws IOException, InterruptedException {
        SmallProject project =
                project()
                        .type(
                                "Badges",
                                """
                                @Repository
                                public class Badges {
                                    private final Map<Long, Badge> all = new ConcurrentHashMap<>();
                                    private final AtomicLong last = new AtomicLong();
                                    public long nextId() { return last.incrementAndGet(); }
                                    public void save(Badge badge) { all.put(badge.id(), badge); }
                                }
                                """);

        LoopStandIn loop =
                project.built(
                        folder,
                        "badge-create",
                        SPEC.formatted("none", "at most 20 characters", "`level` is 6"));

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop))
                .contains(
                        "AC-1: not tested beside what the sentence says: that what is sent is stored: what is stored cannot be read from a test",
                        "AC-2: not tested beside what the sentence says: that a refused request changes nothing: what is stored cannot be read from a test");
        assertThat(loop.lastWords()).contains("AC-1: not tested beside what the sentence says");
        assertThat(tests()).contains("#AC-1", "#AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-99")
    void a_rule_that_no_value_is_known_to_break_leaves_open_what_is_about_all_rules()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                listing()
                        .built(
                                folder,
                                "badge-create",
                                SPEC.formatted("none", "matches `.+`", "the body is invalid"));

        assertThat(SmallProject.notes(loop))
                .anyMatch(note ->
                        note.startsWith("AC-2:")
                                && note.contains(
                                        "stays open: no value is known that breaks a rule of label (.+)"));
        assertThat(tests()).contains("#AC-1").doesNotContain("#AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-99")
    void each_rule_is_broken_alone_where_the_answer_does_not_name_the_fields()
            throws IOException, InterruptedException {
        listing()
                .built(
                        folder,
                        "badge-create",
                        SPEC.formatted("none", "2 to 20 characters", "the body is invalid"));

        assertThat(tests())
                .contains(
                        "with_invalid_fields_is_refused",
                        "with_label_too_long_is_refused",
                        "with_label_too_short_is_refused",
                        "without_label_is_refused",
                        "with_level_too_small_is_refused",
                        "with_level_too_large_is_refused",
                        "without_level_is_refused");
    }
}
