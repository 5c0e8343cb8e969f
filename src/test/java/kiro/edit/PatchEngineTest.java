package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.FileMode;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchEngineTest {
    private static final WorkspacePath A = WorkspacePath.of("a.txt");

    @TempDir Path folder;
    private TemporaryWorkspace work;
    private PatchEngine engine;

    @BeforeEach
    void open() {
        work = TemporaryWorkspace.in(folder);
        engine = new PatchEngine(new WorkspaceFiles(work.workspace()));
    }

    private static String after(EditResult result) {
        return new String(content(result), StandardCharsets.UTF_8);
    }

    private static byte[] content(EditResult result) {
        return switch (result) {
            case EditResult.Refused refused -> throw new AssertionError(refused.text());
            case EditResult.Planned planned ->
                    ((FileState.Present) planned.changes().getFirst().after()).bytes();
        };
    }

    private static String refusal(EditResult result) {
        return switch (result) {
            case EditResult.Refused refused -> refused.text();
            case EditResult.Planned planned -> throw new AssertionError(planned);
        };
    }

    @Test
    @Tag("edits#AC-7")
    void planning_an_edit_writes_nothing() throws IOException {
        work.with("a.txt", "old\n");
        Files.setPosixFilePermissions(
                folder.resolve("a.txt"), PosixFilePermissions.fromString("rw-r-----"));

        EditResult result = engine.replace(A, "old", "new");

        assertThat(result)
                .isEqualTo(
                        new EditResult.Planned(
                                List.of(
                                        new FileChange(
                                                A,
                                                FileState.Present.of(
                                                        new byte[] {'o', 'l', 'd', '\n'},
                                                        FileMode.read(false, "640")),
                                                FileState.Present.of(
                                                        new byte[] {'n', 'e', 'w', '\n'},
                                                        FileMode.read(false, "640")))),
                                List.of()));
        assertThat(work.read("a.txt")).isEqualTo("old\n");
    }

    @Test
    @Tag("edits#AC-4")
    void an_executable_file_stays_executable() throws IOException {
        work.with("a.txt", "old\n");
        Files.setPosixFilePermissions(
                folder.resolve("a.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));

        for (EditResult result :
                List.of(engine.replace(A, "old", "new"), engine.write(A, "new\n"))) {
            assertThat(((EditResult.Planned) result).changes().getFirst().after())
                    .isEqualTo(
                            FileState.Present.of(
                                    "new\n".getBytes(StandardCharsets.UTF_8),
                                    FileMode.read(true, "755")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'a\\n',        'b\\nc\\n',      'b\\nc\\n'
                    'a\\r\\n',     'b\\nc',         'b\\r\\nc'
                    'a\\r\\nb\\n', 'b\\n',          'b\\n'
                    'a\\n',        'b\\r\\nc\\n',   'b\\r\\nc\\n'
                    '\\uFEFFa\\n', 'b\\n',          '\\uFEFFb\\n'
                    '\\uFEFFa\\n', '\\uFEFFb\\n',   '\\uFEFFb\\n'
                    '',            'b\\n',          'b\\n'
                    """)
    @Tag("edits#AC-4")
    void a_file_written_anew_keeps_its_line_ends_and_mark(
            String before, String content, String after) throws IOException {
        work.with("a.txt", raw(before));

        assertThat(after(engine.write(A, raw(content)))).isEqualTo(raw(after));
    }

    private static String raw(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\uFEFF", "\uFEFF");
    }

    @Test
    void a_new_file_gets_its_content_to_the_letter() throws IOException {
        assertThat(after(engine.write(A, "x\r\ny"))).isEqualTo("x\r\ny");
        assertThat(after(engine.write(A, ""))).isEmpty();
        assertThat(after(engine.replace(A, "", "x\n"))).isEqualTo("x\n");
    }

    @Test
    @Tag("edits#AC-2")
    void what_does_not_change_the_file_is_refused() throws IOException {
        work.with("a.txt", "a\r\n");

        assertThat(refusal(engine.write(A, "a\n")))
                .isEqualTo("a.txt: the file already says exactly that");
        assertThat(refusal(engine.replace(A, "x", "x")))
                .isEqualTo("a.txt: the old and the new text are the same");
    }

    @Test
    void a_file_that_is_not_there_is_said_so() throws IOException {
        assertThat(refusal(engine.replace(A, "x", "y"))).isEqualTo("a.txt: there is no such file");
    }

    @Test
    void files_that_are_no_text_are_refused() throws IOException {
        work.with("a.txt", new byte[] {'a', 0, 'b'});
        assertThat(refusal(engine.replace(A, "a", "b")))
                .isEqualTo("a.txt: it is not text, but binary: change it with a command");
        assertThat(refusal(engine.write(A, "b")))
                .isEqualTo("a.txt: it is not text, but binary: change it with a command");

        work.with("a.txt", new byte[] {'a', 1, (byte) 0xE9});
        assertThat(refusal(engine.replace(A, "a", "b")))
                .isEqualTo("a.txt: it is not text, but binary: change it with a command");
    }

    @ParameterizedTest
    @Tag("edits#AC-12")
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void an_edit_keeps_the_encoding(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
        work.with("a.txt", (mark + "caf\u00E9\r\nold\r\n").getBytes(charset));

        assertThat(content(engine.replace(A, "old", "na\u00EFve")))
                .isEqualTo((mark + "caf\u00E9\r\nna\u00EFve\r\n").getBytes(charset));
        assertThat(content(engine.write(A, "\u00E9\nnew\n")))
                .isEqualTo((mark + "\u00E9\r\nnew\r\n").getBytes(charset));
        assertThat(
                        content(
                                engine.patch(
                                        "*** Begin Patch\n*** Update File: a.txt\n@@\n caf\u00E9\n-old\n+ol\u00E9\n*** End Patch\n",
                                        path -> Optional.of(WorkspacePath.of(path)))))
                .isEqualTo((mark + "caf\u00E9\r\nol\u00E9\r\n").getBytes(charset));
    }

    @Test
    @Tag("edits#AC-12")
    void a_character_that_the_encoding_lacks_is_refused_and_bytes_without_a_meaning_stay()
            throws IOException {
        work.with("a.txt", new byte[] {'a', (byte) 0xE9, (byte) 0x81, '\n'});

        assertThat(content(engine.replace(A, "a", "b")))
                .isEqualTo(new byte[] {'b', (byte) 0xE9, (byte) 0x81, '\n'});
        String why =
                "a.txt: it is ISO-8859-1 text, which has no '\u2192': use characters that it has, or convert the file to UTF-8 with a command first";
        assertThat(refusal(engine.replace(A, "a", "\u2192"))).isEqualTo(why);
        assertThat(refusal(engine.write(A, "\u2192"))).isEqualTo(why);
        assertThat(
                        refusal(
                                engine.patch(
                                        "*** Begin Patch\n*** Update File: a.txt\n@@\n-a\u00E9\u0081\n+\u2192\n*** End Patch\n",
                                        path -> Optional.of(WorkspacePath.of(path)))))
                .contains(why);
    }

    @Test
    void files_and_contents_beyond_reason_are_refused() throws IOException {
        String large = "x".repeat(Opened.MAX_BYTES + 1);
        assertThat(refusal(engine.write(A, large)))
                .isEqualTo("a.txt: the content is larger than 8 MiB");

        work.with("a.txt", large);
        assertThat(refusal(engine.replace(A, "a", "b")))
                .isEqualTo("a.txt: it is larger than 8 MiB");
    }
}
