package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import kiro.steering.rule.Demand;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Subject;
import kiro.steering.rule.SyntaxForm;
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
        List<Meaning.Kind> kinds = kinds();
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < kinds.size() && kinds.size() == styles.size(); i++) {
            NamePattern style = styles.get(i).pattern();
            if (!kinds.get(i).areConstants()) {
                demands.add(new Demand.Named(kinds.get(i).declared(), style));
            } else if (style.equals(new NamePattern.Cased(NamePattern.Style.UPPER_SNAKE))) {
                demands.add(new Demand.Forbid(new Subject.Form(SyntaxForm.SMALL_CONSTANT)));
            } else {
                return List.of();
            }
        }
        return demands;
    }

    private List<Demand> one() {
        List<Meaning.Kind> kinds = kinds();
        return kinds.stream().anyMatch(Meaning.Kind::areConstants)
                ? List.of()
                : kinds.stream()
                        .<Demand>map(kind -> new Demand.Named(kind.declared(), pattern()))
                        .toList();
    }

    private List<Meaning.Kind> kinds() {
        return reading.all("kind", Meaning.Kind.class).stream()
                .filter(kind -> DemandBuilder.areTypes(kind.declared()))
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
            case NOT_START -> new NamePattern.NotStartsWith(affixes);
            default ->
                    new NamePattern.Matches(
                            TextPattern.regex(
                                    reading.first("regex", Meaning.Texts.class)
                                            .orElseThrow()
                                            .texts()
                                            .getFirst()));
        };
    }
}
