import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A git repository of small files, all committed.
class Repository {
    private Repository() {}

    /// The file with this number.
    static Path file(Path root, int i) {
        return root.resolve("src/p%d/q%d/f%d.txt".formatted(i / 200, i / 20 % 10, i));
    }

    /// Makes one of so many files, each with its line so often.
    static void make(Path root, int count, int lines) throws Exception {
        for (int i = 0; i < count; i++) {
            Files.createDirectories(file(root, i).getParent());
            Files.writeString(file(root, i), "file %d\n".formatted(i).repeat(lines));
        }
        git(root, "init", "-q");
        git(root, "add", "-A");
        git(root, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "x");
    }

    /// Runs git, and waits for it.
    static void git(Path root, String... arguments) throws Exception {
        var argv = new ArrayList<String>(List.of("git"));
        argv.addAll(List.of(arguments));
        int code =
                new ProcessBuilder(argv)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(root.resolveSibling("said").toFile())
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(argv + ": " + code);
        }
    }
}
