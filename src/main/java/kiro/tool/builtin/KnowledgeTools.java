package kiro.tool.builtin;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSource;
import kiro.tool.Tool;

/// The tool that searches what the team knows, `search_knowledge`.
public final class KnowledgeTools {
    private KnowledgeTools() {}

    /// None where there are no sources.
    ///
    /// @param addresses where a knowledge base is asked
    public static List<Tool> of(
            Knowledge knowledge, Function<KnowledgeSource.Base, URI> addresses) {
        return knowledge.sources().isEmpty()
                ? List.of()
                : List.of(DescribedTool.of(new SearchKnowledgeTool(knowledge, addresses)));
    }
}
