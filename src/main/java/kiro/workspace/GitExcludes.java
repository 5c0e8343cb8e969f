package kiro.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;

/// What git ignores beside what the ignore files of the project say: by `info/exclude` of the repository, and by the file that its settings
/// name, or the person's own.
public final class GitExcludes {
    /// Without the place of the person's that the environment may name instead: git still takes that for itself.
    private static final String PERSONS = "~/.config/git/ignore";

    private static final int MOST = 1 << 20;

    private final Git git;
    private final Workspace workspace;
    private Optional<Place> place = Optional.empty();
    private Optional<Named> named = Optional.empty();

    public GitExcludes(Git git, Workspace workspace) {
        this.git = git;
        this.workspace = workspace;
    }

    /// @param exclude what is in `info/exclude`, a character for each byte
    /// @param file the other one
    /// @param text what is in that
    public record Rules(String exclude, String file, String text) {}

    private record Place(Path exclude, Path settings) {}

    /// @param settings of the repository, which name it
    private record Named(String settings, String file) {}

    /// Empty outside of a repository, and where what is there cannot be read.
    public Optional<Rules> rules() throws InterruptedException {
        Optional<Place> known = place();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            String file = file(content(known.get().settings()));
            return Optional.of(
                    new Rules(
                            content(known.get().exclude()),
                            file,
                            content(workspace.root().resolve(file))));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Place> place() throws InterruptedException {
        if (place.isEmpty()) {
            List<String> lines =
                    said("rev-parse", "--git-path", "info/exclude", "--git-path", "config");
            place =
                    lines.size() == 2
                            ? Optional.of(
                                    new Place(
                                            workspace.root().resolve(lines.getFirst()),
                                            workspace.root().resolve(lines.getLast())))
                            : Optional.empty();
        }
        return place;
    }

    /// Git is asked again when the settings of the repository are others.
    private String file(String settings) throws InterruptedException {
        if (named.filter(it -> it.settings().equals(settings)).isEmpty()) {
            List<String> lines =
                    said(
                            "config",
                            "--type=path",
                            "--default",
                            PERSONS,
                            "--get",
                            "core.excludesFile");
            named = Optional.of(new Named(settings, String.join("", lines)));
        }
        return named.get().file();
    }

    private List<String> said(String... words) throws InterruptedException {
        return git.run(List.of(words)) instanceof Capture.Ended ended && ended.code() == 0
                ? new String(ended.output(), StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    /// What is no file, such as a pipe, is not opened.
    private static String content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
        }
    }
}
