package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests of lists in which nothing is.
class EmptyListsTest {
    private static final String SPEC =
            """
            # Horn list

            ## Requirements

            - Endpoint: `GET /horns`
            - Authentication: none

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `name` | string | what it is called |

            ## Acceptance Criteria

            - [ ] AC-1: GET /horns returns 200 and an empty list when there are no horns
            """;

    private static final String STORE =
            """
            @Repository
            public class Horns {
                private final Map<Long, Horn> all = new ConcurrentHashMap<>();
                %s
                public void save(Horn horn) { all.put(horn.id(), horn); }
                public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Horn> findAll() { return List.copyOf(all.values()); }
            }
            """;

    private static final String ENTITY =
            """
            @Entity
            public class %1$s {
                @Id @GeneratedValue private Long id;
                private String name;
                %2$s
                public Long getId() { return id; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                %3$s
            }
            """;

    @TempDir private Path folder;

    private static SmallProject project(String store) {
        return SmallProject.of("data-jpa")
                .type(
                        "HornController",
                        """
                        @RestController
                        @RequestMapping("/horns")
                        class HornController {
                            private final %1$s horns;
                            HornController(%1$s horns) { this.horns = horns; }
                        }
                        """
                                .formatted(store));
    }

    private static SmallProject memory(String more) {
        return project("Horns")
                .type("Horn", "public record Horn(long id, String name) {}")
                .type("Horns", STORE.formatted(more));
    }

    private static SmallProject entities() {
        return project("HornRepository")
                .type("Horn", ENTITY.formatted("Horn", "", ""))
                .type(
                        "HornRepository",
                        "public interface HornRepository extends JpaRepository<Horn, Long> {}")
                .type(
                        "Loan",
                        ENTITY.formatted(
                                "Loan",
                                "@ManyToOne private Horn horn;",
                                "public Horn getHorn() { return horn; }"));
    }

    private LoopStandIn built(SmallProject project) throws IOException, InterruptedException {
        return project.built(folder, "horn-list", SPEC);
    }

    private String tests(SmallProject project) throws IOException, InterruptedException {
        LoopStandIn loop = built(project);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/a/HornListTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void delete_what_refers_to_it_before() throws IOException, InterruptedException {
        String tests =
                tests(
                        entities()
                                .type(
                                        "LoanRepository",
                                        "public interface LoanRepository extends JpaRepository<Loan, Long> {}"));

        assertThat(tests.indexOf("loans.deleteAll();"))
                .isPositive()
                .isLessThan(tests.indexOf("horns.deleteAll();"));
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void stay_open_where_what_refers_to_it_cannot_be_reached()
            throws IOException, InterruptedException {
        assertThat(built(entities()).problem()).contains("AC-1", "whether nothing is there");
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void delete_the_rows_of_tables_that_refer_to_it_before()
            throws IOException, InterruptedException {
        String tests =
                tests(
                        entities()
                                .file(
                                        "src/main/resources/schema.sql",
                                        """
                                        create table horn (id bigint primary key, name varchar(9));
                                        create table loan (id bigint primary key, horn_id bigint references horn);
                                        create table fine (id bigint primary key, loan_id bigint references loan);
                                        """));

        assertThat(tests)
                .containsSubsequence(
                        "delete from fine", "delete from loan", "delete from horn", "list()");
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void begin_anew_where_nothing_is_there_at_the_start() throws IOException, InterruptedException {
        assertThat(tests(memory(""))).contains("MethodMode.BEFORE_METHOD", "isEmpty()");
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void delete_one_after_the_other_where_the_store_can() throws IOException, InterruptedException {
        assertThat(tests(memory("public void discard(long id) { all.remove(id); }")))
                .contains("List.copyOf(horns.findAll()).forEach(one -> horns.discard(one.id()));");
    }

    @Test
    @Tag("builtin-engine#AC-103")
    void stay_open_where_a_store_fills_itself() throws IOException, InterruptedException {
        assertThat(built(memory("Horns() { save(new Horn(1, \"one\")); }")).problem())
                .contains("AC-1", "whether nothing is there");
    }
}
