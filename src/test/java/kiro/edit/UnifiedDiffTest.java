package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {
    @TempDir Path folder;

    private static FileState text(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static FileChange change(String path, FileState before, FileState after) {
        return new FileChange(WorkspacePath.of(path), before, after);
    }

    @Test
    void a_change_has_three_lines_of_context_around_it() {
        String before =
                IntStream.rangeClosed(1, 12).mapToObj(i -> i + "\n").collect(Collectors.joining());

        assertThat(
                        UnifiedDiff.of(
                                change(
                                        "a.txt",
                                        text(before),
                                        text(before.replace("6\n", "six\n")))))
                .isEqualTo(
                        """
                        diff --git a/a.txt b/a.txt
                        --- a/a.txt
                        +++ b/a.txt
                        @@ -3,7 +3,7 @@
                         3
                         4
                         5
                        -6
                        +six
                         7
                         8
                         9
                        """);
    }

    @Test
    void a_creation_comes_from_nowhere_and_a_missing_line_end_is_said() {
        assertThat(UnifiedDiff.of(change("a b.txt", new FileState.Absent(), text("one"))))
                .isEqualTo(
                        """
                        diff --git a/a b.txt b/a b.txt
                        new file mode 100644
                        --- /dev/null
                        +++ b/a b.txt\t
                        @@ -0,0 +1 @@
                        +one
                        \\ No newline at end of file
                        """);
    }

    @Test
    void a_deletion_goes_nowhere() {
        assertThat(UnifiedDiff.of(change("ü.txt", text("one\ntwo\n"), new FileState.Absent())))
                .isEqualTo(
                        """
                        diff --git "a/\\303\\274.txt" "b/\\303\\274.txt"
                        deleted file mode 100644
                        --- "a/\\303\\274.txt"
                        +++ /dev/null
                        @@ -1,2 +0,0 @@
                        -one
                        -two
                        """);
    }

    @Test
    void a_binary_file_is_said_to_differ() {
        assertThat(UnifiedDiff.of(change("a.bin", text("a\0"), text("b\0"))))
                .isEqualTo("diff --git a/a.bin b/a.bin\nBinary files a/a.bin and b/a.bin differ\n");
        assertThat(UnifiedDiff.stat(change("a.bin", text("a\0"), text("b\0")))).isEqualTo("+0 -0");
    }

    @Test
    void the_stat_counts_lines() {
        assertThat(UnifiedDiff.stat(change("a", text("1\n2\n3\n"), text("1\n2b\n3\n4\n"))))
                .isEqualTo("+2 -1");
        assertThat(UnifiedDiff.stat(change("a", new FileState.Absent(), text("1\n2"))))
                .isEqualTo("+2 -0");
    }

    @Test
    void a_large_file_that_is_all_new_takes_no_long_comparison() {
        String before =
                IntStream.range(0, 60_000)
                        .mapToObj(i -> "a" + i + "\n")
                        .collect(Collectors.joining());
        String after =
                IntStream.range(0, 60_000)
                        .mapToObj(i -> "b" + i + "\n")
                        .collect(Collectors.joining());

        assertThat(UnifiedDiff.stat(change("a", text(before), text(after))))
                .isEqualTo("+60000 -60000");
    }

    /// Cases in one patch: git takes all of them or none.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Tag("edits#AC-11")
    void git_applies_the_diff_of_any_change(long seed) throws Exception {
        var random = new Random(seed);
        var changes = new ArrayList<FileChange>(edges(seed));
        for (int i = 0; i < 60; i++) {
            FileState before = random.nextInt(8) == 0 ? new FileState.Absent() : state(random);
            FileState after =
                    random.nextInt(8) == 0 ? new FileState.Absent() : variant(random, before);
            if (!before.equals(after)) {
                changes.add(change("d" + i % 7 + "/f é" + i + ".txt", before, after));
            }
        }
        for (FileChange change : changes) {
            put(change.path(), change.before());
        }
        String patch = changes.stream().map(UnifiedDiff::of).collect(Collectors.joining());
        Path file = folder.resolve("all.patch");
        Files.writeString(file, patch);

        assertThat(git("init", "-q")).isZero();
        assertThat(git("apply", "--whitespace=nowarn", file.toString())).isZero();

        for (FileChange change : changes) {
            assertThat(now(change.path())).isEqualTo(change.after());
        }
    }

    private static List<FileChange> edges(long seed) {
        return List.of(
                change(
                        "mode" + seed,
                        text("a\n"),
                        FileState.Present.of(new byte[] {'a', '\n'}, true)),
                change("both", text("a\n"), FileState.Present.of(new byte[] {'b'}, true)),
                change(
                        "made.sh",
                        new FileState.Absent(),
                        FileState.Present.of(new byte[] {'b'}, true)),
                change("led", new FileState.Link("a"), new FileState.Link("b/c")),
                change("link made", new FileState.Absent(), new FileState.Link("../x")),
                change("link gone", new FileState.Link("/x"), new FileState.Absent()),
                change("link becomes file", new FileState.Link("x"), text("x\n")),
                change("file becomes link", text("x\n"), new FileState.Link("x")),
                change("empty made", new FileState.Absent(), text("")),
                change("empty\tgone\"", text(""), new FileState.Absent()),
                change("emptied", text("a\r\n"), text("")),
                change("filled", text(""), text("a\rb\r\n")),
                change("ended", text("a\nb"), text("a\nb\n")),
                change("opened", text("a\nb\n"), text("a\nb")),
                change("marked", text("\uFEFFa\n"), text("\uFEFFb\n")),
                change("looks/like", text("-- a\n++ b\n@@ -1 +1 @@\n"), text("-- b\n++ b\n")));
    }

    private static FileState state(Random random) {
        int size = random.nextInt(40);
        String text =
                IntStream.range(0, size)
                        .mapToObj(i -> "line " + random.nextInt(12) + end(random))
                        .collect(Collectors.joining());
        boolean isOpen = random.nextInt(4) == 0;
        return text(isOpen ? text.stripTrailing() : text);
    }

    private static String end(Random random) {
        return random.nextInt(6) == 0 ? "\r\n" : "\n";
    }

    private static FileState variant(Random random, FileState state) {
        return switch (state) {
            case FileState.Absent _, FileState.Link _, FileState.EmptyFolder _ -> state(random);
            case FileState.Present present -> {
                var text = new StringBuilder();
                for (String line :
                        new String(present.bytes(), StandardCharsets.UTF_8).split("(?<=\n)")) {
                    switch (random.nextInt(12)) {
                        case 0 -> {}
                        case 1 -> text.append("new\n").append(line);
                        case 2 -> text.append("x").append(line);
                        case 3 -> text.append(line).append(line);
                        default -> text.append(line);
                    }
                }
                yield text(text.toString());
            }
        };
    }

    private void put(WorkspacePath path, FileState state) throws IOException {
        if (state instanceof FileState.Present present) {
            Path file = folder.resolve(path.value());
            Files.createDirectories(file.getParent());
            Files.write(file, present.bytes());
        }
        if (state instanceof FileState.Link(String target)) {
            Files.createSymbolicLink(folder.resolve(path.value()), Path.of(target));
        }
    }

    private FileState now(WorkspacePath path) throws IOException {
        Path file = folder.resolve(path.value());
        if (Files.isSymbolicLink(file)) {
            return new FileState.Link(Files.readSymbolicLink(file).toString());
        }
        return Files.exists(file)
                ? FileState.Present.of(Files.readAllBytes(file), Files.isExecutable(file))
                : new FileState.Absent();
    }

    private int git(String... arguments) throws InterruptedException {
        var argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        var runner = new CommandRunner(System.getenv(), folder.resolve("spill"));
        return switch (runner.run(Command.of(folder, Duration.ofSeconds(30), argv))) {
            case CommandResult.Exited exited when exited.code() == 0 -> 0;
            case CommandResult.Exited exited -> throw new AssertionError(exited.output().text());
            case CommandResult.TimedOut timedOut -> throw new AssertionError(timedOut);
            case CommandResult.NotStarted not -> throw new AssertionError(not.reason());
        };
    }
}
