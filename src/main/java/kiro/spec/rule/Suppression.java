package kiro.spec.rule;

import java.util.ArrayList;
import java.util.List;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// A comment by which a person says that a rule does not apply here, and why:
/// `<!-- kiro:ignore spec/vague reason: the term is the product's own -->`. Within an item or a line it is about that
/// one; alone on a line, about the item, line or section below; above the first heading, about the whole file.
///
/// @param rules as they are written, without `spec/`
/// @param place where the comment stands
/// @param first the first line that it is about
/// @param last the last
record Suppression(List<String> rules, String reason, SourceSpan place, int first, int last) {
    private static final String MARK = "kiro:ignore";
    private static final String REASON = "reason:";

    Suppression {
        rules = List.copyOf(rules);
    }

    boolean isAbout(Finding finding) {
        int line = finding.span().line();
        return line >= first
                && line <= last
                && rules.contains(finding.rule().value().substring("spec/".length()));
    }

    static List<Suppression> in(Spec spec) {
        List<Suppression> found = List.of();
        boolean isCode = false;
        List<TextDocument.Line> lines = spec.document().lines();
        for (int i = 0; i < lines.size(); i++) {
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
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(
                        of(
                                spec,
                                i + 1,
                                open,
                                line.substring(at + MARK.length(), close),
                                close + 3));
            }
        }
        return found;
    }

    private static boolean isFence(String line) {
        String words = line.stripLeading();
        return words.startsWith("```") || words.startsWith("~~~");
    }

    private static Suppression of(Spec spec, int line, int open, String words, int end) {
        int colon = words.indexOf(REASON);
        String named = (colon < 0 ? words : words.substring(0, colon)).strip();
        String reason = colon < 0 ? "" : words.substring(colon + REASON.length()).strip();
        List<String> rules =
                named.isEmpty()
                        ? List.of()
                        : java.util.Arrays.stream(named.split("[\\s,]+"))
                                .map(each -> each.startsWith("spec/") ? each.substring(5) : each)
                                .toList();
        String text = spec.document().line(line);
        boolean isAlone = (text.substring(0, open) + text.substring(end)).isBlank();
        int[] about = about(spec, line, isAlone);
        return new Suppression(
                rules, reason, new SourceSpan(line, open + 1, line, end + 1), about[0], about[1]);
    }

    private static int[] about(Spec spec, int line, boolean isAlone) {
        int firstHeading = spec.sections().isEmpty() ? 0 : spec.sections().getFirst().span().line();
        int last = spec.document().lines().size();
        if (line < firstHeading) {
            return new int[] {1, last};
        }
        int at = line;
        boolean isInItem =
                spec.criteria().stream()
                        .anyMatch(each -> contains(each.span(), line) && each.span().line() < line);
        while (isAlone && !isInItem && at < last && (at == line || isEmpty(spec, at))) {
            at++;
        }
        for (AcceptanceCriterion criterion : spec.criteria()) {
            if (contains(criterion.span(), at)) {
                return new int[] {criterion.span().line(), criterion.span().endLine()};
            }
        }
        for (Section section : spec.sections()) {
            if (section.span().line() == at) {
                return new int[] {at, section.span().endLine()};
            }
        }
        return new int[] {at, at};
    }

    private static boolean isEmpty(Spec spec, int line) {
        String text = spec.document().line(line).strip();
        return text.isEmpty() || (text.startsWith("<!--") && text.endsWith("-->"));
    }

    private static boolean contains(SourceSpan span, int line) {
        return span.line() <= line && line <= span.endLine();
    }
}
