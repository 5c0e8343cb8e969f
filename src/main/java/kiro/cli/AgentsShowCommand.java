package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import kiro.persona.Restraint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro agents show`: one agent, as this program understands its file.
@Command(
        name = "show",
        description = {
            "Shows an agent as this program understands its file: what it is told, offered, asked and denied.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro agents show reviewer",
            "  kiro agents show team/planner --json",
            "",
            "Exit codes: 0 shown, 1 there is none of this name, or its file has to be mended."
        })
public final class AgentsShowCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Personas personas;

    @Parameters(paramLabel = "NAME", description = "The agent's name.")
    private String name = "";

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public AgentsShowCommand(Console console, Workspaces workspaces, Personas personas) {
        this.console = console;
        this.workspaces = workspaces;
        this.personas = personas;
    }

    @Override
    public Integer call() throws IOException {
        PersonaStore.Reading reading = personas.in(workspaces.current()).read();
        Optional<Persona> found = reading.find(name);
        if (found.isEmpty()) {
            Problem problem = Personas.unknown(name, reading);
            console.problem(problem.code(), problem.message(), problem.fix());
            return ExitCode.FINDINGS.number();
        }
        if (isJson) {
            console.print(AgentsJson.show(found.get(), reading));
        } else {
            show(found.get());
            console.findings(reading.findings(found.get().file()));
        }
        return ExitCode.OK.number();
    }

    private void show(Persona persona) {
        console.print(console.styled(Style.BOLD, persona.name()) + "  " + persona.file());
        line("for", persona.description());
        line("model", persona.model().orElse("the usual one"));
        line("tools", persona.tools() + offered(persona.tools().builtin()));
        Restraint restraint = persona.restraint();
        restraint.unasked().ifPresent(tools -> line("unasked", tools.toString()));
        line("commands", String.join(", ", restraint.commands().allowed()));
        line("no commands", denied(restraint.commands()));
        line("reads", String.join(", ", restraint.reads().allowed()));
        line("never reads", String.join(", ", restraint.reads().denied()));
        line("writes", String.join(", ", restraint.writes().allowed()));
        line("never writes", String.join(", ", restraint.writes().denied()));
        for (Restraint.Rule rule : restraint.rules()) {
            line("rule", rule.effect() + " " + rule.capability() + matching(rule));
        }
        line("files", String.join(", ", persona.resources().files()));
        line("skills", String.join(", ", persona.resources().skills()));
        Persona.Servers servers = persona.servers();
        line(
                "servers",
                String.join(", ", servers.own()) + (servers.isAlone() ? " (no others)" : ""));
        line(
                "aliases",
                servers.aliases().entrySet().stream()
                        .map(each -> each.getKey() + " is " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        line("hooks", persona.hooks().isEmpty() ? "" : String.join(", ", persona.hooks()));
        console.print();
        console.print(persona.prompt().isEmpty() ? "(no prompt)" : persona.prompt());
    }

    private static String offered(List<String> tools) {
        return tools.isEmpty() ? "" : " (" + String.join(", ", tools) + ")";
    }

    private static String denied(Restraint.Commands commands) {
        String named = String.join(", ", commands.denied());
        return commands.isDeniedByDefault()
                ? named.isEmpty() ? "all others" : named + ", and all others"
                : named;
    }

    private static String matching(Restraint.Rule rule) {
        String match = rule.match().isEmpty() ? "" : " " + String.join(", ", rule.match());
        return rule.exclude().isEmpty()
                ? match
                : match + " but not " + String.join(", ", rule.exclude());
    }

    private void line(String what, String text) {
        if (!text.isBlank()) {
            console.print("  %-13s %s".formatted(what, text));
        }
    }
}
