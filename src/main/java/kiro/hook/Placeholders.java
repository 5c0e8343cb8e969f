package kiro.hook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.persona.Clean;

/// What stands for something that happened in what a hook does: `{file}`, `{files}`, `{event}`, `{branch}`, `{tests}`,
/// `{dependencies}`.
///
/// In a command line they become variables and arguments of the shell, which takes what they hold for words and never for a
/// part of the command, whatever characters are in them.
public final class Placeholders {
    private static final Pattern NAME =
            Pattern.compile("(?<!\\$)\\{(file|files|event|branch|tests|dependencies)}");

    private Placeholders() {}

    /// What happened.
    ///
    /// @param file the one file that it is about; empty where there is none, or there are several
    public record Values(
            Optional<String> file,
            List<String> files,
            String event,
            String branch,
            List<String> tests,
            List<String> dependencies) {
        public Values {
            files = List.copyOf(files);
            tests = List.copyOf(tests);
            dependencies = List.copyOf(dependencies);
        }

        private List<String> list(String name) {
            return switch (name) {
                case "files" -> files.stream().map(Values::path).toList();
                case "tests" -> tests;
                case "dependencies" -> dependencies;
                default -> List.of();
            };
        }

        /// A file whose name begins with a dash is none of a program's options.
        private static String path(String file) {
            return file.startsWith("-") ? "./" + file : file;
        }

        private String word(String name) {
            return switch (name) {
                case "file" -> file.map(Values::path).orElse("");
                case "event" -> event;
                case "branch" -> branch;
                default -> "";
            };
        }
    }

    /// A line for the shell, with what it is given.
    public record Filled(String line, List<String> arguments, Map<String, String> variables) {
        public Filled {
            arguments = List.copyOf(arguments);
            variables = Map.copyOf(variables);
        }
    }

    /// Whether a text has one of this name.
    public static boolean has(String text, String name) {
        return NAME.matcher(text).results().anyMatch(found -> found.group(1).equals(name));
    }

    /// The first one of a command line that stands in quotes, where the shell, or one that it starts, would take what it
    /// holds for something else than a word.
    public static Optional<String> quoted(String line) {
        Matcher found = NAME.matcher(line);
        while (found.find()) {
            if (isQuoted(line, found.start())) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    public static Filled line(String line, Values values) {
        var arguments = new ArrayList<String>();
        var variables = new TreeMap<String, String>();
        variables.put("KIRO_EVENT", values.event());
        variables.put("KIRO_BRANCH", values.branch());
        values.file().ifPresent(file -> variables.put("KIRO_FILE", values.word("file")));
        String filled =
                NAME.matcher(line)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(shell(found.group(1), values, arguments)));
        return new Filled(filled, arguments, variables);
    }

    private static String shell(String name, Values values, List<String> arguments) {
        return switch (name) {
            case "file" -> "\"${KIRO_FILE-}\"";
            case "event" -> "\"${KIRO_EVENT}\"";
            case "branch" -> "\"${KIRO_BRANCH}\"";
            default -> {
                int before = arguments.size();
                arguments.addAll(values.list(name));
                yield IntStream.rangeClosed(before + 1, arguments.size())
                        .mapToObj(i -> "\"${" + i + "}\"")
                        .collect(Collectors.joining(" "));
            }
        };
    }

    /// Words for a model, in which what happened is one line each.
    public static String words(String text, Values values) {
        return NAME.matcher(text)
                .replaceAll(found -> {
                    String name = found.group(1);
                    List<String> list = values.list(name);
                    String word =
                            list.isEmpty() && values.word(name).isEmpty() && name.equals("file")
                                    ? String.join(", ", values.files())
                                    : values.word(name);
                    return Matcher.quoteReplacement(
                            Clean.line(list.isEmpty() ? word : String.join(", ", list)));
                });
    }

    private static boolean isQuoted(String line, int at) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < at; i++) {
            char c = line.charAt(i);
            char in = open.isEmpty() ? ' ' : open.peek();
            if (in == '\'') {
                if (c == '\'') {
                    open.pop();
                }
            } else if (c == '\\') {
                i++;
            } else if (c == '"') {
                toggle(open, in);
            } else if (c == '(' && i > 0 && line.charAt(i - 1) == '$') {
                open.push('(');
            } else if (c == ')' && in == '(') {
                open.pop();
            } else if (c == '\'' && in != '"') {
                open.push('\'');
            } else if (c == '#' && in != '"' && startsWord(line, i)) {
                i = endOfLine(line, i);
            }
        }
        return !open.isEmpty() && open.peek() != '(';
    }

    private static void toggle(Deque<Character> open, char in) {
        if (in == '"') {
            open.pop();
        } else {
            open.push('"');
        }
    }

    private static boolean startsWord(String line, int at) {
        return at == 0 || Character.isWhitespace(line.charAt(at - 1));
    }

    private static int endOfLine(String line, int from) {
        int end = line.indexOf('\n', from);
        return end < 0 ? line.length() : end;
    }
}
