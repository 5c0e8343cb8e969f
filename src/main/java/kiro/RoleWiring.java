package kiro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import kiro.agent.Crew;
import kiro.agent.Role;
import kiro.agent.SessionHooks;
import kiro.agent.ToolAliases;
import kiro.cli.Personas;
import kiro.cli.Problem;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.model.ModelRoutes;
import kiro.permission.Narrowing;
import kiro.permission.Policy;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import kiro.persona.ResourceFiles;
import kiro.persona.Skill;
import kiro.persona.SkillStore;
import kiro.tool.Tool;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Finds the custom agent that a run works as.
final class RoleWiring {
    private final Outside outside;
    private final PersonaStore.Reading reading;
    private final SkillStore.Reading skills;
    private final Optional<Persona> persona;

    private RoleWiring(
            Outside outside,
            PersonaStore.Reading reading,
            SkillStore.Reading skills,
            Optional<Persona> persona) {
        this.outside = outside;
        this.reading = reading;
        this.skills = skills;
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
                : new Opening.Opened(
                        new RoleWiring(
                                outside,
                                reading,
                                SkillStore.of(outside.environment(), outside.home(), original)
                                        .read(),
                                persona));
    }

    Optional<Persona> persona() {
        return persona;
    }

    /// The policy, as narrow as the agent wants it.
    Policy narrowed(Policy policy) {
        return persona.map(Narrowing::of).map(policy::narrowedBy).orElse(policy);
    }

    /// The tools that the agent is offered, by the names that it has for them.
    List<Tool> offered(List<Tool> tools) {
        List<Tool> offered = tools.stream().filter(tool -> offers(tool.name())).toList();
        return persona.map(each -> ToolAliases.given(offered, each.servers().aliases()))
                .orElse(offered);
    }

    private boolean offers(String tool) {
        return persona.map(each -> each.tools().include(tool)).orElse(true);
    }

    /// What the agent can read up on.
    List<Skill> skills() {
        return skills(persona);
    }

    /// What a child can read up on is no more than that.
    private List<Skill> skills(Optional<Persona> agent) {
        return skills.skills().stream()
                .filter(skill -> knows(persona, skill) && knows(agent, skill))
                .toList();
    }

    private boolean knows(Optional<Persona> agent, Skill skill) {
        return agent.map(each ->
                        each.tools().include("read_skill") && skills.of(each).contains(skill))
                .orElse(true);
    }

    /// The part, and what a person should know of it.
    record Played(Role role, List<String> remarks) {}

    /// @param workspace where it works
    /// @param files of it
    Played play(Workspace workspace, List<WorkspacePath> files) {
        var remarks = new ArrayList<String>(told(skills.findings()));
        persona.ifPresent(chosen -> {
            remarks.addAll(told(reading.findings(chosen.file())));
            remarks.addAll(told(shadowed(chosen)));
            remarks.addAll(
                    told(
                            new ResourceFiles(workspace, outside.home(), files)
                                    .of(chosen)
                                    .findings()));
        });
        return new Played(role(persona, workspace, files), remarks);
    }

    private Role role(Optional<Persona> agent, Workspace workspace, List<WorkspacePath> files) {
        List<String> known = skills(agent).stream().map(Skill::line).toList();
        return agent.map(chosen ->
                        new Role(
                                Optional.of(
                                        new Role.Named(
                                                chosen.name(), chosen.file(), chosen.prompt())),
                                known,
                                new ResourceFiles(workspace, outside.home(), files)
                                        .of(chosen).texts().entrySet().stream()
                                                .map(each ->
                                                        new Role.Material(
                                                                each.getKey(), each.getValue()))
                                                .toList()))
                .orElseGet(() -> new Role(Optional.empty(), known, List.of()));
    }

    /// Whom the run can give work to.
    ///
    /// @param tools of one child, with the skills that it knows and under its policy
    /// @param models of an agent whose file names one
    Crew crew(
            Workspace workspace,
            List<WorkspacePath> files,
            BiFunction<List<Skill>, Policy, List<Tool>> tools,
            Function<Persona, Optional<ModelRoutes>> models,
            SessionHooks hooks) {
        return new Crew() {
            @Override
            public SessionHooks hooks() {
                return hooks;
            }

            @Override
            public List<Persona> agents() {
                return reading.personas();
            }

            @Override
            public List<Tool> tools(Optional<Persona> agent, Policy policy) {
                return tools.apply(skills(agent), policy);
            }

            @Override
            public Role role(Optional<Persona> agent) {
                return RoleWiring.this.role(agent, workspace, files);
            }

            @Override
            public Optional<ModelRoutes> models(Optional<Persona> agent) {
                return agent.flatMap(models);
            }

            @Override
            public boolean isThere() {
                return offers("delegate");
            }
        };
    }

    private List<Finding> shadowed(Persona chosen) {
        return reading.shadowed().stream()
                .filter(other -> other.name().equals(chosen.name()))
                .flatMap(other -> reading.findings(other.file()).stream())
                .filter(finding -> finding.rule().value().endsWith("/twice"))
                .toList();
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::toString)
                .toList();
    }
}
