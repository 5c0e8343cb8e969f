package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a new resource has that no request sends, as the project says it.
class InitialValuesTest {
    private static final String SPEC =
            """
            # Loan

            ## Requirements

            - Endpoint: `POST /loans`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `title` | string | yes | 1 to 60 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `title` | string | |

            ## Acceptance Criteria

            - [ ] AC-1: POST /loans returns 201 and the loan when the body is valid
            """;

    private static final String STATUS = "public enum LoanStatus { OUT, REQUESTED, BACK }";

    private static final String CONTROLLER =
            """
            @RestController
            @RequestMapping("/loans")
            class LoanController {
                private final Loans loans;
                LoanController(Loans loans) { this.loans = loans; }
            }
            """;

    private static final String REPOSITORY =
            "public interface Loans extends JpaRepository<Loan, Long> {}";

    private static final String RECORD =
            "public record Loan(long id, String title, LoanStatus status, Instant returnedAt) {%s}";

    private static final String MEMORY =
            """
            @Repository
            public class Loans {
                private final Map<Long, Loan> all = new ConcurrentHashMap<>();
                private final AtomicLong ids = new AtomicLong();
                public long nextId() { return ids.incrementAndGet(); }
                public Loan save(Loan loan) { all.put(loan.id(), loan); return loan; }
                public Optional<Loan> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Loan> findAll() { return List.copyOf(all.values()); }
                %s
            }
            """;

    private static final String SQL =
            """
            @Repository
            public class Loans {
                private final JdbcClient jdbc;
                Loans(JdbcClient jdbc) { this.jdbc = jdbc; }
                public Loan save(Loan loan) {
                    jdbc.sql("insert into loans (id, title, status, returned_at) values (?, ?, ?, ?)").params(loan.id(), loan.title(), loan.status().name(), loan.returnedAt()).update();
                    return loan;
                }
                public long nextId() { return jdbc.sql("select coalesce(max(id), 0) + 1 from loans").query(Long.class).single(); }
                public Optional<Loan> findById(long id) { return jdbc.sql("select id, title, status, returned_at from loans where id = ?").param(id).query((rs, row) -> one(rs)).optional(); }
                public List<Loan> findAll() { return jdbc.sql("select id, title, status, returned_at from loans").query((rs, row) -> one(rs)).list(); }
                private static Loan one(ResultSet rs) {
                    return new Loan(rs.getLong("id"), rs.getString("title"), LoanStatus.valueOf(rs.getString("status")), instant(rs.getTimestamp("returned_at")));
                }
                private static Instant instant(Timestamp time) { return time == null ? null : time.toInstant(); }
            }
            """;

    @TempDir private Path folder;

    private String notes = "";

    private String built(SmallProject project) throws IOException, InterruptedException {
        LoopStandIn loop =
                project.type("LoanStatus", STATUS)
                        .type("LoanController", CONTROLLER)
                        .built(folder, "loan", SPEC);
        notes = String.join("\n", SmallProject.notes(loop)) + loop.problem();
        return read("src/main/java/a/LoanController.java");
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s+", " ");
    }

    private static SmallProject entity(String status, String... more) {
        return SmallProject.of("validation", "data-jpa")
                .type("Loans", REPOSITORY)
                .type(
                        "Loan",
                        """
                        @Entity
                        public class Loan {
                            @Id @GeneratedValue private Long id;
                            @Column(nullable = false) private String title;
                            @Enumerated(EnumType.STRING) private LoanStatus status%s;
                            %s
                            public Loan() {}
                            public Long getId() { return id; }
                            public String getTitle() { return title; }
                            public void setTitle(String title) { this.title = title; }
                            public LoanStatus getStatus() { return status; }
                            public void setStatus(LoanStatus status) { this.status = status; }
                        }
                        """
                                .formatted(status, String.join("\n", more)));
    }

    private static SmallProject sql(String status, String returned) {
        return SmallProject.of("validation", "jdbc")
                .type("Loan", RECORD.formatted(""))
                .type("Loans", SQL)
                .file(
                        "src/main/resources/schema.sql",
                        "create table loans (id bigint primary key, title varchar(60) not null, status varchar(20) %s, returned_at timestamp %s);"
                                .formatted(status, returned));
    }

    @Test
    @Tag("builtin-engine#AC-147")
    void of_a_field_with_a_first_value_need_not_be_given()
            throws IOException, InterruptedException {
        String code = built(entity(" = LoanStatus.REQUESTED"));

        assertThat(code).contains("new Loan()").doesNotContain("setStatus");
        assertThat(notes)
                .contains("status of a new loan is LoanStatus.REQUESTED, as Loan gives it");
    }

    @Test
    @Tag("builtin-engine#AC-147")
    void that_the_spec_says_as_well_need_not_be_given() throws IOException, InterruptedException {
        LoopStandIn loop =
                entity(
                                " = LoanStatus.REQUESTED",
                                "private int votes = 1;",
                                "public int getVotes() { return votes; }")
                        .type("LoanStatus", STATUS)
                        .type("LoanController", CONTROLLER)
                        .built(
                                folder,
                                "loan",
                                SPEC.replace(
                                                "| `title` | string | |\n",
                                                "| `title` | string | |\n| `votes` | integer | |\n")
                                        + "- [ ] AC-2: POST /loans stores `votes` as 1\n");

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        assertThat(read("src/test/java/a/LoanTest.java"))
                .contains("@Tag(\"loan#AC-2\")", ".getVotes()).isEqualTo(1);");
    }

    @Test
    @Tag("builtin-engine#AC-147")
    void are_those_of_a_static_method_that_makes_one() throws IOException, InterruptedException {
        String code =
                built(
                        SmallProject.of("validation")
                                .type(
                                        "Loan",
                                        RECORD.formatted(
                                                """

                                                public static Loan requested(long id, String title) { return new Loan(id, title, LoanStatus.REQUESTED, null); }
                                                public Loan back(Instant now) { return new Loan(id, title, LoanStatus.BACK, now); }
                                                """))
                                .type("Loans", MEMORY.formatted("")));

        assertThat(code).contains(", LoanStatus.REQUESTED, null)");
    }

    @Test
    @Tag("builtin-engine#AC-147")
    void are_not_those_of_seeds_that_differ() throws IOException, InterruptedException {
        String code =
                built(
                        SmallProject.of("validation")
                                .type("Loan", RECORD.formatted(""))
                                .type(
                                        "Loans",
                                        MEMORY.formatted(
                                                "Loans() { seed(); }\nvoid seed() { save(new Loan(1, \"A\", LoanStatus.OUT, null)); save(new Loan(2, \"B\", LoanStatus.BACK, Instant.EPOCH)); }")));

        assertThat(code).doesNotContain("@PostMapping");
        assertThat(notes).contains("what the status of a new Loan is, neither the spec nor");
    }

    @Test
    @Tag("builtin-engine#AC-147")
    void are_those_that_other_code_sets_after_the_making()
            throws IOException, InterruptedException {
        String code =
                built(
                        entity("")
                                .type(
                                        "Imports",
                                        """
                                        @Service
                                        class Imports {
                                            private final Loans loans;
                                            Imports(Loans loans) { this.loans = loans; }
                                            void request(String title) {
                                                Loan loan = new Loan();
                                                loan.setTitle(title);
                                                loan.setStatus(LoanStatus.REQUESTED);
                                                loans.save(loan);
                                            }
                                        }
                                        """));

        assertThat(code).contains("loan.setStatus(LoanStatus.REQUESTED)");
        assertThat(notes).contains("as Imports makes one");
    }

    @Test
    @Tag("builtin-engine#AC-148")
    void are_none_where_a_column_allows_that_and_something_is_yet_to_happen()
            throws IOException, InterruptedException {
        String code = built(sql("not null default 'REQUESTED'", ""));

        assertThat(code).contains(", LoanStatus.REQUESTED, null)");
        assertThat(notes)
                .contains("returnedAt of a new loan is null, as its column allows")
                .contains(
                        "status of a new loan is LoanStatus.REQUESTED, as its column has by default");
    }

    @Test
    @Tag("builtin-engine#AC-148")
    void are_not_known_where_no_column_allows_none() throws IOException, InterruptedException {
        String code = built(sql("not null default 'REQUESTED'", "not null"));

        assertThat(code).doesNotContain("@PostMapping");
        assertThat(notes).contains("what the returnedAt of a new Loan is, neither");
    }

    @Test
    @Tag("builtin-engine#AC-148")
    void are_not_known_for_a_state_that_may_be_none() throws IOException, InterruptedException {
        String code = built(sql("", ""));

        assertThat(code).doesNotContain("@PostMapping");
        assertThat(notes).contains("what the status of a new Loan is, neither");
    }

    @Test
    @Tag("builtin-engine#AC-148")
    void are_not_known_for_a_state_that_code_compares_with_none()
            throws IOException, InterruptedException {
        String code =
                built(
                        sql("", "")
                                .type(
                                        "LoanChecks",
                                        """
                                        class LoanChecks {
                                            static boolean isOpen(Loan loan) { return loan.status() == null; }
                                        }
                                        """));

        assertThat(code).doesNotContain("@PostMapping");
        assertThat(notes).contains("what the status of a new Loan is, neither");
    }

    @ParameterizedTest
    @CsvSource({"Loan loan, loan, true", "Loan loan; Book book, book, false"})
    @Tag("builtin-engine#AC-148")
    void are_none_where_code_compares_what_this_resource_has(
            String given, String read, boolean isNone) throws IOException, InterruptedException {
        String code =
                built(
                        SmallProject.of("validation", "jdbc")
                                .type("Loan", RECORD.formatted("").replace("returnedAt", "shelf"))
                                .type(
                                        "Loans",
                                        SQL.replace("returned_at", "shelf")
                                                .replace("returnedAt", "shelf"))
                                .file(
                                        "src/main/resources/schema.sql",
                                        "create table loans (id bigint primary key, title varchar(60) not null, status varchar(20) not null default 'REQUESTED', shelf timestamp);")
                                .type(
                                        "LoanChecks",
                                        "class LoanChecks { static boolean isOpen(%s) { return %s.shelf() == null; } }"
                                                .formatted(given.replace(';', ','), read)));

        assertThat(code.contains("@PostMapping")).as(notes).isEqualTo(isNone);
    }
}
