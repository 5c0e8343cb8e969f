package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;

/// A project whose commands are run by the agent, and taken back.
final class UndoneTree {
    private static final String RUNS = "script.jsonl";

    private final TemporaryWorkspace workspace;

    UndoneTree(Path folder) {
        try {
            workspace =
                    TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                            .with(".gitignore", "spill/\n" + RUNS + "\n")
                            .with(".kiro/steering/none.md", "# None\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    TemporaryWorkspace files() {
        return workspace;
    }

    Path at(String path) {
        return workspace.root().resolve(path);
    }

    void link(String path, String target) {
        try {
            Files.createDirectories(at(path).getParent());
            Files.deleteIfExists(at(path));
            Files.createSymbolicLink(at(path), Path.of(target));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void mode(String path, String mode) {
        try {
            Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString(mode));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// A run in which these scripts are run one after the other: what they do is not told by the line that runs them.
    Kiro.Result agent(String... commands) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < commands.length; i++) {
            workspace.with("spill/%d.sh".formatted(i), commands[i]);
            lines.add(
                    ScriptLines.call(
                            "c" + i,
                            "run_command",
                            "{\"command\":\"sh spill/%d.sh\"}".formatted(i)));
        }
        lines.add(ScriptLines.says("done"));
        workspace.with(RUNS, String.join("\n", lines));
        Kiro.Result result =
                kiro("agent", "do it", "--mode", "autonomous", "--model", "scripted/" + RUNS);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    Kiro.Result undo(String... options) {
        var all = new ArrayList<>(List.of("undo"));
        all.addAll(List.of(options));
        return kiro(all.toArray(String[]::new));
    }

    private Kiro.Result kiro(String... arguments) {
        return Kiro.in(workspace.root()).with("KIRO_TEST_COMMAND", "true").run(arguments);
    }

    /// All that stands there, but what belongs to git and to the runs: files with their mode and content, links with their
    /// target, and folders.
    Map<String, String> all() {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(workspace.root())) {
            for (Path each : all.toList()) {
                String name = workspace.root().relativize(each).toString();
                if (!name.matches("|(?:\\.git|\\.kiro|spill)(?:/.*)?|" + RUNS)) {
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
        if (Files.isDirectory(each)) {
            return "a folder";
        }
        return !Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                ? "no file"
                : PosixFilePermissions.toString(Files.getPosixFilePermissions(each))
                        + " "
                        + Files.readString(each, StandardCharsets.ISO_8859_1);
    }
}
