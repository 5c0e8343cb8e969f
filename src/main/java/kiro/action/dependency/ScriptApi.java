package kiro.action.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a package of npm exports: by its type declarations, or by its scripts where it has none.
final class ScriptApi {
    private static final int DEEPEST = 20;
    private static final int NESTED = 8;
    private static final int MOST_ENTRIES = 300;
    private static final List<String> ENDS =
            List.of(
                    "",
                    ".d.ts",
                    ".d.mts",
                    ".d.cts",
                    ".ts",
                    ".js",
                    ".mjs",
                    ".cjs",
                    "/index.d.ts",
                    "/index.js");

    private final String name;
    private final ArtifactFiles files;
    private final SourceApi found;
    private final Map<String, ScriptModule> modules = new LinkedHashMap<>();
    private final Map<String, Map<String, ScriptModule.Export>> gathered = new HashMap<>();

    private ScriptApi(String name, ArtifactFiles files, TreeSitter parser) {
        this.name = name;
        this.files = files;
        this.found = new SourceApi(parser);
    }

    static boolean isWanted(String path) {
        return path.equals("package.json")
                || path.matches(
                        "(?!.*(?:^|/)(?:__tests__|node_modules)/).*\\.(?:d\\.[mc]?ts|[mc]?js)");
    }

    /// @param name of the package
    static Optional<PublicApi> read(String name, ArtifactFiles files, TreeSitter parser) {
        var reader = new ScriptApi(name, files, parser);
        reader.entries().forEach((place, path) -> reader.enter(place, path));
        return reader.found.isEmpty() ? Optional.empty() : Optional.of(reader.found.api());
    }

    /// The files that imports lead to, by what an import says.
    private Map<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        try {
            JsonNode json = JsonMapper.shared().readTree(files.text("package.json").orElse("{}"));
            exports(name, json.path("exports"), entries, 0);
            if (!entries.containsKey(name)) {
                var candidates = new ArrayList<String>();
                for (String key :
                        List.of(
                                "types",
                                "typings",
                                "main",
                                "index.d.ts",
                                "module",
                                "main",
                                "index")) {
                    String written = json.path(key).asString(key.startsWith("index") ? key : "");
                    resolve(written).ifPresent(candidates::add);
                }
                candidates.stream()
                        .filter(path -> path.matches(".*\\.d\\.[mc]?ts"))
                        .findFirst()
                        .or(() -> candidates.stream().findFirst())
                        .ifPresent(path -> entries.put(name, path));
            }
        } catch (JacksonException broken) {
            resolve("index").ifPresent(path -> entries.put(name, path));
        }
        return entries;
    }

    private void exports(String place, JsonNode node, Map<String, String> entries, int depth) {
        if (depth > NESTED || entries.size() > MOST_ENTRIES || entries.containsKey(place)) {
            return;
        }
        if (node.isString()) {
            resolve(node.asString()).ifPresent(path -> entries.put(place, path));
            return;
        }
        if (!node.isObject()) {
            return;
        }
        boolean isOfPaths =
                node.properties().stream().anyMatch(each -> each.getKey().startsWith("."));
        if (isOfPaths) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                if (!each.getKey().contains("*") && !each.getKey().endsWith(".json")) {
                    exports(
                            place + each.getKey().substring(1),
                            each.getValue(),
                            entries,
                            depth + 1);
                }
            }
            return;
        }
        for (String condition : List.of("types", "import", "require", "node", "default")) {
            exports(place, node.path(condition), entries, depth + 1);
        }
    }

    /// A file of the package. What is written for people who use types goes before the script itself.
    private Optional<String> resolve(String written) {
        String path = normal(written);
        if (path.isEmpty() || path.startsWith("../")) {
            return Optional.empty();
        }
        String bare = path.replaceFirst("\\.([mc]?)js$", "");
        String mark = path.endsWith(".mjs") ? "m" : path.endsWith(".cjs") ? "c" : "";
        if (!bare.equals(path)) {
            for (String end : List.of(".d." + mark + "ts", ".d.ts")) {
                if (files.has(bare + end)) {
                    return Optional.of(bare + end);
                }
            }
        }
        return ENDS.stream().map(end -> path + end).filter(files::has).findFirst();
    }

    private static String normal(String path) {
        var names = new ArrayList<String>();
        for (String each : path.split("/")) {
            if (each.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!each.equals(".") && !each.isEmpty()) {
                names.add(each);
            }
        }
        return String.join("/", names);
    }

    private void enter(String place, String path) {
        Map<String, ScriptModule.Export> all = gathered(path);
        all.forEach((as, export) -> {
            boolean isWhole =
                    export.name().equals("*")
                            && beside(export.module().path(), export.from())
                                    .map(this::gathered)
                                    .filter(others ->
                                            !others.isEmpty()
                                                    && all.keySet().containsAll(others.keySet()))
                                    .isPresent();
            if (isWhole) {
                found.add(Declaration.Kind.VALUE, place, as, Map.of("whole", "yes"));
            } else {
                declare(place, as, export, List.of(path));
            }
        });
    }

    /// What a file exports, with what it hands on.
    private Map<String, ScriptModule.Export> gathered(String path) {
        Map<String, ScriptModule.Export> known = gathered.get(path);
        if (known != null) {
            return known;
        }
        var exported = new TreeMap<String, ScriptModule.Export>();
        gather(path, exported, new HashSet<>(), 0);
        gathered.put(path, exported);
        return exported;
    }

    private Optional<ScriptModule> module(String path) {
        if (!modules.containsKey(path)) {
            Optional<SyntaxTree> tree = found.tree(path, files);
            tree.ifPresent(each -> modules.put(path, new ScriptModule(path, each)));
        }
        return Optional.ofNullable(modules.get(path));
    }

    /// What a module exports, with what it hands on.
    private void gather(
            String path, Map<String, ScriptModule.Export> exported, Set<String> seen, int depth) {
        Optional<ScriptModule> module =
                depth > DEEPEST || !seen.add(path) ? Optional.empty() : module(path);
        if (module.isEmpty()) {
            return;
        }
        module.get().exports().forEach(exported::putIfAbsent);
        for (String from : module.get().handedOn()) {
            beside(path, from).ifPresent(other -> gather(other, exported, seen, depth + 1));
        }
    }

    private Optional<String> beside(String path, String from) {
        if (!from.startsWith(".")) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        return resolve((slash < 0 ? "" : path.substring(0, slash + 1)) + from);
    }

    /// @param within the files that are handed on one within the other
    private void declare(String place, String as, ScriptModule.Export export, List<String> within) {
        if (export.from().isEmpty()) {
            if (export.nodes().isEmpty()) {
                found.add(Declaration.Kind.VALUE, place, as, Map.of());
            }
            export.nodes().forEach(node -> new ScriptMembers(found, place).declare(as, node, 0));
            return;
        }
        Optional<String> path = beside(export.module().path(), export.from());
        Map<String, ScriptModule.Export> others = path.map(this::gathered).orElse(Map.of());
        ScriptModule.Export other = others.get(export.name());
        boolean isDeeper =
                within.size() < DEEPEST && path.filter(each -> !within.contains(each)).isPresent();
        if (!isDeeper) {
            found.add(Declaration.Kind.VALUE, place, as, Map.of());
        } else if (export.name().equals("*")) {
            found.add(Declaration.Kind.VALUE, place, as, Map.of());
            var deeper = new ArrayList<>(within);
            path.ifPresent(deeper::add);
            // Of a namespace within a namespace the names alone are told: packages hand themselves
            // on in circles.
            if (within.size() < 2) {
                others.forEach((name, each) -> declare(place, as + "." + name, each, deeper));
            }
        } else if (other == null) {
            found.add(Declaration.Kind.VALUE, place, as, Map.of());
        } else {
            var deeper = new ArrayList<>(within);
            path.ifPresent(deeper::add);
            declare(place, as, other, deeper);
        }
    }
}
