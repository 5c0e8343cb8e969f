package kiro.mcp;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.mcp.ServerSettings.Access;
import kiro.mcp.ServerSettings.OAuthClient;
import kiro.text.NearestNames;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads the settings of one server.
final class ServerReader {
    private static final List<String> KEYS =
            List.of(
                    "command",
                    "args",
                    "env",
                    "cwd",
                    "sandbox",
                    "url",
                    "headers",
                    "oauth",
                    "oauthScopes",
                    "type",
                    "disabled",
                    "autoApprove",
                    "disabledTools",
                    "timeout",
                    "requestTimeout");

    private static final List<String> OAUTH_KEYS =
            List.of("clientId", "clientSecret", "redirectPort", "redirectUri", "scopes");

    private final String name;
    private final int line;
    private final Report errors;
    private final Report warnings;

    /// @param line where the server stands
    ServerReader(String name, int line, Report errors, Report warnings) {
        this.name = name;
        this.line = line;
        this.errors = errors;
        this.warnings = warnings;
    }

    /// Takes what is wrong with the file.
    @FunctionalInterface
    interface Report {
        void add(String rule, int line, String message, String fix);
    }

    Optional<ServerSettings> read(MappingNode mapping, String place, boolean isProjects) {
        Map<String, Node> nodes = nodes(mapping, KEYS);
        Optional<Access> access = access(nodes);
        var tools =
                new ServerSettings.Tools(
                        texts(nodes, "autoApprove"), texts(nodes, "disabledTools"));
        var limits =
                new ServerSettings.Limits(
                        limit(nodes, "timeout", ServerSettings.USUAL.start()),
                        limit(nodes, "requestTimeout", ServerSettings.USUAL.call()));
        boolean isDisabled =
                value(nodes, "disabled", NodeValues::truth, "true or false").orElse(false);
        return access.map(found ->
                new ServerSettings(name, place, isProjects, found, isDisabled, tools, limits));
    }

    private Map<String, Node> nodes(MappingNode mapping, List<String> known) {
        var nodes = new HashMap<String, Node>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = NodeValues.text(pair.getKeyNode()).orElse("");
            if (!known.contains(key)) {
                warnings.add(
                        "unknown-key",
                        NodeValues.line(pair.getKeyNode()),
                        "the server '%s' has '%s', which is left out".formatted(name, key),
                        NearestNames.of(key, known).stream()
                                .findFirst()
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("remove it, or see docs/formats/mcp.md"));
            } else if (!pair.getValueNode().getTag().equals(Tag.NULL)) {
                nodes.put(key, pair.getValueNode());
            }
        }
        return nodes;
    }

    private Optional<Access> access(Map<String, Node> nodes) {
        Optional<String> command = value(nodes, "command", NodeValues::text, "a text");
        Optional<String> url = value(nodes, "url", NodeValues::text, "a text");
        if (command.isPresent() == url.isPresent()) {
            error(
                    "wrong-form",
                    line,
                    command.isPresent()
                            ? "the server '%s' has both 'command' and 'url'".formatted(name)
                            : "the server '%s' has neither 'command' nor 'url'".formatted(name),
                    "give it one of them");
            return Optional.empty();
        }
        checkType(nodes, url.isPresent());
        if (command.isPresent()) {
            return Optional.of(
                    new Access.Program(
                            command.get(),
                            texts(nodes, "args"),
                            mapping(nodes, "env"),
                            value(nodes, "cwd", NodeValues::text, "a text"),
                            value(nodes, "sandbox", NodeValues::truth, "true or false")
                                    .orElse(false)));
        }
        checkAddress(nodes, url.get());
        return Optional.of(new Access.Address(url.get(), mapping(nodes, "headers"), client(nodes)));
    }

    private void checkType(Map<String, Node> nodes, boolean isAddress) {
        String type = value(nodes, "type", NodeValues::text, "a text").orElse("");
        boolean fits =
                type.isEmpty()
                        || (isAddress
                                ? List.of("http", "streamable-http", "streamableHttp")
                                        .contains(type)
                                : type.equals("stdio"));
        if (!fits) {
            error(
                    "wrong-type",
                    lineOf(nodes, "type"),
                    "the server '%s' is of the type '%s'".formatted(name, type),
                    type.equals("sse")
                            ? "give the address of its streamable HTTP, which has taken the place of SSE"
                            : "write stdio for a command, or http for a url");
        }
    }

    private void checkAddress(Map<String, Node> nodes, String url) {
        if (url.contains("${")) {
            return;
        }
        try {
            var address = new URI(url);
            boolean isWeb =
                    List.of("http", "https").contains(String.valueOf(address.getScheme()))
                            && address.getHost() != null;
            if (isWeb && address.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // Said below, as of any other text that is no address.
        }
        error(
                "wrong-url",
                lineOf(nodes, "url"),
                "the server '%s' has a 'url' that is no address of the web".formatted(name),
                "write https://host/path, and what authorises you in 'headers'");
    }

    private OAuthClient client(Map<String, Node> nodes) {
        List<String> scopes = texts(nodes, "oauthScopes");
        if (!(nodes.get("oauth") instanceof MappingNode mapping)) {
            return new OAuthClient(Optional.empty(), Optional.empty(), Optional.empty(), scopes);
        }
        Map<String, Node> oauth = nodes(mapping, OAUTH_KEYS);
        return new OAuthClient(
                value(oauth, "clientId", NodeValues::text, "a text"),
                value(oauth, "clientSecret", NodeValues::text, "a text"),
                value(oauth, "redirectPort", NodeValues::text, "a number")
                        .or(() -> value(oauth, "redirectUri", NodeValues::text, "a text"))
                        .flatMap(ServerReader::port),
                scopes.isEmpty() ? texts(oauth, "scopes") : scopes);
    }

    /// A port by itself, or as the last number of an address of this machine.
    private static Optional<Integer> port(String text) {
        String digits = text.replaceFirst("^.*?(\\d+)(/.*)?$", "$1");
        return digits.matches("[1-9]\\d{0,4}") && Integer.parseInt(digits) < 65_536
                ? Optional.of(Integer.valueOf(digits))
                : Optional.empty();
    }

    /// In milliseconds, as Kiro has it, or with a unit.
    private Duration limit(Map<String, Node> nodes, String key, Duration otherwise) {
        return value(
                        nodes,
                        key,
                        node -> NodeValues.text(node).flatMap(ServerReader::span),
                        "a length of time")
                .orElse(otherwise);
    }

    private static Optional<Duration> span(String text) {
        var parts =
                java.util.regex.Pattern.compile("([1-9]\\d{0,8})(ms|s|m)?").matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (String.valueOf(parts.group(2))) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofMillis(number);
                });
    }

    private List<String> texts(Map<String, Node> nodes, String key) {
        return value(nodes, key, NodeValues::texts, "a list of texts").orElse(List.of());
    }

    private Map<String, String> mapping(Map<String, Node> nodes, String key) {
        return value(nodes, key, NodeValues::mapping, "a mapping from names to texts")
                .<Map<String, String>>map(found -> found)
                .orElse(Map.of());
    }

    private <T> Optional<T> value(
            Map<String, Node> nodes, String key, Function<Node, Optional<T>> read, String kind) {
        Node node = nodes.get(key);
        if (node == null) {
            return Optional.empty();
        }
        Optional<T> value = read.apply(node);
        if (value.isEmpty()) {
            error(
                    "wrong-value",
                    NodeValues.line(node),
                    "'%s' of the server '%s' is not %s".formatted(key, name, kind),
                    "see docs/formats/mcp.md");
        }
        return value;
    }

    private int lineOf(Map<String, Node> nodes, String key) {
        Node node = nodes.get(key);
        return node == null ? line : NodeValues.line(node);
    }

    private void error(String rule, int at, String message, String fix) {
        errors.add(rule, at, message, fix);
    }
}
