package kiro.cli;

import java.io.IOException;
import kiro.cli.AgentFlow.Outcome;
import kiro.cli.Rehearsals.Rehearsal;
import kiro.cli.RunFaces.Output;
import kiro.workspace.Workspace;
import tools.jackson.databind.json.JsonMapper;

/// Runs the agent on a copy of the project, and shows what it would change.
final class DryRun {
    private final Console console;
    private final AgentFlow flow;
    private final Rehearsals rehearsals;

    DryRun(Console console, AgentFlow flow, Rehearsals rehearsals) {
        this.console = console;
        this.flow = flow;
        this.rehearsals = rehearsals;
    }

    ExitCode run(RunRequest request, Output output) throws InterruptedException {
        Workspace original = request.workspace();
        try (Rehearsal rehearsal = rehearsals.open(original)) {
            if (output != Output.JSON) {
                console.print(
                        console.styled(
                                Style.DIM, "dry run, on a copy of the project: it stays as it is"));
            }
            Outcome outcome = flow.rehearse(request.in(rehearsal.workspace()), original, output);
            if (outcome.report().isPresent()) {
                show(rehearsal.changes(), output);
            }
            return outcome.code();
        } catch (IOException cause) {
            console.problem(
                    "agent/no-copy",
                    "the project could not be copied: " + cause.getMessage(),
                    "install git, and free some disk space");
            return ExitCode.ENVIRONMENT;
        }
    }

    private void show(String changes, Output output) {
        switch (output) {
            case JSON ->
                    console.printPart(
                            JsonMapper.shared()
                                            .createObjectNode()
                                            .put("type", "dry-run")
                                            .put("changes", changes)
                                    + "\n");
            case TEXT, PLAIN -> {
                console.print();
                if (changes.isEmpty()) {
                    console.print("nothing would change");
                    return;
                }
                console.print(console.styled(Style.BOLD, "what would change:"));
                changes.lines().forEach(this::line);
            }
        }
    }

    private void line(String line) {
        if (line.startsWith("+") && !line.startsWith("+++")) {
            console.print(console.styled(Style.GREEN, line));
        } else if (line.startsWith("-") && !line.startsWith("---")) {
            console.print(console.styled(Style.RED, line));
        } else if (line.startsWith("diff ")) {
            console.print(console.styled(Style.BOLD, line));
        } else {
            console.print(line);
        }
    }
}
