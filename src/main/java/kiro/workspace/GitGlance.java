package kiro.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiro.process.Capture;

/// What differs from the commit at a glance: what git's list of its files tells of the tracked ones, and the untracked ones.
///
/// Where there are few files, to start a process takes longer than what git does: both are asked for in one. Where there are many,
/// they are asked for at the same time.
public final class GitGlance {
    /// A list of so many bytes is one of some 10,000 files.
    private static final long SHORT = 1 << 20;

    private final Git git;
    private final GitIndex index;
    private final GitUntracked untracked;
    private volatile List<WorkspacePath> lastFolders = List.of();

    public GitGlance(Git git, GitIndex index, Workspace workspace) {
        this.git = git;
        this.index = index;
        this.untracked = new GitUntracked(git, workspace);
    }

    /// @param touched the tracked files that may differ
    public record Seen(List<WorkspacePath> touched, GitUntracked.Found untracked) {}

    public GitUntracked untracked() {
        return untracked;
    }

    /// Empty where git does not say.
    ///
    /// @param most so many tracked files are enough to see that git's list is out of date
    public Optional<Seen> look(int most) throws InterruptedException {
        boolean isShort = index.version().filter(list -> list.size() <= SHORT).isPresent();
        List<WorkspacePath> guessed = lastFolders;
        Optional<List<Capture.Ended>> answers =
                isShort ? git.askAll(questions(guessed)) : Optional.empty();
        return answers.isPresent() ? seen(answers.get(), guessed, most) : apart(most);
    }

    /// @param folders what was found without any tracked file the last time, and mostly is again
    private static List<List<String>> questions(List<WorkspacePath> folders) {
        var questions = new ArrayList<>(List.of(GitIndex.TOUCHED, GitUntracked.BY_FOLDER));
        if (!folders.isEmpty()) {
            questions.add(GitUntracked.questionWithin(folders));
        }
        return questions;
    }

    private Optional<Seen> seen(List<Capture.Ended> answers, List<WorkspacePath> guessed, int most)
            throws InterruptedException {
        Optional<List<WorkspacePath>> touched = GitIndex.touched(answers.getFirst(), most);
        Optional<GitUntracked.Listed> listed =
                GitUntracked.entries(answers.get(1)).map(untracked::listed);
        if (touched.isEmpty() || listed.isEmpty()) {
            return Optional.empty();
        }
        List<WorkspacePath> folders = listed.get().folders();
        lastFolders = GitUntracked.isNamed(folders) ? folders : List.of();
        Optional<List<WorkspacePath>> within =
                !guessed.isEmpty() && folders.equals(guessed)
                        ? GitUntracked.entries(answers.getLast()).map(GitUntracked::paths)
                        : untracked.within(folders);
        return within.map(files -> new Seen(touched.get(), untracked.found(listed.get(), files)));
    }

    private Optional<Seen> apart(int most) throws InterruptedException {
        var asked = new FutureTask<>(untracked::find);
        Thread.ofVirtual().name("untracked-files").start(asked);
        Optional<List<WorkspacePath>> touched = index.touched(most);
        try {
            Optional<GitUntracked.Found> found = asked.get();
            return touched.flatMap(files -> found.map(others -> new Seen(files, others)));
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the files could not be listed", fault);
        }
    }
}
