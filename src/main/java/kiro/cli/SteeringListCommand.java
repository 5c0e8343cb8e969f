package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.steering.Inclusion;
import kiro.steering.SteeringFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.workspace.Workspace;

/// `kiro steering list`: the files, and how much of each is checked.
public final class SteeringListCommand extends ProjectCommand {
    private final SteeringAccess steering;
    private final CommandDescription.Flag json;

    public SteeringListCommand(Console console, Workspaces workspaces, SteeringAccess steering) {
        super("list", console, workspaces);
        this.steering = steering;
        description.says(
                "Lists the steering files, and how many of their sentences are checked by a machine.",
                "");
        json = description.flag("--json", "Print files, sentences and findings as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering list",
                "  kiro steering list --json",
                "",
                "Exit codes: 0 listed, 1 a file or a rule is broken.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        ProjectSteering known = steering.of(workspace);
        List<Finding> findings =
                Stream.concat(
                                known.findings().stream(),
                                steering.reminders(workspace, known).stream())
                        .sorted(Finding.ORDER)
                        .toList();
        if (json.isSet()) {
            console.print(SteeringJson.list(known, findings));
        } else {
            console.printFindings(findings);
            print(known);
        }
        boolean isBroken =
                known.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return (isBroken ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void print(ProjectSteering known) {
        if (known.files().isEmpty()) {
            console.print("no steering: write a file such as .kiro/steering/code-style.md");
            return;
        }
        var table =
                new TextTable(
                        List.of("FILE", "TOLD", "ENFORCED", "PROPOSED", "GUIDANCE", "BROKEN"));
        for (SteeringFile file : known.files()) {
            List<Judged> own =
                    known.sentences().stream()
                            .filter(each -> each.file().equals(file.label()))
                            .toList();
            table.row(
                    file.label(),
                    told(file.inclusion()),
                    count(own, RuleState.Enforced.class),
                    count(own, RuleState.Proposed.class),
                    count(own, RuleState.Guidance.class),
                    count(own, RuleState.Broken.class));
        }
        console.print(table.lines(console.width()));
        int all = known.sentences().size();
        console.print(
                "%s: %s enforced (%d %%), %s proposed, %s guidance, %s broken"
                        .formatted(
                                Counted.of(all, "sentence"),
                                count(known.sentences(), RuleState.Enforced.class),
                                all == 0 ? 0 : Math.round(100.0 * enforced(known) / all),
                                count(known.sentences(), RuleState.Proposed.class),
                                count(known.sentences(), RuleState.Guidance.class),
                                count(known.sentences(), RuleState.Broken.class)));
    }

    private static long enforced(ProjectSteering known) {
        return known.sentences().stream()
                .filter(each -> each.state() instanceof RuleState.Enforced)
                .count();
    }

    private static String count(List<Judged> sentences, Class<? extends RuleState> state) {
        return String.format(
                Locale.ROOT,
                "%d",
                sentences.stream().filter(each -> state.isInstance(each.state())).count());
    }

    static String told(Inclusion inclusion) {
        return switch (inclusion) {
            case Inclusion.Always _, Inclusion.Unknown _ -> "always";
            case Inclusion.FileMatch match -> "for " + String.join(", ", match.globs());
            case Inclusion.Manual _ -> "when named";
            case Inclusion.Auto _ -> "when chosen";
        };
    }
}
