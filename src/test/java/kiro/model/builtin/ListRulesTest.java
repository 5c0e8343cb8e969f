package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rows of a list's parameters say of it: bounds in words, pages, and how they lie to each other.
class ListRulesTest {
    private static final String SEED =
            """
            import java.time.LocalDate;

            public record Seed(long id, String name, int weight, LocalDate foundOn) {}
            """;

    private static final String STORE =
            """
            @Repository
            public class Seeds {
                private final Map<Long, Seed> all = new ConcurrentHashMap<>();
                public void save(Seed seed) { all.put(seed.id(), seed); }
                public Optional<Seed> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Seed> findAll() { return List.copyOf(all.values()); }
            }
            """;

    private static final String CONTROLLER =
            """
            @RestController
            @RequestMapping("/seeds")
            class SeedController {
                private final Seeds seeds;
                SeedController(Seeds seeds) { this.seeds = seeds; }
            }
            """;

    private static final String SPEC =
            """
            # Seed list

            ## Requirements

            - Endpoint: `GET /seeds`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            %s

            %s

            ## Acceptance Criteria

            %s
            """;

    private static final String PAGES =
            """
            | `page` | integer | no | page number, counted from 0, default 0 |
            | `size` | integer | no | seeds per page, 1 to %d, default 20 |

            The header `X-Total-Count` has the number of all seeds that match, on whatever page.

            No more than 50 seeds in one response.\
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String rows, String criteria)
            throws IOException, InterruptedException {
        return SmallProject.of()
                .type("Seed", SEED)
                .type("Seeds", STORE)
                .type("SeedController", CONTROLLER)
                .built(
                        folder,
                        "seed-list",
                        SPEC.formatted(
                                rows,
                                rows.contains("Response fields")
                                        ? ""
                                        : "Response fields: `id`, `name`, `weight`, `foundOn`",
                                criteria));
    }

    private String flat(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    @Tag("builtin-engine#AC-177")
    void words_on_a_bound_count_before_the_name_of_its_parameter()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        | `foundFrom` | date | no | seeds found after this day |
                        | `foundTo` | date | no | seeds found on this day or earlier |\
                        """,
                        "- [ ] AC-1: GET /seeds returns 200 and only seeds found after `foundFrom` when `foundFrom` is given");

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/main/java/a/SeedController.java"))
                .contains("seed.foundOn().compareTo(foundFrom) > 0")
                .contains("seed.foundOn().compareTo(foundTo) <= 0");
    }

    @Test
    @Tag("builtin-engine#AC-177")
    void a_limit_of_the_spec_cuts_no_page_and_is_counted_in_no_header()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(PAGES.formatted(50), "- [ ] AC-1: GET /seeds returns 400 when `size` is 51");

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/main/java/a/SeedController.java"))
                .contains("skip((long) query.page() * query.size()).limit(query.size())")
                .doesNotContain("limit(50)");
        assertThat(flat("src/test/java/a/SeedListTest.java")).contains("list(\"?size=51\")");
    }

    @Test
    @Tag("builtin-engine#AC-177")
    void a_page_that_can_have_more_than_the_limit_is_not_built()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(PAGES.formatted(80), "- [ ] AC-1: GET /seeds returns 400 when `size` is 81");

        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("there are at most 50 in one answer, and size can be more");
    }

    @Test
    @Tag("builtin-engine#AC-177")
    void what_is_cut_without_pages_cannot_say_how_many_there_are()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        | `name` | string | no | filters |

                        The header `X-Total-Count` has the number of all seeds that match.

                        No more than 50 seeds in one response.\
                        """,
                        "- [ ] AC-1: GET /seeds returns 200 and only the seeds with that `name` when `name` is given");

        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("there are at most 50 in one answer, which says how many there are");
    }

    @Test
    @Tag("builtin-engine#AC-178")
    void parameters_that_lie_to_each_other_as_they_must_not_are_refused()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        | `foundFrom` | date | no | seeds found on this day or later |
                        | `foundTo` | date | no | seeds found on this day or earlier; not before `foundFrom` |\
                        """,
                        "- [ ] AC-1: GET /seeds returns 400 when `foundTo` is before `foundFrom`");

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        assertThat(flat("src/main/java/a/SeedQuery.java"))
                .contains(
                        "if (foundTo != null && foundFrom != null && foundTo.isBefore(foundFrom)) {problems.add(\"foundTo must not be before foundFrom\");");
        assertThat(flat("src/test/java/a/SeedListTest.java"))
                .contains("list(\"?foundTo=2026-01-04&foundFrom=2026-01-05\")");
    }

    @Test
    @Tag("builtin-engine#AC-178")
    void the_same_value_is_sent_where_that_is_refused_too()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        | `minWeight` | integer | no | seeds with at least this weight |
                        | `maxWeight` | integer | no | seeds with at most this weight; must be greater than `minWeight` |\
                        """,
                        "- [ ] AC-1: GET /seeds returns 400 when `maxWeight` is less than `minWeight`");

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/main/java/a/SeedQuery.java")).contains("maxWeight <= minWeight");
        assertThat(flat("src/test/java/a/SeedListTest.java"))
                .contains("list(\"?maxWeight=29&minWeight=30\")")
                .contains("list(\"?maxWeight=30&minWeight=30\")");
    }

    private static final String SORT =
            "| `sort` | string | no | one of `name`, `weight` or `foundOn`, ascending; `name` when absent |";

    @Test
    @Tag("builtin-engine#AC-179")
    void a_list_is_sorted_by_the_property_that_its_caller_names()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        SORT,
                        """
                        - [ ] AC-1: GET /seeds returns the seeds with the lowest weight first when `sort` is `weight`
                        - [ ] AC-2: GET /seeds returns 200 and all seeds sorted by `name` when no parameter is given
                        - [ ] AC-3: GET /seeds returns 400 when `sort` is anything else\
                        """);

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        assertThat(flat("src/main/java/a/SeedController.java"))
                .containsSubsequence(
                        "switch (sort) {",
                        "case \"weight\" -> Comparator.comparing(Seed::weight);",
                        "case \"foundOn\" -> Comparator.comparing(Seed::foundOn",
                        "default -> Comparator.comparing(Seed::name);",
                        ".sorted(chosenOrder)");
        assertThat(flat("src/main/java/a/SeedQuery.java"))
                .contains("sort = sort == null ? \"name\" : sort;");
        assertThat(flat("src/test/java/a/SeedListTest.java"))
                .contains("list(\"?sort=weight\")")
                .contains("sorts_them_by_weight()")
                .contains("sorts_them_by_name()")
                .containsSubsequence(
                        "storedLastWeightSeed() {",
                        "\"Aa first\"",
                        "2",
                        "storedFirstWeightSeed() {")
                .containsSubsequence("storedFirstWeightSeed() {", "\"Bb second\"", "1");
    }

    @Test
    @Tag("builtin-engine#AC-179")
    void an_order_that_the_list_has_otherwise_is_named() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(SORT, "- [ ] AC-1: GET /seeds returns 200 and all seeds sorted by `weight`");

        assertThat(SmallProject.notes(loop))
                .anyMatch(note ->
                        note.contains(
                                "the spec sorts the list by weight, and by name where sort is not sent"));
    }

    @Test
    @Tag("builtin-engine#AC-180")
    void what_is_skipped_and_counted_is_compared_with_the_whole_list()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        | `limit` | integer | no | at most `limit` seeds, 1 to 50, 20 when absent |
                        | `offset` | integer | no | at least 0, default 0: how many seeds are skipped |

                        Response fields: `items`, `total`\
                        """,
                        """
                        - [ ] AC-1: GET /seeds returns at most `limit` seeds and skips the first `offset`
                        - [ ] AC-2: GET /seeds returns in `total` the number of all matches, also when `limit` cuts the list\
                        """);

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/test/java/a/SeedListTest.java"))
                .contains("list(\"?limit=2&offset=1\")")
                .contains("all.subList(1, 3)")
                .contains("list(\"?limit=2\")")
                .contains("jsonPath(\"$.total\").value(all.size())");
    }

    @Test
    @Tag("builtin-engine#AC-181")
    void what_a_uuid_selects_is_tested_beside_what_has_another()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of()
                        .type("Seed", SEED.replace("int weight", "java.util.UUID boxId"))
                        .type("Seeds", STORE)
                        .type("SeedController", CONTROLLER)
                        .built(
                                folder,
                                "seed-list",
                                SPEC.formatted(
                                        "| `boxId` | uuid | no | filters |",
                                        "Response fields: `id`, `boxId`",
                                        "- [ ] AC-1: GET /seeds returns 200 and only seeds of that box when `boxId` is given"));

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/test/java/a/SeedListTest.java"))
                .contains("UUID.fromString(\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\")")
                .contains("UUID.fromString(\"1b4e28ba-2fa1-41d2-883f-0016d3cca427\")")
                .contains("list(\"?boxId=6f9619ff-8b86-4d01-b42d-00cf4fc964ff\")");
    }
}
