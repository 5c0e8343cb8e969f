package kiro.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kiro.finding.Slips;
import kiro.text.ValueTree;

/// Reads what an agent's file says of MCP servers, but for their settings, which are read where servers are.
final class PersonaServers {
    private static final String ONE_TOOL = "@[^/*?]+/[^*?]+";
    private static final String NAME = "[A-Za-z0-9_-]{1,64}";

    private final Slips slips;

    PersonaServers(Slips slips) {
        this.slips = slips;
    }

    /// @param file that it stands in
    Persona.Servers read(Path file, Keys keys) {
        List<String> own =
                keys.mapping("mcpServers")
                        .map(servers ->
                                servers.fields().stream().map(ValueTree.Field::key).toList())
                        .orElse(List.of());
        boolean isAlone =
                keys.truth("includeMcpJson")
                        .or(() -> keys.truth("useLegacyMcpJson"))
                        .filter(isIncluded -> !isIncluded)
                        .isPresent();
        Map<String, String> aliases = aliases(keys);
        return own.isEmpty() && !isAlone && aliases.isEmpty()
                ? Persona.Servers.NONE
                : new Persona.Servers(file, own, isAlone, aliases);
    }

    private Map<String, String> aliases(Keys keys) {
        var aliases = new TreeMap<String, String>();
        for (ValueTree.Field field :
                keys.mapping("toolAliases").map(ValueTree.Fields::fields).orElse(List.of())) {
            String alias = field.value() instanceof ValueTree.Word word ? word.text() : "";
            if (!field.key().matches(ONE_TOOL)) {
                wrong(
                        field,
                        "'%s' is no tool of a server, and keeps its name"
                                .formatted(Clean.line(field.key())),
                        "write '@server/tool', with the names that 'kiro mcp list' shows");
            } else if (!alias.matches(NAME)) {
                wrong(
                        field,
                        "'%s' cannot be the name of a tool".formatted(Clean.line(alias)),
                        "use letters, digits, '_' and '-', up to 64");
            } else if (aliases.containsValue(alias)) {
                wrong(
                        field,
                        "'%s' is the name of another tool already".formatted(alias),
                        "give each tool a name of its own");
            } else {
                aliases.put(field.key(), alias);
            }
        }
        return aliases;
    }

    private void wrong(ValueTree.Field field, String message, String fix) {
        slips.warning("wrong-alias", field.span(), message, fix);
    }

    /// The tools that are left where an agent has no servers but its own.
    static ToolPatterns among(ToolPatterns tools, Persona.Servers servers) {
        if (!servers.isAlone()) {
            return tools;
        }
        List<String> own = servers.own().stream().map(name -> "@" + name).toList();
        var left = new ArrayList<String>();
        for (String pattern : tools.patterns()) {
            switch (pattern) {
                case "*" -> {
                    left.add("@builtin");
                    left.addAll(own);
                }
                case "@mcp" -> left.addAll(own);
                default -> {
                    boolean isOthers =
                            pattern.startsWith("@")
                                    && !pattern.equals("@builtin")
                                    && !own.contains(pattern.replaceFirst("/.*", ""));
                    if (!isOthers) {
                        left.add(pattern);
                    }
                }
            }
        }
        return new ToolPatterns(left);
    }
}
