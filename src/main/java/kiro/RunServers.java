package kiro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.mcp.McpFiles;
import kiro.mcp.McpServers;
import kiro.tool.Tool;

/// The MCP servers of one run. Where none are configured, nothing of them is loaded.
final class RunServers implements AutoCloseable {
    private final McpFiles.Reading configured;
    private final Optional<McpServers> servers;
    private List<String> remarks = List.of();

    RunServers(McpFiles.Reading configured, Optional<McpServers> servers) {
        this.configured = configured;
        this.servers = servers;
    }

    /// The tools of those that are there within a time.
    List<Tool> tools(Duration bound) throws InterruptedException {
        if (servers.isEmpty()) {
            return List.of();
        }
        McpServers.Offer offer = servers.get().offer(bound);
        remarks = offer.remarks();
        return offer.tools();
    }

    /// What a person should know of them.
    List<String> remarks() {
        var all = new ArrayList<>(configured.findings().stream().map(Finding::toString).toList());
        all.addAll(remarks);
        return all;
    }

    @Override
    public void close() {
        servers.ifPresent(McpServers::close);
    }
}
