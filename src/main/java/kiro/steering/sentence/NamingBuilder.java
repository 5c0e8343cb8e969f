package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.TextPattern;

/// Makes demands of sentences about names.
final class NamingBuilder {
    private final Reading reading;

    NamingBuilder(Reading reading) {
        this.reading = reading;
    }

    List<Demand> demands() {
        return reading.form() == Form.NAMED ? styled() : one();
    }

    /// As many kinds as styles, in the order of the sentence.
    private List<Demand> styled() {
        List<Meaning.Style> styles = reading.all("style", Meaning.Style.class);
        List<Declared> kinds = kinds();
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < kinds.size() && kinds.size() == styles.size(); i++) {
            demands.add(new Demand.Named(kinds.get(i), styles.get(i).pattern()));
        }
        return demands;
    }

    private List<Demand> one() {
        return kinds().stream().<Demand>map(kind -> new Demand.Named(kind, pattern())).toList();
    }

    private List<Declared> kinds() {
        return reading.all("kind", Meaning.Kind.class).stream()
                .map(Meaning.Kind::declared)
                .filter(DemandBuilder::areTypes)
                .toList();
    }

    private NamePattern pattern() {
        List<String> affixes =
                reading.all("affixes", Meaning.Texts.class).stream()
                        .flatMap(some -> some.texts().stream())
                        .toList();
        return switch (reading.form()) {
            case NAMED_END -> new NamePattern.EndsWith(affixes);
            case NAMED_START -> new NamePattern.StartsWith(affixes);
            case NOT_END -> new NamePattern.NotEndsWith(affixes);
            case NOT_START -> new NamePattern.Matches(TextPattern.regex(notStarting(affixes)));
            default ->
                    new NamePattern.Matches(
                            TextPattern.regex(
                                    reading.first("regex", Meaning.Texts.class)
                                            .orElseThrow()
                                            .texts()
                                            .getFirst()));
        };
    }

    /// A prefix such as `I` is one only before another word: `Item` has none.
    private static String notStarting(List<String> affixes) {
        return affixes.stream()
                .map(affix ->
                        affix.matches(".*[A-Za-z]")
                                ? affix.replace(".", "\\.") + "(?:[A-Z_]|$)"
                                : affix.replace(".", "\\."))
                .collect(Collectors.joining("|", "(?!", ").*"));
    }
}
