package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.text.TextDocument;

/// Writes suggested criteria into a spec, below its last criterion and in the form of that one: its list mark, its
/// box, its way of writing ids. Every other byte stays.
public final class Accepted {
    /// The head of a criterion's first line: what stands before its words.
    private static final Pattern HEAD =
            Pattern.compile(
                    "^(?<indent>\\s*)(?:(?<mark>[-*+])|(?<number>\\d{1,4})(?<close>[.)]))(?<gap>\\s+)(?<box>\\[[ xX~-]\\]\\s+)?(?<rest>.*)$");

    /// A criterion that is a paragraph of its own, with its number before it: `3.1 WHEN ...`.
    private static final Pattern NUMBERED =
            Pattern.compile("^(?<indent>\\s*)(?<rest>\\d+(?:\\.\\d+)+[.:)]?\\s+.*)$");

    private static final Pattern DEMAND = Pattern.compile("(?i)\\bshall\\b");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(?!.*\\d)");

    private final Spec spec;

    private Accepted(Spec spec) {
        this.spec = spec;
    }

    /// The document of a spec's criteria with these added, in this order.
    public static TextDocument into(Spec spec, List<Suggestion> suggestions) {
        return words(spec, suggestions.stream().map(Suggestion::text).toList());
    }

    /// The same with criteria of which there are the words alone.
    public static TextDocument words(Spec spec, List<String> criteria) {
        return new Accepted(spec).with(criteria);
    }

    private TextDocument with(List<String> criteria) {
        Optional<AcceptanceCriterion> last = last();
        if (criteria.isEmpty() || last.isEmpty()) {
            return spec.document();
        }
        String first = spec.document().line(last.get().span().line());
        Matcher head = HEAD.matcher(first);
        Matcher numbered = NUMBERED.matcher(first);
        var lines = new ArrayList<String>();
        for (int i = 0; i < criteria.size(); i++) {
            String words = criteria.get(i);
            if (numbered.matches()) {
                lines.add("");
                lines.add(
                        numbered.group("indent")
                                + label(numbered.group("rest"), last.get(), i + 1)
                                + styled(words));
            } else if (head.matches()) {
                lines.add(line(head, last.get(), words, i + 1));
            } else {
                lines.add("- [ ] " + words);
            }
        }
        return spec.document().withLinesAfter(last.get().span().endLine(), lines);
    }

    /// The criterion that stands last in the file and is no part of another.
    private Optional<AcceptanceCriterion> last() {
        AcceptanceCriterion last = null;
        int shallowest = Integer.MAX_VALUE;
        for (AcceptanceCriterion criterion : spec.criteria()) {
            int depth = criterion.span().column();
            boolean isLater =
                    last == null
                            || criterion.span().line() >= last.span().line()
                            || depth < shallowest;
            if (depth <= shallowest && isLater) {
                last = criterion;
                shallowest = depth;
            }
        }
        return Optional.ofNullable(last).map(this::toItsEnd);
    }

    /// Criteria that stand below another belong to its item.
    private AcceptanceCriterion toItsEnd(AcceptanceCriterion last) {
        int end = last.span().endLine();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            end =
                    Math.max(
                            end,
                            criterion.span().line() > last.span().line()
                                    ? criterion.span().endLine()
                                    : 0);
        }
        var span =
                new kiro.text.SourceSpan(
                        last.span().line(),
                        last.span().column(),
                        end,
                        spec.document().line(end).length() + 1);
        return new AcceptanceCriterion(
                last.id(),
                last.text(),
                span,
                last.isTicked(),
                last.hasCheckbox(),
                last.hasExplicitId());
    }

    private String line(Matcher head, AcceptanceCriterion last, String words, int step) {
        String mark =
                head.group("mark") != null
                        ? head.group("mark")
                        : (Integer.parseInt(head.group("number")) + step) + head.group("close");
        String box = head.group("box") == null ? "" : "[ ]" + head.group("box").substring(3);
        return head.group("indent")
                + mark
                + head.group("gap")
                + box
                + label(head.group("rest"), last, step)
                + styled(words);
    }

    private String styled(String words) {
        return isEars() && !isDemand(words) ? Ears.of(words, system()) : words;
    }

    /// The id as the last criterion writes its own, counted on; empty where ids are not written.
    private String label(String rest, AcceptanceCriterion last, int step) {
        String id = last.id().value();
        int at = rest.toLowerCase(Locale.ROOT).indexOf(id.toLowerCase(Locale.ROOT));
        if (!last.hasExplicitId() || at < 0 || at > 3) {
            return "";
        }
        String next = next(id, step);
        int end = at + id.length();
        int words = end;
        while (words < rest.length() && " :.)]*_`–—-\t".indexOf(rest.charAt(words)) >= 0) {
            words++;
        }
        return rest.substring(0, at) + next + rest.substring(end, words);
    }

    /// The id so many steps after one, passing over those that are taken.
    private String next(String id, int step) {
        Matcher number = NUMBER.matcher(id);
        if (!number.find()) {
            return id + "-" + (step + 1);
        }
        String before = id.substring(0, number.start());
        String after = id.substring(number.end());
        int width = number.group().length();
        long highest = Long.parseLong(number.group());
        for (AcceptanceCriterion criterion : spec.criteria()) {
            String other = criterion.id().value();
            boolean isAlike =
                    other.regionMatches(true, 0, before, 0, before.length())
                            && other.length() > before.length()
                            && other.substring(before.length()).matches("\\d{1,9}");
            if (isAlike) {
                highest = Math.max(highest, Long.parseLong(other.substring(before.length())));
            }
        }
        String next = String.valueOf(highest + step);
        boolean isPadded = number.group().startsWith("0");
        return before
                + (isPadded ? "0".repeat(Math.max(0, width - next.length())) : "")
                + next
                + after;
    }

    /// Whether most of its criteria are sentences of requirements engineering, as in a folder.
    private boolean isEars() {
        long shall =
                spec.criteria().stream().filter(criterion -> isDemand(criterion.text())).count();
        return shall * 2 > spec.criteria().size();
    }

    private static boolean isDemand(String words) {
        return DEMAND.matcher(words).find();
    }

    /// Who does it, as the other criteria call it.
    private String system() {
        return spec.criteria().stream()
                .map(criterion -> Ears.SYSTEM.matcher(criterion.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, second) -> second)
                .orElse("THE SYSTEM");
    }
}
