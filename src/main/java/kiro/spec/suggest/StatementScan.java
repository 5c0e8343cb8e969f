package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.SectionKind;
import kiro.spec.Spec;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Cuts a spec into the sentences from which a criterion may follow: not its remarks, examples, quotes, code, comments
/// and open places.
final class StatementScan {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:[-*+]|\\d{1,4}[.)])\\s+(?:\\[.\\]\\s+)?(.*)");
    private static final Pattern TABLE_RULE = Pattern.compile("[|:\\s-]+");
    private static final Set<String> REMARKS =
            Set.of(
                    "note",
                    "notes",
                    "remark",
                    "remarks",
                    "example",
                    "examples",
                    "out of scope",
                    "non goals",
                    "non-goals",
                    "open questions",
                    "questions",
                    "references",
                    "reproduction");

    private final TextDocument document;
    private final BitSet criteria = new BitSet();
    private final List<Statement> found = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private int blockLine;
    private int remarkLevel;
    private boolean isInCriteria;
    private int criteriaLevel;
    private String fence = "";
    private boolean isInComment;

    private StatementScan(Spec spec) {
        this.document = spec.document();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            criteria.set(criterion.span().line(), criterion.span().endLine() + 1);
        }
    }

    static List<Statement> of(Spec spec) {
        var scan = new StatementScan(spec);
        int above = FrontMatter.of(scan.document).map(FrontMatter::lastLine).orElse(0);
        for (int number = above + 1; number <= scan.document.length(); number++) {
            scan.line(number, scan.document.line(number));
        }
        scan.end();
        spec.criteria().forEach(scan::criterion);
        return List.copyOf(scan.found);
    }

    private void criterion(AcceptanceCriterion criterion) {
        found.add(Statement.of(criterion.text(), criterion.span(), Statement.Kind.CRITERION));
    }

    private void line(int number, String raw) {
        if (isHidden(raw)) {
            return;
        }
        String line = withoutComments(raw);
        if (line.startsWith("#") && isHeading(number, line)) {
            return;
        }
        if (isCriterion(number) || line.isBlank() || line.strip().startsWith(">")) {
            end();
        } else if (remarkLevel == 0) {
            text(number, line);
        }
    }

    private boolean isHeading(int number, String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean isUsual =
                level <= 6
                        && level + 1 < line.length()
                        && line.charAt(level) == ' '
                        && isPlain(line.charAt(level + 1))
                        && isPlain(line.charAt(line.length() - 1));
        if (isUsual) {
            end();
            heading(number, level, line.substring(level + 1));
            return true;
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            end();
            heading(number, heading.group(1).length(), heading.group(2));
            return true;
        }
        return false;
    }

    private static boolean isPlain(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private void heading(int number, int level, String words) {
        remarkLevel = remarkLevel > 0 && level > remarkLevel ? remarkLevel : 0;
        boolean isRemark = REMARKS.contains(words.toLowerCase(java.util.Locale.ROOT).strip());
        if (remarkLevel == 0 && isRemark) {
            remarkLevel = level;
        }
        isInCriteria = isInCriteria && level > criteriaLevel;
        Optional<SectionKind> kind = SectionKind.of(words);
        if (kind.equals(Optional.of(SectionKind.ACCEPTANCE_CRITERIA))) {
            isInCriteria = true;
            criteriaLevel = level;
        }
        if (remarkLevel == 0 && kind.isEmpty()) {
            add(words, number, Statement.Kind.HEADING);
        }
    }

    private void text(int number, String line) {
        String words = line.strip();
        boolean isRow = words.startsWith("|");
        Optional<String> item = isRow ? Optional.empty() : item(line, words);
        if (item.isPresent() || isRow) {
            end();
        }
        if (isRow && TABLE_RULE.matcher(line).matches()) {
            return;
        }
        if (block.isEmpty()) {
            blockLine = number;
        } else {
            block.append(' ');
        }
        block.append(item.orElse(words));
    }

    /// The words of a list item.
    private static Optional<String> item(String line, String words) {
        char first = words.charAt(0);
        if ("-*+".indexOf(first) < 0 && !Character.isDigit(first)) {
            return Optional.empty();
        }
        Matcher item = ITEM.matcher(line);
        return item.matches() ? Optional.of(item.group(1).strip()) : Optional.empty();
    }

    private void end() {
        if (!block.isEmpty() && !isInCriteria) {
            String text = block.toString();
            int start = 0;
            for (int i = 1; i < text.length() - 2; i++) {
                if (text.charAt(i + 1) == ' ' && isSentenceEnd(text, i)) {
                    add(text.substring(start, i + 1), blockLine, Statement.Kind.SENTENCE);
                    start = i + 2;
                }
            }
            add(text.substring(start), blockLine, Statement.Kind.SENTENCE);
        }
        block.setLength(0);
    }

    /// Whether the mark before a space ends a sentence.
    private static boolean isSentenceEnd(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 2);
        return ".!?".indexOf(text.charAt(at)) >= 0
                && (Character.isLowerCase(before)
                        || Character.isDigit(before)
                        || "`)]\"".indexOf(before) >= 0)
                && (Character.isUpperCase(after) || after == '`');
    }

    private void add(String sentence, int line, Statement.Kind kind) {
        boolean isOpen = sentence.contains("{{") || sentence.endsWith("?");
        if (!isOpen && !sentence.isBlank()) {
            found.add(
                    Statement.of(
                            sentence.strip(),
                            SourceSpan.ofLine(line, document.line(line).length()),
                            kind));
        }
    }

    private boolean isCriterion(int number) {
        return criteria.get(number);
    }

    private boolean isHidden(String raw) {
        if (!isInComment && fence.isEmpty() && !mayHide(raw)) {
            return false;
        }
        String line = raw.strip();
        if (isInComment) {
            isInComment = !line.contains("-->");
            return true;
        }
        if (!fence.isEmpty()) {
            fence = line.startsWith(fence) ? "" : fence;
            return true;
        }
        if (line.startsWith("```") || line.startsWith("~~~")) {
            fence = line.substring(0, 3);
            end();
            return true;
        }
        if (line.startsWith("<!--") && !line.contains("-->")) {
            isInComment = true;
            end();
            return true;
        }
        return false;
    }

    /// Whether a line may open code or a comment.
    private static boolean mayHide(String raw) {
        int at = 0;
        while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
            at++;
        }
        return at < raw.length() && "`~<".indexOf(raw.charAt(at)) >= 0;
    }

    private static String withoutComments(String line) {
        return line.indexOf('<') >= 0 && line.contains("<!--")
                ? line.replaceAll("<!--.*?-->", "")
                : line;
    }
}
