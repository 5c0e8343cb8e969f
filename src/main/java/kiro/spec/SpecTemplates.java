package kiro.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The templates that specs are made from: the team's own in `.kiro/templates`, and those built in. The team's wins
/// over a built-in one of the same name.
public final class SpecTemplates {
    /// Where a team's own lie.
    public static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/templates");

    private final Workspace workspace;
    private final WorkspaceFiles files;

    public SpecTemplates(Workspace workspace) {
        this.workspace = workspace;
        this.files = new WorkspaceFiles(workspace);
    }

    /// The names of all templates, sorted.
    public List<String> names() {
        return Stream.concat(own().stream(), BuiltInTemplates.NAMES.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The template of this name, which may be written with `.md` or be another name of it. A name wins over an
    /// alias, and a team's alias over a built-in one.
    public TemplateReading find(String wanted) {
        String name = withoutSuffix(wanted.strip());
        List<String> own = own();
        if (own.contains(name)) {
            return ownTemplate(name);
        }
        if (BuiltInTemplates.NAMES.contains(name)) {
            return new TemplateReading.Whole(BuiltInTemplates.template(name));
        }
        var known = new ArrayList<String>(names());
        for (String each : own) {
            TemplateReading reading = ownTemplate(each);
            if (reading instanceof TemplateReading.Whole whole) {
                if (whole.template().head().aliases().contains(name)) {
                    return reading;
                }
                known.addAll(whole.template().head().aliases());
            }
        }
        for (String each : BuiltInTemplates.NAMES) {
            SpecTemplate template = BuiltInTemplates.template(each);
            if (template.head().aliases().contains(name)) {
                return own.contains(each) ? ownTemplate(each) : new TemplateReading.Whole(template);
            }
            known.addAll(template.head().aliases());
        }
        return broken(missing(name, known));
    }

    private Finding missing(String name, List<String> known) {
        List<String> near = NearestNames.of(name, known);
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

    /// Templates of one file are Markdown files, those of a folder have a file of the folder form in them.
    private List<String> own() {
        Path folder = workspace.absolute(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(SpecTemplates::isTemplate)
                    .map(child -> withoutSuffix(child.getFileName().toString()))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean isTemplate(Path child) {
        String name = child.getFileName().toString();
        if (name.startsWith(".") || name.equalsIgnoreCase("README.md")) {
            return false;
        }
        return Files.isDirectory(child)
                ? TemplateReader.FILES.stream().anyMatch(file -> Files.exists(child.resolve(file)))
                : SpecStore.isMarkdown(name);
    }

    private TemplateReading ownTemplate(String name) {
        var findings = new ArrayList<Finding>();
        WorkspacePath single = FOLDER.child(name + SpecStore.SUFFIX);
        Optional<byte[]> source = text(single, findings);
        var folder = new LinkedHashMap<String, String>();
        for (String file : TemplateReader.FILES) {
            text(FOLDER.child(name).child(file), findings)
                    .ifPresent(bytes -> folder.put(file, TemplateReader.body(bytes)));
        }
        if (!findings.isEmpty()) {
            return new TemplateReading.Broken(findings);
        }
        String origin = source.isPresent() ? single.value() : FOLDER.child(name).value();
        return TemplateReader.read(
                name,
                origin,
                source.map(bytes -> new TemplateReader.Source(single.value(), bytes)),
                folder);
    }

    private Optional<byte[]> text(WorkspacePath path, List<Finding> findings) {
        try {
            Optional<byte[]> bytes = files.read(path);
            if (bytes.isEmpty()) {
                return bytes;
            }
            if (bytes.get().length > SpecReader.MAX_BYTES) {
                findings.add(ReadingFaults.tooLarge(path, bytes.get().length));
                return Optional.empty();
            }
            Optional<BrokenText> fault = BrokenText.in(bytes.get());
            fault.ifPresent(found -> findings.add(ReadingFaults.notUtf8(path, found)));
            return fault.isPresent() ? Optional.empty() : bytes;
        } catch (IOException unreadable) {
            findings.add(StoreFaults.unreadable(path, unreadable));
            return Optional.empty();
        }
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
