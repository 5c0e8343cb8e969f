package kiro.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what compilers and linters print, line by line.
final class CheckOutput {
    private static final Pattern MAVEN =
            Pattern.compile(
                    "\\[(?<kind>ERROR|WARNING)\\] (?<file>[^\\[]+):\\[(?<line>\\d+),(?<column>\\d+)\\] (?:error: )?(?<message>.+)");
    private static final Pattern JAVAC =
            Pattern.compile(
                    "(?<file>[^\\s:][^:]*\\.java):(?<line>\\d+): (?<kind>error|warning): (?<message>.+)");
    private static final Pattern TSC =
            Pattern.compile(
                    "(?<file>[^(]+)\\((?<line>\\d+),(?<column>\\d+)\\): (?<kind>error|warning) (?<code>TS\\d+): (?<message>.+)");
    private static final Pattern COLON =
            Pattern.compile(
                    "(?:vet: )?(?:\\./)?(?<file>[^:\\s][^:]*):(?<line>\\d+):(?:(?<column>\\d+):)? (?:(?<kind>error|warning|note): )?(?<message>.+)");
    private static final Pattern MYPY_CODE =
            Pattern.compile("(?<message>.+?)  \\[(?<code>[\\w-]+)\\]");
    private static final Pattern SYMBOL =
            Pattern.compile("(?:\\[ERROR\\])?\\s+symbol:?\\s*:?\\s*(?<symbol>\\S.*)");

    private final String tool;
    private final Path root;

    CheckOutput(String tool, Path root) {
        this.tool = tool;
        this.root = root;
    }

    /// How a tool prints.
    enum Form {
        MAVEN,
        JAVAC,
        TSC,
        COLON,
        ESLINT,
        RUFF,
        PYRIGHT,
        CARGO
    }

    /// @param output what it printed as its answer
    /// @param errors what it printed beside
    List<Problem> read(Form form, String output, String errors) {
        return switch (form) {
            case MAVEN -> lines(MAVEN, output + "\n" + errors);
            case JAVAC -> lines(JAVAC, output + "\n" + errors);
            case TSC -> lines(TSC, output);
            case COLON -> lines(COLON, output + "\n" + errors);
            case ESLINT, RUFF, PYRIGHT, CARGO -> new CheckJson(tool, root).read(form, output);
        };
    }

    private List<Problem> lines(Pattern form, String text) {
        var problems = new ArrayList<Problem>();
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = form.matcher(lines.get(i));
            if (line.matches()) {
                Problem problem = problem(form, line, lines, i);
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
            }
        }
        return problems;
    }

    private Problem problem(Pattern form, Matcher line, List<String> lines, int at) {
        Optional<String> kind = group(line, "kind");
        String message = line.group("message");
        String code = group(line, "code").orElse("");
        if (form == COLON) {
            Matcher mypy = MYPY_CODE.matcher(message);
            if (mypy.matches()) {
                message = mypy.group("message");
                code = mypy.group("code");
            }
        }
        int column = group(line, "column").map(Integer::parseInt).orElseGet(() -> caret(lines, at));
        boolean isError = kind.isEmpty() || kind.get().equalsIgnoreCase("error");
        return new Problem(
                tool,
                code,
                isError,
                relative(line.group("file")),
                new Problem.Place(Integer.parseInt(line.group("line")), column),
                message + symbol(lines, at),
                List.of());
    }

    private static Optional<String> group(Matcher line, String name) {
        return line.namedGroups().containsKey(name)
                ? Optional.ofNullable(line.group(name))
                : Optional.empty();
    }

    /// Where javac points below the line of the source.
    private static int caret(List<String> lines, int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
            if (lines.get(i).strip().equals("^")) {
                return lines.get(i).indexOf('^') + 1;
            }
        }
        return 1;
    }

    /// Which name javac did not find, in the lines below.
    private static String symbol(List<String> lines, int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 6); i++) {
            Matcher symbol = SYMBOL.matcher(lines.get(i));
            if (symbol.matches()) {
                return ": " + symbol.group("symbol").strip();
            }
            if (JAVAC.matcher(lines.get(i)).matches() || MAVEN.matcher(lines.get(i)).matches()) {
                return "";
            }
        }
        return "";
    }

    private String relative(String file) {
        return relative(root, file);
    }

    static String relative(Path root, String file) {
        Path path = root.resolve(file.strip()).normalize();
        return path.startsWith(root)
                ? root.relativize(path).toString().replace('\\', '/')
                : path.toString();
    }
}
