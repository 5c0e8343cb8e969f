package kiro.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Capture;

/// What git does not track, nor ignore.
public final class GitUntracked {
    private static final int NAMED = 200;

    /// The question for it where a folder without any tracked file is told as one.
    static final List<String> BY_FOLDER = question("--directory", "--");

    private final Git git;
    private final Workspace workspace;

    GitUntracked(Git git, Workspace workspace) {
        this.git = git;
        this.workspace = workspace;
    }

    /// @param files repositories of their own as well
    /// @param emptyFolders not known where it is too much to find them
    public record Found(List<WorkspacePath> files, Optional<Set<WorkspacePath>> emptyFolders) {}

    /// An answer to the question by folders.
    ///
    /// @param folders in which nothing is tracked
    record Listed(List<WorkspacePath> files, List<WorkspacePath> folders) {}

    /// Empty where git does not say.
    Optional<Found> find() throws InterruptedException {
        Optional<Listed> listed = asked(BY_FOLDER).map(this::listed);
        Optional<List<WorkspacePath>> within =
                listed.isPresent() ? within(listed.get().folders()) : Optional.empty();
        return within.map(files -> found(listed.orElseThrow(), files));
    }

    Listed listed(List<String> entries) {
        var files = new ArrayList<WorkspacePath>();
        var folders = new ArrayList<WorkspacePath>();
        for (String entry : entries) {
            WorkspacePath path = path(entry);
            if (entry.endsWith("/") && !isRepository(path)) {
                folders.add(path);
            } else {
                files.add(path);
            }
        }
        return new Listed(files, folders);
    }

    /// @param within the files in its folders
    Found found(Listed listed, List<WorkspacePath> within) {
        var files = new LinkedHashSet<>(listed.files());
        files.addAll(within);
        return new Found(List.copyOf(files), emptyFolders(listed.folders()));
    }

    private boolean isRepository(WorkspacePath folder) {
        return Files.exists(workspace.absolute(folder).resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /// What is untracked in these folders at least. Git passes over a folder in the place of a file that it tracks, unless it is asked for
    /// what is in it.
    public Optional<List<WorkspacePath>> within(List<WorkspacePath> folders)
            throws InterruptedException {
        return folders.isEmpty()
                ? Optional.of(List.of())
                : asked(isNamed(folders) ? questionWithin(folders) : question("--"))
                        .map(GitUntracked::paths);
    }

    /// Whether these are names that git can be given on its command line.
    static boolean isNamed(List<WorkspacePath> folders) {
        return folders.size() <= NAMED
                && folders.stream().noneMatch(folder -> RawPath.isRaw(folder.value()));
    }

    static List<String> questionWithin(List<WorkspacePath> folders) {
        return Stream.concat(question("--").stream(), folders.stream().map(WorkspacePath::value))
                .toList();
    }

    private static List<String> question(String... options) {
        return Stream.concat(
                        Stream.of(
                                "--literal-pathspecs",
                                "ls-files",
                                "-o",
                                "-z",
                                "--exclude-standard"),
                        Stream.of(options))
                .toList();
    }

    private Optional<List<String>> asked(List<String> question) throws InterruptedException {
        return git.ask(question.toArray(String[]::new)) instanceof Capture.Ended ended
                ? entries(ended)
                : Optional.empty();
    }

    static Optional<List<String>> entries(Capture.Ended ended) {
        String text = RawPath.decode(ended.output());
        return ended.code() == 0
                ? Optional.of(text.isEmpty() ? List.of() : List.of(text.split("\0")))
                : Optional.empty();
    }

    static List<WorkspacePath> paths(List<String> entries) {
        return entries.stream().map(GitUntracked::path).toList();
    }

    private static WorkspacePath path(String entry) {
        return WorkspacePath.of(
                entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry);
    }

    /// Folders in which nothing is, in these or they themselves; empty where it is too much to find them.
    public Optional<Set<WorkspacePath>> emptyFolders(List<WorkspacePath> folders) {
        return new EmptyFolders(workspace).in(folders.stream().map(workspace::absolute).toList());
    }
}
