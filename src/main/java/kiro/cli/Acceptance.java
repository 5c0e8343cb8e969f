package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.UnacceptedMarks;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Takes the marks off criteria that were inferred or proposed, and that a person accepts.
final class Acceptance {
    private static final String PROPOSED = "proposed";
    private static final String ALL = "all";

    private final Console console;
    private final Projects projects;
    private final Workspace workspace;
    private final Consumer<String> told;

    Acceptance(Console console, Projects projects, Workspace workspace) {
        this(console, projects, workspace, console::print);
    }

    /// @param told what was done
    Acceptance(Console console, Projects projects, Workspace workspace, Consumer<String> told) {
        this.console = console;
        this.told = told;
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

    /// Whether a choice for `--accept` is about marks, and not about suggestions: `proposed`, or ids as in `AC-1,1.2`.
    static boolean isMeant(String choice) {
        return choice.strip().equalsIgnoreCase(PROPOSED)
                || Stream.of(choice.split(",", -1)).allMatch(each -> isId(each.strip()));
    }

    /// `AC-1` and `1.2`, but not `1`, `1-2` or a word.
    private static boolean isId(String text) {
        return CriterionId.parse(text).isPresent()
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(c -> c == '.' || Character.isLetter(c));
    }

    /// @param choice of which that holds
    ExitCode accept(Spec spec, String choice) throws IOException {
        return accept(
                spec,
                choice.strip().equalsIgnoreCase(PROPOSED)
                        ? List.of(ALL)
                        : Stream.of(choice.split(",", -1)).map(String::strip).toList());
    }

    private ExitCode accept(Spec spec, List<String> ids) throws IOException {
        WorkspacePath path = spec.path();
        var files = new WorkspaceFiles(workspace);
        String text =
                files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        boolean isAll = ids.equals(List.of(ALL));
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
        UnacceptedMarks.Accepting accepting =
                isAll
                        ? UnacceptedMarks.acceptAll(text)
                        : UnacceptedMarks.accept(text, spec, criteria);
        if (accepting.accepted() > 0) {
            files.write(path, accepting.text().getBytes(StandardCharsets.UTF_8));
        }
        told.accept(
                "%s accepted in %s%s"
                        .formatted(
                                Counted.of(accepting.accepted(), "mark"),
                                path,
                                UnacceptedMarks.isMarked(accepting.text())
                                        ? "; others are left"
                                        : ""));
        return ExitCode.OK;
    }
}
