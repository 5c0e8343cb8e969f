package kiro.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kiro.finding.Finding;
import kiro.text.FrontMatter;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.text.YamlEvents;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads what a template says about itself, with the line of whatever it says wrongly.
final class TemplateHeadReader {
    private static final List<String> KEYS =
            List.of("description", "aliases", "kind", "parameters");
    private static final List<String> PARAMETER_KEYS =
            List.of("description", "default", "pattern", "required");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /// What stands for something in every template.
    private static final Set<String> TAKEN = Set.of("n", "name", "title");

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private String description = "";
    private List<String> aliases = List.of();
    private Optional<String> kind = Optional.empty();
    private final List<TemplateParameter> parameters = new ArrayList<>();

    /// @param findings what keeps the template from being used
    record Read(TemplateHead head, List<Finding> findings) {}

    private TemplateHeadReader(String file) {
        this.file = file;
    }

    static Read read(String file, FrontMatter head) {
        var reader = new TemplateHeadReader(file);
        reader.compose(head.yaml());
        return new Read(
                new TemplateHead(
                        reader.description, reader.aliases, reader.kind, reader.parameters),
                List.copyOf(reader.findings));
    }

    private void compose(String yaml) {
        try {
            YamlEvents.check(yaml);
            new Compose(LoadSettings.builder().setAllowNonScalarKeys(true).build())
                    .composeString(yaml)
                    .filter(node -> !node.getTag().equals(Tag.NULL))
                    .ifPresent(this::root);
        } catch (MarkedYamlEngineException notYaml) {
            problem(
                    notYaml.getProblemMark()
                            .map(TemplateHeadReader::place)
                            .orElse(SourceSpan.start()),
                    "the front matter is no YAML: " + oneLine(String.valueOf(notYaml.getProblem())),
                    "mend the line, or put the text between quotes");
        } catch (YamlEngineException notYaml) {
            problem(
                    SourceSpan.start(),
                    "the front matter is no YAML: " + oneLine(String.valueOf(notYaml.getMessage())),
                    "mend it");
        }
    }

    private void root(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            problem(
                    span(root),
                    "the front matter has no 'key: value' lines",
                    "write some, or delete it");
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            Node value = pair.getValueNode();
            switch (text(pair.getKeyNode())) {
                case "description" -> description = oneLine(text(value));
                case "aliases" -> aliases = aliases(value);
                case "kind" -> kind = kind(value);
                case "parameters" -> parameters(value);
                default -> other(pair.getKeyNode(), KEYS, false);
            }
        }
    }

    private List<String> aliases(Node value) {
        List<Node> items =
                switch (value) {
                    case SequenceNode sequence -> List.copyOf(sequence.getValue());
                    default -> List.of(value);
                };
        var names = new ArrayList<String>();
        for (Node item : items) {
            String name = text(item);
            if (SpecName.parse(name).isEmpty()) {
                problem(
                        span(item),
                        "'%s' cannot be another name of a template".formatted(name),
                        "use letters, digits, '-', '_' and '.'");
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private Optional<String> kind(Node value) {
        String name = text(value);
        if (BuiltInTemplates.NAMES.contains(name)) {
            return Optional.of(name);
        }
        problem(
                span(value),
                "'%s' is no kind of spec".formatted(name),
                "write one of " + String.join(", ", BuiltInTemplates.NAMES));
        return Optional.empty();
    }

    private void parameters(Node value) {
        if (!(value instanceof MappingNode mapping)) {
            problem(
                    span(value),
                    "'parameters' has no names below it",
                    "write each as 'NAME:' with 'description:' below it, indented");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple pair : mapping.getValue()) {
            String name = text(pair.getKeyNode());
            if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
                problem(
                        span(pair.getKeyNode()),
                        "'%s' cannot be the name of a parameter".formatted(name),
                        "use letters, digits, '-' and '_', and neither of n, name, title");
            } else if (!seen.add(name)) {
                problem(
                        span(pair.getKeyNode()),
                        "the parameter '%s' stands twice".formatted(name),
                        "keep one of them");
            } else {
                parameter(name, pair);
            }
        }
    }

    private void parameter(String name, NodeTuple pair) {
        if (!(pair.getValueNode() instanceof MappingNode mapping)) {
            problem(
                    span(pair.getKeyNode()),
                    "the parameter '%s' says nothing about itself".formatted(name),
                    "write 'description:' below it, indented");
            return;
        }
        String about = name;
        Optional<String> standard = Optional.empty();
        Optional<Pattern> pattern = Optional.empty();
        boolean isRequired = false;
        for (NodeTuple entry : mapping.getValue()) {
            String value = text(entry.getValueNode());
            switch (text(entry.getKeyNode())) {
                case "description" -> about = oneLine(value);
                case "default" -> standard = Optional.of(value).filter(text -> !text.isBlank());
                case "pattern" -> pattern = pattern(entry.getValueNode());
                case "required" -> isRequired = isTrue(entry.getValueNode());
                default -> other(entry.getKeyNode(), PARAMETER_KEYS, true);
            }
        }
        var parameter = new TemplateParameter(name, about, standard, pattern, isRequired);
        if (standard.isPresent() && !parameter.fits(standard.get())) {
            problem(
                    span(pair.getKeyNode()),
                    "the default of '%s' is not of the form that its values have".formatted(name),
                    "mend the default or the pattern");
        }
        parameters.add(parameter);
    }

    private Optional<Pattern> pattern(Node node) {
        try {
            return Optional.of(Pattern.compile(text(node)));
        } catch (PatternSyntaxException unusable) {
            problem(
                    span(node),
                    "the pattern is no regular expression: " + unusable.getDescription(),
                    "mend it, for instance GET|PUT");
            return Optional.empty();
        }
    }

    private boolean isTrue(Node node) {
        String value = text(node);
        if (!value.equals("true") && !value.equals("false")) {
            problem(span(node), "'required' is neither true nor false", "write true or false");
        }
        return value.equals("true");
    }

    /// A key of somebody else's is let be, a slip of the pen is not.
    private void other(Node key, List<String> known, boolean isClosed) {
        String name = text(key);
        List<String> near = NearestNames.of(name, known);
        if (isClosed || !near.isEmpty()) {
            problem(
                    span(key),
                    "'%s' is not read in a template".formatted(name),
                    near.isEmpty()
                            ? "write one of " + String.join(", ", known)
                            : "did you mean %s?".formatted(near.getFirst()));
        }
    }

    private void problem(SourceSpan span, String message, String fix) {
        findings.add(Finding.error("spec/bad-template", file, span, message, fix));
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static SourceSpan span(Node node) {
        return node.getStartMark().map(TemplateHeadReader::place).orElse(SourceSpan.start());
    }

    /// The front matter begins in the second line of the file.
    private static SourceSpan place(Mark mark) {
        int line = mark.getLine() + 2;
        int column = mark.getColumn() + 1;
        return new SourceSpan(line, column, line, column);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
