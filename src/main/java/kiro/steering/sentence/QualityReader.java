package kiro.steering.sentence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.code.Symbol;
import kiro.steering.rule.Quality;
import kiro.steering.rule.Subject;

/// Reads from a block of a rule what every declaration of a kind must have.
final class QualityReader {
    static final List<String> QUALITIES =
            List.of(
                    "documented",
                    "annotated",
                    "uses",
                    "extends",
                    "typed",
                    "return-typed",
                    "of-kind",
                    "test-file",
                    "companion",
                    "header",
                    "license-header",
                    "at-most");

    private final RuleKeys keys;

    QualityReader(RuleKeys keys) {
        this.keys = keys;
    }

    Optional<Quality> read() {
        List<String> present = keys.present(QUALITIES);
        if (present.size() != 1) {
            keys.problem(
                    keys.span("kind"),
                    "the rule has one of " + String.join(", ", QUALITIES),
                    "write for instance: documented: true");
            return Optional.empty();
        }
        String key = present.getFirst();
        return switch (key) {
            case "documented" -> flag(key, new Quality.Documented());
            case "typed" -> flag(key, new Quality.Typed());
            case "return-typed" -> flag(key, new Quality.ReturnTyped());
            case "license-header" -> flag(key, new Quality.LicenseHeader());
            case "of-kind" -> ofKind(key);
            case "test-file" -> flag(key, new Quality.TestFile());
            case "annotated" -> Optional.of(new Quality.Annotated(keys.texts(key)));
            case "uses" ->
                    Optional.of(
                            new Quality.Uses(
                                    keys.texts(key).stream().map(Subject.Name::of).toList()));
            case "extends" -> keys.text(key).map(Quality.Extends::new);
            case "companion" -> keys.text(key).map(Quality.Companion::new);
            case "header" -> keys.text(key).map(Quality.Header::new);
            default -> limit();
        };
    }

    private Optional<Quality> flag(String key, Quality quality) {
        if (!keys.flag(key)) {
            keys.problem(
                    keys.span(key),
                    "'%s' is not true".formatted(key),
                    "write %s: true; what must not be so is of kind none".formatted(key));
        }
        return Optional.of(quality);
    }

    private Optional<Quality> ofKind(String key) {
        String name = keys.text(key).orElse("");
        Optional<Quality> kind =
                Arrays.stream(Symbol.Kind.values())
                        .filter(each -> !each.isFunction())
                        .filter(each -> each.name().equals(DemandReader.constant(name)))
                        .findFirst()
                        .map(Quality.OfKind::new);
        if (kind.isEmpty()) {
            keys.problem(
                    keys.span(key),
                    "'%s' is no kind of type".formatted(name),
                    "write record, class, interface, enum or the like");
        }
        return kind;
    }

    /// `at-most: 40 lines-of-function`.
    private Optional<Quality> limit() {
        String[] words = keys.text("at-most").orElse("").strip().split(" +");
        Optional<Quality.Measure> measure =
                words.length < 2
                        ? Optional.empty()
                        : Arrays.stream(Quality.Measure.values())
                                .filter(each -> each.name().equals(DemandReader.constant(words[1])))
                                .findFirst();
        if (measure.isEmpty() || !words[0].matches("\\d{1,6}")) {
            keys.problem(
                    keys.span("at-most"),
                    "the limit is not a number and what is counted",
                    "write for instance: at-most: 40 lines-of-function; counted are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Quality.Measure.values())
                                            .map(each -> RuleWriter.small(each.name()))
                                            .toList()));
            return Optional.empty();
        }
        return Optional.of(new Quality.AtMost(measure.get(), Integer.parseInt(words[0])));
    }
}
