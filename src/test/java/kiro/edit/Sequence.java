package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// What commands do to a person's work, and what is left of it when they are taken back.
///
/// @param person what stands there before, in the words of a shell
/// @param agent commands of a run, one after the other
/// @param since what the person does after the run
/// @param conflicts files that are left, and named
/// @param holds what is true when the run is taken back
record Sequence(
        String name,
        String person,
        List<String> agent,
        String since,
        List<String> conflicts,
        String holds) {
    static final String GIT = "git init -q -b main; ";

    /// Begins a line that the person has run between commands.
    static final String PERSON = "person: ";

    static final String COMMIT = "git add -A; git commit -qm x; ";

    static Sequence of(String name, String person, String... agent) {
        return new Sequence(name, person, List.of(agent), "", List.of(), "true");
    }

    Sequence then(String what) {
        return new Sequence(name, person, agent, what, conflicts, holds);
    }

    /// Without these, all is as it was before.
    Sequence leaves(String truth, String... left) {
        return new Sequence(name, person, agent, since, List.of(left), truth);
    }

    boolean isWhole() {
        return since.isEmpty() && conflicts.isEmpty() && holds.equals("true");
    }

    @Override
    public String toString() {
        return name;
    }

    /// The run is made in a folder, and taken back.
    void check(Path folder) throws Exception {
        new Ground(folder.toRealPath()).check(this);
    }

    private record Ground(Path folder, Path root) {
        Ground(Path folder) {
            this(folder, folder.resolve("w"));
        }

        void check(Sequence sequence) throws Exception {
            Files.createDirectory(root);
            shell(sequence.person());
            Map<String, String> before = all();
            var files = new WorkspaceFiles(new Workspace(root));
            Path journal = folder.resolve("journal");
            var watch = watch(files, journal);
            for (String command : sequence.agent()) {
                if (command.startsWith(PERSON)) {
                    shell(command.substring(PERSON.length()));
                    continue;
                }
                CommandWatch.Before known = watch.begin();
                watch.note("c", known);
                shell(command);
                watch.end(known);
            }
            assertThat(all()).isNotEqualTo(before);
            shell(sequence.since());

            var undo = Undo.of(journal, files);
            Undo.Prepared prepared =
                    undo.prepare(undo.sets().stream().map(ChangeSet::number).toList());

            Undo.Taken taken = undo.take(prepared);
            assertThat(taken.result()).isEqualTo(new JournalResult.Applied());
            assertThat(prepared.with(taken).conflicts())
                    .extracting(conflict -> conflict.path().value())
                    .containsExactlyElementsOf(sequence.conflicts());
            assertThat(shell(sequence.holds())).isZero();
            if (sequence.isWhole()) {
                assertThat(all()).isEqualTo(before);
            }
        }

        private CommandWatch watch(WorkspaceFiles files, Path journal) {
            var workspace = new Workspace(root);
            var runner =
                    new CommandRunner(
                            Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString()),
                            folder.resolve("output"));
            return new CommandWatch(
                    new Git(workspace, runner), workspace, files, new Journal(journal, files));
        }

        private int shell(String line) throws Exception {
            var builder = new ProcessBuilder("bash", "-c", line).directory(root.toFile());
            builder.environment()
                    .putAll(
                            Map.of(
                                    "HOME", folder.toString(),
                                    "GIT_AUTHOR_NAME", "a",
                                    "GIT_AUTHOR_EMAIL", "a@example.com",
                                    "GIT_COMMITTER_NAME", "a",
                                    "GIT_COMMITTER_EMAIL", "a@example.com"));
            Process process =
                    builder.redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said").toFile())
                            .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        /// All that stands there, but what belongs to the repositories themselves.
        private Map<String, String> all() {
            var tree = new TreeMap<String, String>();
            try (Stream<Path> all = Files.walk(root)) {
                for (Path each : all.toList()) {
                    String name =
                            each.toUri().getRawPath().substring(root.toUri().getRawPath().length());
                    if (!name.matches("|(.*/)?\\.git/.*")) {
                        tree.put(name, told(each));
                    }
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
            return tree;
        }

        private static String told(Path each) throws IOException {
            if (Files.isSymbolicLink(each)) {
                return "-> " + Files.readSymbolicLink(each);
            }
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                return "a folder";
            }
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
            return Files.size(each) > 1_000_000
                    ? "%s %d bytes".formatted(mode, Files.size(each))
                    : mode + " " + Files.readString(each, StandardCharsets.ISO_8859_1);
        }
    }
}
