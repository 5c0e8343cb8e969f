package kiro.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        return of(VisibleLines.of(document));
    }

    static List<SpecTask> of(VisibleLines lines) {
        var scan = new TaskScan(lines.document());
        lines.forEach(scan::take);
        return scan.tasks();
    }

    /// A task while its lines are being read.
    private static final class Found {
        final Optional<Found> above;
        final Checkbox box;
        final int indent;
        final String words;
        final List<Citation> requirements = new ArrayList<>();
        final Numbered numbered;
        Optional<TaskId> id = Optional.empty();
        int lastLine;
        int below;

        Found(Optional<Found> above, Checkbox box, int indent, String words) {
            this.above = above;
            this.box = box;
            this.indent = indent;
            this.words = words;
            this.numbered = Numbered.of(unmarked(words));
            this.lastLine = box.line();
        }
    }

    /// The number at the head of a task's words.
    ///
    /// @param end where the words begin behind it; 0 where there is none
    private record Numbered(Optional<String> id, int end) {
        static Numbered of(String words) {
            if (!isPerhaps(words)) {
                return new Numbered(Optional.empty(), 0);
            }
            Optional<Numbered> usual = usual(words);
            if (usual.isPresent()) {
                return usual.get();
            }
            Matcher number = NUMBERED.matcher(words);
            if (!number.lookingAt()) {
                return new Numbered(Optional.empty(), 0);
            }
            Optional<String> id = Optional.of(number.group("id"));
            return new Numbered(id.filter(any -> any.length() <= LONGEST), number.end());
        }

        /// `1. Build it` and `1.2 Build it`, as most are written.
        private static Optional<Numbered> usual(String words) {
            int at = 0;
            while (at < words.length() && isDigitOrDot(words.charAt(at))) {
                at++;
            }
            boolean isDotted = at > 0 && words.charAt(at - 1) == '.';
            int end = isDotted ? at - 1 : at;
            boolean isUsual =
                    end > 0
                            && end <= LONGEST
                            && at + 1 < words.length()
                            && words.charAt(0) != '.'
                            && words.charAt(at) == ' '
                            && words.charAt(at + 1) > ' '
                            && words.indexOf("..") < 0
                            && (isDotted || words.lastIndexOf('.', end - 1) > 0);
            return isUsual
                    ? Optional.of(new Numbered(Optional.of(words.substring(0, end)), at + 1))
                    : Optional.empty();
        }

        private static boolean isDigitOrDot(char c) {
            return (c >= '0' && c <= '9') || c == '.';
        }

        private static boolean isPerhaps(String words) {
            char first = words.isEmpty() ? ' ' : words.charAt(0);
            return Character.isDigit(first) || "*_~tT".indexOf(first) >= 0;
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
            for (Found task : open) {
                task.lastLine = number;
            }
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
        int indent = VisibleLines.indent(line);
        for (int i = 0; i < indent; i++) {
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
            if (each.numbered.id().isPresent()) {
                taken.add(each.numbered.id().get());
            }
        }
        Set<String> given = new HashSet<>();
        int outermost = 0;
        var tasks = new ArrayList<SpecTask>(found.size());
        for (Found each : found) {
            Optional<Found> above = each.above;
            int count = above.isPresent() ? ++above.get().below : ++outermost;
            String below =
                    above.isPresent() ? above.get().id.orElseThrow() + "." + count : "" + count;
            // nobody cites a task by twenty numbers
            String counted = below.length() <= LONGEST ? below : "t" + (tasks.size() + 1);
            Optional<String> written = each.numbered.id();
            String wanted = written.isPresent() ? written.get() : counted;
            boolean isFree = given.add(wanted) && (written.isPresent() || !taken.contains(wanted));
            each.id = Optional.of(new TaskId(isFree ? wanted : free(wanted, taken, given)));
            tasks.add(
                    task(
                            each,
                            each.id.get(),
                            above.isPresent() ? above.get().id : Optional.empty()));
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
        String text = words.substring(found.numbered.end());
        String line = document.line(found.box.line());
        return new SpecTask(
                id,
                above,
                ItemWords.oneLine(closed(words, text)),
                TaskState.of(line.charAt(found.box.mark())),
                isOptional(found.words),
                found.requirements,
                new SourceSpan(
                        found.box.line(),
                        VisibleLines.indent(line) + 1,
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
}
