package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Breaks lines of code that are too long, at their outermost parentheses first.
final class CodeFormat {
    private static final int WIDTH = 100;
    private static final int CONTINUED = 8;
    private static final Pattern LITERAL = Pattern.compile("(\\+ )?\"([^\"\\\\]|\\\\.)*\"[),;]*");
    private static final String JOINED = "(&&|\\|\\|) .*";

    private CodeFormat() {}

    /// The lines with every long one broken; text blocks and comments stay as they are.
    static String wrap(String code) {
        var text = new StringBuilder();
        boolean isTextBlock = false;
        for (String line : code.split("\n", -1)) {
            boolean stays = isTextBlock || line.contains("\"\"\"") || line.strip().startsWith("*");
            boolean isEmpty = line.isBlank() && !isTextBlock;
            text.append(isEmpty ? "" : stays ? line : line(line)).append('\n');
            isTextBlock ^= occurrences(line) % 2 == 1;
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static int occurrences(String line) {
        return (line.length() - line.replace("\"\"\"", "").length()) / 3;
    }

    private static String line(String line) {
        if (line.length() <= WIDTH) {
            return line;
        }
        int indent = line.length() - line.stripLeading().length();
        String inner = " ".repeat(indent + CONTINUED);
        String bare = line.strip();
        if (bare.startsWith("if (") && bare.endsWith(") {")) {
            return condition(line, inner);
        }
        int thrown = bare.matches(".*\\) throws [\\w, ]+ \\{") ? line.indexOf(" throws ") : 0;
        if (thrown > 0) {
            return line(line.substring(0, thrown)) + "\n" + inner + line.substring(thrown + 1);
        }
        if (LITERAL.matcher(bare).matches()) {
            return literal(line, indent);
        }
        int equals = assignment(line);
        if (equals > 0) {
            return line.substring(0, equals + 2) + "\n" + line(inner + line.substring(equals + 3));
        }
        List<String> choice = operands(line, 0, "(\\? .+ : .*|: .*)");
        if (choice.size() == 3) {
            return lines(choice, inner);
        }
        boolean isGroup = bare.matches("(&&|\\|\\|) !?\\(.*");
        List<String> parts = operands(line, isGroup ? 1 : 0, JOINED);
        if (parts.size() > 1) {
            return lines(parts, inner);
        }
        List<String> links = links(line, 0);
        if (links.size() > 1) {
            return lines(links, inner);
        }
        Call call = longest(line);
        return call == null ? line : broken(line, call, inner);
    }

    /// A condition, cut before each operator that joins its parts, or before the calls of the only one, or within its only call.
    private static String condition(String line, String inner) {
        for (int within = 1; within <= 2; within++) {
            List<String> parts = operands(line, within, JOINED);
            boolean isNegated = within == 1 || line.strip().startsWith("if (!(");
            if (parts.size() > 1 && isNegated) {
                return lines(parts, inner);
            }
        }
        List<String> links = links(line, 1);
        if (links.size() > 1) {
            return lines(links, inner);
        }
        int first = line.indexOf("if (") + "if (".length();
        Call call = longest(line.substring(first));
        return call == null
                ? line
                : broken(line, new Call(first + call.open(), first + call.close()), inner);
    }

    private static String lines(List<String> parts, String inner) {
        var text = new StringBuilder(line(parts.getFirst()));
        parts.subList(1, parts.size())
                .forEach(part -> text.append('\n').append(line(inner + part)));
        return text.toString();
    }

    /// A text that stands alone in its line, cut behind a space into several that are joined.
    private static String literal(String line, int indent) {
        boolean isFirst = line.strip().startsWith("\"");
        int last = line.lastIndexOf('"');
        int first = line.indexOf('"');
        int cut = line.lastIndexOf(' ', WIDTH - 2);
        if (cut <= first + 1 || cut >= last) {
            return line;
        }
        String next = " ".repeat(isFirst ? indent + CONTINUED : indent);
        return line.substring(0, cut + 1) + "\"\n" + line(next + "+ \"" + line.substring(cut + 1));
    }

    /// The parts that operators join, but for those in more parentheses than so many.
    private static List<String> operands(String line, int within, String operator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && (at == 0 || line.charAt(at - 1) != '\\')) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')') {
                depth--;
            } else if (!isQuoted
                    && depth == within
                    && !line.substring(from, at).isBlank()
                    && line.substring(at).matches(operator)) {
                parts.add(line.substring(from, at).stripTrailing());
                from = at;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    private static String broken(String line, Call call, String inner) {
        List<String> arguments = arguments(line.substring(call.open() + 1, call.close()));
        String tail = line.substring(call.close());
        String together = inner + String.join(", ", arguments) + tail;
        var text = new StringBuilder(line.substring(0, call.open() + 1)).append('\n');
        if (together.length() <= WIDTH) {
            return text.append(together).toString();
        }
        for (int i = 0; i < arguments.size(); i++) {
            boolean isLast = i == arguments.size() - 1;
            text.append(line(inner + arguments.get(i) + (isLast ? tail : ",")));
            text.append(isLast ? "" : "\n");
        }
        return text.toString();
    }

    /// Where the right side of an assignment begins that can stand on a line of its own; 0 where none.
    private static int assignment(String line) {
        int equals = line.indexOf(" = ");
        int open = line.indexOf('(');
        boolean isOuter = equals > 0 && (open < 0 || equals < open);
        return isOuter && !line.strip().startsWith("for") ? equals : 0;
    }

    /// A chain of calls, cut before each call but the first.
    private static List<String> links(String line, int within) {
        var links = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && (at == 0 || line.charAt(at - 1) != '\\')) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')') {
                depth--;
            } else if (!isQuoted
                    && c == '.'
                    && depth == within
                    && at > 0
                    && line.charAt(at - 1) == ')'
                    && !line.substring(from, at).isBlank()) {
                links.add(line.substring(from, at));
                from = at;
            }
        }
        links.add(line.substring(from));
        return links;
    }

    private record Call(int open, int close) {}

    /// The outermost pair of parentheses with the most between them.
    private static @org.jspecify.annotations.Nullable Call longest(String line) {
        Call longest = null;
        int depth = 0;
        int open = 0;
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && (at == 0 || line.charAt(at - 1) != '\\')) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(' && depth++ == 0) {
                open = at;
            } else if (!isQuoted && c == ')' && --depth == 0) {
                boolean isLonger = longest == null || at - open > longest.close() - longest.open();
                if (at > open + 1 && isLonger) {
                    longest = new Call(open, at);
                }
            }
        }
        return longest;
    }

    /// The parts of a list that commas outside of brackets and quotes separate.
    static List<String> arguments(String list) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        boolean isQuoted = false;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            if (c == '"' && (at == 0 || list.charAt(at - 1) != '\\')) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '(' || c == '{' || c == '<')) {
                depth++;
            } else if (!isQuoted && (c == ')' || c == '}')) {
                depth--;
            } else if (!isQuoted && c == '>' && list.charAt(at - 1) != '-') {
                depth--;
            } else if (!isQuoted && c == ',' && depth == 0) {
                arguments.add(list.substring(from, at).strip());
                from = at + 1;
            }
        }
        arguments.add(list.substring(from).strip());
        return arguments;
    }
}
