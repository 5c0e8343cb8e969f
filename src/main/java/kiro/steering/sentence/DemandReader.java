package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.code.Symbol;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Subject;
import kiro.steering.rule.TextPattern;
import kiro.text.NearestNames;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what a block of a rule asks, by its kind.
final class DemandReader {
    static final List<String> KINDS =
            List.of(
                    "forbid",
                    "only-in",
                    "no-import",
                    "import-only",
                    "imported-only-by",
                    "layers",
                    "no-cycle",
                    "every",
                    "none",
                    "naming",
                    "placed",
                    "paired",
                    "dependencies",
                    "not-logged",
                    "coverage",
                    "infrastructure");
    private static final List<String> PATTERNS =
            List.of(
                    "style",
                    "starts-with",
                    "not-starts-with",
                    "ends-with",
                    "not-ends-with",
                    "matches");

    private final RuleKeys keys;

    DemandReader(RuleKeys keys) {
        this.keys = keys;
    }

    /// Empty where something is missing, which is then among the findings.
    Optional<Demand> read() {
        String kind = keys.required("kind", "kind: forbid");
        return switch (kind) {
            case "forbid" -> subject().map(Demand.Forbid::new);
            case "only-in" ->
                    subject().flatMap(what -> part("in").map(in -> new Demand.OnlyIn(what, in)));
            case "no-import" -> part("from").map(from -> new Demand.NoImport(from, parts("to")));
            case "import-only" ->
                    part("from").map(from -> new Demand.ImportOnly(from, parts("to")));
            case "imported-only-by" ->
                    part("to").map(to -> new Demand.ImportedOnlyBy(to, parts("from")));
            case "layers" -> Optional.of(new Demand.Layers(parts("layers")));
            case "no-cycle" ->
                    Optional.of(
                            new Demand.NoCycle(
                                    optionalPart("in"),
                                    keys.text("of").orElse("files").equals("packages")));
            case "every", "none" -> every(kind.equals("every"));
            case "naming" ->
                    declared().flatMap(every -> pattern().map(how -> new Demand.Named(every, how)));
            case "placed" -> part("part").map(part -> new Demand.Placed(part, parts("in")));
            case "paired" ->
                    Optional.of(
                            new Demand.Paired(
                                    called("first", "first: open"),
                                    called("second", "second: close")));
            case "dependencies" -> dependencies();
            case "not-logged" ->
                    Optional.of(
                            new Demand.NotLogged(
                                    keys.requiredTexts("fields", "fields: [password]")));
            case "coverage" -> coverage();
            case "infrastructure" ->
                    new ResourceReader(keys).read().map(Demand.Infrastructure::new);
            default -> unknown(kind);
        };
    }

    private Subject.Name called(String key, String example) {
        return new Subject.Name(keys.required(key, example), Set.of(Subject.Use.CALL));
    }

    private Optional<Demand> unknown(String kind) {
        if (keys.has("kind")) {
            List<String> near = NearestNames.of(kind, KINDS);
            keys.problem(
                    keys.span("kind"),
                    "'%s' is no kind of rule".formatted(kind),
                    near.isEmpty()
                            ? "write one of " + String.join(", ", KINDS)
                            : "did you mean %s?".formatted(near.getFirst()));
        }
        return Optional.empty();
    }

    private Optional<Subject> subject() {
        return new SubjectReader(keys).read();
    }

    private Optional<Demand> every(boolean isWanted) {
        return declared()
                .flatMap(every ->
                        new QualityReader(keys)
                                .read()
                                .map(has ->
                                        isWanted
                                                ? new Demand.Every(every, has)
                                                : new Demand.None(every, has)));
    }

    private Optional<Demand> dependencies() {
        boolean isAllowList = keys.has("allow");
        List<String> names = keys.requiredTexts(isAllowList ? "allow" : "deny", "deny: [lodash]");
        return Optional.of(new Demand.Dependencies(names, isAllowList));
    }

    private Optional<Demand> coverage() {
        int percent = keys.number("percent").orElse(0);
        if (percent < 1 || percent > 100) {
            keys.problem(
                    keys.span("percent"),
                    "the coverage is no number from 1 to 100",
                    "write: percent: 80");
        }
        String of = keys.text("of").orElse("lines");
        if (!of.matches("(?:changed-)?(?:lines|branches)")) {
            keys.problem(
                    keys.span("of"),
                    "'%s' is nothing that coverage is of".formatted(of),
                    "write lines, branches, changed-lines or changed-branches");
        }
        return Optional.of(
                new Demand.Coverage(
                        percent,
                        of.endsWith("branches"),
                        of.startsWith("changed-"),
                        optionalPart("in")));
    }

    private Optional<NamePattern> pattern() {
        List<String> present = keys.present(PATTERNS);
        if (present.size() != 1) {
            keys.problem(
                    keys.span("kind"),
                    "a rule about names has one of " + String.join(", ", PATTERNS),
                    "write for instance: style: camel");
            return Optional.empty();
        }
        String key = present.getFirst();
        return switch (key) {
            case "style" -> style();
            case "starts-with" -> Optional.of(new NamePattern.StartsWith(keys.texts(key)));
            case "not-starts-with" -> Optional.of(new NamePattern.NotStartsWith(keys.texts(key)));
            case "ends-with" -> Optional.of(new NamePattern.EndsWith(keys.texts(key)));
            case "not-ends-with" -> Optional.of(new NamePattern.NotEndsWith(keys.texts(key)));
            default -> keys.text(key).map(text -> new NamePattern.Matches(TextPattern.regex(text)));
        };
    }

    private Optional<NamePattern> style() {
        String name = keys.text("style").orElse("");
        Optional<NamePattern> style =
                Arrays.stream(NamePattern.Style.values())
                        .filter(each -> each.name().equals(constant(name)))
                        .findFirst()
                        .map(NamePattern.Cased::new);
        if (style.isEmpty()) {
            keys.problem(
                    keys.span("style"),
                    "'%s' is no style of names".formatted(name),
                    "write camel, pascal, snake, upper-snake or kebab");
        }
        return style;
    }

    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// A kind in words, such as `public methods`, or its parts.
    private Optional<Declared> declared() {
        List<Node> nodes = keys.nodes("every");
        if (nodes.size() == 1 && nodes.getFirst() instanceof MappingNode mapping) {
            return declared(keys.within(mapping));
        }
        String words = nodes.isEmpty() ? "" : RuleKeys.scalar(nodes.getFirst()).orElse("");
        Optional<Declared> said = said(words);
        if (said.isPresent()) {
            return said;
        }
        keys.problem(
                keys.span("every"),
                "'%s' is no kind of declaration that has a name here".formatted(words),
                "write for instance 'every: public methods', or its 'name', 'kinds', 'reach', 'in' and 'annotations'");
        return Optional.empty();
    }

    /// What the words of a kind mean.
    static Optional<Declared> said(String words) {
        List<Token> tokens = Tokens.of(words);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        for (Slots.Filled each : new Slots(Lexicon.builtIn(), tokens, words).fill("kind", 0)) {
            if (each.end() == tokens.size() && each.meaning() instanceof Meaning.Kind kind) {
                return Optional.of(kind.declared());
            }
        }
        return Optional.empty();
    }

    private Optional<Declared> declared(RuleKeys within) {
        Set<Symbol.Kind> kinds = EnumSet.noneOf(Symbol.Kind.class);
        for (String name : within.texts("kinds")) {
            Optional<Symbol.Kind> known =
                    Arrays.stream(Symbol.Kind.values())
                            .filter(kind -> kind.name().equals(constant(name)))
                            .findFirst();
            if (known.isEmpty()) {
                within.problem(
                        within.span("kinds"),
                        "'%s' is no kind of declaration".formatted(name),
                        "write class, function, method or the like");
            }
            known.ifPresent(kinds::add);
        }
        String reach = within.text("reach").orElse("any");
        Optional<Declared.Reach> known =
                Arrays.stream(Declared.Reach.values())
                        .filter(each -> each.name().equals(constant(reach)))
                        .findFirst();
        if (known.isEmpty()) {
            within.problem(
                    within.span("reach"),
                    "'%s' is no reach".formatted(reach),
                    "write any, exported or local");
        }
        var declared =
                new Declared(
                        within.required("name", "name: public methods"),
                        kinds,
                        known.orElse(Declared.Reach.ANY),
                        within.nodes("in").stream()
                                .flatMap(node -> new PartReader(within).read(node).stream())
                                .findFirst(),
                        within.texts("annotations"));
        within.close();
        return Optional.of(declared);
    }

    private Optional<Part> part(String key) {
        List<Part> parts = parts(key);
        return parts.stream().findFirst();
    }

    private Optional<Part> optionalPart(String key) {
        return keys.has(key) ? part(key) : noPart(key);
    }

    private Optional<Part> noPart(String key) {
        keys.nodes(key);
        return Optional.empty();
    }

    private List<Part> parts(String key) {
        var parts = new ArrayList<Part>();
        for (Node node : keys.nodes(key)) {
            new PartReader(keys).read(node).ifPresent(parts::add);
        }
        if (parts.isEmpty() && !keys.has(key)) {
            keys.problem(
                    keys.span("kind"),
                    "the rule lacks '%s'".formatted(key),
                    "add a line such as: %s: src/domain".formatted(key));
        }
        return parts;
    }
}
