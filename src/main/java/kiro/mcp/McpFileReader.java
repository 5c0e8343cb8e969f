package kiro.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads one file of servers: `mcp.yaml`, Kiro's `mcp.json`, which is read as the YAML that it is, or the file of an agent. A server
/// that is not understood is left out, and the others of its file stay.
final class McpFileReader {
    private static final String FORM = "see docs/formats/mcp.md";
    private static final int MOST_SERVERS = 100;

    private final McpFiles.Source source;
    private final List<ServerSettings> servers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    McpFileReader(McpFiles.Source source) {
        this.source = source;
    }

    List<ServerSettings> servers() {
        return servers;
    }

    List<Finding> findings() {
        return findings;
    }

    void read(String text) {
        String yaml = yaml(text);
        var settings = LoadSettings.builder().setCodePointLimit(McpFiles.MAX_BYTES).build();
        try {
            new Compose(settings)
                    .composeString(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml)
                    .filter(node -> !node.getTag().equals(Tag.NULL))
                    .ifPresent(this::document);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            error("broken", line, form() + oneLine(broken.getProblem()), "mend the line");
        } catch (YamlEngineException broken) {
            error("broken", 1, form() + oneLine(String.valueOf(broken.getMessage())), FORM);
        } catch (StackOverflowError tooDeep) {
            error("broken", 1, "nested deeper than any server is", FORM);
        }
    }

    /// A tab between the values of JSON is white space, and within them there is none.
    private String yaml(String text) {
        if (source.isJson()) {
            return text.replace('\t', ' ');
        }
        // The mark above the front matter stays as an empty line, so that lines are counted from
        // the start of the file.
        return source.isAgents()
                ? "\n" + FrontMatter.of(TextDocument.of(text)).map(FrontMatter::yaml).orElse("")
                : text;
    }

    private String form() {
        return source.isJson() ? "not JSON: " : "not YAML: ";
    }

    private void document(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            error("wrong-form", NodeValues.line(root), "the file names no servers", FORM);
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = NodeValues.text(pair.getKeyNode()).orElse("");
            boolean isList =
                    key.equals("mcpServers") || (key.equals("servers") && !source.isAgents());
            if (isList) {
                list(pair.getValueNode());
            } else if (!source.isJson() && !source.isAgents()) {
                warning(
                        "unknown-key",
                        NodeValues.line(pair.getKeyNode()),
                        "'" + key + "' is no part of the file",
                        "write 'servers:', and the servers below it");
            }
        }
    }

    private void list(Node node) {
        if (node.getTag().equals(Tag.NULL)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            error(
                    "wrong-form",
                    NodeValues.line(node),
                    "the servers are no mapping from names to settings",
                    FORM);
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            int line = NodeValues.line(pair.getKeyNode());
            if (servers.size() == MOST_SERVERS) {
                error(
                        "too-many",
                        line,
                        "more than " + MOST_SERVERS + " servers",
                        "keep those that you need");
                return;
            }
            NodeValues.text(pair.getKeyNode())
                    .filter(name -> isName(name, line))
                    .flatMap(name -> server(name, line, pair.getValueNode()))
                    .ifPresent(servers::add);
        }
    }

    /// A name stands in rules and in the names of tools.
    private boolean isName(String name, int line) {
        boolean isName = name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
        if (!isName) {
            error(
                    "wrong-name",
                    line,
                    "'%s' is no name of a server".formatted(oneLine(name)),
                    "use letters, digits, dots, dashes, up to 64");
        }
        return isName;
    }

    private Optional<ServerSettings> server(String name, int line, Node node) {
        int before = errors();
        if (!(node instanceof MappingNode mapping)) {
            error(
                    "wrong-form",
                    line,
                    "the server '" + name + "' has no settings",
                    "give it 'command' or 'url'");
            return Optional.empty();
        }
        var reader = new ServerReader(name, line, this::error, this::warning);
        Optional<ServerSettings> server =
                reader.read(mapping, source.label() + ":" + line, source.isProjects());
        return errors() == before ? server : Optional.empty();
    }

    private int errors() {
        return (int)
                findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    }

    private void error(String rule, int line, String message, String fix) {
        findings.add(Finding.error("mcp/" + rule, source.label(), place(line), message, fix));
    }

    private void warning(String rule, int line, String message, String fix) {
        findings.add(Finding.warning("mcp/" + rule, source.label(), place(line), message, fix));
    }

    private static SourceSpan place(int line) {
        return new SourceSpan(line, 1, line, 1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
