package kiro.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A pattern of paths below a folder, as in ignore files: `*` within a name, `**` over folders, `?`, `[a-z]`, `[!a]`,
/// `{a,b}`. One without `/` means a name in any folder.
public final class PathGlob {
    private final String text;
    private final Pattern pattern;

    private PathGlob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /// Reads a pattern; empty when its brackets do not match.
    public static Optional<PathGlob> parse(String text) {
        String glob = text.strip().replace('\\', '/');
        if (glob.startsWith("./")) {
            glob = glob.substring(2);
        }
        boolean isAnywhere = glob.indexOf('/') < 0;
        if (glob.startsWith("/")) {
            glob = glob.substring(1);
        }
        if (glob.isEmpty()) {
            return Optional.empty();
        }
        if (glob.endsWith("/")) {
            glob = glob + "**";
        }
        try {
            return translate(isAnywhere ? "**/" + glob : glob)
                    .map(regex -> new PathGlob(text, Pattern.compile(regex)));
        } catch (PatternSyntaxException unusable) {
            return Optional.empty();
        }
    }

    /// @param path relative, with `/` between names
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathGlob glob && text.equals(glob.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<String> translate(String glob) {
        var regex = new StringBuilder();
        int open = 0;
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            if (glob.startsWith("**/", at)) {
                regex.append("(?:[^/]+/)*");
                at += 3;
                continue;
            }
            if (c == '[') {
                int close = glob.indexOf(']', at + 2);
                if (close < 0) {
                    return Optional.empty();
                }
                regex.append(characters(glob.substring(at + 1, close)));
                at = close + 1;
                continue;
            }
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open < 0) {
                return Optional.empty();
            }
            boolean isDeep = glob.startsWith("**", at);
            regex.append(isDeep ? ".*" : one(c, open > 0));
            at += isDeep ? 2 : 1;
        }
        return open == 0 ? Optional.of(regex.toString()) : Optional.empty();
    }

    private static String one(char c, boolean isInBraces) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            case '{' -> "(?:";
            case '}' -> ")";
            case ',' -> isInBraces ? "|" : ",";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    private static String characters(String inside) {
        boolean isNegated = inside.startsWith("!") || inside.startsWith("^");
        String members = isNegated ? inside.substring(1) : inside;
        return "(?!/)["
                + (isNegated ? "^" : "")
                + members.replaceAll("[\\[\\]&^\\\\]", "\\\\$0")
                + "]";
    }
}
