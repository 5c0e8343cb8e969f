package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.spec.SpecStore;
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
        boolean isTaken = taken.isPresent() || Files.exists(workspace.absolute(path(name.get())));
        return isTaken
                ? refused(
                        "spec/exists",
                        path(name.get()).value(),
                        "there is a spec '%s' already".formatted(taken.orElse(bare)),
                        "take another name, or edit the one that is there")
                : new Naming.Free(name.get());
    }

    WorkspacePath path(SpecName name) {
        return specs.path(name);
    }

    /// Writes it; answers what is to be repaired or filled in.
    List<Finding> write(SpecName name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new WorkspaceFiles(workspace).write(path(name), bytes);
        return switch (SpecReader.read(name, path(name), bytes)) {
            case SpecReading.Broken broken -> broken.findings();
            case SpecReading.Whole whole -> SpecRules.check(whole.spec());
        };
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
