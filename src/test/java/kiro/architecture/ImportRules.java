package kiro.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a class must not refer to: packages above or beside its own, and the world by static calls.
final class ImportRules {
    private static final Set<String> EDGES =
            Set.of("kiro.Main", "kiro.Training", "kiro.Wiring", "kiro.cli.Console");

    private static final Map<String, String> WORLD =
            Map.ofEntries(
                    Map.entry("java.lang.System.out", "a Console"),
                    Map.entry("java.lang.System.err", "a Console"),
                    Map.entry("java.lang.System.in", "a Console"),
                    Map.entry("java.lang.System.console", "a Console"),
                    Map.entry("java.lang.System.getenv", "the environment"),
                    Map.entry("java.lang.System.exit", "an ExitCode to return"),
                    Map.entry("java.lang.Runtime.exit", "an ExitCode to return"),
                    Map.entry("java.lang.Runtime.halt", "an ExitCode to return"),
                    Map.entry("java.lang.System.currentTimeMillis", "a Clock"),
                    Map.entry("java.time.Instant.now", "a Clock"),
                    Map.entry("java.time.LocalDate.now", "a Clock"),
                    Map.entry("java.time.LocalDateTime.now", "a Clock"),
                    Map.entry("java.time.ZonedDateTime.now", "a Clock"),
                    Map.entry("java.time.Clock.systemUTC", "a Clock"),
                    Map.entry("java.time.Clock.systemDefaultZone", "a Clock"));

    private ImportRules() {}

    static List<String> violations(List<CompiledClass> classes) {
        var violations = new ArrayList<String>();
        for (CompiledClass compiled : classes) {
            violations.addAll(imports(compiled));
            violations.addAll(world(compiled));
        }
        return violations;
    }

    private static List<String> imports(CompiledClass compiled) {
        String from = packageOf(compiled.name());
        String owner = Floors.owner(from).orElse(null);
        if (owner == null) {
            return List.of(
                    "%s is in a package that no floor of the table has: kiro.%s"
                            .formatted(compiled.name(), from));
        }
        List<String> allowed = Floors.allowed(owner);
        var violations = new ArrayList<String>();
        for (String imported : compiled.imports()) {
            String target = Floors.owner(packageOf(imported)).orElse("");
            if (!target.equals(owner) && !allowed.contains(target)) {
                violations.add(
                        "%s (%s) imports %s (%s), but kiro.%s may import only %s"
                                .formatted(
                                        compiled.name(),
                                        Floors.floor(owner),
                                        imported,
                                        Floors.floor(target),
                                        owner,
                                        String.join(", ", allowed)));
            }
        }
        return violations;
    }

    private static List<String> world(CompiledClass compiled) {
        if (EDGES.contains(compiled.topLevel())) {
            return List.of();
        }
        return compiled.members().stream()
                .filter(member -> WORLD.containsKey(member))
                .map(member ->
                        "%s uses %s: take %s by constructor"
                                .formatted(compiled.name(), member, WORLD.get(member)))
                .toList();
    }

    /// The package without the leading `kiro.`; the root is the empty name.
    private static String packageOf(String name) {
        int last = name.lastIndexOf('.');
        return last <= "kiro".length() ? "" : name.substring("kiro.".length(), last);
    }
}
