package kiro.tool.builtin;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What other search programs write otherwise than Java does, and Java would take for something else.
final class Dialect {
    private static final Pattern NAMED_GROUP =
            Pattern.compile("(?<!\\\\)\\(\\?P<(?=[A-Za-z][A-Za-z0-9]*>)");
    private static final Pattern SCRIPT = Pattern.compile("(?<!\\\\)(\\\\[pP]\\{)(\\w+)\\}");
    private static final Pattern POSIX = Pattern.compile("(?<!\\\\)\\[:(\\^?)(\\w+):\\]");

    /// What stands in brackets for each name: letters of English alone.
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("alnum", "0-9A-Za-z"),
                    Map.entry("alpha", "A-Za-z"),
                    Map.entry("blank", "\\t\\x20"),
                    Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
                    Map.entry("digit", "0-9"),
                    Map.entry("graph", "\\x21-\\x7E"),
                    Map.entry("lower", "a-z"),
                    Map.entry("print", "\\x20-\\x7E"),
                    Map.entry("punct", "\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E"),
                    Map.entry("space", "\\t\\n\\x0B\\f\\r\\x20"),
                    Map.entry("upper", "A-Z"),
                    Map.entry("word", "0-9A-Za-z_"),
                    Map.entry("xdigit", "0-9A-Fa-f"));

    private Dialect() {}

    /// Groups are named with a letter more, scripts with two less, and classes of characters as POSIX has them.
    static String ofJava(String pattern) {
        String groups = NAMED_GROUP.matcher(pattern).replaceAll("(?<");
        String scripts = SCRIPT.matcher(groups).replaceAll(Dialect::script);
        return POSIX.matcher(scripts).replaceAll(Dialect::characters);
    }

    private static String script(MatchResult found) {
        return Matcher.quoteReplacement(
                isScript(found.group(2))
                        ? found.group(1) + "Is" + found.group(2) + "}"
                        : found.group());
    }

    private static boolean isScript(String name) {
        try {
            // Of two letters are the kinds of characters, such as `Lu`.
            return name.length() > 2 && UnicodeScript.forName(name) != UnicodeScript.UNKNOWN;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String characters(MatchResult found) {
        String inside = CLASSES.get(found.group(2));
        return Matcher.quoteReplacement(
                inside == null ? found.group() : "[" + found.group(1) + inside + "]");
    }
}
