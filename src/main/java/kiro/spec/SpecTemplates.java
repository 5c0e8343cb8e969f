package kiro.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The templates that specs are made from: the team's own in `.kiro/templates`, and those built in. The team's wins
/// over a built-in one of the same name.
public final class SpecTemplates {
    /// Where a team's own lie.
    public static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/templates");

    private static final List<String> BUILT_IN =
            List.of(
                    "background-job",
                    "bug-fix",
                    "database-migration",
                    "infrastructure-change",
                    "integration",
                    "rest-api-endpoint");
    private static final Map<String, String> ALIASES = Map.of("rest-api", "rest-api-endpoint");

    private final Workspace workspace;

    public SpecTemplates(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The names of all templates, sorted.
    public List<String> names() {
        return Stream.concat(own().stream(), BUILT_IN.stream()).distinct().sorted().toList();
    }

    /// The template of this name, which may be written with `.md` or be another name of it.
    public TemplateReading find(String wanted) {
        String name = withoutSuffix(wanted.strip());
        Set<String> names = new LinkedHashSet<>(List.of(name, ALIASES.getOrDefault(name, name)));
        List<String> own = own();
        for (String each : names) {
            if (own.contains(each)) {
                return ownTemplate(each);
            }
            if (BUILT_IN.contains(each)) {
                return new TemplateReading.Whole(builtIn(each));
            }
        }
        return broken(missing(name));
    }

    private Finding missing(String name) {
        Stream<String> known = Stream.concat(names().stream(), ALIASES.keySet().stream());
        List<String> near = NearestNames.of(name, known.toList());
        String all = "there are " + String.join(", ", names());
        return Finding.error(
                "spec/no-template",
                FOLDER + "/" + name + SpecStore.SUFFIX,
                SourceSpan.start(),
                "there is no template '%s'".formatted(name),
                near.isEmpty()
                        ? all
                        : "did you mean %s? %s".formatted(String.join(" or ", near), all));
    }

    private List<String> own() {
        Path folder = workspace.absolute(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(SpecStore::isMarkdown)
                    .filter(name -> !name.equalsIgnoreCase("README.md") && !name.startsWith("."))
                    .map(SpecTemplates::withoutSuffix)
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private TemplateReading ownTemplate(String name) {
        WorkspacePath path = FOLDER.child(name + SpecStore.SUFFIX);
        try {
            Optional<byte[]> bytes = new WorkspaceFiles(workspace).read(path);
            if (bytes.isEmpty()) {
                return broken(missing(name));
            }
            return bytes.get().length > SpecReader.MAX_BYTES
                    ? broken(ReadingFaults.tooLarge(path, bytes.get().length))
                    : BrokenText.in(bytes.get())
                            .map(fault -> broken(ReadingFaults.notUtf8(path, fault)))
                            .orElseGet(() ->
                                    new TemplateReading.Whole(
                                            template(name, path.value(), bytes.get())));
        } catch (IOException unreadable) {
            return broken(StoreFaults.unreadable(path, unreadable));
        }
    }

    private static SpecTemplate builtIn(String name) {
        String resource = "/kiro/template/" + name + SpecStore.SUFFIX;
        try (InputStream in = SpecTemplates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return template(name, "built in", in.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The front matter of a template is about the template, and no part of the specs made from it.
    private static SpecTemplate template(String name, String origin, byte[] bytes) {
        TextDocument document = TextDocument.decode(bytes).orElseThrow();
        Optional<FrontMatter> head = FrontMatter.of(document);
        var text = new StringBuilder();
        int first = head.map(FrontMatter::lastLine).orElse(0);
        for (TextDocument.Line line : document.lines().subList(first, document.lines().size())) {
            text.append(line.text()).append(line.end());
        }
        return new SpecTemplate(
                name, head.flatMap(SpecTemplates::description).orElse(""), origin, text.toString());
    }

    private static Optional<String> description(FrontMatter head) {
        return FlatYaml.read(head.yaml(), 1) instanceof FlatYaml.Reading.Whole whole
                ? whole.find("description").map(entry -> String.join(" ", entry.texts()).strip())
                : Optional.empty();
    }

    private static String withoutSuffix(String name) {
        return SpecStore.isMarkdown(name)
                ? name.substring(0, name.length() - SpecStore.SUFFIX.length())
                : name;
    }

    private static TemplateReading broken(Finding finding) {
        return new TemplateReading.Broken(List.of(finding));
    }
}
