package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.persona.PersonaStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro agents validate`: what is wrong with the files of agents.
@Command(
        name = "validate",
        description = {
            "Checks the files of agents: what cannot be read, is misspelt, or has no effect here.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro agents validate",
            "  kiro agents validate reviewer --strict",
            "",
            "Exit codes: 0 nothing to mend, 1 errors (with --strict warnings too), or no such agent."
        })
public final class AgentsValidateCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Personas personas;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One agent alone.")
    private @Nullable String name;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean isStrict;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean isJson;

    public AgentsValidateCommand(Console console, Workspaces workspaces, Personas personas) {
        this.console = console;
        this.workspaces = workspaces;
        this.personas = personas;
    }

    @Override
    public Integer call() throws IOException {
        PersonaStore.Reading reading = personas.in(workspaces.current()).read();
        Optional<String> wanted = Optional.ofNullable(name);
        if (wanted.isPresent() && !isThere(wanted.get(), reading)) {
            Problem problem = Personas.unknown(wanted.get(), reading);
            console.problem(problem.code(), problem.message(), problem.fix());
            return ExitCode.FINDINGS.number();
        }
        List<Finding> findings =
                reading.findings().stream()
                        .filter(finding -> wanted.isEmpty() || isOf(wanted.get(), finding, reading))
                        .toList();
        print(findings, reading, wanted.isPresent());
        boolean isWrong =
                findings.stream()
                        .anyMatch(finding ->
                                finding.severity() == Severity.ERROR
                                        || (isStrict && finding.severity() == Severity.WARNING));
        return (isWrong ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void print(List<Finding> findings, PersonaStore.Reading reading, boolean isOne) {
        if (isJson) {
            console.print(AgentsJson.validation(findings, reading));
            return;
        }
        console.printFindings(findings);
        if (findings.isEmpty()) {
            console.print(
                    isOne
                            ? "nothing to mend"
                            : Counted.of(reading.personas().size(), "agent") + ", nothing to mend");
        }
    }

    private static boolean isThere(String name, PersonaStore.Reading reading) {
        return reading.find(name).isPresent() || reading.unusable().contains(name);
    }

    private static boolean isOf(String name, Finding finding, PersonaStore.Reading reading) {
        return reading.find(name)
                .map(persona -> persona.file().equals(finding.file()))
                .orElseGet(
                        () -> finding.file().matches(".*/agents/\\Q" + name + "\\E\\.(md|json)"));
    }
}
