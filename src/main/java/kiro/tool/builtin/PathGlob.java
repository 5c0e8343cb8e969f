package kiro.tool.builtin;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kiro.workspace.WorkspacePath;

/// A pattern of paths: `*` and `?` within a name, `**` over folders, `[ab]`, `{a,b}`, `\` before a character that is
/// meant. One without a slash is about names, in whatever folder; one with a slash is about paths from the root. One
/// that begins with `!` leaves out what it is about, files and folders with all that is in them.
final class PathGlob {
    static final PathGlob ALL = new PathGlob(Pattern.compile(".*"), true, false);

    private final Pattern pattern;
    private final boolean isOfName;
    private final boolean isExcluding;

    private PathGlob(Pattern pattern, boolean isOfName, boolean isExcluding) {
        this.pattern = pattern;
        this.isOfName = isOfName;
        this.isExcluding = isExcluding;
    }

    /// Empty when the text is no pattern: a bracket or brace is not closed.
    static Optional<PathGlob> parse(String text) {
        boolean isExcluding = text.startsWith("!");
        String wanted = isExcluding ? text.substring(1) : text;
        String path = wanted.startsWith("./") ? wanted.substring(2) : wanted;
        String folder =
                isExcluding && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean isOfName = folder.indexOf('/') < 0;
        String glob = folder.startsWith("/") ? folder.substring(1) : folder;
        try {
            return Optional.of(new PathGlob(Pattern.compile(regex(glob)), isOfName, isExcluding));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    boolean matches(WorkspacePath path) {
        return isExcluding
                ? !leavesOut(path.value())
                : pattern.matcher(isOfName ? path.name() : path.value()).matches();
    }

    /// Whether the path or a folder on its way is left out.
    private boolean leavesOut(String path) {
        int from = 0;
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String part = path.substring(isOfName ? from : 0, end < 0 ? path.length() : end);
            if (pattern.matcher(part).matches()) {
                return true;
            }
            if (end < 0) {
                return false;
            }
            from = end + 1;
        }
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> i += stars(glob, i, regex);
                case '\\' -> {
                    i = Math.min(i + 1, glob.length() - 1);
                    regex.append(Pattern.quote(String.valueOf(glob.charAt(i))));
                }
                case '?' -> regex.append("[^/]");
                case '[' -> {
                    int close = glob.indexOf(']', i + 2);
                    regex.append(close < 0 ? "[" : names(glob.substring(i + 1, close)));
                    i = Math.max(i, close);
                }
                case '{' -> {
                    depth++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(depth > 0 ? ")" : "\\}");
                    depth = Math.max(0, depth - 1);
                }
                case ',' -> regex.append(depth > 0 ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /// Answers how many characters there are beside the first star.
    private static int stars(String glob, int at, StringBuilder regex) {
        if (glob.startsWith("**/", at)) {
            regex.append("(?:.*/)?");
            return 2;
        }
        boolean isOverFolders = glob.startsWith("**", at);
        regex.append(isOverFolders ? ".*" : "[^/]*");
        return isOverFolders ? 1 : 0;
    }

    private static String names(String inside) {
        boolean isNegated = inside.startsWith("!") || inside.startsWith("^");
        String set =
                (isNegated ? inside.substring(1) : inside).replaceAll("[\\[\\]\\\\&^]", "\\\\$0");
        return isNegated ? "[^/" + set + "]" : "[" + set + "]";
    }
}
