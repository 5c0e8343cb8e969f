package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many files are taken back by several threads at a time: a process that does is killed in the middle.
class UndoKilledTest {
    private static final int FILES = 200;
    private static final String OLD = "old\n".repeat(2_000);

    @TempDir private Path folder;

    private static FileState text(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static WorkspacePath path(int i) {
        return WorkspacePath.of("src/p%d/f%d.txt".formatted(i % 10, i));
    }

    /// Those that were changed are to become what they were, and those that were deleted are to come back.
    private static List<FileChange> changes() {
        return IntStream.range(0, FILES)
                .mapToObj(i ->
                        new FileChange(
                                path(i),
                                text(OLD + i),
                                i % 2 == 0 ? text("new " + i) : new FileState.Absent()))
                .toList();
    }

    private static Set<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            var names = new HashSet<String>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root.relativize(file).toString()));
            return names;
        }
    }

    private static Undo undo(Path folder) throws IOException {
        return Undo.of(
                folder.resolve("journal"),
                new WorkspaceFiles(new Workspace(folder.resolve("work"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 80})
    @Timeout(60)
    @Tag("undo#AC-10")
    void what_a_killed_undo_has_left_is_taken_back_by_the_next(int restored) throws Exception {
        Path place = folder.toRealPath();
        Path root = Files.createDirectory(place.resolve("work"));
        TemporaryWorkspace work = TemporaryWorkspace.in(root);
        IntStream.range(0, FILES).forEach(i -> work.with(path(i).value(), OLD + i));
        Set<String> before = names(root);
        var journal =
                new Journal(place.resolve("journal"), new WorkspaceFiles(new Workspace(root)));
        assertThat(journal.apply(changes())).isEqualTo(new JournalResult.Applied());

        kill(place, restored);

        for (FileChange change : changes()) {
            FileState now =
                    new StateReader(new WorkspaceFiles(new Workspace(root))).entryAt(change.path());
            assertThat(now.matches(change.before()) || now.matches(change.after()))
                    .as(change.path() + " is " + now)
                    .isTrue();
        }
        Undo again = undo(place);
        assertThat(again.sets()).hasSize(1);
        Undo.Taken taken = again.take(again.prepare(List.of(1L)));
        assertThat(taken.left()).isEmpty();
        assertThat(taken.changes()).hasSizeLessThanOrEqualTo(FILES - restored);
        assertThat(names(root)).isEqualTo(before);
        for (int i = 0; i < FILES; i++) {
            assertThat(work.read(path(i).value())).isEqualTo(OLD + i);
        }
    }

    private static void kill(Path place, int restored) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Killed.class.getName(),
                                place.toString(),
                                String.valueOf(restored))
                        .redirectErrorStream(true)
                        .redirectOutput(place.resolve("said").toFile())
                        .start();
        assertThat(process.waitFor())
                .as(() -> "what the process said is in " + place.resolve("said"))
                .isEqualTo(Killed.CODE);
    }

    /// Takes back, and ends as by a kill when so many files are back.
    static final class Killed {
        static final int CODE = 99;

        private Killed() {}

        public static void main(String[] args) throws Exception {
            Path place = Path.of(args[0]);
            int restored = Integer.parseInt(args[1]);
            Undo undo = undo(place);
            Undo.Prepared prepared = undo.prepare(List.of(1L));
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        while (back(place.resolve("work")) < restored) {
                            Thread.onSpinWait();
                        }
                        Runtime.getRuntime().halt(CODE);
                    });
            undo.take(prepared);
        }

        /// Of those that were deleted and of those that were changed.
        private static long back(Path root) {
            return IntStream.range(0, FILES)
                    .filter(i -> root.resolve(path(i).value()).toFile().length() > OLD.length())
                    .count();
        }
    }
}
