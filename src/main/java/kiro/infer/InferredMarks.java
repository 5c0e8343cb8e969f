package kiro.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;

/// The marks on what was inferred and nobody has accepted yet.
///
/// A mark is a line of a quotation with a comment: `> inferred from ... <!-- kiro:inferred src/x.ts:12 -->`.
public final class InferredMarks {
    private static final String COMMENT = "<!-- kiro:inferred ";
    private static final Pattern MARK =
            Pattern.compile("[ \\t]*>?[^\\n>]*<!-- kiro:inferred [^\\n]*?-->[ \\t]*\\r?\\n?");
    private static final Pattern OWN_LINE = Pattern.compile("[ \\t]*>.*", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("[ \\t]*<!-- kiro:inferred [^\\n]*?-->");

    private InferredMarks() {}

    static String mark(Place place, String message) {
        String said = message.isEmpty() ? "" : ", which says " + Conditions.code(message);
        return "inferred from %s%s %s%s -->"
                .formatted(
                        Conditions.code(place.toString()),
                        said,
                        COMMENT,
                        place.toString().replace("--", "- -"));
    }

    /// What became of the marks of a text.
    ///
    /// @param text the text without the accepted marks
    /// @param accepted how many were taken away
    public record Accepting(String text, int accepted) {}

    /// Takes away every mark.
    public static Accepting acceptAll(String text) {
        return accept(text, 1, Integer.MAX_VALUE);
    }

    /// Takes away the marks of criteria; all other text stays as it is.
    public static Accepting accept(String text, Spec spec, List<AcceptanceCriterion> criteria) {
        var accepting = new Accepting(text, 0);
        List<AcceptanceCriterion> fromTheEnd = new ArrayList<>(criteria);
        fromTheEnd.sort((one, other) -> Integer.compare(other.span().line(), one.span().line()));
        for (AcceptanceCriterion each : fromTheEnd) {
            Accepting next = accept(accepting.text(), each.span().line(), end(spec, each));
            accepting = new Accepting(next.text(), accepting.accepted() + next.accepted());
        }
        return accepting;
    }

    /// The last line before the next criterion, because a quotation need not belong to the item's span.
    private static int end(Spec spec, AcceptanceCriterion criterion) {
        return spec.criteria().stream()
                        .mapToInt(each -> each.span().line())
                        .filter(line -> line > criterion.span().line())
                        .min()
                        .orElse(
                                Math.max(criterion.span().endLine(), criterion.span().line() + 10)
                                        + 1)
                - 1;
    }

    private static Accepting accept(String text, int first, int last) {
        var kept = new StringBuilder();
        int line = 0;
        int accepted = 0;
        Matcher lines = Pattern.compile("[^\\n]*\\n|[^\\n]+$").matcher(text);
        while (lines.find()) {
            line++;
            String each = lines.group();
            if (line < first || line > last || !each.contains(COMMENT)) {
                kept.append(each);
                continue;
            }
            accepted++;
            if (!OWN_LINE.matcher(each).matches() || !MARK.matcher(each).matches()) {
                kept.append(INLINE.matcher(each).replaceAll(""));
            }
        }
        return new Accepting(kept.toString(), accepted);
    }

    /// Whether a text has marks.
    public static boolean isMarked(String text) {
        return text.contains(COMMENT);
    }
}
