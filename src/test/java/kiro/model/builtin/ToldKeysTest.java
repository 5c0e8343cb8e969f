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

/// A table whose store tells the keys that the database makes, and may leave columns out.
class ToldKeysTest {
    private static final String WHOLE = ", progress, region, created_at";
    private static final String WITHOUT_PROGRESS = ", region, created_at";

    @TempDir private Path folder;

    private LoopStandIn made(SmallProject project) throws IOException, InterruptedException {
        return project.built(folder, "make", Notes.making());
    }

    private static String samples(String kind) {
        return """
        @Component
        class Samples%s {
            private final NoteStore notes;
            Samples(NoteStore notes) { this.notes = notes; }
            public void run(String... args) {
                notes.insert(new Note(null, "One", Progress.OPEN, "north", LocalDateTime.now()));
                notes.insert(new Note(null, "Two", Progress.OPEN, "north", LocalDateTime.now()));
            }
        }
        """
                .formatted(kind);
    }

    @Test
    @Tag("builtin-engine#AC-206")
    void a_new_one_is_answered_as_it_is_found_by_its_key()
            throws IOException, InterruptedException {
        assertThat(made(Notes.project(WHOLE)).problem()).isEmpty();
        assertThat(text("main/java/a/NoteController"))
                .contains(
                        code(
                                "Note note = notes.find(notes.insert(new Note(null, request.title(), Progress.OPEN, null, LocalDateTime.now()))).orElseThrow();"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | return new SimpleJdbcInsert(jdbc).withTableName("notes").usingGeneratedKeyColumns("id").executeAndReturnKey(Map.of("title", note.title())).longValue();
                    true  | return jdbc.queryForObject("insert into notes (title) values (?) returning id", Long.class, note.title());
                    false | return jdbc.update("insert into notes (title) values (?)", note.title());
                    """)
    @Tag("builtin-engine#AC-206")
    void a_number_of_rows_is_no_key(boolean isKey, String insert)
            throws IOException, InterruptedException {
        made(Notes.project(WHOLE).type("NoteStore", Notes.store(insert)));
        assertThat(text("main/java/a/NoteController").contains("notes.find(notes.insert("))
                .isEqualTo(isKey);
    }

    @Test
    @Tag("builtin-engine#AC-206")
    void tests_store_one_and_find_it_by_its_key() throws IOException, InterruptedException {
        closed(WHOLE);
        assertThat(text("test/java/a/CloseTest"))
                .contains(
                        code("return notes.find(notes.insert(note)).orElseThrow();"),
                        code("new Note(null, \"Some title\", Progress.OPEN, \"Some region\","),
                        code("new Note(null, \"Some title\", Progress.CLOSED, \"Some region\","))
                .doesNotContain(code("notes.insert(note); return note;"));
    }

    @Test
    @Tag("builtin-engine#AC-208")
    void what_is_never_inserted_is_not_stored_by_tests() throws IOException, InterruptedException {
        LoopStandIn loop =
                Notes.project(", progress, created_at").built(folder, "rename", Notes.renaming());
        assertThat(loop.problem()).isEmpty();
        assertThat(text("test/java/a/RenameTest"))
                .contains(
                        code(
                                "new Note(null, \"Some title\", Progress.OPEN, null, LocalDateTime.of("),
                        code("jsonPath(\"$.region\").doesNotExist()"));
    }

    @Test
    @Tag("builtin-engine#AC-208")
    void a_state_that_is_never_inserted_leaves_its_criterion_open()
            throws IOException, InterruptedException {
        LoopStandIn loop = closed(WITHOUT_PROGRESS);
        assertThat(SmallProject.notes(loop).toString())
                .contains("AC-2", "a test cannot have a note that is not 'OPEN'");
        assertThat(text("test/java/a/CloseTest")).doesNotContain("#AC-2", "CLOSED,");
    }

    @Test
    @Tag("builtin-engine#AC-208")
    void a_state_that_is_inserted_is_tested() throws IOException, InterruptedException {
        LoopStandIn loop = closed(WHOLE);
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/CloseTest"))
                .containsSubsequence("#AC-2", "storedNotOpenNote();", "isConflict()");
    }

    @Test
    @Tag("builtin-engine#AC-209")
    void a_text_of_samples_is_none_of_new_ones() throws IOException, InterruptedException {
        LoopStandIn loop =
                made(
                        Notes.project(WHOLE)
                                .type("Samples", samples(" implements CommandLineRunner")));
        assertThat(loop.problem() + SmallProject.notes(loop)).doesNotContain("north");
        assertThat(text("main/java/a/NoteController")).doesNotContain("north");
    }

    @Test
    @Tag("builtin-engine#AC-209")
    void a_text_that_other_code_always_gives_is_theirs() throws IOException, InterruptedException {
        LoopStandIn loop = made(Notes.project(WHOLE).type("Samples", samples("")));
        assertThat(SmallProject.notes(loop))
                .contains("the region of a new note is \"north\", as Samples makes one");
        assertThat(text("main/java/a/NoteController"))
                .contains(code("Progress.OPEN, \"north\", LocalDateTime.now()"));
    }

    @Test
    @Tag("builtin-engine#AC-212")
    void when_a_new_one_was_made_is_read_where_it_is_stored()
            throws IOException, InterruptedException {
        LoopStandIn loop = made(Notes.project(WHOLE));
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/MakeTest"))
                .containsSubsequence(
                        "#AC-2",
                        code("assertThat(notes.all()).anySatisfy(one -> {"),
                        code(
                                "assertThat(one.createdAt()).isBetween(LocalDateTime.now().minusDays(1), LocalDateTime.now().plusDays(1));"));
    }

    private LoopStandIn closed(String columns) throws IOException, InterruptedException {
        LoopStandIn loop = Notes.project(columns).built(folder, "close", Notes.closing());
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
