package kiro.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a Java source so that a grammar which is older than the language follows it: what the grammar lacks is written as
/// something that it has, of the same bytes' length at the same place. Only the parser sees it; every text is taken from
/// the source itself.
///
/// - Qualified names of record patterns become one name.
/// - Of labels with several patterns, the types remain.
/// - `super(...)` and `this(...)` behind other statements become calls of a name.
/// - Words that have a meaning in the declaration of a module alone become names.
final class JavaStandIns {
    private static final byte LETTER = '$';
    private static final byte BLANK = ' ';
    private static final Set<String> OF_MODULES =
            Set.of(
                    "open",
                    "module",
                    "requires",
                    "transitive",
                    "exports",
                    "opens",
                    "to",
                    "uses",
                    "provides",
                    "with");
    private static final int DEEPEST = 200;

    private final JavaTokens tokens;
    private final byte[] written;
    private boolean isChanged;

    /// A pattern in a label or behind `instanceof`: tokens from one on up to another.
    ///
    /// @param typeEnd behind the name of its type
    private record Pattern(int start, int typeStart, int typeEnd, int end) {}

    private JavaStandIns(byte[] source) {
        this.tokens = JavaTokens.of(source);
        this.written = source.clone();
    }

    /// The source as the grammar can follow it; empty where nothing stands in for anything.
    static Optional<byte[]> of(byte[] source) {
        var writer = new JavaStandIns(source);
        writer.write();
        return writer.isChanged ? Optional.of(writer.written) : Optional.empty();
    }

    private void write() {
        boolean isModule = isModule();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, "case") && !tokens.is(at - 1, ".")) {
                label(at + 1);
            } else if (tokens.is(at, "instanceof")) {
                pattern(at + 1, 0).ifPresent(found -> join(found, 0));
            } else if (tokens.is(at, "import") && tokens.is(at + 1, "module")) {
                if (tokens.isWord(at + 2)) {
                    blank(at + 1, at + 2);
                }
            } else if (isLateConstructorCall(at)) {
                letter(tokens.end(at) - 1);
            } else if (tokens.isNumber(at)) {
                number(at);
            } else if (!isModule && tokens.isWord(at) && OF_MODULES.contains(tokens.text(at))) {
                letter(tokens.end(at) - 1);
            }
        }
    }

    private boolean isModule() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, "module") && tokens.isWord(at + 1) && !tokens.is(at - 1, "import")) {
                int end = at + 2;
                while (tokens.is(end, ".")) {
                    end += 2;
                }
                return tokens.is(end, "{");
            }
        }
        return false;
    }

    private boolean isLateConstructorCall(int at) {
        return (tokens.is(at, "super") || tokens.is(at, "this"))
                && tokens.is(at + 1, "(")
                && (tokens.is(at - 1, ";") || tokens.is(at - 1, "}"));
    }

    /// `0_777`: an octal number whose first digit stands alone.
    private void number(int at) {
        int start = tokens.start(at);
        for (int i = start + 1; i < tokens.end(at) && written[start] == '0'; i++) {
            if (written[i] != '_') {
                return;
            }
            written[i] = '0';
            isChanged = true;
        }
    }

    private void label(int from) {
        var patterns = new ArrayList<Pattern>();
        int at = from;
        while (true) {
            Optional<Pattern> found = pattern(at, 0);
            if (found.isEmpty()) {
                return;
            }
            patterns.add(found.get());
            at = found.get().end();
            if (!tokens.is(at, ",")) {
                break;
            }
            at++;
        }
        boolean isEnded = tokens.is(at, "->") || tokens.is(at, ":") || tokens.is(at, "when");
        if (isEnded && patterns.size() == 1) {
            join(patterns.getFirst(), 0);
        } else if (isEnded) {
            leaveTypes(patterns);
        }
    }

    private void leaveTypes(List<Pattern> patterns) {
        for (Pattern each : patterns) {
            blank(each.start(), each.typeStart());
            int depth = 0;
            for (int at = each.typeStart(); at < each.typeEnd(); at++) {
                depth += tokens.is(at, "<") ? 1 : 0;
                if (depth > 0 || tokens.is(at, "[") || tokens.is(at, "]")) {
                    blank(at, at + 1);
                }
                depth -= tokens.is(at, ">") ? 1 : 0;
            }
            blank(each.typeEnd(), each.end());
        }
    }

    /// Makes one name of a record pattern's type, and of those within it.
    private void join(Pattern pattern, int depth) {
        if (!tokens.is(pattern.typeEnd(), "(")) {
            return;
        }
        int last = pattern.typeEnd() - 1;
        if (last > pattern.typeStart() && tokens.isWord(last)) {
            Arrays.fill(written, tokens.end(pattern.typeStart()), tokens.start(last), LETTER);
            isChanged = true;
        }
        for (Pattern each : components(pattern.typeEnd(), depth)) {
            join(each, depth + 1);
        }
    }

    private List<Pattern> components(int open, int depth) {
        var components = new ArrayList<Pattern>();
        int at = open + 1;
        while (!tokens.is(at, ")")) {
            Optional<Pattern> component = pattern(at, depth + 1);
            if (component.isEmpty()) {
                break;
            }
            components.add(component.get());
            at = component.get().end();
            at += tokens.is(at, ",") ? 1 : 0;
        }
        return components;
    }

    /// The pattern that starts with a token: a type with a name or with the patterns of its components.
    private Optional<Pattern> pattern(int from, int depth) {
        if (depth > 0
                && tokens.is(from, "_")
                && (tokens.is(from + 1, ",") || tokens.is(from + 1, ")"))) {
            return Optional.of(new Pattern(from, from, from + 1, from + 1));
        }
        int start = from;
        while (tokens.is(start, "final") || tokens.is(start, "@")) {
            start = tokens.is(start, "@") ? annotationEnd(start) : start + 1;
        }
        int end = typeEnd(start);
        if (end < 0 || depth > DEEPEST) {
            return Optional.empty();
        }
        if (tokens.is(end, "(")) {
            List<Pattern> components = components(end, depth);
            int close = components.isEmpty() ? end + 1 : components.getLast().end();
            return tokens.is(close, ")")
                    ? Optional.of(new Pattern(from, start, end, close + 1))
                    : Optional.empty();
        }
        boolean isNamed = tokens.isWord(end) && !tokens.is(end, "when");
        boolean isNamedWhen = tokens.is(end, "when") && isLabelEnd(end + 1);
        return isNamed || isNamedWhen
                ? Optional.of(new Pattern(from, start, end, end + 1))
                : Optional.empty();
    }

    private boolean isLabelEnd(int at) {
        return tokens.is(at, "->") || tokens.is(at, ":") || tokens.is(at, "when");
    }

    private int annotationEnd(int at) {
        int end = at + 2;
        while (tokens.is(end, ".")) {
            end += 2;
        }
        return tokens.is(end, "(") ? closed(end, "(", ")") : end;
    }

    /// Behind the type that starts with a token; less than 0 where none does.
    private int typeEnd(int start) {
        int end = start;
        while (true) {
            if (!tokens.isWord(end)) {
                return -1;
            }
            end++;
            if (tokens.is(end, "<")) {
                end = closed(end, "<", ">");
            }
            if (!tokens.is(end, ".")) {
                break;
            }
            end++;
        }
        while (tokens.is(end, "[") && tokens.is(end + 1, "]")) {
            end += 2;
        }
        return end;
    }

    private int closed(int open, String opening, String closing) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.is(at, opening) ? 1 : 0;
            depth -= tokens.is(at, closing) ? 1 : 0;
            if (depth == 0) {
                return at + 1;
            }
            if (tokens.is(at, ";") || tokens.is(at, "{")) {
                break;
            }
        }
        return open;
    }

    private void blank(int first, int after) {
        for (int at = first; at < after; at++) {
            Arrays.fill(written, tokens.start(at), tokens.end(at), BLANK);
            isChanged = true;
        }
    }

    private void letter(int at) {
        if (written[at] != BLANK) {
            written[at] = LETTER;
            isChanged = true;
        }
    }
}
