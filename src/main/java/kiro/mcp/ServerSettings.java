package kiro.mcp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A server as somebody has configured it, with the variables in its texts not filled in yet.
///
/// @param place the file and line, for people
/// @param isProjects whether the project brings it, rather than the person
public record ServerSettings(
        String name,
        String place,
        boolean isProjects,
        Access access,
        boolean isDisabled,
        Tools tools,
        Limits limits) {
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2));

    /// How a server is reached.
    public sealed interface Access {
        /// A program of this machine, which is talked to through its standard input and output.
        ///
        /// @param cwd where it runs; the workspace's folder where none is given
        /// @param isConfined whether it runs within the sandbox where there is one
        record Program(
                String command,
                List<String> args,
                Map<String, String> env,
                Optional<String> cwd,
                boolean isConfined)
                implements Access {
            public Program {
                args = List.copyOf(args);
                env = Map.copyOf(env);
            }
        }

        /// A server on the network, by streamable HTTP.
        ///
        /// @param client how kiro is known to whoever gives out its tokens
        record Address(String url, Map<String, String> headers, OAuthClient client)
                implements Access {
            public Address {
                headers = Map.copyOf(headers);
            }
        }
    }

    /// How kiro makes itself known where a server wants a token. What is empty is found out or made.
    public record OAuthClient(
            Optional<String> id,
            Optional<String> secret,
            Optional<Integer> redirectPort,
            List<String> scopes) {
        public static final OAuthClient UNKNOWN =
                new OAuthClient(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public OAuthClient {
            scopes = List.copyOf(scopes);
        }
    }

    /// What is said of a server's tools, by their names; `*` stands for all.
    ///
    /// @param autoApprove those that are called without a question
    /// @param disabled those that are not offered
    public record Tools(List<String> autoApprove, List<String> disabled) {
        public static final Tools ALL = new Tools(List.of(), List.of());

        public Tools {
            autoApprove = List.copyOf(autoApprove);
            disabled = List.copyOf(disabled);
        }
    }

    /// @param start how long it may take until it has introduced itself
    /// @param call how long it may take to answer
    public record Limits(Duration start, Duration call) {}

    /// What came of filling in variables.
    sealed interface Filled {
        record Whole(ServerSettings settings) implements Filled {}

        /// @param variables that are not set, in the order in which they are named
        record Missing(List<String> variables) implements Filled {
            public Missing {
                variables = List.copyOf(variables);
            }
        }
    }

    /// The same with every variable in it filled in.
    Filled filled(Map<String, String> environment) {
        var missing = new ArrayList<String>();
        var variables = new Variables(environment, missing);
        Access filled =
                switch (access) {
                    case Access.Program program ->
                            new Access.Program(
                                    variables.fill(program.command()),
                                    program.args().stream().map(variables::fill).toList(),
                                    filled(program.env(), variables),
                                    program.cwd().map(variables::fill),
                                    program.isConfined());
                    case Access.Address address ->
                            new Access.Address(
                                    variables.fill(address.url()),
                                    filled(address.headers(), variables),
                                    new OAuthClient(
                                            address.client().id().map(variables::fill),
                                            address.client().secret().map(variables::fill),
                                            address.client().redirectPort(),
                                            address.client().scopes()));
                };
        return missing.isEmpty()
                ? new Filled.Whole(
                        new ServerSettings(
                                name, place, isProjects, filled, isDisabled, tools, limits))
                : new Filled.Missing(missing.stream().distinct().toList());
    }

    /// The same with its variables filled in, or as it is where one is missing.
    public ServerSettings withVariables(Map<String, String> environment) {
        return switch (filled(environment)) {
            case Filled.Whole whole -> whole.settings();
            case Filled.Missing _ -> this;
        };
    }

    private static SequencedMap<String, String> filled(
            Map<String, String> texts, Variables variables) {
        var filled = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> filled.put(name, variables.fill(text)));
        return filled;
    }

    /// Whether a tool is called without a question, as far as these settings go.
    boolean approves(String tool) {
        return tools.autoApprove().contains("*") || tools.autoApprove().contains(tool);
    }

    boolean offers(String tool) {
        return !tools.disabled().contains(tool) && !tools.disabled().contains("*");
    }

    /// The scheme, host and port of an address, which is what a token is good for.
    static String site(URI address) {
        int port = address.getPort();
        return address.getScheme() + "://" + address.getHost() + (port < 0 ? "" : ":" + port);
    }
}
