package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.SpecForm;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.SpecTemplate;
import kiro.spec.SpecTemplates;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// A spec about to be written: under a name that is good and free.
final class NewSpec {
    private static final String FOLDER = SpecStore.FOLDER + "/";
    private static final String SUFFIX = ".md";

    private final Workspace workspace;
    private final SpecStore specs;

    NewSpec(Workspace workspace) {
        this.workspace = workspace;
        this.specs = new SpecStore(workspace);
    }

    /// What came of naming it.
    sealed interface Naming {
        record Free(SpecName name) implements Naming {}

        record Refused(Finding finding) implements Naming {}
    }

    /// The name that a person means, who may have written the file that it will be.
    Naming name(String wanted) {
        String bare = wanted.strip();
        bare = bare.startsWith(FOLDER) ? bare.substring(FOLDER.length()) : bare;
        bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        bare = bare.endsWith(SUFFIX) ? bare.substring(0, bare.length() - SUFFIX.length()) : bare;
        Optional<SpecName> name = SpecName.parse(bare);
        if (name.isEmpty() || bare.equalsIgnoreCase("readme")) {
            return refused(
                    "spec/bad-name",
                    wanted,
                    "'%s' cannot be the name of a spec".formatted(wanted),
                    better(bare));
        }
        Optional<String> taken =
                specs.names().stream().filter(name.get().value()::equalsIgnoreCase).findFirst();
        boolean isTaken =
                taken.isPresent()
                        || Files.exists(workspace.absolute(path(name.get())))
                        || Files.exists(workspace.absolute(folder(name.get())));
        return isTaken
                ? refused(
                        "spec/exists",
                        path(name.get()).value(),
                        "there is a spec '%s' already".formatted(taken.orElse(bare)),
                        "take another name, or edit the one that is there")
                : new Naming.Free(name.get());
    }

    /// Says what became of it.
    CreatedView view(Console console, boolean isJson) {
        return new CreatedView(console, new SuggestedCriteria(console, workspace), isJson);
    }

    WorkspacePath path(SpecName name) {
        return specs.path(name);
    }

    WorkspacePath folder(SpecName name) {
        return SpecStore.FOLDER.child(name.value());
    }

    /// Writes it as one file; answers it as it is read.
    SpecReading write(SpecName name, String text) throws IOException {
        write(path(name), text);
        return read(path(name));
    }

    /// Writes it as a folder; answers it as it is read.
    SpecReading write(SpecName name, SequencedMap<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(folder(name).child(file.getKey()), file.getValue());
        }
        return read(folder(name));
    }

    private void write(WorkspacePath path, String text) throws IOException {
        new WorkspaceFiles(workspace).write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private SpecReading read(WorkspacePath path) {
        return specs.find(path.value());
    }

    /// Where a spec of this form lies.
    WorkspacePath place(SpecName name, SpecForm form) {
        return switch (form) {
            case FILE -> path(name);
            case FOLDER -> folder(name);
        };
    }

    /// That a template has no text for a form.
    static Finding noForm(SpecTemplate template, SpecForm form) {
        String folder = SpecTemplates.FOLDER + "/" + template.name();
        return Finding.error(
                "spec/no-form",
                template.origin(),
                SourceSpan.start(),
                switch (form) {
                    case FILE ->
                            "the template '%s' has no form of one file".formatted(template.name());
                    case FOLDER ->
                            "the template '%s' has no form of a folder".formatted(template.name());
                },
                switch (form) {
                    case FILE -> "write %s.md, or use --form folder".formatted(folder);
                    case FOLDER -> "write %s/requirements.md, or use --form file".formatted(folder);
                });
    }

    static boolean isToFillIn(Finding finding) {
        return finding.rule().value().equals("spec/placeholder");
    }

    private static String better(String bare) {
        String slug =
                bare.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|[-.]+$", "");
        boolean isUsable =
                SpecName.parse(slug).isPresent() && !slug.equals(bare) && !slug.isEmpty();
        return "use letters, digits, '-', '_' and '.', at most 128"
                + (isUsable ? ": '%s', for instance".formatted(slug) : "");
    }

    private static Naming refused(String rule, String file, String message, String fix) {
        return new Naming.Refused(
                new Finding(
                        new kiro.finding.RuleId(rule),
                        Severity.ERROR,
                        file,
                        SourceSpan.start(),
                        message,
                        Optional.of(fix)));
    }
}
