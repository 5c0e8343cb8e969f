package kiro.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.infer.Inference;
import kiro.infer.Scope;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The code that a person means by a path.
final class ScopeChoice {
    private final Workspace workspace;
    private final Workspaces workspaces;
    private final List<WorkspacePath> files;

    ScopeChoice(Workspace workspace, Workspaces workspaces, List<WorkspacePath> files) {
        this.workspace = workspace;
        this.workspaces = workspaces;
        this.files = files;
    }

    sealed interface Choice {
        record Chosen(Scope scope) implements Choice {}

        record Refused(Finding finding) implements Choice {}
    }

    Choice of(String wanted) {
        int mark = wanted.lastIndexOf('#');
        String path = mark < 0 ? wanted : wanted.substring(0, mark);
        String symbol = mark < 0 ? "" : wanted.substring(mark + 1);
        Path absolute = workspaces.absolute(path);
        if (absolute.equals(workspace.root())) {
            return new Choice.Chosen(new Scope("", symbol));
        }
        Optional<WorkspacePath> inside =
                workspace.resolve(absolute.toString()).or(() -> workspace.resolve(path));
        if (inside.isEmpty()) {
            return refused(
                    "infer/outside",
                    path,
                    "%s lies outside of the project".formatted(path),
                    "name a file or a folder below " + workspace.root());
        }
        if (!Files.exists(workspace.absolute(inside.get()))) {
            return refused(
                    "infer/missing",
                    inside.get().value(),
                    "there is no %s".formatted(inside.get()),
                    nearest(inside.get()));
        }
        return new Choice.Chosen(new Scope(inside.get().value(), symbol));
    }

    private String nearest(WorkspacePath path) {
        List<String> names = files.stream().map(WorkspacePath::value).toList();
        return NearestNames.of(path.value(), names).stream()
                .findFirst()
                .map("did you mean %s?"::formatted)
                .orElse("name a file or a folder of the project");
    }

    /// A name for the spec of a scope: that of the symbol, the file or the folder.
    static String name(Scope scope) {
        String last =
                scope.symbol().isEmpty()
                        ? scope.path().replaceFirst("^.*/", "").replaceFirst("(?<=.)\\..*$", "")
                        : scope.symbol();
        String kebab =
                last.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "")
                        .toLowerCase(Locale.ROOT);
        return kebab.isEmpty() ? "project" : kebab;
    }

    /// Said where there is no code in a scope.
    static Finding nothing(Scope scope, Inference inference) {
        String passed =
                inference.reading().skipped().stream()
                        .findFirst()
                        .map(each -> "; %s was not read: %s".formatted(each.file(), each.reason()))
                        .orElse("");
        return Finding.error(
                "infer/nothing",
                scope.path().isEmpty() ? "." : scope.path(),
                SourceSpan.start(),
                (scope.symbol().isEmpty()
                                ? "there is no code in it that a spec could be inferred from"
                                : "there is no '%s' in it".formatted(scope.symbol()))
                        + passed,
                "name a file or a folder with Java, JavaScript, TypeScript, Python, Go or Rust");
    }

    private static Choice refused(String rule, String file, String message, String fix) {
        return new Choice.Refused(Finding.error(rule, file, SourceSpan.start(), message, fix));
    }
}
