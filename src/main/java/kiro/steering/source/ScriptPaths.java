package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Which file a module of JavaScript means: relative paths, index files, paths of `tsconfig.json`, packages of the
/// workspace.
final class ScriptPaths {
    private static final List<String> ENDS =
            List.of(
                    "",
                    ".ts",
                    ".tsx",
                    ".js",
                    ".jsx",
                    ".mts",
                    ".cts",
                    ".mjs",
                    ".cjs",
                    ".d.ts",
                    "/index.ts",
                    "/index.tsx",
                    "/index.js",
                    "/index.jsx",
                    "/index.mjs",
                    "/index.cjs");

    private final NavigableSet<String> paths;
    private final List<Mapping> mappings = new ArrayList<>();

    ScriptPaths(ProjectFiles files) {
        this.paths = files.paths();
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String folder = path.substring(0, path.length() - name.length());
            if (name.equals("tsconfig.json")
                    || name.equals("jsconfig.json")
                    || name.equals("tsconfig.base.json")) {
                files.read(path)
                        .flatMap(bytes -> LooseJson.read(SourceText.utf8(bytes)))
                        .ifPresent(json -> addConfig(folder, json));
            }
            if (name.equals("package.json") && !path.contains("node_modules/")) {
                files.read(path)
                        .flatMap(bytes -> LooseJson.read(SourceText.utf8(bytes)))
                        .ifPresent(json -> addPackage(folder, json));
            }
        }
    }

    /// @param scope the folder whose files it is for
    /// @param prefix what the module starts with, or is
    /// @param hasStar whether anything may follow
    private record Mapping(String scope, String prefix, boolean hasStar, List<String> targets) {}

    private void addConfig(String folder, JsonNode json) {
        JsonNode options = json.path("compilerOptions");
        String base = options.path("baseUrl").asString("");
        String root = normal(folder + base);
        for (var each : options.path("paths").properties()) {
            String key = each.getKey();
            int star = key.indexOf('*');
            var targets = new ArrayList<String>();
            for (JsonNode target : each.getValue()) {
                targets.add(normal(root + "/" + target.asString("").replace("*", "")));
            }
            mappings.add(
                    new Mapping(
                            folder, star < 0 ? key : key.substring(0, star), star >= 0, targets));
        }
        if (!base.isEmpty()) {
            mappings.add(new Mapping(folder, "", true, List.of(root)));
        }
    }

    private void addPackage(String folder, JsonNode json) {
        String name = json.path("name").asString("");
        if (name.isEmpty() || folder.isEmpty()) {
            return;
        }
        String own = folder.substring(0, folder.length() - 1);
        mappings.add(
                new Mapping(
                        "",
                        name,
                        false,
                        List.of(
                                normal(folder + json.path("main").asString("")),
                                own + "/src",
                                own)));
        mappings.add(new Mapping("", name + "/", true, List.of(own, own + "/src")));
    }

    Optional<String> file(String from, String module) {
        int query = module.indexOf('?');
        String clean = query > 0 ? module.substring(0, query) : module;
        if (clean.startsWith(".")) {
            return existing(normal(folder(from) + clean));
        }
        for (Mapping each : mappings) {
            boolean isFor =
                    from.startsWith(each.scope())
                            && (each.hasStar()
                                    ? clean.startsWith(each.prefix())
                                    : clean.equals(each.prefix()));
            if (!isFor) {
                continue;
            }
            String rest = clean.substring(each.prefix().length());
            for (String target : each.targets()) {
                Optional<String> found =
                        existing(normal(rest.isEmpty() ? target : target + "/" + rest));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private Optional<String> existing(String path) {
        for (String end : ENDS) {
            if (paths.contains(path + end)) {
                return Optional.of(path + end);
            }
        }
        int dot = path.lastIndexOf('.');
        boolean isScript = dot > 0 && path.substring(dot).matches("\\.[cm]?jsx?");
        return isScript
                ? List.of(".ts", ".tsx", ".mts", ".cts").stream()
                        .map(end -> path.substring(0, dot) + end)
                        .filter(paths::contains)
                        .findFirst()
                : Optional.empty();
    }

    /// Without `.` and `..`; one that leaves the project matches nothing in it.
    static String normal(String path) {
        var parts = new ArrayList<String>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
