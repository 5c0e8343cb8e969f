package kiro.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// The files that name servers: those of the project, which count only where a person trusts them as they are, and
/// those of the person. Of two servers of one name the project's counts, and of one owner's that of `mcp.yaml`.
public final class McpFiles {
    static final int MAX_BYTES = 256 * 1024;

    private final List<Source> sources;
    private final Trusting trusting;

    private McpFiles(List<Source> sources, Trusting trusting) {
        this.sources = List.copyOf(sources);
        this.trusting = trusting;
    }

    /// Whether a file of the project may start something.
    @FunctionalInterface
    public interface Trusting {
        /// @param path from the project's root
        boolean allows(String path, byte[] content);
    }

    /// A file that may name servers.
    ///
    /// @param label as messages name it
    /// @param isAgents whether it is the file of an agent, which says other things too
    public record Source(Path file, String label, boolean isProjects, boolean isAgents) {
        boolean isJson() {
            return label.endsWith(".json");
        }
    }

    /// What the files say.
    ///
    /// @param servers in the order of the files
    /// @param untrusted servers of files that are not trusted
    public record Reading(
            List<ServerSettings> servers, List<ServerSettings> untrusted, List<Finding> findings) {
        public Reading {
            servers = List.copyOf(servers);
            untrusted = List.copyOf(untrusted);
            findings = List.copyOf(findings);
        }

        public Optional<ServerSettings> server(String name) {
            return servers.stream().filter(server -> server.name().equals(name)).findFirst();
        }
    }

    /// @param home the person's home folder
    /// @param root the workspace's folder
    public static McpFiles of(
            Map<String, String> environment, Path home, Path root, Trusting trusting) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path folder = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        String shown = moved.isEmpty() ? "~/.kiro" : moved;
        var sources = new ArrayList<Source>();
        for (String name : List.of("mcp.yaml", "settings/mcp.json")) {
            sources.add(
                    new Source(root.resolve(".kiro").resolve(name), ".kiro/" + name, true, false));
        }
        for (String name : List.of("mcp.yaml", "settings/mcp.json")) {
            Path file = folder.resolve(name);
            if (sources.stream().noneMatch(source -> source.file().equals(file))) {
                sources.add(new Source(file, shown + "/" + name, false, false));
            }
        }
        return new McpFiles(sources, trusting);
    }

    /// With the servers of an agent's own file, which count before all others of their names.
    ///
    /// @param label as messages name the file
    /// @param isAlone whether the agent has none but its own
    public McpFiles withAgents(Path file, String label, boolean isProjects, boolean isAlone) {
        var all = new ArrayList<Source>(List.of(new Source(file, label, isProjects, true)));
        if (!isAlone) {
            all.addAll(sources);
        }
        return new McpFiles(all, trusting);
    }

    public Reading read() {
        var servers = new LinkedHashMap<String, ServerSettings>();
        var ofAgent = new HashSet<String>();
        var untrusted = new ArrayList<ServerSettings>();
        var findings = new ArrayList<Finding>();
        for (Source source : sources) {
            Optional<byte[]> bytes = bytes(source, findings);
            if (bytes.isEmpty()) {
                continue;
            }
            var reader = new McpFileReader(source);
            reader.read(new String(bytes.get(), StandardCharsets.UTF_8));
            findings.addAll(reader.findings());
            if (source.isProjects() && !trusting.allows(source.label(), bytes.get())) {
                untrusted.addAll(reader.servers());
                if (!reader.servers().isEmpty()) {
                    findings.add(untrusted(source));
                }
            } else {
                reader.servers().stream()
                        .filter(server -> !ofAgent.contains(server.name()))
                        .forEach(server -> add(server, servers, findings));
                if (source.isAgents()) {
                    ofAgent.addAll(servers.keySet());
                }
            }
        }
        return new Reading(List.copyOf(servers.values()), untrusted, findings);
    }

    private static void add(
            ServerSettings server, Map<String, ServerSettings> servers, List<Finding> findings) {
        ServerSettings first = servers.putIfAbsent(server.name(), server);
        if (first != null && first.isProjects() == server.isProjects()) {
            findings.add(
                    Finding.warning(
                            "mcp/twice",
                            server.place().replaceFirst(":\\d+$", ""),
                            place(server),
                            "the server '%s' stands in %s too, which counts"
                                    .formatted(server.name(), first.place()),
                            "remove one of them"));
        }
    }

    private static SourceSpan place(ServerSettings server) {
        int line = Integer.parseInt(server.place().substring(server.place().lastIndexOf(':') + 1));
        return new SourceSpan(line, 1, line, 1);
    }

    private static Finding untrusted(Source source) {
        return Finding.warning(
                "mcp/untrusted",
                source.label(),
                SourceSpan.start(),
                "its servers are not started: the project is not trusted as it is now",
                "look at it, and run 'kiro trust'");
    }

    private static Optional<byte[]> bytes(Source source, List<Finding> findings) {
        try (var in = Files.newInputStream(source.file())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            findings.add(unreadable(source, "it is longer than " + MAX_BYTES + " bytes"));
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return Optional.empty();
        } catch (IOException problem) {
            findings.add(unreadable(source, String.valueOf(problem.getMessage())));
        }
        return Optional.empty();
    }

    private static Finding unreadable(Source source, String why) {
        return Finding.error(
                "mcp/unreadable",
                source.label(),
                SourceSpan.start(),
                "cannot be read: " + why,
                "make it a file of servers, as docs/formats/mcp.md shows");
    }
}
