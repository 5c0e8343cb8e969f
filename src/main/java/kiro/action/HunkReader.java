package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Asks git for the stretches of lines that differ from a commit.
final class HunkReader {
    private static final Pattern HEAD =
            Pattern.compile(
                    "@@ -(?<old>\\d+)(?:,(?<removed>\\d+))? \\+(?<now>\\d+)(?:,(?<added>\\d+))? @@.*");

    private final Git git;

    HunkReader(Git git) {
        this.git = git;
    }

    /// Of files that are there in both states; empty where git cannot say.
    Optional<List<Hunk>> since(String commit) throws InterruptedException {
        return answer(
                        List.of(
                                "-c",
                                "core.quotePath=off",
                                "diff",
                                "-U0",
                                "--no-renames",
                                "--diff-filter=M",
                                "--relative",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--no-color",
                                "--src-prefix=a/",
                                "--dst-prefix=b/",
                                commit,
                                "--"))
                .map(HunkReader::parse);
    }

    /// The text of a file in a commit.
    Optional<String> text(String commit, String path) throws InterruptedException {
        return answer(List.of("show", commit + ":./" + path));
    }

    private Optional<String> answer(List<String> arguments) throws InterruptedException {
        return git.run(arguments) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static List<Hunk> parse(String patch) {
        var hunks = new ArrayList<Hunk>();
        String path = "";
        boolean isHead = true;
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        int[] at = {0, 0};
        for (String line : patch.split("\n", -1)) {
            Matcher head = HEAD.matcher(line);
            boolean isNext = line.startsWith("diff --git ") || head.matches();
            if (isNext && !(removed.isEmpty() && added.isEmpty())) {
                hunks.add(new Hunk(path, at[0], at[1], removed, added));
                removed.clear();
                added.clear();
            }
            if (line.startsWith("diff --git ")) {
                isHead = true;
            } else if (head.matches()) {
                isHead = false;
                at =
                        new int[] {
                            Integer.parseInt(head.group("old")), Integer.parseInt(head.group("now"))
                        };
            } else if (isHead && line.startsWith("+++ b/")) {
                path = line.substring("+++ b/".length()).replaceFirst("\t$", "");
            } else if (!isHead && line.startsWith("-")) {
                removed.add(line.substring(1));
            } else if (!isHead && line.startsWith("+")) {
                added.add(line.substring(1));
            }
        }
        if (!(removed.isEmpty() && added.isEmpty())) {
            hunks.add(new Hunk(path, at[0], at[1], removed, added));
        }
        return List.copyOf(hunks);
    }
}
