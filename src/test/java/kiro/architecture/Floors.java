package kiro.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of the floors: which package may import which. Imports go down only.
final class Floors {
    /// From the ground up. A package listed here speaks for those below it as well, such as `spec` for `spec.rest`.
    private static final List<Floor> FLOORS =
            List.of(
                    new Floor(
                            "words",
                            List.of(
                                    "spec",
                                    "steering",
                                    "persona",
                                    "tool",
                                    "model",
                                    "edit",
                                    "code",
                                    "knowledge")),
                    new Floor(
                            "decisions",
                            List.of("plan", "evidence", "permission", "hook", "memory")),
                    new Floor("loop", List.of("session", "agent")),
                    new Floor(
                            "jobs",
                            List.of(
                                    "review", "infra", "infer", "draft", "sync", "gate", "trace",
                                    "action")),
                    new Floor("faces", List.of("cli", "lsp", "acp", "serve")));

    /// Each may use those before it.
    private static final List<String> GROUND =
            List.of(
                    "text",
                    "secret",
                    "concurrent",
                    "finding",
                    "process",
                    "http",
                    "rpc",
                    "auth",
                    "config",
                    "workspace",
                    "sandbox",
                    "aws");

    private static final List<String> ADAPTERS =
            List.of(
                    "model.bedrock",
                    "model.anthropic",
                    "model.openai",
                    "model.ollama",
                    "model.scripted",
                    "model.builtin",
                    "tool.builtin",
                    "knowledge.lucene",
                    "knowledge.remote",
                    "mcp",
                    "github");

    /// Imports between packages of one floor that are part of the design.
    private static final Map<String, Set<String>> NEIGHBOURS =
            Map.of(
                    "tool",
                    Set.of("edit", "model"),
                    "agent",
                    Set.of("session"),
                    "action",
                    Set.of("draft", "infer", "sync"),
                    "steering",
                    Set.of("code"));

    private record Floor(String name, List<String> packages) {}

    private Floors() {}

    /// The package of the table that a package belongs to; empty where the table has none.
    ///
    /// @param name without the leading `kiro.`; the root is the empty name
    static Optional<String> owner(String name) {
        if (name.isEmpty()) {
            return Optional.of("");
        }
        return ADAPTERS.stream()
                .filter(known -> isWithin(name, known))
                .findFirst()
                .or(() -> known().stream().filter(known -> isWithin(name, known)).findFirst());
    }

    /// The packages that one of the table may import, in the table's order.
    static List<String> allowed(String owner) {
        var allowed = new ArrayList<String>();
        int ground = GROUND.indexOf(owner);
        if (ground >= 0) {
            return List.copyOf(GROUND.subList(0, ground));
        }
        allowed.addAll(GROUND);
        if (ADAPTERS.contains(owner)) {
            allowed.addAll(FLOORS.getFirst().packages());
            return List.copyOf(allowed);
        }
        for (Floor floor : FLOORS) {
            if (floor.packages().contains(owner)) {
                allowed.addAll(NEIGHBOURS.getOrDefault(owner, Set.of()).stream().sorted().toList());
                return List.copyOf(allowed);
            }
            allowed.addAll(floor.packages());
        }
        allowed.addAll(ADAPTERS);
        return List.copyOf(allowed);
    }

    /// What a person calls the place of a package of the table.
    static String floor(String owner) {
        if (owner.isEmpty()) {
            return "root";
        }
        if (ADAPTERS.contains(owner)) {
            return "adapters";
        }
        return FLOORS.stream()
                .filter(floor -> floor.packages().contains(owner))
                .map(Floor::name)
                .findFirst()
                .orElse("ground");
    }

    private static List<String> known() {
        var known = new ArrayList<>(GROUND);
        FLOORS.forEach(floor -> known.addAll(floor.packages()));
        return known;
    }

    private static boolean isWithin(String name, String known) {
        return name.equals(known) || name.startsWith(known + ".");
    }
}
