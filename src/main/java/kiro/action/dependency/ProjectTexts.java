package kiro.action.dependency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;

/// The files of a project as they lie in its folder, or as git is about to commit them.
public final class ProjectTexts {
    private final Path root;
    private final Git git;
    private final List<String> files;
    private final Set<String> known;
    private final Set<String> unlike;
    private final boolean isStaged;

    /// @param unlike files that lie otherwise in the folder than they count
    private ProjectTexts(
            Path root, Git git, List<String> files, Set<String> unlike, boolean isStaged) {
        this.root = root;
        this.git = git;
        this.files = List.copyOf(files);
        this.known = Set.copyOf(files);
        this.unlike = Set.copyOf(unlike);
        this.isStaged = isStaged;
    }

    public static ProjectTexts lying(Path root, Git git) throws InterruptedException {
        return new ProjectTexts(
                root,
                git,
                git.files().stream().map(WorkspacePath::value).toList(),
                Set.of(),
                false);
    }

    /// What git has not been told of is not there, and what changed since it was told is as it was then.
    public static ProjectTexts staged(Path root, Git git) throws InterruptedException {
        return new ProjectTexts(
                root,
                git,
                names(git, "ls-files", "--cached", "-z"),
                Set.copyOf(names(git, "diff-files", "--relative", "--name-only", "-z")),
                true);
    }

    private static List<String> names(Git git, String... arguments) throws InterruptedException {
        return git.run(List.of(arguments)) instanceof Capture.Ended ended && ended.code() == 0
                ? Stream.of(new String(ended.output(), StandardCharsets.UTF_8).split("\0"))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    boolean isStaged() {
        return isStaged;
    }

    /// Those that lie otherwise in the folder than they count.
    public Set<String> unlike() {
        return unlike;
    }

    /// Paths from the project's root.
    public List<String> files() {
        return files;
    }

    /// Empty for what is not there, is no file or is larger than that.
    public Optional<byte[]> read(String path, long largest) throws InterruptedException {
        if (isStaged && unlike.contains(path)) {
            return git.run(List.of("cat-file", "blob", ":./" + path)) instanceof Capture.Ended ended
                            && ended.code() == 0
                    ? Optional.of(ended.output()).filter(bytes -> bytes.length <= largest)
                    : Optional.empty();
        }
        Path file = root.resolve(path);
        try {
            return (!isStaged || known.contains(path))
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= largest
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    Optional<String> text(String path, long largest) throws InterruptedException {
        return read(path, largest).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
