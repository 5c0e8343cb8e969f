package kiro.mcp;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.tool.Person;

/// What servers are started with.
///
/// @param root the workspace's folder
/// @param environment what variables in settings are filled in from
/// @param outputs where answers are kept that are too long for a model
/// @param person who answers the questions of servers
/// @param tokens what shows servers on the network who asks
/// @param version of this program
public record World(
        Path root,
        Map<String, String> environment,
        Programs programs,
        Path outputs,
        Person person,
        Tokens tokens,
        String version) {
    public World {
        environment = Map.copyOf(environment);
    }

    /// How servers run that are programs.
    ///
    /// @param confinement of those that are to be confined
    /// @param standing asked right before each start
    public record Programs(CommandRunner commands, Confinement confinement, Standing standing) {
        /// Where nothing is asked before a start.
        public Programs(CommandRunner commands, Confinement confinement) {
            this(commands, confinement, settings -> Optional.empty());
        }
    }

    /// Whether a server may be started as things stand now: what it runs may have been changed since others of it were.
    @FunctionalInterface
    public interface Standing {
        /// Why not; empty where it may.
        Optional<String> objection(ServerSettings settings);
    }
}
