package kiro.steering.sentence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Grammar;
import kiro.steering.rule.Subject;
import kiro.steering.rule.SyntaxForm;
import kiro.steering.rule.TextPattern;
import kiro.text.NearestNames;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads from a block of a rule what is forbidden or confined.
final class SubjectReader {
    static final List<String> SUBJECTS =
            List.of("name", "annotation", "form", "literal", "comment", "pattern");

    private final RuleKeys keys;

    SubjectReader(RuleKeys keys) {
        this.keys = keys;
    }

    Optional<Subject> read() {
        List<String> present = keys.present(SUBJECTS);
        if (present.size() != 1) {
            keys.problem(
                    keys.span("kind"),
                    "the rule has one of " + String.join(", ", SUBJECTS),
                    "write for instance: name: console.log");
            return Optional.empty();
        }
        String key = present.getFirst();
        return switch (key) {
            case "name" -> keys.text(key).map(text -> new Subject.Name(text, uses()));
            case "annotation" ->
                    keys.text(key).map(text -> new Subject.Annotation(text.replaceAll("^@", "")));
            case "form" -> form();
            case "literal" -> text(key).map(Subject.Literal::new);
            case "comment" -> text(key).map(Subject.Comment::new);
            default -> keys.text(key).map(text -> new Subject.Shape(text, grammars()));
        };
    }

    private Set<Subject.Use> uses() {
        if (!keys.has("uses")) {
            keys.texts("uses");
            return EnumSet.allOf(Subject.Use.class);
        }
        var uses = EnumSet.noneOf(Subject.Use.class);
        for (String name : keys.texts("uses")) {
            Optional<Subject.Use> known =
                    Arrays.stream(Subject.Use.values())
                            .filter(use -> use.name().equals(DemandReader.constant(name)))
                            .findFirst();
            if (known.isEmpty()) {
                keys.problem(
                        keys.span("uses"),
                        "'%s' is no use of a name".formatted(name),
                        "write some of call, import, type, reference");
            }
            known.ifPresent(uses::add);
        }
        return uses;
    }

    private Optional<Subject> form() {
        String name = keys.text("form").orElse("");
        Optional<Subject> known =
                Arrays.stream(SyntaxForm.values())
                        .filter(form -> form.name().equals(DemandReader.constant(name)))
                        .findFirst()
                        .map(Subject.Form::new);
        if (known.isEmpty()) {
            List<String> all =
                    Arrays.stream(SyntaxForm.values())
                            .map(form -> RuleWriter.small(form.name()))
                            .toList();
            List<String> near = NearestNames.of(name, all);
            keys.problem(
                    keys.span("form"),
                    "'%s' is no form that is known".formatted(name),
                    near.isEmpty()
                            ? "write one of " + String.join(", ", all)
                            : "did you mean %s?".formatted(near.getFirst()));
        }
        return known;
    }

    /// A text as it stands, or `{regex: …}`, `{words: …}` for capitals and small letters alike.
    private Optional<TextPattern> text(String key) {
        List<Node> nodes = keys.nodes(key);
        if (nodes.size() == 1 && nodes.getFirst() instanceof MappingNode mapping) {
            RuleKeys within = keys.within(mapping);
            Optional<TextPattern> pattern =
                    within.text("regex")
                            .map(TextPattern::regex)
                            .or(() -> within.text("words").map(TextPattern::words));
            within.close();
            return pattern;
        }
        return nodes.stream()
                .flatMap(node -> RuleKeys.scalar(node).stream())
                .findFirst()
                .map(TextPattern::exact);
    }

    /// The languages that a shape is read in.
    private List<Grammar> grammars() {
        return keys.texts("read-in").stream()
                .flatMap(name ->
                        Arrays.stream(Grammar.values())
                                .filter(grammar ->
                                        grammar.name().equals(DemandReader.constant(name))
                                                || (grammar == Grammar.TSX
                                                        && name.equals("typescript"))))
                .toList();
    }
}
