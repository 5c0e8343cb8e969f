package kiro.tool.builtin;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what compilers and linters print, as `path:line:column: message`, each once.
final class Diagnostics {
    private static final int MOST = 100;
    private static final int LONGEST = 400;

    /// Maven, tsc, and all that say `path:line:column: message`, in this order.
    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(
                            "^\\[(?:ERROR|WARNING)] (\\S.*?\\.\\w+):\\[(\\d+),(\\d+)] (.+)$"),
                    Pattern.compile("^(\\S.*?\\.\\w+)\\((\\d+),(\\d+)\\): (.+)$"),
                    Pattern.compile("^(?:vet: )?(\\S.*?\\.\\w+):(\\d+):(\\d+):? (.+)$"),
                    Pattern.compile("^(\\S.*?\\.\\w+):(\\d+)():? (.+)$"));

    private static final Pattern STYLISH = Pattern.compile("^\\s+(\\d+):(\\d+)\\s+(.+)$");
    private static final Pattern STYLISH_FILE = Pattern.compile("^(/\\S.*\\.\\w+)$");

    private final Path root;
    private final SequencedSet<String> found = new LinkedHashSet<>();
    private String file = "";

    private Diagnostics(Path root) {
        this.root = root;
    }

    static List<String> of(String output, Path root) {
        var diagnostics = new Diagnostics(root);
        output.lines().forEach(diagnostics::line);
        return diagnostics.found.stream().limit(MOST).toList();
    }

    private void line(String line) {
        Matcher heading = STYLISH_FILE.matcher(line);
        if (heading.matches()) {
            file = heading.group(1);
            return;
        }
        Matcher below = STYLISH.matcher(line);
        if (below.matches() && !file.isEmpty()) {
            add(file, below.group(1), below.group(2), below.group(3));
            return;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(line);
            if (matcher.matches()) {
                add(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
                return;
            }
        }
    }

    private void add(String path, String number, String column, String message) {
        String prefix = root + "/";
        String shown = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        String text = message.strip().replaceAll("\\s+", " ");
        found.add(
                "%s:%s%s: %s"
                        .formatted(
                                shown,
                                number,
                                column.isEmpty() ? "" : ":" + column,
                                text.length() > LONGEST
                                        ? text.substring(0, LONGEST) + "..."
                                        : text));
    }
}
