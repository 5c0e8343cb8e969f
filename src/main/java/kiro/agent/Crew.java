package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.model.ModelRoutes;
import kiro.permission.Policy;
import kiro.persona.Persona;
import kiro.tool.Tool;

/// Whom a run can give pieces of its work to, and what they work with.
public interface Crew {
    /// Nobody.
    Crew NONE =
            new Crew() {
                @Override
                public List<Persona> agents() {
                    return List.of();
                }

                @Override
                public List<Tool> tools(Optional<Persona> agent, Policy policy) {
                    return List.of();
                }

                @Override
                public Role role(Optional<Persona> agent) {
                    return Role.OWN;
                }

                @Override
                public boolean isThere() {
                    return false;
                }
            };

    /// Those that can be named.
    List<Persona> agents();

    /// Tools for one child, which remember nothing of what others have read.
    ///
    /// @param agent empty for a child without a part of its own
    /// @param policy that of the child, which commands are held to as well
    List<Tool> tools(Optional<Persona> agent, Policy policy);

    /// The part that a child plays.
    Role role(Optional<Persona> agent);

    /// The models that a child is asked with; empty where it has the run's.
    default Optional<ModelRoutes> models(Optional<Persona> agent) {
        return Optional.empty();
    }

    /// The hooks of the run, which are those of its children too.
    default SessionHooks hooks() {
        return SessionHooks.NONE;
    }

    /// Whether work can be given at all.
    default boolean isThere() {
        return true;
    }

    default Optional<Persona> find(String name) {
        return agents().stream().filter(agent -> agent.name().equals(name)).findFirst();
    }
}
