package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden cases: a folder before, a patch, and the folder after or the refusal.
class PatchCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/edit");

    @TempDir Path folder;

    static Stream<String> cases() throws IOException {
        return Files.list(CASES).map(path -> path.getFileName().toString()).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("edits#AC-5")
    @Tag("edits#AC-6")
    void a_patch_does_exactly_what_it_says_or_nothing(String name) throws IOException {
        Path golden = CASES.resolve(name);
        Path root = TemporaryWorkspace.in(folder).root().resolve("work");
        copy(golden.resolve("before"), root);
        var workspace = new Workspace(root);
        var files = new WorkspaceFiles(workspace);

        EditResult result =
                new PatchEngine(files)
                        .patch(Files.readString(golden.resolve("patch.txt")), workspace::resolve);

        if (Files.exists(golden.resolve("refusal.txt"))) {
            assertThat(result)
                    .isEqualTo(
                            new EditResult.Refused(
                                    Files.readString(golden.resolve("refusal.txt"))));
            assertThat(tree(root)).isEqualTo(tree(golden.resolve("before")));
            return;
        }
        assertThat(result).isInstanceOf(EditResult.Planned.class);
        List<FileChange> changes = ((EditResult.Planned) result).changes();
        assertThat(new Journal(folder.resolve("journal"), files).apply(changes))
                .isEqualTo(new JournalResult.Applied());
        assertThat(tree(root)).isEqualTo(tree(golden.resolve("after")));
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String file : tree(from).keySet()) {
            Path target = to.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(from.resolve(file), target);
        }
    }

    private static Map<String, Hash> tree(Path root) throws IOException {
        var tree = new TreeMap<String, Hash>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                tree.put(root.relativize(path).toString(), Hash.of(Files.readAllBytes(path)));
            }
        }
        return tree;
    }
}
