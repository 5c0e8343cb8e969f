package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.tool.Untrusted;
import org.jspecify.annotations.Nullable;

/// Meets servers: the handshake, and the list of their tools, within bounds.
final class Introductions {
    private static final int MOST_PAGES = 50;
    private static final int MOST_TOOLS = 500;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_SCHEMA = 40_000;
    private static final String ANYTHING = "{\"type\":\"object\"}";

    private Introductions() {}

    static Introduction of(Session session, ServerSettings settings) throws InterruptedException {
        Duration limit = settings.limits().start();
        InitializeResult met = session.open(limit);
        List<OfferedTool> tools =
                met.capabilities() != null && met.capabilities().tools() != null
                        ? tools(session, settings, limit)
                        : List.of();
        var program = met.serverInfo();
        return new Introduction(
                program == null
                        ? "nameless"
                        : Untrusted.clean(
                                Failures.oneLine(program.name() + " " + program.version())),
                String.valueOf(met.protocolVersion()),
                met.instructions() == null ? "" : cut(Untrusted.clean(met.instructions())),
                tools,
                met.capabilities() != null && met.capabilities().resources() != null,
                met.capabilities() != null && met.capabilities().prompts() != null);
    }

    static List<OfferedTool> tools(Session session, ServerSettings settings, Duration limit)
            throws InterruptedException {
        var tools = new ArrayList<OfferedTool>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES && tools.size() < MOST_TOOLS; page++) {
            String from = cursor;
            ListToolsResult listed =
                    session.ask(
                            client ->
                                    from.isEmpty()
                                            ? client.listTools(null)
                                            : client.listTools(from),
                            limit);
            listed.tools().stream()
                    .filter(tool -> tool.name() != null && settings.offers(tool.name()))
                    .map(Introductions::tool)
                    .forEach(tools::add);
            cursor = Optional.ofNullable(listed.nextCursor()).orElse("");
            if (cursor.isEmpty() || cursor.equals(from)) {
                break;
            }
        }
        return tools.stream().limit(MOST_TOOLS).toList();
    }

    private static OfferedTool tool(McpSchema.Tool tool) {
        boolean isLooking =
                tool.annotations() != null
                        && Boolean.TRUE.equals(tool.annotations().readOnlyHint());
        String description = tool.description() == null ? "" : Untrusted.clean(tool.description());
        return new OfferedTool(
                tool.name(), cut(description), schema(tool.inputSchema()), isLooking);
    }

    /// A schema that no model takes, or that would fill its memory, is left to the server to insist on.
    private static String schema(@Nullable Map<String, Object> schema) {
        if (schema == null || !"object".equals(schema.get("type"))) {
            return ANYTHING;
        }
        String text = Json.text(schema);
        return text.length() > LONGEST_SCHEMA ? ANYTHING : Untrusted.clean(text);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_DESCRIPTION
                ? text.substring(0, LONGEST_DESCRIPTION) + "..."
                : text;
    }
}
