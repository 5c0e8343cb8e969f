package kiro.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Slips;
import kiro.persona.Persona.Resources;
import kiro.text.FrontMatter;
import kiro.text.JsonTree;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import kiro.text.ValueTree;
import kiro.text.YamlTree;

/// Reads one file of an agent: JSON in Kiro's form, or Markdown with the same fields in its front matter and the prompt
/// below it.
final class PersonaReader {
    static final int MAX_BYTES = 512 * 1024;

    private static final String FORM = "see docs/formats/agents.md";
    private static final int LONGEST_NAME = 100;
    private static final String NAME =
            "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)*";
    private static final List<String> USED =
            List.of(
                    "name",
                    "description",
                    "prompt",
                    "model",
                    "tools",
                    "allowedTools",
                    "toolsSettings",
                    "resources",
                    "permissions",
                    "mcpServers",
                    "toolAliases",
                    "includeMcpJson",
                    "useLegacyMcpJson");
    private static final List<String> SHOWN_ELSEWHERE =
            List.of("welcomeMessage", "keyboardShortcut", "$schema", "version", "includePowers");

    private final Shelf shelf;
    private final Shelf.Found file;
    private final Slips slips;

    PersonaReader(Shelf shelf, Shelf.Found file) {
        this.shelf = shelf;
        this.file = file;
        this.slips = new Slips("agents", file.label());
    }

    Slips slips() {
        return slips;
    }

    /// The agent; empty where the file does not say what its author meant.
    Optional<Persona> read() {
        return switch (shelf.read(file.file(), MAX_BYTES)) {
            case Shelf.Content.Unreadable unreadable -> {
                slips.error(
                        "unreadable",
                        unreadable.span(),
                        "the agent cannot be read: " + unreadable.reason(),
                        "put a readable file in its place, or remove it");
                yield Optional.empty();
            }
            case Shelf.Content.Text text -> read(text.document());
        };
    }

    private Optional<Persona> read(TextDocument document) {
        Optional<Persona> persona =
                file.name().endsWith(".json") ? json(document) : markdown(document);
        return slips.hasErrors() ? Optional.empty() : persona;
    }

    private Optional<Persona> json(TextDocument document) {
        return fields(JsonTree.read(document.text()), "JSON")
                .map(fields -> {
                    var keys = new Keys(fields, slips);
                    return persona(keys, fields, prompt(keys), new ToolPatterns(List.of()));
                });
    }

    private Optional<Persona> markdown(TextDocument document) {
        if (MarkdownParts.isOpen(document)) {
            slips.error(
                    "front-matter",
                    SourceSpan.start(),
                    "the front matter is never closed",
                    "close it with a line '---'");
            return Optional.empty();
        }
        MarkdownParts parts = MarkdownParts.of(document);
        String yaml = parts.head().map(FrontMatter::yaml).orElse("");
        return fields(YamlTree.read(yaml, 1), "YAML")
                .map(fields -> {
                    var keys = new Keys(fields, slips);
                    String own = keys.text("prompt").isPresent() ? prompt(keys) : "";
                    String prompt = own.isEmpty() ? parts.body() : own + "\n\n" + parts.body();
                    return persona(keys, fields, prompt.strip(), ToolPatterns.ALL);
                });
    }

    private Optional<ValueTree.Fields> fields(ValueTree.Reading reading, String notation) {
        return switch (reading) {
            case ValueTree.Reading.Whole whole -> Optional.of(whole.fields());
            case ValueTree.Reading.Broken broken -> {
                slips.error(
                        "broken",
                        broken.span(),
                        "not %s: %s".formatted(notation, broken.problem()),
                        "mend the line");
                yield Optional.empty();
            }
        };
    }

    private Persona persona(
            Keys keys, ValueTree.Fields fields, String prompt, ToolPatterns unsaid) {
        String name = name();
        remarks(fields);
        if (prompt.isBlank()) {
            slips.warning(
                    "no-prompt",
                    SourceSpan.start(),
                    "the agent is told nothing of its part",
                    file.name().endsWith(".md")
                            ? "write it below the front matter"
                            : "write it as 'prompt', or name a file: \"file://./prompt.md\"");
        }
        return new Persona(
                new Persona.Source(
                        name,
                        keys.text("name").map(String::strip).filter(other -> !other.equals(name)),
                        file.label(),
                        shelf.isProjects()),
                keys.text("description").map(Clean::line).orElse(""),
                Clean.text(prompt),
                keys.text("model").map(String::strip).filter(model -> !model.isEmpty()),
                abilities(keys, fields, unsaid),
                resources(keys),
                hooks(keys));
    }

    private Persona.Abilities abilities(Keys keys, ValueTree.Fields fields, ToolPatterns unsaid) {
        Persona.Servers servers = new PersonaServers(slips).read(file.file(), keys);
        return new Persona.Abilities(
                PersonaServers.among(tools(keys, fields, unsaid), servers),
                new RestraintReader(slips).read(keys),
                servers);
    }

    private String name() {
        String name = file.name().replaceFirst("\\.(md|json)$", "");
        if (name.length() > LONGEST_NAME || !name.matches(NAME)) {
            slips.error(
                    "wrong-name",
                    SourceSpan.start(),
                    "the file's name is no name of an agent",
                    "use letters, digits, dots, dashes, up to " + LONGEST_NAME);
        }
        return name;
    }

    /// Without a list in JSON there are no tools, as in Kiro; without one in Markdown there are all.
    private ToolPatterns tools(Keys keys, ValueTree.Fields fields, ToolPatterns unsaid) {
        ToolPatterns tools = keys.texts("tools").map(ToolPatterns::new).orElse(unsaid);
        SourceSpan place =
                fields.find("tools").map(ValueTree.Field::span).orElse(SourceSpan.start());
        if (fields.find("tools").isEmpty() && tools.patterns().isEmpty()) {
            slips.warning(
                    "no-tools",
                    place,
                    "the agent has no tools",
                    "add \"tools\": [\"read\"], or what it needs");
        }
        for (String word : tools.patterns()) {
            if (!ToolTags.isKnown(word)) {
                List<String> near = NearestNames.of(word, ToolTags.words());
                slips.warning(
                        "unknown-tool",
                        place,
                        "there is no tool '%s'".formatted(Clean.line(word)),
                        near.isEmpty() ? FORM : "did you mean %s?".formatted(near.getFirst()));
            } else if (ToolTags.isWithoutTool(word)) {
                slips.remark(
                        "tool-without-effect",
                        place,
                        "'%s' is nothing that this program has".formatted(word),
                        "leave it for Kiro, or take it out");
            }
        }
        return tools;
    }

    private String prompt(Keys keys) {
        String text = keys.text("prompt").orElse("");
        if (!text.startsWith("file:")) {
            return text;
        }
        SourceSpan place = keys.value("prompt").map(ValueTree::span).orElse(SourceSpan.start());
        return switch (new PromptFile(shelf, file).read(text)) {
            case PromptFile.Reading.Whole whole -> whole.text();
            case PromptFile.Reading.Missing missing -> {
                slips.error(
                        "no-prompt-file",
                        place,
                        "the prompt '%s' cannot be read: %s"
                                .formatted(Clean.line(text), missing.reason()),
                        "write a path from the agent's own folder, such as file://./prompt.md");
                yield "";
            }
        };
    }

    private Resources resources(Keys keys) {
        var files = new ArrayList<String>();
        var skills = new ArrayList<String>();
        for (ValueTree item : items(keys.value("resources"))) {
            if (item instanceof ValueTree.Word word && word.text().startsWith("file://")) {
                files.add(word.text().substring("file://".length()));
            } else if (item instanceof ValueTree.Word word && word.text().startsWith("skill://")) {
                skills.add(word.text().substring("skill://".length()));
            } else {
                slips.remark(
                        "resource-without-effect",
                        item.span(),
                        "a resource that is no file:// and no skill:// has no effect here",
                        "leave it for Kiro, or take it out");
            }
        }
        return new Resources(files, skills);
    }

    private static List<ValueTree> items(Optional<ValueTree> value) {
        return value.map(tree ->
                        tree instanceof ValueTree.Items items ? items.items() : List.of(tree))
                .orElse(List.of());
    }

    /// What would be run where, such as `preToolUse`.
    private static List<String> hooks(Keys keys) {
        return keys.value("hooks")
                .map(tree ->
                        tree instanceof ValueTree.Fields fields
                                ? fields.fields().stream().map(ValueTree.Field::key).toList()
                                : List.of("hooks"))
                .orElse(List.of());
    }

    private void remarks(ValueTree.Fields fields) {
        for (ValueTree.Field field : fields.fields()) {
            switch (field.key()) {
                // They are read, and what is wrong with them is said, where hooks are.
                case "hooks" -> {}
                default -> unknown(field);
            }
        }
    }

    private void unknown(ValueTree.Field field) {
        if (USED.contains(field.key())) {
            return;
        }
        List<String> near = NearestNames.of(field.key(), USED);
        if (SHOWN_ELSEWHERE.contains(field.key()) || near.isEmpty()) {
            slips.remark(
                    "key-without-effect",
                    field.span(),
                    "'%s' has no effect here".formatted(Clean.line(field.key())),
                    "leave it for Kiro, or take it out");
        } else {
            slips.warning(
                    "unknown-key",
                    field.span(),
                    "'%s' has no effect".formatted(Clean.line(field.key())),
                    "did you mean %s?".formatted(near.getFirst()));
        }
    }
}
