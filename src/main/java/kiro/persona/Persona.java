package kiro.persona;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A custom agent: who works, with which tools, and within which limits.
///
/// @param prompt what the model is told of its part; may be empty
/// @param model as the file names it
/// @param hooks when its own hooks run, such as `preToolUse`; they are read and run where all hooks are
public record Persona(
        Source source,
        String description,
        String prompt,
        Optional<String> model,
        Abilities abilities,
        Resources resources,
        List<String> hooks) {
    public Persona {
        hooks = List.copyOf(hooks);
    }

    /// Where an agent comes from.
    ///
    /// @param name the path of its file below the folder of agents, without its ending
    /// @param alias another name that its file gives it; empty where it gives none
    /// @param file as messages name it
    /// @param isProjects whether the file lies in the project, and not with the person
    public record Source(String name, Optional<String> alias, String file, boolean isProjects) {}

    /// @param tools those that are offered
    public record Abilities(ToolPatterns tools, Restraint restraint, Servers servers) {
        public Abilities(ToolPatterns tools, Restraint restraint) {
            this(tools, restraint, Servers.NONE);
        }
    }

    /// What it says of MCP servers.
    ///
    /// @param file that has the settings of its own servers
    /// @param own the names of those
    /// @param isAlone whether it has no others
    /// @param aliases the names by which it knows tools of servers, by their own, such as `@git/git_status`
    public record Servers(
            Path file, List<String> own, boolean isAlone, Map<String, String> aliases) {
        public static final Servers NONE = new Servers(Path.of(""), List.of(), false, Map.of());

        public Servers {
            own = List.copyOf(own);
            aliases = Map.copyOf(aliases);
        }
    }

    /// What is put before the model.
    ///
    /// @param files paths and patterns of files
    /// @param skills paths and patterns of `SKILL.md` files; where there are none, all skills are known
    public record Resources(List<String> files, List<String> skills) {
        public static final Resources NONE = new Resources(List.of(), List.of());

        public Resources {
            files = List.copyOf(files);
            skills = List.copyOf(skills);
        }
    }

    public String name() {
        return source.name();
    }

    public String file() {
        return source.file();
    }

    public ToolPatterns tools() {
        return abilities.tools();
    }

    public Servers servers() {
        return abilities.servers();
    }

    public Restraint restraint() {
        return abilities.restraint();
    }

    boolean isNamed(String wanted) {
        return name().equals(wanted) || source.alias().filter(wanted::equals).isPresent();
    }
}
