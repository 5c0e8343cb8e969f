package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro agents list`: the agents that can be named here.
@Command(
        name = "list",
        description = {"Lists the agents that can be named here, with what they may use.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro agents list",
            "  kiro agents list --json",
            "",
            "Exit codes: 0 listed."
        })
public final class AgentsListCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Personas personas;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    public AgentsListCommand(Console console, Workspaces workspaces, Personas personas) {
        this.console = console;
        this.workspaces = workspaces;
        this.personas = personas;
    }

    @Override
    public Integer call() throws IOException {
        PersonaStore.Reading reading = personas.in(workspaces.current()).read();
        if (isJson) {
            console.print(AgentsJson.list(reading));
            return ExitCode.OK.number();
        }
        if (reading.personas().isEmpty()) {
            console.print(
                    "no agents: describe one in .kiro/agents/NAME.md or .kiro/agents/NAME.json");
        } else {
            var table = new TextTable(List.of("NAME", "OF", "TOOLS", "WHAT IT IS FOR"));
            for (Persona persona : reading.personas()) {
                table.row(
                        persona.name(),
                        AgentsJson.origin(persona),
                        persona.tools().toString(),
                        persona.description());
            }
            console.print(table.lines(console.width()));
        }
        for (String name : reading.unusable()) {
            console.note(
                    "%s has to be mended: see 'kiro agents validate %s'".formatted(name, name));
        }
        return ExitCode.OK.number();
    }
}
