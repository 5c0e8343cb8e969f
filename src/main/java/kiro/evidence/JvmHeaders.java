package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.evidence.JvmHeader.Annotation;

/// Reads what stands before the bodies of Java and Kotlin declarations.
final class JvmHeaders {
    private static final Set<String> JAVA_MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "static",
                    "final",
                    "abstract",
                    "default",
                    "synchronized",
                    "sealed",
                    "strictfp",
                    "native",
                    "transient",
                    "volatile");
    private static final Set<String> KOTLIN_MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "internal",
                    "final",
                    "abstract",
                    "open",
                    "override",
                    "suspend",
                    "inline",
                    "data",
                    "inner",
                    "lateinit",
                    "const",
                    "tailrec",
                    "operator",
                    "infix",
                    "external",
                    "sealed",
                    "companion",
                    "actual",
                    "expect",
                    "annotation",
                    "value");
    private static final Set<String> KOTLIN_STARTS =
            Set.of(
                    "class",
                    "interface",
                    "object",
                    "fun",
                    "val",
                    "var",
                    "typealias",
                    "init",
                    "constructor",
                    "import",
                    "package",
                    "enum");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "object");

    private final SourceCode code;
    private final boolean isKotlin;
    private final Set<String> modifiers;

    JvmHeaders(SourceCode code, boolean isKotlin) {
        this.code = code;
        this.isKotlin = isKotlin;
        this.modifiers = isKotlin ? KOTLIN_MODIFIERS : JAVA_MODIFIERS;
    }

    /// The package of the file and a dot; empty when it has none.
    String packagePrefix() {
        for (int i = 0; i < code.size(); i++) {
            if (code.is(i, "package")) {
                return packageName(i + 1) + ".";
            }
            if (code.is(i, "import") || code.is(i, "class")) {
                return "";
            }
        }
        return "";
    }

    private String packageName(int from) {
        var name = new StringBuilder();
        int i = from;
        while (code.isWord(i)) {
            name.append(code.token(i).text());
            if (!code.is(i + 1, ".")) {
                break;
            }
            name.append('.');
            i += 2;
        }
        return name.toString();
    }

    JvmHeader read(int start, int to) {
        var annotations = new ArrayList<Annotation>();
        int i = start;
        while (i < to) {
            if (code.is(i, "@") && code.isWord(i + 1) && !code.is(i + 1, "interface")) {
                Annotation annotation = annotation(i + 1);
                annotations.add(annotation);
                i = Math.max(annotation.to(), annotation.from());
                i = code.is(i, ")") ? i + 1 : i;
            } else if (code.is(i, "@") && code.is(i + 1, "[")) {
                i = code.after(i + 1);
            } else if (code.is(i, "non") && code.is(i + 1, "-")) {
                i += 3;
            } else if (code.isWord(i) && isModifier(i)) {
                i++;
            } else {
                break;
            }
        }
        return new JvmHeader(annotations, Math.min(i, to));
    }

    private boolean isModifier(int i) {
        String word = code.token(i).text();
        boolean isEnumClass = isKotlin && word.equals("enum") && code.is(i + 1, "class");
        boolean isFunInterface = isKotlin && word.equals("fun") && code.is(i + 1, "interface");
        return (modifiers.contains(word) || isEnumClass || isFunInterface)
                && (code.isWord(i + 1) || code.is(i + 1, "@") || code.is(i + 1, "<"));
    }

    private Annotation annotation(int wordAt) {
        int i = wordAt;
        if (isKotlin && code.is(i + 1, ":") && code.isWord(i + 2)) {
            i += 2;
        }
        while (code.is(i + 1, ".") && code.isWord(i + 2)) {
            i += 2;
        }
        String name = code.token(i).text();
        return code.is(i + 1, "(")
                ? new Annotation(name, i + 2, code.partner(i + 1))
                : new Annotation(name, i + 1, i + 1);
    }

    /// Whether the declaration here is of a class, or of something like one.
    boolean isType(int i) {
        if (code.is(i, "@")) {
            return code.is(i + 1, "interface");
        }
        if (code.is(i, "record")) {
            return code.isWord(i + 1) && (code.is(i + 2, "(") || code.is(i + 2, "<"));
        }
        return code.isWord(i)
                && TYPES.contains(code.token(i).text())
                && (code.isWord(i + 1) || code.is(i, "object"));
    }

    /// Where the name of the type declared here stands; -1 when it has none.
    int typeName(int keyword) {
        int at = keyword + (code.is(keyword, "@") ? 2 : 1);
        return code.isWord(at) ? at : -1;
    }

    /// The brace that opens the body of a type; where the declaration ends, when it has no body.
    int bodyOfType(int from, int to) {
        int i = from;
        while (i < to && !code.is(i, "{")) {
            if (code.is(i, ";")) {
                return i + 1;
            }
            if (isKotlin && startsDeclaration(i)) {
                return i;
            }
            i = code.is(i, "(") ? code.after(i) : i + 1;
        }
        return i;
    }

    /// The simple names after `extends`, `implements` or `:`.
    List<String> supertypes(int from, int to) {
        var names = new ArrayList<String>();
        boolean isIn = false;
        int generics = 0;
        int i = from;
        while (i < to) {
            if (code.is(i, "(")) {
                i = code.after(i);
                continue;
            }
            generics += code.is(i, "<") ? 1 : code.is(i, ">") ? -1 : 0;
            if (code.is(i, "extends")
                    || code.is(i, "implements")
                    || (isKotlin && code.is(i, ":"))) {
                isIn |= generics == 0;
            } else if (isIn && generics == 0 && code.isWord(i) && !code.is(i + 1, ".")) {
                names.add(code.token(i).text());
            }
            i++;
        }
        return List.copyOf(names);
    }

    /// Where a Kotlin function ends whose parameters end before an index.
    int kotlinFunctionEnd(int from, int to) {
        int i = from;
        while (i < to && !code.is(i, "{") && !code.is(i, "=")) {
            if (startsDeclaration(i)) {
                return i;
            }
            i = code.is(i, "(") ? code.after(i) : i + 1;
        }
        return code.is(i, "{") ? code.after(i) : kotlinEnd(i, to);
    }

    /// Where a Kotlin declaration ends that has no closing mark: before the next one.
    int kotlinEnd(int from, int to) {
        int i = from;
        while (i < to && (i == from || !startsDeclaration(i))) {
            boolean isOpen = code.is(i, "(") || code.is(i, "{") || code.is(i, "[");
            i = isOpen ? code.after(i) : i + 1;
        }
        return Math.min(i, to);
    }

    private boolean startsDeclaration(int i) {
        if (!code.isFirstOfLine(i)) {
            return false;
        }
        boolean isWordOfStart =
                code.isWord(i) && (KOTLIN_STARTS.contains(code.token(i).text()) || isModifier(i));
        return isWordOfStart || code.is(i, "@") || code.is(i, "}");
    }
}
