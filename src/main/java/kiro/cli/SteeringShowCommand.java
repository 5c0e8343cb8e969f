package kiro.cli;

import java.io.IOException;
import java.util.List;
import kiro.steering.SteeringFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.text.NearestNames;
import kiro.workspace.Workspace;

/// `kiro steering show`: sentence by sentence, what is checked, what is told alone, and why.
public final class SteeringShowCommand extends ProjectCommand {
    private final SteeringAccess steering;
    private final CommandDescription.Given<String> wanted;

    public SteeringShowCommand(Console console, Workspaces workspaces, SteeringAccess steering) {
        super("show", console, workspaces);
        this.steering = steering;
        description.says(
                "Shows every sentence of the steering, or of one file, and what it is worth: enforced by which",
                "rule, proposed, guidance and why, or broken and what mends it.",
                "");
        wanted = description.words("FILE", "A file, by its path or its name without .md.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering show",
                "  kiro steering show code-style",
                "",
                "Exit codes: 0 shown, 1 there is no such file.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        ProjectSteering known = steering.of(workspace);
        List<SteeringFile> files =
                known.files().stream()
                        .filter(file ->
                                wanted.value()
                                        .map(name ->
                                                name.equals(file.name())
                                                        || name.equals(file.label()))
                                        .orElse(true))
                        .toList();
        if (files.isEmpty() && wanted.isGiven()) {
            List<String> near =
                    NearestNames.of(
                            wanted.value().orElse(""),
                            known.files().stream().map(SteeringFile::name).toList());
            console.problem(
                    "steering/unknown-file",
                    "there is no steering file '%s'".formatted(wanted.value().orElse("")),
                    near.isEmpty()
                            ? "see 'kiro steering list'"
                            : "did you mean '%s'?".formatted(near.getFirst()));
            return ExitCode.FINDINGS.number();
        }
        files.forEach(file -> print(file, known));
        return ExitCode.OK.number();
    }

    private void print(SteeringFile file, ProjectSteering known) {
        console.print(
                console.styled(Style.BOLD, file.label())
                        + "  "
                        + SteeringListCommand.told(file.inclusion())
                        + file.owner().map(owner -> ", kept by " + owner).orElse(""));
        for (Judged each : known.sentences()) {
            if (each.file().equals(file.label())) {
                console.print("  %4d  %s".formatted(each.span().line(), each.text()));
                worth(each.state()).forEach(line -> console.print("        " + line));
            }
        }
    }

    private static List<String> worth(RuleState state) {
        return switch (state) {
            case RuleState.Enforced enforced ->
                    enforced.rules().stream().map(rule -> "ENFORCED " + rule.id()).toList();
            case RuleState.Proposed(SteeringRule rule) -> List.of("PROPOSED " + rule.id());
            case RuleState.Guidance guidance -> List.of("GUIDANCE " + guidance.reason());
            case RuleState.Broken broken ->
                    List.of("BROKEN " + broken.reason(), "next: " + broken.fix());
        };
    }
}
