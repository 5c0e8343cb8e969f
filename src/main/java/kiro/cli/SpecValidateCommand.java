package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec validate`: says what is to be repaired in specs.
@Command(
        name = "validate",
        description = {
            "Checks specs: sections, criteria and their ids, and what is left to fill in.",
            "Each finding has its place, its rule and what to do about it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec validate                              all of them",
            "  kiro spec validate user-profile",
            "  kiro spec validate .kiro/specs/user-profile.md --strict",
            "  kiro spec validate --json",
            "",
            "Exit codes: 0 no errors, 1 errors (with --strict: warnings too)."
        })
public final class SpecValidateCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;

    @Parameters(
            arity = "0..*",
            paramLabel = "SPEC",
            description = "Names or files; without any, all.")
    private List<String> specs = new ArrayList<>();

    @Option(names = "--strict", description = "Let warnings fail the command as errors do.")
    private boolean isStrict;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean isJson;

    public SpecValidateCommand(Console console, Workspaces workspaces) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
    }

    @Override
    public Integer call() throws IOException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        List<SpecReading> readings =
                specs.isEmpty()
                        ? new SpecStore(workspace.get()).all()
                        : specs.stream()
                                .map(each -> projects.spec(workspace.get(), each))
                                .distinct()
                                .toList();
        List<Finding> findings =
                readings.stream()
                        .flatMap(SpecValidateCommand::findings)
                        .sorted(Finding.ORDER)
                        .toList();
        show(readings.size(), findings);
        return (fails(findings) ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private static Stream<Finding> findings(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Broken broken -> broken.findings().stream();
            case SpecReading.Whole whole -> SpecRules.check(whole.spec()).stream();
        };
    }

    private boolean fails(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.severity() == Severity.ERROR
                                || (isStrict && finding.severity() == Severity.WARNING));
    }

    private void show(int checked, List<Finding> findings) {
        if (isJson) {
            console.print(SpecJson.validation(checked, findings));
            return;
        }
        if (checked == 0) {
            console.print(SpecListCommand.NONE);
            return;
        }
        console.printFindings(findings);
        console.print(
                "%s checked: %s, %s"
                        .formatted(
                                Counted.of(checked, "spec"),
                                Counted.of(count(findings, Severity.ERROR), "error"),
                                Counted.of(count(findings, Severity.WARNING), "warning")));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
