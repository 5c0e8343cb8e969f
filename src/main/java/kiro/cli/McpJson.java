package kiro.cli;

import java.util.List;
import java.util.Locale;
import kiro.finding.Finding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the commands about MCP servers print for programs; see `docs/formats/mcp.md`.
final class McpJson {
    private static final int VERSION = 1;

    private McpJson() {}

    static String list(McpAccess.Configured configured) {
        ObjectNode root = root();
        ArrayNode servers = root.putArray("servers");
        configured.servers().forEach(server -> add(servers.addObject(), server));
        findings(root, configured.findings());
        return root.toString();
    }

    static String doctor(McpAccess.Configured configured, List<McpAccess.Examined> examined) {
        ObjectNode root = root();
        ArrayNode servers = root.putArray("servers");
        for (McpAccess.Examined each : examined) {
            ObjectNode server = servers.addObject();
            add(server, each.server());
            server.put("works", each.problem().isEmpty());
            each.problem().ifPresent(problem -> server.put("problem", problem));
            server.put("printed", each.printed());
            each.met().ifPresent(met -> add(server, met));
        }
        findings(root, configured.findings());
        return root.toString();
    }

    static String call(McpAccess.Called called) {
        return root().put("failed", called.isFailure()).put("text", called.text()).toString();
    }

    private static ObjectNode root() {
        return JsonMapper.shared().createObjectNode().put("version", VERSION);
    }

    private static void add(ObjectNode node, McpAccess.Configured.Server server) {
        node.put("name", server.name())
                .put("state", server.state().name().toLowerCase(Locale.ROOT))
                .put("owner", server.owner())
                .put("access", server.access())
                .put("place", server.place());
        ArrayNode approved = node.putArray("approved");
        server.approved().forEach(approved::add);
    }

    private static void add(ObjectNode node, McpAccess.Met met) {
        node.put("program", met.program())
                .put("protocol", met.protocol())
                .put("milliseconds", met.took().toMillis());
        ArrayNode tools = node.putArray("tools");
        for (McpAccess.Offered tool : met.tools()) {
            tools.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .put("looks", tool.isLooking())
                    .set("schema", JsonMapper.shared().readTree(tool.schema()));
        }
        ArrayNode others = node.putArray("others");
        met.others().forEach(others::add);
    }

    private static void findings(ObjectNode root, List<Finding> all) {
        ArrayNode findings = root.putArray("findings");
        all.forEach(finding ->
                findings.addObject()
                        .put("rule", finding.rule().value())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("file", finding.file())
                        .put("line", finding.span().line())
                        .put("message", finding.message())
                        .put("fix", finding.fix().orElse("")));
    }
}
