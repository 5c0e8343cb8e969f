package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fields of a partial update that are null, where the spec says what becomes of them.
class NullsInChangesTest {
    private static final String SPEC =
            """
            # Contact change

            ## Requirements

            - Endpoint: `PATCH /contacts/{id}`
            - Authentication: none
            - A field that is absent stays as it is%s

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `title` | string | no | 1 to 40 characters |
            | `phone` | string | no | at most 20 characters |
            | `rank` | integer | no | 1 to 9 |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `title` | string | what it is called |
            | `phone` | string | the number to call |
            | `rank` | integer | how dear it is |

            ## Acceptance Criteria

            - [ ] AC-1: PATCH /contacts/{id} returns 200 and the contact when the body is valid
            %s
            """;
    private static final String CLEARED =
            SPEC.formatted(
                    "; `null` clears `phone`.",
                    """
                    - [ ] AC-2: PATCH /contacts/{id} clears `phone` when `phone` is null
                    - [ ] AC-3: PATCH /contacts/{id} without `phone` keeps the `phone`
                    """);
    private static final String REFUSED =
            SPEC.formatted(
                    ".", "- [ ] AC-2: PATCH /contacts/{id} returns 400 when `title` is null");

    @TempDir private Path folder;

    private LoopStandIn built(String contact, String spec, String... starters)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of(starters)
                        .type(
                                "ContactController",
                                """
                                @RestController
                                @RequestMapping("/contacts")
                                class ContactController {
                                    private final Contacts contacts;
                                    ContactController(Contacts contacts) { this.contacts = contacts; }
                                }
                                """)
                        .type("Contact", contact)
                        .type(
                                "Contacts",
                                """
                                @Repository
                                public class Contacts {
                                    private final Map<Long, Contact> all = new ConcurrentHashMap<>();
                                    public Contact save(Contact contact) { all.put(contact.id(), contact); return contact; }
                                    public Optional<Contact> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Contact> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "contact-change", spec);
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve("src/" + path + ".java"));
    }

    @Test
    @Tag("builtin-engine#AC-164")
    void clear_what_the_spec_says_and_what_is_absent_stays()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "public record Contact(long id, String title, String phone, int rank) {}",
                        CLEARED,
                        "validation");

        assertThat(text("main/java/a/UpdateContactRequest"))
                .contains(
                        "public class UpdateContactRequest {",
                        "    @Size(max = 20)\n    private String phone;",
                        "        this.phone = phone;\n        this.phoneSent = true;")
                .doesNotContain("titleSent");
        assertThat(text("main/java/a/ContactController"))
                .contains("request.phoneSent() ? request.phone() : contact.phone()");
        assertThat(text("test/java/a/ContactChangeTest"))
                .contains(
                        "@Tag(\"contact-change#AC-2\")",
                        "\"phone\": null",
                        "jsonPath(\"$.phone\").doesNotExist()",
                        "assertThat(stored.phone()).isNull();",
                        "@Tag(\"contact-change#AC-3\")");
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
    }

    @Test
    @Tag("builtin-engine#AC-164")
    void clear_by_a_setter_too() throws IOException, InterruptedException {
        built(
                """
                public class Contact {
                    private final long id;
                    private String title;
                    private String phone;
                    private int rank;
                    public Contact(long id, String title, String phone, int rank) { this.id = id; this.title = title; this.phone = phone; this.rank = rank; }
                    public long id() { return id; }
                    public String title() { return title; }
                    public void setTitle(String title) { this.title = title; }
                    public String phone() { return phone; }
                    public void setPhone(String phone) { this.phone = phone; }
                    public int rank() { return rank; }
                    public void setRank(int rank) { this.rank = rank; }
                }
                """,
                CLEARED);

        assertThat(text("main/java/a/ContactController"))
                .containsSubsequence(
                        "if (request.phoneSent()) {", "contact.setPhone(request.phone());");
    }

    @Test
    @Tag("builtin-engine#AC-164")
    void are_refused_where_the_spec_says_so() throws IOException, InterruptedException {
        built(
                "public record Contact(long id, String title, String phone, int rank) {}",
                REFUSED,
                "validation");

        assertThat(text("main/java/a/UpdateContactRequest"))
                .contains(
                        "public boolean isTitleNotNull() {", "return !titleSent || title != null;");
        assertThat(text("test/java/a/ContactChangeTest")).contains("\"title\": null");
    }

    @Test
    @Tag("builtin-engine#AC-164")
    void are_refused_by_hand_where_nothing_else_validates()
            throws IOException, InterruptedException {
        built("public record Contact(long id, String title, String phone, int rank) {}", REFUSED);

        assertThat(text("main/java/a/UpdateContactRequest"))
                .contains("if (titleSent && title == null) {");
    }

    @Test
    @Tag("builtin-engine#AC-165")
    void clear_nothing_that_is_always_there() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        """
                        public record Contact(long id, String title, String phone, int rank) {
                            public Contact { Objects.requireNonNull(phone); }
                        }
                        """,
                        SPEC.formatted(
                                ".",
                                """
                                - [ ] AC-2: PATCH /contacts/{id} clears `phone` when `phone` is null
                                - [ ] AC-3: PATCH /contacts/{id} clears `rank` when `rank` is null
                                """));

        assertThat(SmallProject.notes(loop))
                .anyMatch(note -> note.contains("what is stored of a Contact always has phone"))
                .anyMatch(note -> note.contains("rank of Contact is of the type int"));
        assertThat(text("main/java/a/UpdateContactRequest"))
                .contains("public record UpdateContactRequest(");
    }

    @Test
    @Tag("builtin-engine#AC-165")
    void keep_a_record_where_nothing_is_said_of_them() throws IOException, InterruptedException {
        built(
                "public record Contact(long id, String title, String phone, int rank) {}",
                SPEC.formatted(".", ""));

        assertThat(text("main/java/a/UpdateContactRequest"))
                .contains("public record UpdateContactRequest(");
    }
}
