package kiro.persona;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an agent's file says about asking and refusing. It makes what is allowed narrower, and never wider.
///
/// @param unasked the tools that need no question; empty where the file does not say
/// @param rules of `permissions`
public record Restraint(
        Optional<ToolPatterns> unasked,
        Commands commands,
        Paths reads,
        Paths writes,
        List<Rule> rules) {
    public static final Restraint NONE =
            new Restraint(Optional.empty(), Commands.ANY, Paths.ANY, Paths.ANY, List.of());

    /// The names that rules may use, of an agent's file and of permissions alike. Those of things that this version does
    /// not do are kept, and rule on nothing.
    public static final Set<String> CAPABILITIES =
            Set.of(
                    "fs_read",
                    "fs_write",
                    "filesystem",
                    "shell",
                    "web_fetch",
                    "web_search",
                    "mcp",
                    "subagent",
                    "skill",
                    "power",
                    "diagnostics",
                    "context",
                    "builtin",
                    "all");

    public Restraint {
        rules = List.copyOf(rules);
    }

    /// @param allowed regular expressions of whole commands
    /// @param denied regular expressions of commands, or of how they begin
    /// @param isDeniedByDefault whether what is not allowed is refused
    /// @param isLookingAllowed whether commands that change nothing are allowed all the same
    public record Commands(
            List<String> allowed,
            List<String> denied,
            boolean isDeniedByDefault,
            boolean isLookingAllowed) {
        public static final Commands ANY = new Commands(List.of(), List.of(), false, false);

        public Commands {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }
    }

    /// Patterns of paths, as in ignore files.
    public record Paths(List<String> allowed, List<String> denied) {
        public static final Paths ANY = new Paths(List.of(), List.of());

        public Paths {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }
    }

    /// A rule in the form of Kiro's permissions.
    ///
    /// @param effect `allow`, `ask` or `deny`
    /// @param line of the file that it stands in
    public record Rule(
            String capability, List<String> match, List<String> exclude, String effect, int line) {
        public Rule {
            match = List.copyOf(match);
            exclude = List.copyOf(exclude);
        }
    }
}
