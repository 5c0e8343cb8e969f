package kiro.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Reads the tasks of a `tasks.md`: every list item with a box, outside of code and comments, with what is indented
/// below it.
final class TaskScan {
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:\\*\\*|__|~~)?(?:(?i:task)\\s+)?(?<id>\\d+(?:\\.\\d+)+|\\d+(?=[.):*])|T\\d{2,4})\\*?[.):]?\\**(?:\\s+|$)");

    private static final int LONGEST = 40;

    private final TextDocument document;
    private final List<Found> found = new ArrayList<>();
    private final List<Found> open = new ArrayList<>();

    private TaskScan(TextDocument document) {
        this.document = document;
    }

    static List<SpecTask> of(TextDocument document) {
        var scan = new TaskScan(document);
        VisibleLines.forEach(document, scan::take);
        return scan.tasks();
    }

    /// A task while its lines are being read.
    private static final class Found {
        final Optional<Found> above;
        final Checkbox box;
        final int indent;
        final String words;
        final List<Citation> requirements = new ArrayList<>();
        final Optional<String> writtenId;
        int lastLine;

        Found(Optional<Found> above, Checkbox box, int indent, String words) {
            this.above = above;
            this.box = box;
            this.indent = indent;
            this.words = words;
            this.writtenId = writtenId(words);
            this.lastLine = box.line();
        }
    }

    private void take(int number) {
        String line = document.line(number);
        if (line.isBlank()) {
            return;
        }
        if (VisibleLines.headingLevel(line) > 0) {
            open.clear();
            return;
        }
        Optional<Checkbox> box = box(line, number);
        int indent = columns(line);
        if (box.isPresent()) {
            close(indent);
            Optional<Found> above = open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
            var task = new Found(above, box.get(), indent, words(line, box.get()));
            found.add(task);
            open.add(task);
        } else if (!open.isEmpty()) {
            takeDetail(line, number, indent);
        }
    }

    /// A line below a task belongs to the nearest that it is indented under; what is not indented under any ends them,
    /// but for a list of requirements, which people put there too.
    private void takeDetail(String line, int number, int indent) {
        List<Citation> cited = CitationLine.of(line, number);
        if (cited.isEmpty() || indent > open.getFirst().indent) {
            close(indent);
        }
        if (!open.isEmpty()) {
            open.getLast().requirements.addAll(cited);
            open.forEach(task -> task.lastLine = number);
        }
    }

    private void close(int indent) {
        while (!open.isEmpty() && open.getLast().indent >= indent) {
            open.removeLast();
        }
    }

    /// The box of a line that is a task's.
    static Optional<Checkbox> box(String line, int number) {
        int start = VisibleLines.indent(line);
        if (start >= line.length()) {
            return Optional.empty();
        }
        char mark = line.charAt(start);
        boolean isItem =
                Character.isDigit(mark)
                        || ((mark == '-' || mark == '*' || mark == '+')
                                && start + 1 < line.length()
                                && Character.isWhitespace(line.charAt(start + 1)));
        return isItem && line.indexOf('[', start) > 0
                ? Checkbox.of(line, number, start)
                : Optional.empty();
    }

    /// The width of the white space before a line, tabs to the next fourth column.
    private static int columns(String line) {
        int columns = 0;
        for (int i = 0; i < VisibleLines.indent(line); i++) {
            columns += line.charAt(i) == '\t' ? 4 - columns % 4 : 1;
        }
        return columns;
    }

    private static String words(String line, Checkbox box) {
        return Commented.of(line.substring(box.mark() + 2)).text().strip();
    }

    private static boolean isOptional(String words) {
        return (words.startsWith("*") && !words.startsWith("**")) || words.startsWith("\\*");
    }

    private List<SpecTask> tasks() {
        Set<String> taken = new HashSet<>();
        for (Found each : found) {
            each.writtenId.ifPresent(taken::add);
        }
        Set<String> given = new HashSet<>();
        Map<Found, TaskId> ids = new HashMap<>();
        Map<Optional<Found>, Integer> counts = new HashMap<>();
        var tasks = new ArrayList<SpecTask>();
        for (Found each : found) {
            int count = counts.merge(each.above, 1, Integer::sum);
            String below = each.above.map(above -> ids.get(above) + ".").orElse("") + count;
            // nobody cites a task by twenty numbers
            String counted = below.length() <= LONGEST ? below : "t" + (tasks.size() + 1);
            String wanted = each.writtenId.orElse(counted);
            boolean isFree =
                    given.add(wanted) && (each.writtenId.isPresent() || !taken.contains(wanted));
            var id = new TaskId(isFree ? wanted : free(wanted, taken, given));
            ids.put(each, id);
            tasks.add(task(each, id, each.above.map(ids::get)));
        }
        return tasks;
    }

    private static String free(String wanted, Set<String> taken, Set<String> given) {
        int n = 2;
        while (taken.contains(wanted + "-" + n) || !given.add(wanted + "-" + n)) {
            n++;
        }
        return wanted + "-" + n;
    }

    private SpecTask task(Found found, TaskId id, Optional<TaskId> above) {
        String words = unmarked(found.words);
        Matcher number = NUMBERED.matcher(words);
        String text = number.lookingAt() ? words.substring(number.end()) : words;
        return new SpecTask(
                id,
                above,
                ItemWords.oneLine(closed(words, text)),
                TaskState.of(document.line(found.box.line()).charAt(found.box.mark())),
                isOptional(found.words),
                found.requirements,
                new SourceSpan(
                        found.box.line(),
                        VisibleLines.indent(document.line(found.box.line())) + 1,
                        found.lastLine,
                        document.line(found.lastLine).length() + 1));
    }

    /// The words without the emphasis around all of them, of which the number took the opening half.
    private static String closed(String words, String text) {
        for (String mark : List.of("**", "__", "~~")) {
            if (words.startsWith(mark)) {
                String inside = text.startsWith(mark) ? text.substring(mark.length()) : text;
                int close = inside.indexOf(mark);
                return close < 0
                        ? text
                        : inside.substring(0, close) + inside.substring(close + mark.length());
            }
        }
        return text;
    }

    private static String unmarked(String words) {
        if (!isOptional(words)) {
            return words;
        }
        return words.substring(words.startsWith("\\") ? 2 : 1).strip();
    }

    private static Optional<String> writtenId(String words) {
        Matcher number = NUMBERED.matcher(unmarked(words));
        return number.lookingAt() && number.group("id").length() <= LONGEST
                ? Optional.of(number.group("id"))
                : Optional.empty();
    }
}
