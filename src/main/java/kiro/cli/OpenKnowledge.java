package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.knowledge.Knowledge;

/// The knowledge of the workspace in which a command is called, where some is configured.
final class OpenKnowledge {
    static final String NOTHING =
            "no knowledge is configured: name files in knowledge.sources of .kiro/config.yaml, as docs/guide/knowledge.md shows";

    private final Console console;
    private final Workspaces workspaces;
    private final KnowledgeAccess access;

    OpenKnowledge(Console console, Workspaces workspaces, KnowledgeAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    /// @param findings of the settings
    record Opened(Knowledge knowledge, List<Finding> findings) {}

    /// Empty where the settings have errors, which are told.
    Optional<Opened> open() throws IOException {
        return switch (access.open(workspaces.current())) {
            case KnowledgeAccess.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield Optional.empty();
            }
            case KnowledgeAccess.Opening.Opened opened ->
                    Optional.of(new Opened(opened.knowledge(), opened.findings()));
        };
    }
}
