package kiro.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.ToolSpec;
import kiro.persona.ToolPatterns;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// The names by which a model is told of tools of servers, as an agent's file wants them. Rules, hooks and other agents know the
/// tools by their own.
public final class ToolAliases {
    private ToolAliases() {}

    /// @param aliases by what is renamed, such as `@git/git_status`; a name that another tool has is not given
    public static List<Tool> given(List<Tool> tools, Map<String, String> aliases) {
        if (aliases.isEmpty()) {
            return tools;
        }
        Set<String> taken =
                tools.stream().map(tool -> tool.spec().name()).collect(Collectors.toSet());
        return tools.stream().map(tool -> given(tool, aliases, taken)).toList();
    }

    private static Tool given(Tool tool, Map<String, String> aliases, Set<String> taken) {
        return aliases.entrySet().stream()
                .filter(each -> !taken.contains(each.getValue()))
                .filter(each -> !ControlTools.isOne(each.getValue()))
                .filter(each -> new ToolPatterns(List.of(each.getKey())).include(tool.name()))
                .findFirst()
                .<Tool>map(each -> new Renamed(tool, each.getValue()))
                .orElse(tool);
    }

    private record Renamed(Tool tool, String alias) implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec(alias, tool.spec().description(), tool.spec().schema());
        }

        @Override
        public String name() {
            return tool.name();
        }

        @Override
        public Preparation prepare(String arguments) throws InterruptedException {
            return tool.prepare(arguments);
        }

        @Override
        public boolean isParallel() {
            return tool.isParallel();
        }

        @Override
        public boolean polls() {
            return tool.polls();
        }
    }
}
