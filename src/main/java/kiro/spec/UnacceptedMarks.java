package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks on what was inferred from code, or proposed by a model, and nobody has accepted yet.
///
/// A mark is a line of a quotation with a comment, `> inferred from ... <!-- kiro:inferred src/x.ts:12 -->`, or a comment
/// that is a line of its own, `<!-- kiro:proposed MODEL: Overview -->`.
public final class UnacceptedMarks {
    private static final Pattern COMMENT = Pattern.compile("<!-- kiro:(?:inferred|proposed) ");
    private static final Pattern QUOTED =
            Pattern.compile("[ \\t]*> ?(?:inferred from |proposed by ).*", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("[ \\t]*<!-- kiro:(?:inferred|proposed) [^\\n]*?-->");

    private UnacceptedMarks() {}

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
        boolean isGap = false;
        Matcher lines = Pattern.compile("[^\\n]*\\n|[^\\n]+$").matcher(text);
        while (lines.find()) {
            line++;
            String each = lines.group();
            boolean isMark = line >= first && line <= last && isMarked(each);
            if (!isMark) {
                kept.append(isGap && each.isBlank() ? "" : each);
                isGap = false;
                continue;
            }
            accepted++;
            String left = INLINE.matcher(each).replaceAll("");
            if (left.isBlank()) {
                isGap = endsBlank(kept);
            } else if (!QUOTED.matcher(left).matches()) {
                kept.append(left);
            }
        }
        return new Accepting(kept.toString(), accepted);
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.isEmpty() || text.toString().matches("(?s).*\\n[ \\t]*\\r?\\n");
    }

    /// Whether a text has marks.
    public static boolean isMarked(String text) {
        return COMMENT.matcher(text).find();
    }
}
