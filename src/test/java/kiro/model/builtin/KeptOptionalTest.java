package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Optional fields of a request that is named after what it does.
class KeptOptionalTest {
    private static final String SPEC =
            """
            # Loan extend

            ## Requirements

            - Endpoint: `POST /loans/{id}/extend`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `days` | integer | yes | 1 to 20 |
            | `note` | string | no | at most 50 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `days` | integer | for how long |
            | `note` | string | why |

            ## Acceptance Criteria

            - [ ] AC-1: POST /loans/{id}/extend returns 200 and the loan with the new `days` when the body is valid
            """;

    @TempDir private Path folder;

    private String controller(String loan) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "LoanController",
                                """
                                @RestController
                                @RequestMapping("/loans")
                                class LoanController {
                                    private final Loans loans;
                                    LoanController(Loans loans) { this.loans = loans; }
                                }
                                """)
                        .type("Loan", loan)
                        .type(
                                "Loans",
                                """
                                @Repository
                                public class Loans {
                                    private final Map<Long, Loan> all = new ConcurrentHashMap<>();
                                    public Loan save(Loan loan) { all.put(loan.id(), loan); return loan; }
                                    public Optional<Loan> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Loan> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "loan-extend", SPEC);
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/main/java/a/LoanController.java"));
    }

    @Test
    @Tag("builtin-engine#AC-111")
    void keep_what_a_record_has_where_they_are_not_sent() throws IOException, InterruptedException {
        assertThat(controller("public record Loan(long id, int days, String note) {}"))
                .contains("request.note() == null ? loan.note() : request.note()");
    }

    @Test
    @Tag("builtin-engine#AC-111")
    void keep_what_an_object_has_where_they_are_not_sent()
            throws IOException, InterruptedException {
        assertThat(
                        controller(
                                """
                                public class Loan {
                                    private final long id;
                                    private int days;
                                    private String note;
                                    public Loan(long id, int days, String note) { this.id = id; this.days = days; this.note = note; }
                                    public long id() { return id; }
                                    public int days() { return days; }
                                    public void setDays(int days) { this.days = days; }
                                    public String note() { return note; }
                                    public void setNote(String note) { this.note = note; }
                                }
                                """))
                .containsSubsequence(
                        "loan.setDays(request.days());",
                        "if (request.note() != null) {",
                        "loan.setNote(request.note());");
    }
}
