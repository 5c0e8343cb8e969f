package kiro.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.finding.Finding;
import kiro.tool.Person;
import kiro.workspace.Workspace;

/// The MCP servers of a workspace, as commands ask about them.
public interface McpAccess {
    /// What is wrong with the name of an agent; empty where there is one of that name.
    Optional<Problem> nobody(Workspace workspace, String agent);

    /// @param agent that works with them; empty for the servers that are there for all
    Configured configured(Workspace workspace, Optional<String> agent);

    /// Meets servers, all at once.
    List<Examined> examine(Workspace workspace, List<Configured.Server> servers)
            throws InterruptedException;

    /// @param arguments a JSON object
    Called call(
            Workspace workspace,
            Configured.Server server,
            String tool,
            String arguments,
            Person person)
            throws InterruptedException;

    /// Signs in at a server that wants to know who asks.
    ///
    /// @param page shown the page at which the person does so
    /// @return what went wrong; empty where nothing did
    Optional<String> signIn(Workspace workspace, Configured.Server server, Consumer<URI> page)
            throws InterruptedException;

    /// Forgets what shows a server who asks; false where there was nothing.
    boolean signOut(Workspace workspace, Configured.Server server) throws IOException;

    /// What the files say.
    record Configured(List<Server> servers, List<Finding> findings) {
        public Configured {
            servers = List.copyOf(servers);
            findings = List.copyOf(findings);
        }

        /// The server of a name that is started when it is needed, or one that is not.
        Optional<Server> server(String name) {
            return servers.stream().filter(server -> server.name().equals(name)).findFirst();
        }

        /// @param agent whose servers were asked for
        /// @param owner `project` or `person`
        /// @param access the command line or the address, without secrets
        public record Server(
                String name,
                String place,
                String owner,
                String access,
                State state,
                List<String> approved,
                Optional<String> agent) {
            public Server {
                approved = List.copyOf(approved);
            }
        }

        /// Whether a server is started when it is needed.
        public enum State {
            READY,
            DISABLED,
            UNTRUSTED
        }
    }

    /// A server that was met, or was not.
    ///
    /// @param problem empty where it was met
    /// @param printed what it has printed beside its messages
    record Examined(
            Configured.Server server,
            Optional<Met> met,
            Optional<String> problem,
            String printed) {}

    /// What a server says of itself.
    ///
    /// @param others its resources and prompts, a line each
    record Met(
            String program,
            String protocol,
            Duration took,
            List<Offered> tools,
            List<String> others) {
        public Met {
            tools = List.copyOf(tools);
            others = List.copyOf(others);
        }
    }

    /// A tool of a server.
    record Offered(String name, String description, String schema, boolean isLooking) {}

    /// What a tool has answered.
    record Called(String text, boolean isFailure) {}
}
