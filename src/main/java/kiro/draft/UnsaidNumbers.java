package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that a model proposes and that nobody said: limits and times are decisions, and a person is told of each.
final class UnsaidNumbers {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:[.,]\\d+)*");

    /// A status is named by the rules of HTTP, and the number of a requirement or criterion by its place.
    private static final Pattern NO_DECISION =
            Pattern.compile(
                    "(?i)\\b(?:returns?|status|answered with|answers(?: with)?)\\s+[1-5]\\d\\d(?!\\w)|_Requirements:.*|AC-\\d+|^\\d+(?:\\.\\d+)*");

    private UnsaidNumbers() {}

    static List<String> in(Proposal proposal, Composition composition, Brief brief) {
        Set<String> said = numbers(brief.description());
        brief.values().values().forEach(value -> said.addAll(numbers(value)));
        Set<String> unsaid = new LinkedHashSet<>();
        for (Composition.Placed each : composition.placed()) {
            String words = proposal.words(each.part());
            Set<String> asked = new HashSet<>(said);
            if (each.part() instanceof Proposal.Part.Line line) {
                asked.addAll(numbers(line.open().text()));
            }
            var found = new ArrayList<>(numbers(NO_DECISION.matcher(words).replaceAll(" ")));
            found.removeAll(asked);
            if (!found.isEmpty()) {
                unsaid.add("%s in '%s'".formatted(String.join(", ", found), words));
            }
        }
        return List.copyOf(unsaid);
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
