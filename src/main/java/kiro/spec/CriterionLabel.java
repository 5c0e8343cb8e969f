package kiro.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id that a person wrote at the head of a criterion's words, and the words without it.
///
/// @param id empty where the words begin with none
record CriterionLabel(Optional<CriterionId> id, String words) {
    private static final String NAME =
            "[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*?-?\\d+(?:[.-]\\d+)*[a-z]?";
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{1,3})+";
    private static final String ID = "(?<id>" + NAME + "|" + NUMBER + ")";
    private static final String AFTER = "\\s*(?:[:.–—-](?=\\s|$))?\\s*";

    /// `[AC-1] ...`, `(AC-1) ...`, also in bold, also as a link.
    private static final Pattern BRACKETED =
            Pattern.compile(
                    "(?:\\*\\*|__)?[\\[(]"
                            + ID
                            + "[\\])](?:\\([^)\\s]*\\))?:?(?:\\*\\*|__)?"
                            + AFTER);

    /// `**AC-1** ...`, `**AC-1:** ...`, `` `AC-1` ... ``.
    private static final Pattern MARKED =
            Pattern.compile("(?<mark>\\*{1,3}|_{1,2}|`)" + ID + "[:.]?\\k<mark>" + AFTER);

    /// `AC-1: ...`, `AC-1 - ...`, `AC-1. ...`, `1.2) ...`.
    private static final Pattern DELIMITED = Pattern.compile(ID + "(?:[:.)]|\\s+[–—-])(?:\\s+|$)");

    /// `AC-1 The ...`: no other word is taken for an id without a mark behind it.
    private static final Pattern BARE =
            Pattern.compile("(?<id>(?:AC|CR|REQ|FR|NFR)[-_]?\\d+(?:\\.\\d+)*)(?:\\s+|$)");

    /// `1.2 The ...`; `1.2 seconds ...` and `1.5 GB ...` are amounts.
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?<id>"
                            + NUMBER
                            + ")\\s+(?=[A-Z](?:[a-z]|[A-Z]*\\s))"
                            + "(?![KMGTP]?i?(?:[Bb]|[Bb]it|[Bb]yte)s?(?:/s|ps)?\\b|[kMG]?Hz\\b|[VAWKCF]\\b)");

    /// Names of standards and algorithms, which look like ids.
    private static final Pattern STANDARD =
            Pattern.compile(
                    "(?i)(?:UTF|SHA|ISO|HTTP|RFC|AES|TLS|SSL|MD|RSA|IEEE|IPv|OAuth|Base|ES|HS|RS|ECMA|X|Log4j|S|EC)[-_]?\\d.*");

    /// An id in a comment, as in `<!-- id: AC-1 -->`.
    private static final Pattern IN_COMMENT = Pattern.compile("id\\s*[:=]\\s*(?<id>\\S+)");

    static CriterionLabel of(String words) {
        if (words.isEmpty()) {
            return new CriterionLabel(Optional.empty(), words);
        }
        int usual = usualEnd(words);
        if (usual > 0) {
            return new CriterionLabel(
                    CriterionId.parse(words.substring(0, usual)), words.substring(usual + 2));
        }
        if (isAsciiLetter(words.charAt(0)) && !hasNumberInFirstWord(words)) {
            return new CriterionLabel(Optional.empty(), words);
        }
        for (Pattern form : forms(words.charAt(0))) {
            Matcher matcher = form.matcher(words);
            if (!matcher.lookingAt() || STANDARD.matcher(matcher.group("id")).matches()) {
                continue;
            }
            Optional<CriterionId> id = CriterionId.parse(matcher.group("id"));
            if (id.isPresent()) {
                return new CriterionLabel(id, words.substring(matcher.end()));
            }
        }
        return new CriterionLabel(Optional.empty(), words);
    }

    /// The id that one of the comments gives, usable or not.
    static Optional<String> inComments(List<String> comments) {
        if (comments.isEmpty()) {
            return Optional.empty();
        }
        return comments.stream()
                .map(IN_COMMENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group("id"))
                .findFirst();
    }

    /// Where an id of the usual form, `AC-1: `, ends; 0 where the words begin otherwise.
    private static int usualEnd(String words) {
        if (!words.startsWith("AC-")) {
            return 0;
        }
        int at = 3;
        while (at < words.length() && words.charAt(at) >= '0' && words.charAt(at) <= '9') {
            at++;
        }
        boolean isUsual =
                at > 3
                        && at < 12
                        && at + 2 < words.length()
                        && words.startsWith(": ", at)
                        && words.charAt(at + 2) > ' ';
        return isUsual ? at : 0;
    }

    /// Whether a digit stands before the first character that is none of an id: every id has one.
    private static boolean hasNumberInFirstWord(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
            if (!isAsciiLetter(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return false;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// The ways to write an id that begin with a character, the strictest first.
    private static List<Pattern> forms(char first) {
        return switch (first) {
            case '[', '(' -> List.of(BRACKETED);
            case '*', '_', '`' -> List.of(BRACKETED, MARKED);
            default ->
                    Character.isDigit(first)
                            ? List.of(DELIMITED, NUMBERED)
                            : List.of(DELIMITED, BARE);
        };
    }
}
