package kiro.tool.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;
import kiro.text.TextDocument.Line;
import kiro.tool.ToolResult;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// One run through files, looking for a pattern.
final class Search {
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_HITS = 200;
    private static final int WIDTH = 240;
    private static final long STEPS = 1_000_000_000;
    private static final long STEPS_OF_LINE = 20_000_000;

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Wanted wanted;
    private final Steps steps = new Steps(STEPS, STEPS_OF_LINE);
    private final StringBuilder hits = new StringBuilder();
    private int count;
    private int large;

    Search(Workspace workspace, WorkspaceFiles files, Wanted wanted) {
        this.workspace = workspace;
        this.files = files;
        this.wanted = wanted;
    }

    ToolResult run(List<WorkspacePath> paths) throws InterruptedException {
        for (WorkspacePath path : paths) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                searchIn(path);
            } catch (Steps.Exhausted exhausted) {
                return exhausted.isOfLine()
                        ? new ToolResult.Failed(
                                "the pattern backtracks without end in a line of %s: write it without"
                                                .formatted(path)
                                        + " nested repetitions")
                        : new ToolResult.Done(
                                answer()
                                        + "\n[the search was stopped in %s, it took too long: narrow it with path or glob]"
                                                .formatted(path));
            } catch (StackOverflowError tooDeep) {
                // The matcher recurses on alternatives inside of repetitions, a level a character.
                return new ToolResult.Failed(
                        "the pattern recurses too deeply in a line of %s: write it without repeated"
                                        .formatted(path)
                                + " alternatives");
            }
        }
        return new ToolResult.Done(answer());
    }

    private void searchIn(WorkspacePath path) {
        List<Line> lines = text(path).map(TextDocument::lines).orElse(List.of());
        int matching = 0;
        int shown = 0;
        for (int number = 1; number <= lines.size(); number++) {
            if (wanted.pattern().matcher(steps.counting(lines.get(number - 1).text())).find()) {
                matching++;
                if (wanted.show() == Wanted.Show.LINES) {
                    shown = hit(path, lines, number, shown);
                } else if (wanted.show() == Wanted.Show.FILES) {
                    break;
                }
            }
        }
        if (matching > 0 && wanted.show() != Wanted.Show.LINES) {
            count++;
            if (count <= MAX_HITS) {
                hits.append(Names.listed(path.value()))
                        .append(wanted.show() == Wanted.Show.COUNTS ? ": " + matching : "")
                        .append('\n');
            }
        }
    }

    private Optional<TextDocument> text(WorkspacePath path) {
        Path file = workspace.absolute(path);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                large++;
                return Optional.empty();
            }
            return files.read(path).flatMap(TextDocument::read);
        } catch (IOException unreadable) {
            large++;
            return Optional.empty();
        }
    }

    /// Shows a line with those around it that are not shown yet; answers the last one shown.
    private int hit(WorkspacePath path, List<Line> lines, int number, int shown) {
        count++;
        if (count > MAX_HITS) {
            return shown;
        }
        int from = Math.max(shown + 1, number - wanted.context());
        if (wanted.context() > 0 && !hits.isEmpty() && (shown == 0 || from > shown + 1)) {
            hits.append("--\n");
        }
        int to = Math.min(lines.size(), number + wanted.context());
        for (int each = from; each <= to; each++) {
            line(path, each, lines.get(each - 1).text(), each == number ? ": " : "- ");
        }
        return Math.max(shown, to);
    }

    private void line(WorkspacePath path, int number, String line, String sign) {
        String text = line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line;
        hits.append(Names.listed(path.value()))
                .append(':')
                .append(number)
                .append(sign)
                .append(text)
                .append('\n');
    }

    private String answer() {
        var notes = new StringBuilder();
        if (count > MAX_HITS) {
            notes.append(
                    "[%d of %,d %s: narrow the search]\n"
                            .formatted(
                                    MAX_HITS,
                                    count,
                                    wanted.show() == Wanted.Show.LINES ? "lines" : "files"));
        }
        if (large > 0) {
            notes.append("[%d files were too large or not readable]\n".formatted(large));
        }
        String found = count == 0 ? "[no line matches]\n" : hits.toString();
        return (found + notes).stripTrailing();
    }
}
