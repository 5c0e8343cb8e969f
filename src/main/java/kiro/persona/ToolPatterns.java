package kiro.persona;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A choice of tools, in the words of Kiro's agent files: tags such as `read`, names, `@server/tool`, `*`.
///
/// @param patterns as they are written
public record ToolPatterns(List<String> patterns) {
    public static final ToolPatterns ALL = new ToolPatterns(List.of("*"));

    private static final String OF_SERVER = "mcp__";
    private static final String OF_SERVERS = "mcp_";
    private static final int LONGEST_NAME = 64;
    private static final int MARK = "_01234567".length();

    public ToolPatterns {
        patterns = List.copyOf(patterns);
    }

    /// Whether a tool is among them.
    ///
    /// @param tool its name in this program; those of servers begin with `mcp__`
    public boolean include(String tool) {
        return patterns.stream().anyMatch(pattern -> includes(pattern, tool));
    }

    /// Whether a tool of a server is among them, by the server's own names.
    public boolean include(String server, String tool) {
        return patterns.stream().anyMatch(pattern -> includes(pattern, server, tool));
    }

    /// Those of this program's own tools that are among them, in the order of names.
    public List<String> builtin() {
        return ToolTags.all().stream().filter(this::include).toList();
    }

    private static boolean includes(String pattern, String tool) {
        if (pattern.equals("*")) {
            return true;
        }
        boolean isOfServer = tool.startsWith(OF_SERVER);
        if (isOfServer) {
            return pattern.equals("@mcp") || (isServer(pattern) && fitsName(pattern, tool));
        }
        if (tool.startsWith(OF_SERVERS)) {
            return pattern.equals("@mcp") || isServer(pattern);
        }
        return pattern.equals("@builtin") || ToolTags.tools(pattern).contains(tool);
    }

    private static boolean includes(String pattern, String server, String tool) {
        if (pattern.equals("*") || pattern.equals("@mcp")) {
            return true;
        }
        String named = pattern.indexOf('/') < 0 ? pattern + "/*" : pattern;
        return isServer(pattern)
                && Pattern.compile(glob(named.substring(1))).matcher(server + "/" + tool).matches();
    }

    private static boolean isServer(String pattern) {
        return pattern.startsWith("@") && !pattern.equals("@builtin") && !pattern.equals("@mcp");
    }

    /// Names that are cut at the longest that models take may stand for more than one tool; what a call of theirs may
    /// do is looked at again when it is made.
    private static boolean fitsName(String pattern, String tool) {
        int slash = pattern.indexOf('/');
        String server = slash < 0 ? pattern.substring(1) : pattern.substring(1, slash);
        String name = slash < 0 ? "*" : pattern.substring(slash + 1);
        String wanted = OF_SERVER + letters(server) + "__" + letters(name);
        if (tool.length() == LONGEST_NAME) {
            String start = tool.substring(0, LONGEST_NAME - MARK);
            String literal = wanted.replaceFirst("[*?].*", "");
            return literal.startsWith(start) || start.startsWith(literal);
        }
        return Pattern.compile(glob(wanted) + "(_[0-9a-f]{8})?").matcher(tool).matches();
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9_*?-]", "_");
    }

    /// A pattern with `*` and `?` as a regular expression.
    static String glob(String text) {
        return Stream.of(text.split("(?<=[*?])|(?=[*?])"))
                .map(part ->
                        switch (part) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(part);
                        })
                .collect(Collectors.joining());
    }

    /// How the patterns are shown.
    @Override
    public String toString() {
        return patterns.isEmpty() ? "none" : String.join(", ", patterns);
    }

    static String plain(String word) {
        return word.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
