package kiro.cli;

import java.util.List;
import kiro.persona.PersonaStore;
import kiro.workspace.Workspace;

/// The agents that people describe in files.
public interface Personas {
    PersonaStore in(Workspace workspace);

    /// What to do where a name is nobody's.
    static Problem unknown(String name, PersonaStore.Reading reading) {
        List<String> near = reading.near(name);
        if (reading.unusable().contains(name)) {
            return new Problem(
                    "agents/unusable",
                    "the agent '" + name + "' has to be mended first",
                    "'kiro agents validate " + name + "' says what is wrong with it");
        }
        return new Problem(
                "agents/unknown",
                "there is no agent '" + name + "'",
                near.isEmpty()
                        ? reading.personas().isEmpty()
                                ? "describe one in .kiro/agents/" + "NAME.md"
                                : "'kiro agents list' shows all of them"
                        : "did you mean " + String.join(", ", near) + "?");
    }
}
