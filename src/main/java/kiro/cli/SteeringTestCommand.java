package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Severity;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Violation;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.workspace.Workspace;

/// `kiro steering test`: whether the rules do what they say, by their examples and on the project as it is.
public final class SteeringTestCommand extends ProjectCommand {
    private final SteeringAccess steering;
    private final CommandDescription.Flag json;

    public SteeringTestCommand(Console console, Workspaces workspaces, SteeringAccess steering) {
        super("test", console, workspaces);
        this.steering = steering;
        description.says(
                "Holds each rule against the bad and good examples that it carries, and against the project. Proposed",
                "rules are tried too. A rule whose examples do not behave is broken.",
                "");
        json = description.flag("--json", "Print the rules as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering test",
                "  kiro steering test --json",
                "",
                "Exit codes: 0 all rules behave, 1 a file or a rule is broken.");
    }

    /// A rule, and how it did.
    ///
    /// @param inProject how many places of the project violate it
    record Tried(SteeringRule rule, String state, int inProject, Optional<String> first) {}

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        ProjectSteering known = steering.of(workspace);
        List<Tried> tried = tried(known);
        if (json.isSet()) {
            console.print(SteeringJson.test(tried, known.findings()));
        } else {
            print(tried, known);
        }
        boolean isBroken =
                known.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return (isBroken ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private static List<Tried> tried(ProjectSteering known) {
        var states = new HashMap<SteeringRule, String>();
        var rules = new ArrayList<SteeringRule>();
        for (Judged each : known.sentences()) {
            switch (each.state()) {
                case RuleState.Enforced(List<SteeringRule> own) ->
                        own.forEach(rule -> add(rule, "enforced", rules, states));
                case RuleState.Proposed(SteeringRule rule) -> add(rule, "proposed", rules, states);
                case RuleState.Guidance _, RuleState.Broken _ -> {}
            }
        }
        var found = new HashMap<String, List<Violation>>();
        known.check()
                .withRules(rules)
                .checkProject()
                .violations()
                .forEach(each ->
                        found.computeIfAbsent(each.rule().id().value(), _ -> new ArrayList<>())
                                .add(each));
        return rules.stream().map(rule -> tried(rule, states, found)).toList();
    }

    private static void add(
            SteeringRule rule,
            String state,
            List<SteeringRule> rules,
            Map<SteeringRule, String> states) {
        if (states.putIfAbsent(rule, state) == null) {
            rules.add(rule);
        }
    }

    private static Tried tried(
            SteeringRule rule,
            Map<SteeringRule, String> states,
            Map<String, List<Violation>> found) {
        List<Violation> own = found.getOrDefault(rule.id().value(), List.of());
        return new Tried(
                rule,
                states.getOrDefault(rule, "enforced"),
                own.size(),
                own.stream()
                        .findFirst()
                        .map(each -> "%s:%d".formatted(each.path(), each.span().line())));
    }

    private void print(List<Tried> tried, ProjectSteering known) {
        console.printFindings(known.findings());
        var table =
                new TextTable(List.of("RULE", "STATE", "BAD FOUND", "GOOD PASSED", "IN PROJECT"));
        for (Tried each : tried) {
            table.row(
                    each.rule().id().value(),
                    each.state(),
                    String.valueOf(each.rule().examples().bad().size()),
                    String.valueOf(each.rule().examples().good().size()),
                    each.first()
                            .map(first -> "%d, first %s".formatted(each.inProject(), first))
                            .orElse("0"));
        }
        if (!tried.isEmpty()) {
            console.print(table.lines(console.width()));
        }
        long broken =
                known.sentences().stream()
                        .filter(each -> each.state() instanceof RuleState.Broken)
                        .count();
        console.print("%s tried, %d broken".formatted(Counted.of(tried.size(), "rule"), broken));
    }
}
