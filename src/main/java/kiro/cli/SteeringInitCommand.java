package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kiro.steering.project.Starters;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// `kiro steering init`: first steering files, of what the project shows.
public final class SteeringInitCommand extends ProjectCommand {
    private final SteeringAccess steering;

    public SteeringInitCommand(Console console, Workspaces workspaces, SteeringAccess steering) {
        super("init", console, workspaces);
        this.steering = steering;
        description.says(
                "Writes first steering files (code-style, architecture, security, aws, testing, documentation) of what",
                "the project shows, each sentence with where it was seen. Rules are written that hold in the project",
                "today. A file that is there is left as it is.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering init",
                "",
                "Exit codes: 0 written, or there was nothing to write, 1 a file could not be written.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        Starters.Found found = steering.starters(workspace);
        var files = new WorkspaceFiles(workspace);
        for (Starters.Starter starter : found.starters()) {
            WorkspacePath path = WorkspacePath.of(".kiro/steering/%s.md".formatted(starter.name()));
            if (files.isLinked(path) || files.read(path).isPresent()) {
                console.print("%s is there, and left as it is".formatted(path));
                continue;
            }
            files.write(path, starter.text().getBytes(StandardCharsets.UTF_8));
            console.print(
                    "%s written: %s, %d checked"
                            .formatted(
                                    path,
                                    Counted.of(starter.sentences(), "sentence"),
                                    starter.enforced()));
        }
        Starters.NAMES.stream()
                .filter(name ->
                        found.starters().stream().noneMatch(each -> each.name().equals(name)))
                .forEach(name -> console.print("nothing was seen for %s".formatted(name)));
        if (!found.leftOut().isEmpty()) {
            console.print("left out, since the project has places against it:");
            found.leftOut().forEach(each -> console.print("  " + each));
        }
        return ExitCode.OK.number();
    }
}
