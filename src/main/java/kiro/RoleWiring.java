package kiro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.agent.Role;
import kiro.cli.Personas;
import kiro.cli.Problem;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.permission.Narrowing;
import kiro.permission.Policy;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import kiro.persona.ResourceFiles;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Finds the custom agent that a run works as.
final class RoleWiring {
    private final Outside outside;
    private final PersonaStore.Reading reading;
    private final Optional<Persona> persona;

    private RoleWiring(Outside outside, PersonaStore.Reading reading, Optional<Persona> persona) {
        this.outside = outside;
        this.reading = reading;
        this.persona = persona;
    }

    /// What came of looking for it.
    sealed interface Opening {
        record Opened(RoleWiring role) implements Opening {}

        record Refused(Problem problem) implements Opening {}
    }

    /// @param name the name that a person gave; empty where they gave none
    /// @param original the workspace whose agents count
    static Opening open(Outside outside, Optional<String> name, Workspace original) {
        PersonaStore.Reading reading =
                PersonaStore.of(outside.environment(), outside.home(), original).read();
        Optional<Persona> persona = name.flatMap(reading::find);
        return name.isPresent() && persona.isEmpty()
                ? new Opening.Refused(Personas.unknown(name.get(), reading))
                : new Opening.Opened(new RoleWiring(outside, reading, persona));
    }

    Optional<Persona> persona() {
        return persona;
    }

    /// The policy, as narrow as the agent wants it.
    Policy narrowed(Policy policy) {
        return persona.map(Narrowing::of).map(policy::narrowedBy).orElse(policy);
    }

    /// Whether the agent is offered a tool.
    boolean offers(String tool) {
        return persona.map(each -> each.tools().include(tool)).orElse(true);
    }

    /// The part, and what a person should know of it.
    record Played(Role role, List<String> remarks) {}

    /// @param workspace where it works
    /// @param known the files of it
    Played play(Workspace workspace, List<WorkspacePath> known) {
        if (persona.isEmpty()) {
            return new Played(Role.OWN, List.of());
        }
        ResourceFiles.Reading resources =
                new ResourceFiles(workspace, outside.home(), known).of(persona.get());
        var findings = new ArrayList<>(reading.findings(persona.get().file()));
        reading.shadowed().stream()
                .filter(other -> other.name().equals(persona.get().name()))
                .flatMap(other -> reading.findings(other.file()).stream())
                .filter(finding -> finding.rule().value().endsWith("/twice"))
                .forEach(findings::add);
        findings.addAll(resources.findings());
        return new Played(
                new Role(
                        Optional.of(
                                new Role.Named(
                                        persona.get().name(),
                                        persona.get().file(),
                                        persona.get().prompt())),
                        List.of(),
                        resources.texts().entrySet().stream()
                                .map(each -> new Role.Material(each.getKey(), each.getValue()))
                                .toList()),
                findings.stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(Finding::toString)
                        .toList());
    }
}
