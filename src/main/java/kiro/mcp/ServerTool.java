package kiro.mcp;

import kiro.model.ToolSpec;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// A tool of a server, as one of the model's tools.
final class ServerTool implements Tool {
    private final ToolSpec spec;
    private final Server server;
    private final OfferedTool offered;
    private final Calling calling;

    ServerTool(String name, Server server, OfferedTool offered, Calling calling) {
        this.spec =
                new ToolSpec(
                        name,
                        "[tool '%s' of the MCP server '%s', which describes it so] %s"
                                .formatted(
                                        Failures.oneLine(offered.name()),
                                        server.name(),
                                        offered.description()),
                        offered.schema());
        this.server = server;
        this.offered = offered;
        this.calling = calling;
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public boolean isParallel() {
        return offered.isLooking();
    }

    @Override
    public Preparation prepare(String arguments) {
        return switch (CallArguments.read(spec.name(), arguments)) {
            case CallArguments.Wrong wrong -> Preparation.Refused.looking(wrong.text());
            case CallArguments.Read read ->
                    calling.tool(server, offered.name(), offered.isLooking(), read.values());
        };
    }
}
