package kiro.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.FileOutline.Declared;

/// Reads an outline off the lines of a source in one pass, without any parser: a map has to be there before the first
/// request, and may be wrong about a line.
final class OutlineScan {
    private static final Set<String> DECLARING =
            Set.of(
                    "class",
                    "interface",
                    "enum",
                    "record",
                    "struct",
                    "trait",
                    "type",
                    "object",
                    "module",
                    "def",
                    "func",
                    "function",
                    "fn",
                    "fun");
    private static final Set<String> MODIFIERS =
            Set.of(
                    "pub",
                    "crate",
                    "public",
                    "private",
                    "protected",
                    "internal",
                    "export",
                    "default",
                    "abstract",
                    "final",
                    "sealed",
                    "non",
                    "static",
                    "data",
                    "open",
                    "declare",
                    "async",
                    "unsafe",
                    "override",
                    "suspend",
                    "inline",
                    "partial");
    private static final Pattern METHOD =
            Pattern.compile(
                    "^\\s{1,12}(?:(?:public|protected|private|static|final|abstract|default|synchronized|async|override|readonly)\\s+)*"
                            + "(?:<[^>]*>\\s*)?(?:[\\w$.]+(?:<[^=;()]*>)?(?:\\[\\])*\\s+)?([a-zA-Z_$][\\w$]*)\\s*\\([^;=]*\\{\\s*$");
    private static final Set<String> CONTROL =
            Set.of(
                    "if",
                    "for",
                    "while",
                    "switch",
                    "catch",
                    "return",
                    "new",
                    "else",
                    "try",
                    "do",
                    "synchronized",
                    "throw",
                    "using",
                    "lock",
                    "function",
                    "super",
                    "this");
    private static final int LONGEST_LINE = 400;

    /// Shorter names in small letters stand everywhere.
    private static final int TELLING = 8;

    private static final String FUNC = "func";

    /// Looked up, since every letter of hundreds of files is asked about.
    private static final boolean[] STARTS = table(Character::isJavaIdentifierStart);

    private static final boolean[] PARTS = table(Character::isJavaIdentifierPart);

    private final String text;
    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private int line;

    private OutlineScan(String text) {
        this.text = text;
    }

    static FileOutline of(String path, String text) {
        var scan = new OutlineScan(text);
        scan.lines();
        return new FileOutline(path, scan.declared, scan.used);
    }

    /// The names in a text that may be names of code.
    static Set<String> names(String text) {
        var names = new HashSet<String>();
        for (String word : text.split("[^\\p{L}\\p{N}_$]+")) {
            if (word.length() > 2) {
                names.add(word);
            }
        }
        return names;
    }

    private void lines() {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line++;
            if (end - at <= LONGEST_LINE && !isComment(at, end)) {
                line(at, end);
            }
            at = end + 1;
        }
    }

    private boolean isComment(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at == end
                || text.startsWith("//", at)
                || text.charAt(at) == '*'
                || text.startsWith("/*", at)
                || text.startsWith("# ", at);
    }

    private void line(int from, int end) {
        String before = "";
        boolean isAfterFunc = false;
        boolean onlyModifiers = true;
        int count = declared.size();
        int at = from;
        while (at < end) {
            char letter = text.charAt(at);
            if (letter == '(' && isAfterFunc) {
                at = Math.max(at, text.indexOf(')', at)) + 1;
            } else if (!isStart(letter)) {
                onlyModifiers &= mayStandBetween(letter);
                at++;
            } else {
                int wordEnd = wordEnd(at, end);
                isAfterFunc = wordEnd - at == FUNC.length() && text.startsWith(FUNC, at);
                boolean isTelling = isTelling(at, wordEnd);
                if (isTelling || onlyModifiers) {
                    String word = text.substring(at, wordEnd);
                    if (onlyModifiers && DECLARING.contains(before)) {
                        declare(word, from, end);
                        onlyModifiers = false;
                    }
                    onlyModifiers =
                            onlyModifiers && (MODIFIERS.contains(word) || DECLARING.contains(word));
                    if (isTelling) {
                        used.merge(word, 1, Integer::sum);
                    }
                    before = word;
                }
                at = wordEnd;
            }
        }
        if (declared.size() == count && isBlockStart(from, end)) {
            method(text.substring(from, end)).ifPresent(name -> declare(name, from, end));
        }
    }

    private static boolean mayStandBetween(char letter) {
        return letter <= ' ' || letter == '(' || letter == ')' || letter == '-' || letter == '@';
    }

    private int wordEnd(int start, int end) {
        int at = start + 1;
        while (at < end && isPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isStart(char letter) {
        return letter < STARTS.length ? STARTS[letter] : Character.isJavaIdentifierStart(letter);
    }

    private static boolean isPart(char letter) {
        return letter < PARTS.length ? PARTS[letter] : Character.isJavaIdentifierPart(letter);
    }

    private static boolean[] table(IntPredicate predicate) {
        boolean[] table = new boolean[128];
        for (int letter = 0; letter < table.length; letter++) {
            table[letter] = predicate.test(letter);
        }
        return table;
    }

    private void declare(String name, int from, int end) {
        declared.add(new Declared(name, line, text.substring(from, end).strip()));
    }

    private boolean isTelling(int from, int end) {
        int length = end - from;
        if (length >= TELLING || Character.isUpperCase(text.charAt(from))) {
            return length > 2;
        }
        for (int i = from + 1; i < end; i++) {
            char letter = text.charAt(i);
            if (letter == '_' || Character.isUpperCase(letter)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlockStart(int from, int end) {
        int last = end - 1;
        while (last > from && text.charAt(last) <= ' ') {
            last--;
        }
        return last > from && text.charAt(last) == '{' && text.charAt(from) <= ' ';
    }

    private static Optional<String> method(String line) {
        Matcher method = METHOD.matcher(line);
        return method.find() && !CONTROL.contains(method.group(1))
                ? Optional.of(method.group(1))
                : Optional.empty();
    }
}
