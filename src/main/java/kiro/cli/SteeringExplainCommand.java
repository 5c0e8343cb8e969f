package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `kiro steering explain PATH`: which files and rules apply to a path, and why.
public final class SteeringExplainCommand extends ProjectCommand {
    private final Workspaces workspaces;
    private final SteeringAccess steering;
    private final CommandDescription.Given<String> path;

    public SteeringExplainCommand(Console console, Workspaces workspaces, SteeringAccess steering) {
        super("explain", console, workspaces);
        this.workspaces = workspaces;
        this.steering = steering;
        description.says(
                "Says which steering files are told for a path and which rules are checked on it, and why. The",
                "file need not be there yet.",
                "");
        path = description.words("PATH", "A file of the project.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering explain src/web/UserController.java",
                "",
                "Exit codes: 0 explained, 1 the path lies outside of the project, 64 no path was given.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        if (!path.isGiven()) {
            console.problem(
                    "cli/usage",
                    "no path is given",
                    "name a file: kiro steering explain src/App.java");
            return ExitCode.USAGE.number();
        }
        Optional<WorkspacePath> file =
                workspace.relativize(workspaces.absolute(path.value().orElse("")));
        if (file.isEmpty()) {
            console.problem(
                    "steering/outside",
                    "'%s' lies outside of the project".formatted(path.value().orElse("")),
                    "name a file below " + workspace.root());
            return ExitCode.FINDINGS.number();
        }
        print(steering.of(workspace), file.get());
        return ExitCode.OK.number();
    }

    private void print(ProjectSteering known, WorkspacePath file) {
        console.print(console.styled(Style.BOLD, "told, the nearest last"));
        List<SteeringFile> told = known.toldFor(file);
        told.forEach(each ->
                console.print(
                        "  %s  %s, %s"
                                .formatted(
                                        each.label(),
                                        SteeringListCommand.told(each.inclusion()),
                                        from(each.place()))));
        if (told.isEmpty()) {
            console.print("  nothing");
        }
        console.print(console.styled(Style.BOLD, "checked"));
        List<SteeringRule> rules =
                known.rules().stream().filter(rule -> rule.scope().has(file.value())).toList();
        for (SteeringRule rule : rules) {
            console.print("  %s  %s:%d".formatted(rule.id(), rule.origin().file(), line(rule)));
            console.print("    " + rule.origin().sentence());
        }
        if (rules.isEmpty()) {
            console.print("  nothing");
        }
    }

    private static int line(SteeringRule rule) {
        return rule.origin().span().line();
    }

    private static String from(SteeringPlace place) {
        return switch (place) {
            case SteeringPlace.Person _ -> "your own";
            case SteeringPlace.Project _ -> "of the project";
            case SteeringPlace.Folder folder -> "of the folder " + folder.folder().value();
        };
    }
}
