package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.workspace.Git;

/// What the latest commits of a branch were about, and which files they changed.
record CommitLog(List<Entry> entries) {
    private static final String START = "\u0002";
    private static final int MOST = 500;

    /// @param subject the first line of the message
    record Entry(String subject, List<Touched> files) {
        Entry {
            files = List.copyOf(files);
        }

        Optional<ConventionalSubject> conventional() {
            return ConventionalSubject.parse(subject);
        }
    }

    /// A file that a commit changed.
    ///
    /// @param isNew whether the commit added it
    record Touched(String path, boolean isNew) {}

    CommitLog {
        entries = List.copyOf(entries);
    }

    /// @param head the newest commit that counts; a repository without a commit has an empty log
    static CommitLog read(Git git, String head) throws InterruptedException {
        List<String> arguments =
                List.of(
                        "-c",
                        "core.quotePath=off",
                        "log",
                        "--max-count=" + MOST,
                        "--no-merges",
                        "--name-status",
                        "--no-renames",
                        "--relative",
                        "--no-color",
                        "--no-show-signature",
                        "--format=%x02%s",
                        head,
                        "--");
        return git.run(arguments) instanceof Capture.Ended ended && ended.code() == 0
                ? parse(new String(ended.output(), StandardCharsets.UTF_8))
                : new CommitLog(List.of());
    }

    static CommitLog parse(String answer) {
        var entries = new ArrayList<Entry>();
        for (String part : answer.split(START)) {
            List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
            if (!lines.isEmpty()) {
                entries.add(new Entry(lines.getFirst(), touched(lines.subList(1, lines.size()))));
            }
        }
        return new CommitLog(entries);
    }

    private static List<Touched> touched(List<String> lines) {
        return lines.stream()
                .filter(line -> line.indexOf('\t') > 0)
                .map(line ->
                        new Touched(line.substring(line.indexOf('\t') + 1), line.startsWith("A")))
                .toList();
    }
}
