package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.infer.InferredMarks;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Takes the marks off inferred criteria that a person accepts.
final class Acceptance {
    private final Console console;
    private final Projects projects;
    private final Workspace workspace;

    Acceptance(Console console, Projects projects, Workspace workspace) {
        this.console = console;
        this.projects = projects;
        this.workspace = workspace;
    }

    ExitCode accept(String name, List<String> ids) throws IOException {
        if (ids.isEmpty()) {
            console.problem(
                    "cli/usage",
                    "no criteria are named",
                    "'kiro spec infer --accept %s all', or the ids of criteria".formatted(name));
            return ExitCode.USAGE;
        }
        return switch (projects.spec(workspace, name)) {
            case SpecReading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS;
            }
            case SpecReading.Whole whole -> accept(whole.spec(), ids);
        };
    }

    private ExitCode accept(Spec spec, List<String> ids) throws IOException {
        WorkspacePath path = spec.path();
        var files = new WorkspaceFiles(workspace);
        String text =
                files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        boolean isAll = ids.equals(List.of("all"));
        var criteria = new ArrayList<AcceptanceCriterion>();
        for (String id : isAll ? List.<String>of() : ids) {
            Optional<AcceptanceCriterion> found =
                    spec.criteria().stream()
                            .filter(each -> each.id().value().equalsIgnoreCase(id))
                            .findFirst();
            if (found.isEmpty()) {
                console.problem(
                        "infer/no-criterion",
                        "there is no criterion %s in %s".formatted(id, path),
                        "name one of its criteria, or 'all'; nothing was changed");
                return ExitCode.FINDINGS;
            }
            criteria.add(found.get());
        }
        InferredMarks.Accepting accepting =
                isAll ? InferredMarks.acceptAll(text) : InferredMarks.accept(text, spec, criteria);
        if (accepting.accepted() > 0) {
            files.write(path, accepting.text().getBytes(StandardCharsets.UTF_8));
        }
        console.print(
                "%s accepted in %s%s"
                        .formatted(
                                Counted.of(accepting.accepted(), "mark"),
                                path,
                                InferredMarks.isMarked(accepting.text())
                                        ? "; others are left"
                                        : ""));
        return ExitCode.OK;
    }
}
