package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.code.Grammar;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.Examples.Example;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.Origin;
import kiro.steering.rule.SteeringRule;
import kiro.text.Hash;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a fenced block of a rule, in YAML.
final class RuleBlockReader {
    private static final int MAX_DEPTH = 12;
    private static final List<String> LANGUAGES =
            List.of("java", "javascript", "typescript", "python", "go", "rust");
    private static final String HELP = "see docs/formats/steering-rules.md";

    private final SteeringSource source;
    private final RuleKeys.Place place;
    private final SourceSpan start;
    private final List<Finding> findings = new ArrayList<>();

    private RuleBlockReader(SteeringSource source, RuleFence fence) {
        this.source = source;
        this.place = new RuleKeys.Place(source.file(), fence.firstLine(), fence.indent());
        this.start =
                new SourceSpan(
                        fence.firstLine(),
                        fence.indent() + 1,
                        fence.firstLine(),
                        fence.indent() + 1);
    }

    static RuleBlock read(SteeringSource source, RuleFence fence) {
        var reader = new RuleBlockReader(source, fence);
        return reader.mapping(fence.yaml())
                .map(reader::block)
                .orElseGet(() ->
                        new RuleBlock(
                                reader.start,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                reader.findings));
    }

    private Optional<MappingNode> mapping(String yaml) {
        LoadSettings settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
        try {
            if (isTooDeep(new Parse(settings).parseString(yaml))) {
                problem(start, "the block is nested deeper than a rule is", HELP);
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problem(start, "the block has no 'key: value' lines", "begin with: id: no-console-log");
        } catch (MarkedYamlEngineException notYaml) {
            problem(
                    place.of(notYaml.getProblemMark()),
                    "the rule is no YAML: "
                            + String.valueOf(notYaml.getProblem()).replaceAll("\\s+", " "),
                    "mend the line, or put the text between quotes");
        } catch (YamlEngineException notYaml) {
            problem(
                    start,
                    "the rule is no YAML: "
                            + String.valueOf(notYaml.getMessage()).replaceAll("\\s+", " "),
                    "mend it");
        }
        return Optional.empty();
    }

    private static boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth +=
                    event instanceof CollectionStartEvent
                            ? 1
                            : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                return true;
            }
        }
        return false;
    }

    private RuleBlock block(MappingNode mapping) {
        var keys = new RuleKeys(place, mapping, findings);
        Optional<RuleId> id = id(keys);
        String message = keys.required("message", "message: why, in a sentence");
        Optional<Demand> demand = new DemandReader(keys).read();
        FileScope scope = scope(keys);
        Optional<Instead> instead = instead(keys);
        Severity severity = severity(keys);
        Examples examples = new Examples(examples(keys, "bad"), examples(keys, "good"));
        Optional<Hash> from = from(keys);
        boolean isProposed = isProposed(keys);
        keys.close();
        Optional<SteeringRule> rule =
                findings.isEmpty() && id.isPresent()
                        ? demand.map(what ->
                                new SteeringRule(
                                        id.get(),
                                        new Origin(source.file(), start, message.strip()),
                                        what,
                                        scope,
                                        instead,
                                        severity,
                                        examples))
                        : Optional.empty();
        return new RuleBlock(start, rule, from, isProposed, findings);
    }

    private Optional<RuleId> id(RuleKeys keys) {
        String text = keys.required("id", "id: no-console-log");
        if (text.matches("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")) {
            return Optional.of(new RuleId(source.name() + "/" + text));
        }
        if (keys.has("id")) {
            problem(
                    keys.span("id"),
                    "'%s' cannot be the id of a rule".formatted(text),
                    "use small letters, digits and '-', a letter first");
        }
        return Optional.empty();
    }

    /// What a person writes in the block counts; the front matter's patterns do where the block has none.
    private FileScope scope(RuleKeys keys) {
        List<Grammar> languages =
                keys.texts("languages").stream()
                        .flatMap(name -> languages(keys, name).stream())
                        .toList();
        List<String> files = keys.texts("files");
        Scoping scoping = Scoping.of(files.isEmpty() ? source.about() : List.of());
        scoping.narrow(globs(keys, "files", files));
        scoping.narrow(Scoping.endings(languages));
        Optional<FileScope> within = scoping.scope();
        if (within.isEmpty()) {
            problem(
                    keys.span("languages"),
                    "the languages and the files do not go together",
                    "write the endings into 'files', such as src/**/*.ts");
        }
        return new FileScope(
                within.map(FileScope::within).orElse(List.of()),
                globs(keys, "ignores", keys.texts("ignores")));
    }

    private List<Grammar> languages(RuleKeys keys, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "typescript" -> List.of(Grammar.TYPESCRIPT, Grammar.TSX);
            case "java", "javascript", "python", "go", "rust" ->
                    List.of(Grammar.valueOf(name.toUpperCase(Locale.ROOT)));
            default -> {
                problem(
                        keys.span("languages"),
                        "'%s' is no language that is read".formatted(name),
                        "write some of " + String.join(", ", LANGUAGES));
                yield List.of();
            }
        };
    }

    /// Patterns; some words stand for the places that most projects have.
    private List<PathGlob> globs(RuleKeys keys, String key, List<String> texts) {
        var globs = new ArrayList<PathGlob>();
        for (String text : texts) {
            List<PathGlob> usual = Lexicon.builtIn().globs(text.toUpperCase(Locale.ROOT));
            Optional<PathGlob> one = PathGlob.parse(text);
            if (!usual.isEmpty()) {
                globs.addAll(usual);
            } else if (one.isPresent()) {
                globs.add(one.get());
            } else {
                problem(
                        keys.span(key),
                        "'%s' is no pattern: its brackets do not match".formatted(text),
                        "write one such as src/**/*.{ts,tsx}");
            }
        }
        return globs;
    }

    private Optional<Instead> instead(RuleKeys keys) {
        for (Node node : keys.nodes("instead")) {
            if (node instanceof MappingNode mapping) {
                RuleKeys within = keys.within(mapping);
                var instead =
                        new Instead(
                                within.required("text", "text: the logger"),
                                within.text("name"),
                                within.text("file"));
                within.close();
                return Optional.of(instead);
            }
            return RuleKeys.scalar(node)
                    .map(text -> new Instead(text, Optional.empty(), Optional.empty()));
        }
        return keys.text("fix").map(text -> new Instead(text, Optional.empty(), Optional.empty()));
    }

    private Severity severity(RuleKeys keys) {
        String name = keys.text("severity").orElse("error");
        Optional<Severity> known =
                Arrays.stream(Severity.values())
                        .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst();
        if (known.isEmpty()) {
            problem(
                    keys.span("severity"),
                    "'%s' is no severity".formatted(name),
                    "write error, warning or info");
        }
        return known.orElse(Severity.ERROR);
    }

    private List<Example> examples(RuleKeys keys, String key) {
        var examples = new ArrayList<Example>();
        for (Node node : keys.nodes(key)) {
            if (node instanceof MappingNode mapping) {
                RuleKeys within = keys.within(mapping);
                examples.add(
                        new Example(
                                within.required("path", "path: src/a.ts"),
                                within.required("code", "code: a()")));
                within.close();
            } else {
                Optional<String> code = RuleKeys.scalar(node);
                if (code.isEmpty()) {
                    problem(
                            keys.span(node),
                            "an example that is no code",
                            "write the code, or 'path:' and 'code:'");
                }
                code.map(text -> new Example(usualPath(keys), text)).ifPresent(examples::add);
            }
        }
        return examples;
    }

    /// An example without a path is in a file of the rule's first language.
    private static String usualPath(RuleKeys keys) {
        List<String> languages = keys.texts("languages");
        return switch (languages.isEmpty() ? "" : languages.getFirst().toLowerCase(Locale.ROOT)) {
            case "java" -> "src/main/java/Example.java";
            case "javascript" -> "src/example.js";
            case "python" -> "src/example.py";
            case "go" -> "example.go";
            case "rust" -> "src/example.rs";
            default -> "src/example.ts";
        };
    }

    private Optional<Hash> from(RuleKeys keys) {
        Optional<String> text = keys.text("sentence");
        if (text.isPresent() && !text.get().matches("[0-9a-f]{64}")) {
            problem(
                    keys.span("sentence"),
                    "'sentence' is not the hash of a sentence",
                    "leave the key out in a rule of your own");
            return Optional.empty();
        }
        return text.map(Hash::new);
    }

    private boolean isProposed(RuleKeys keys) {
        String state = keys.text("state").orElse("accepted");
        if (!state.equals("accepted") && !state.equals("proposed")) {
            problem(
                    keys.span("state"),
                    "'%s' is no state".formatted(state),
                    "write accepted or proposed");
        }
        return state.equals("proposed");
    }

    private void problem(SourceSpan span, String message, String fix) {
        findings.add(Finding.error("steering/bad-rule", source.file(), span, message, fix));
    }
}
