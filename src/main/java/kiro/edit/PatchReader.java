package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a patch of the form `*** Begin Patch` ... `*** End Patch`. What often stands around it, a shell's
/// here-document or a Markdown fence, is passed over.
final class PatchReader {
    private static final String BEGIN = "*** Begin Patch";
    private static final String END = "*** End Patch";
    private static final String ADD = "*** Add File:";
    private static final String DELETE = "*** Delete File:";
    private static final String UPDATE = "*** Update File:";
    private static final String MOVE = "*** Move to:";
    private static final Pattern OPENING = Pattern.compile("```.*|.*<<-?\\s*['\"]?\\w+['\"]?\\s*");
    private static final Pattern CLOSING = Pattern.compile("```|\\w+");

    private final List<String> lines;
    private final List<PatchSection> sections = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int at;

    private PatchReader(List<String> lines) {
        this.lines = lines;
    }

    static PatchReading read(String patch) {
        return new PatchReader(LineFeeds.split(LineFeeds.of(patch))).read();
    }

    private PatchReading read() {
        pass(OPENING);
        if (!isAt(BEGIN)) {
            return new PatchReading.Malformed(
                    "a patch begins with a line '%s', %s".formatted(BEGIN, found()));
        }
        at++;
        while (problems.isEmpty() && at < lines.size() && !isAt(END)) {
            section();
        }
        if (problems.isEmpty() && at == lines.size()) {
            problem("the patch is cut off: it has no line '" + END + "'");
        }
        at++;
        pass(CLOSING);
        if (problems.isEmpty() && at < lines.size()) {
            problem("line %d stands after '%s': send one patch".formatted(at + 1, END));
        }
        if (problems.isEmpty() && sections.isEmpty()) {
            problem("the patch names no file");
        }
        return problems.isEmpty()
                ? new PatchReading.Read(sections)
                : new PatchReading.Malformed(problems.getFirst());
    }

    private void pass(Pattern wrapper) {
        while (at < lines.size()
                && (lines.get(at).isBlank() || wrapper.matcher(lines.get(at).strip()).matches())) {
            at++;
        }
    }

    private void section() {
        String line = lines.get(at).strip();
        if (line.isEmpty()) {
            at++;
        } else if (line.startsWith(ADD)) {
            path(ADD).ifPresent(this::addition);
        } else if (line.startsWith(DELETE)) {
            path(DELETE).ifPresent(path -> sections.add(new PatchSection.Delete(path)));
        } else if (line.startsWith(UPDATE)) {
            path(UPDATE).ifPresent(this::update);
        } else {
            problem(
                    "a section begins with '%s', '%s' or '%s' and a path, %s"
                            .formatted(ADD, DELETE, UPDATE, found()));
        }
    }

    private Optional<String> path(String header) {
        String path = lines.get(at).strip().substring(header.length()).strip();
        if (path.isEmpty()) {
            problem("line %d of the patch names no path after '%s'".formatted(at + 1, header));
            return Optional.empty();
        }
        at++;
        return Optional.of(path);
    }

    private void addition(String path) {
        var text = new StringBuilder();
        int blanks = 0;
        for (; at < lines.size() && !isMarker(); at++) {
            String line = lines.get(at);
            if (line.startsWith("+")) {
                text.repeat('\n', blanks).append(line, 1, line.length()).append('\n');
                blanks = 0;
            } else if (line.isBlank()) {
                blanks++;
            } else {
                problem("every line of an added file begins with '+', " + found());
                return;
            }
        }
        sections.add(new PatchSection.Add(path, text.toString()));
    }

    private void update(String path) {
        Optional<String> movedTo = Optional.empty();
        if (at < lines.size() && lines.get(at).strip().startsWith(MOVE)) {
            movedTo = path(MOVE);
        }
        var hunks = new ArrayList<Hunk>();
        while (problems.isEmpty() && at < lines.size() && !isMarker()) {
            if (lines.get(at).isBlank() && isBlankToNextPart()) {
                at++;
            } else {
                hunk(hunks.size() + 1).ifPresent(hunks::add);
            }
        }
        if (problems.isEmpty() && hunks.isEmpty() && movedTo.isEmpty()) {
            problem("the patch says nothing to change in " + path);
        }
        sections.add(new PatchSection.Update(path, movedTo, hunks));
    }

    private boolean isBlankToNextPart() {
        int next = at;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next == lines.size()
                || lines.get(next).startsWith("***")
                || lines.get(next).startsWith("@@");
    }

    private Optional<Hunk> hunk(int number) {
        List<String> contexts = contexts();
        var body = new HunkBody();
        while (at < lines.size() && !isMarker() && !lines.get(at).startsWith("@@")) {
            if (!body.add(lines.get(at))) {
                problem(
                        "a line of a hunk begins with ' ', '-' or '+', a hunk with '@@', "
                                + found());
                return Optional.empty();
            }
            at++;
        }
        boolean isAtEnd = isAt("*** End of File");
        if (isAtEnd) {
            at++;
        }
        if (!body.hasChange()) {
            problem(
                    "hunk %d before line %d of the patch changes nothing"
                            .formatted(number, at + 1));
        }
        return Optional.of(new Hunk(number, contexts, body.lines(), isAtEnd));
    }

    private List<String> contexts() {
        var contexts = new ArrayList<String>();
        for (; at < lines.size() && lines.get(at).startsWith("@@"); at++) {
            String context = HunkBody.context(lines.get(at));
            if (!context.isBlank()) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private boolean isMarker() {
        return lines.get(at).startsWith("*** ");
    }

    private boolean isAt(String marker) {
        return at < lines.size() && lines.get(at).strip().equals(marker);
    }

    private String found() {
        return at < lines.size()
                ? "but line %d of it is '%s'".formatted(at + 1, lines.get(at).strip())
                : "but it ends at line " + lines.size();
    }

    private void problem(String text) {
        problems.add(text);
    }
}
