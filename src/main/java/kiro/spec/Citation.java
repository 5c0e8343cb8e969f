package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;

/// Criteria named by a task or a property: one (`1.2`), all of a requirement (`1` or `1.*`), a range (`1.1-1.4`), or
/// all there are (`*`).
///
/// @param from the id, in the words of the file
/// @param to the end of a range; the same as `from` where it is none
public record Citation(String from, String to, SourceSpan span) {
    private static final String ALL = "*";
    private static final String LABEL =
            "(?:requirements?|reqs?|criteri(?:on|a)|acceptance|story|需求|要件|требовани[ея]|requisitos?)";
    private static final String ID =
            "(?:[A-Za-z]{1,6}[-_]?)?\\d{1,4}(?:\\.\\d{1,4})*(?:\\.\\*)?[a-z]?";
    private static final Pattern PIECE =
            Pattern.compile(
                    "\\s*(?:(?i:"
                            + LABEL
                            + ")\\s*[:：#]?\\s*)?(?<from>"
                            + ID
                            + ")"
                            + "(?:\\s*(?:-|–|—|~|\\.\\.|to|至)\\s*(?:(?i:"
                            + LABEL
                            + ")\\s*)?(?<to>"
                            + ID
                            + "))?"
                            + "\\*{0,2}\\s*(?:[（(].*)?");
    private static final Pattern EVERY =
            Pattern.compile("(?iU)\\s*(?:(?:all|every|todos|todas|alle|все)\\b|所有|全部|すべて).*");
    private static final Pattern SEPARATOR = Pattern.compile("[,;，；、&]|(?<=\\s)and(?=\\s)");

    /// The citations in a list such as `1.1, 2.3`. What is no id is passed over.
    ///
    /// @param column where the list begins in its line, from 1
    static List<Citation> listed(String list, int line, int column) {
        var citations = new ArrayList<Citation>();
        Optional<Citation> plain = plain(list, 0, list.length(), line, column);
        if (plain.isPresent()) {
            return List.of(plain.get());
        }
        Matcher separator = SEPARATOR.matcher(list);
        int start = 0;
        while (start <= list.length()) {
            int end = separator.find() ? separator.start() : list.length();
            piece(list, start, end, line, column, citations);
            start = end == list.length() ? end + 1 : separator.end();
        }
        return citations.stream().anyMatch(Citation::isBackwards)
                ? citations.stream().map(Citation::dashed).toList()
                : citations;
    }

    /// No range runs from 6 to 3: some write criterion 6.3 so, and then 2-6 beside it is 2.6 and no range either.
    private boolean isBackwards() {
        return isOfWholes() && Integer.parseInt(to) < Integer.parseInt(from);
    }

    private Citation dashed() {
        return isOfWholes() && !from.equals(to)
                ? new Citation(from + "." + to, from + "." + to, span)
                : this;
    }

    private boolean isOfWholes() {
        return isWhole(from) && isWhole(to);
    }

    private static boolean isWhole(String name) {
        return !name.isEmpty()
                && name.length() <= 4
                && digits(name, 0, name.length()) == name.length();
    }

    /// A number such as `1.2` with nothing but spaces around it: most are, and are told so many times as fast.
    private static Optional<Citation> plain(String list, int start, int end, int line, int column) {
        int first = spaces(list, start, end);
        if (list.startsWith("Requirement", first)) {
            int behind = first + (list.startsWith("s ", first + 11) ? 13 : 12);
            first = behind < end && list.charAt(behind - 1) == ' ' ? behind : first;
        }
        int at = digits(list, first, end);
        int from = first;
        while (at > from && at - from <= 4 && at < end && list.charAt(at) == '.') {
            from = at + 1;
            at = digits(list, from, end);
        }
        if (at == from || at - from > 4 || spaces(list, at, end) < end) {
            return Optional.empty();
        }
        String id = list.substring(first, at);
        return Optional.of(
                new Citation(id, id, new SourceSpan(line, column + first, line, column + at)));
    }

    /// The end of the digits that stand at an index.
    private static int digits(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int spaces(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static void piece(
            String list, int start, int end, int line, int column, List<Citation> citations) {
        Optional<Citation> plain = plain(list, start, end, line, column);
        if (plain.isPresent()) {
            citations.add(plain.get());
            return;
        }
        Matcher piece = PIECE.matcher(list).region(start, end);
        if (piece.matches()) {
            String from = piece.group("from");
            String to = piece.group("to") == null ? from : piece.group("to");
            int last = piece.end(piece.group("to") == null ? "from" : "to");
            citations.add(
                    new Citation(
                            from,
                            to,
                            new SourceSpan(
                                    line, column + piece.start("from"), line, column + last)));
        } else if (EVERY.matcher(list).region(start, end).matches()) {
            citations.add(
                    new Citation(
                            ALL, ALL, new SourceSpan(line, column + start, line, column + end)));
        }
    }

    /// Whether it names a criterion by its very id: then nothing else has to be tried.
    boolean isExactly(CriterionId id) {
        return from.equals(to) && from.equals(id.value());
    }

    /// Whether it names a criterion.
    public boolean isOf(CriterionId id) {
        if (from.equals(ALL)) {
            return true;
        }
        String key = key(id.value());
        return from.equals(to) ? names(key(from), key) : isBetween(key(from), key(to), key);
    }

    /// The number of a requirement stands for all of its criteria; `R1.2` and `Req 1.2` are read as `1.2` where
    /// criteria are called so.
    private static boolean names(String cited, String key) {
        String bare = cited.endsWith(".*") ? cited.substring(0, cited.length() - 2) : cited;
        return isOrBelow(bare, key) || isOrBelow(unlabelled(bare), unlabelled(key));
    }

    private static boolean isOrBelow(String cited, String key) {
        return key.startsWith(cited)
                && (key.length() == cited.length() || key.charAt(cited.length()) == '.');
    }

    private static boolean isBetween(String first, String last, String key) {
        String low = unlabelled(first);
        String high = unlabelled(last);
        String parent = parent(low);
        if (!parent.equals(parent(high)) || !(parent.isEmpty() || key.startsWith(parent))) {
            return names(first, key) || names(last, key);
        }
        int number = number(key.substring(parent.length()));
        return number >= number(low.substring(parent.length()))
                && number <= number(high.substring(parent.length()));
    }

    /// What stands before the last number: `1.` of `1.2`.
    private static String parent(String key) {
        return key.substring(0, key.lastIndexOf('.') + 1);
    }

    private static int number(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 || end > 6 ? -1 : Integer.parseInt(text.substring(0, end));
    }

    private static String unlabelled(String key) {
        int digit = 0;
        while (digit < key.length() && !Character.isDigit(key.charAt(digit))) {
            digit++;
        }
        return List.of("r", "req", "ac", "requirement").contains(key.substring(0, digit))
                ? key.substring(digit)
                : key;
    }

    /// `DR-1.2`, `dr1.2` and `DR1.2` are the same.
    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    @Override
    public String toString() {
        return from.equals(to) ? from : from + "-" + to;
    }
}
