package kiro.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;

/// `kiro init`: makes the `.kiro` folder of a project.
@Command(
        name = "init",
        description = {
            "Makes .kiro/ in your project: folders for specs, steering and templates, hooks.yaml, memory.json.",
            "What is there already stays as it is; calling it again does no harm.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro init",
            "  kiro init && git add .kiro .gitignore",
            "",
            "Exit codes: 0 all is there, 1 something could not be made."
        })
public final class InitCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;

    public InitCommand(Console console, Workspaces workspaces) {
        this.console = console;
        this.workspaces = workspaces;
    }

    @Override
    public Integer call() throws IOException {
        Workspace workspace = workspaces.current();
        if (workspaces.isHome(workspace)) {
            console.problem(
                    "init/home",
                    "this is your home folder, whose .kiro holds your own settings",
                    "go to a project's folder and run 'kiro init' there");
            return ExitCode.FINDINGS.number();
        }
        console.print("project " + workspace.root());
        try {
            for (InitFiles.Made made : new InitFiles(workspace).make()) {
                console.print(
                        "  %s %-24s %s".formatted(word(made.outcome()), made.path(), made.what()));
            }
        } catch (IOException cause) {
            console.problem(
                    "init/not-made",
                    "not everything could be made: " + cause.getMessage(),
                    "repair that and run 'kiro init' again; what is there is kept");
            return ExitCode.FINDINGS.number();
        }
        console.print();
        console.print("Next:");
        console.print(
                "  kiro spec create NAME --template rest-api    write a spec from a template");
        console.print("  kiro spec create --list-templates            see the other templates");
        console.print("  kiro agent --spec NAME --task implement      let it be implemented");
        return ExitCode.OK.number();
    }

    private static String word(InitFiles.Outcome outcome) {
        return switch (outcome) {
            case MADE -> "made   ";
            case KEPT -> "kept   ";
            case CHANGED -> "changed";
        };
    }
}
