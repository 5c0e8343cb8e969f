package kiro.spec.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Finds the comments about rules that do not apply. Within an item or a line, one is about that; alone on a line, about
/// the item, line or section below; above the first heading, about the whole file.
final class Suppressions {
    private static final String MARK = "kiro:ignore";
    private static final String REASON = "reason:";

    /// A document with more of them has another problem.
    private static final int MOST = 500;

    private final SpecDocument document;
    private final List<AcceptanceCriterion> criteria;
    private final List<Suppression> found = new ArrayList<>();

    private Suppressions(SpecDocument document, List<AcceptanceCriterion> criteria) {
        this.document = document;
        this.criteria = criteria;
    }

    static List<Suppression> in(Spec spec) {
        List<Suppression> all = List.of();
        for (SpecDocument document : spec.documents()) {
            boolean isMain = document.path().equals(spec.path());
            var reader = new Suppressions(document, isMain ? spec.criteria() : List.of());
            reader.read();
            if (!reader.found.isEmpty()) {
                all = new ArrayList<>(all);
                all.addAll(reader.found);
            }
        }
        return all;
    }

    private void read() {
        boolean isCode = false;
        List<TextDocument.Line> lines = document.text().lines();
        if (!document.text().has('<') || !document.text().text().contains(MARK)) {
            return;
        }
        for (int i = 0; i < lines.size() && found.size() < MOST; i++) {
            String line = lines.get(i).text();
            isCode ^= isFence(line);
            int at = isCode ? -1 : line.indexOf(MARK);
            int open = at < 0 ? -1 : line.lastIndexOf("<!--", at);
            int close = at < 0 ? -1 : line.indexOf("-->", at);
            boolean isComment =
                    open >= 0
                            && close > 0
                            && line.substring(open + 4, at).isBlank()
                            && (open == 0 || line.charAt(open - 1) != '`');
            if (isComment) {
                add(i + 1, open, line.substring(at + MARK.length(), close), close + 3);
            }
        }
    }

    private static boolean isFence(String line) {
        String words = line.stripLeading();
        return words.startsWith("```") || words.startsWith("~~~");
    }

    private void add(int line, int open, String words, int end) {
        int colon = words.indexOf(REASON);
        String named = (colon < 0 ? words : words.substring(0, colon)).strip();
        String reason = colon < 0 ? "" : words.substring(colon + REASON.length()).strip();
        List<String> rules =
                Arrays.stream(named.split("[\\s,]+", -1))
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.startsWith("spec/") ? each.substring(5) : each)
                        .toList();
        String text = document.text().line(line);
        boolean isAlone = (text.substring(0, open) + text.substring(end)).isBlank();
        int[] about = about(line, isAlone);
        found.add(
                new Suppression(
                        rules,
                        reason,
                        document.path().value(),
                        new SourceSpan(line, open + 1, line, end + 1),
                        about[0],
                        about[1]));
    }

    /// The first and the last line that a comment is about.
    private int[] about(int line, boolean isAlone) {
        List<Section> sections = document.sections();
        int last = document.text().lines().size();
        if (sections.isEmpty() || line < sections.getFirst().span().line()) {
            return new int[] {1, last};
        }
        int at = line;
        boolean isInItem =
                criteria.stream()
                        .anyMatch(each -> contains(each.span(), line) && each.span().line() < line);
        while (isAlone && !isInItem && at < last && (at == line || isEmpty(at))) {
            at++;
        }
        for (AcceptanceCriterion criterion : criteria) {
            if (contains(criterion.span(), at)) {
                return new int[] {criterion.span().line(), criterion.span().endLine()};
            }
        }
        for (Section section : sections) {
            if (section.span().line() == at) {
                return new int[] {at, section.span().endLine()};
            }
        }
        return new int[] {at, at};
    }

    private boolean isEmpty(int line) {
        String text = document.text().line(line).strip();
        return text.isEmpty() || (text.startsWith("<!--") && text.endsWith("-->"));
    }

    private static boolean contains(SourceSpan span, int line) {
        return span.line() <= line && line <= span.endLine();
    }
}
