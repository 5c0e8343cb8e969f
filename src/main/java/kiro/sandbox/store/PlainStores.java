package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tools that keep what they fetch in one folder and read no other: what they need is fetched once more for each workspace.
final class PlainStores implements StoreTool {
    private static final String NAME = "fetched";

    /// @param variables that name the folder, the first of which is the usual one
    /// @param linux where it is otherwise, from the home folder
    /// @param files one of which a workspace has to have; none where any will do
    private record Tool(
            String folder, List<String> variables, String linux, String mac, Set<String> files) {}

    private static final List<Tool> TOOLS =
            List.of(
                    new Tool(
                            "npm",
                            List.of("npm_config_cache", "NPM_CONFIG_CACHE"),
                            ".npm",
                            ".npm",
                            Set.of()),
                    new Tool(
                            "pip",
                            List.of("PIP_CACHE_DIR"),
                            ".cache/pip",
                            "Library/Caches/pip",
                            Set.of()),
                    new Tool("uv", List.of("UV_CACHE_DIR"), ".cache/uv", ".cache/uv", Set.of()),
                    new Tool(
                            "bun",
                            List.of("BUN_INSTALL_CACHE_DIR"),
                            ".bun/install/cache",
                            ".bun/install/cache",
                            Set.of()),
                    new Tool(
                            "deno",
                            List.of("DENO_DIR"),
                            ".cache/deno",
                            "Library/Caches/deno",
                            Set.of()),
                    new Tool(
                            "yarn",
                            List.of("YARN_GLOBAL_FOLDER"),
                            ".yarn/berry",
                            ".yarn/berry",
                            Set.of(".yarnrc.yml")),
                    new Tool(
                            "yarn-1",
                            List.of("YARN_CACHE_FOLDER"),
                            ".cache/yarn",
                            "Library/Caches/Yarn",
                            Set.of("yarn.lock")),
                    // npm warns of it where it is set.
                    new Tool(
                            "pnpm",
                            List.of("npm_config_store_dir", "pnpm_config_store_dir"),
                            ".local/share/pnpm/store",
                            "Library/pnpm/store",
                            Set.of("pnpm-lock.yaml", "pnpm-workspace.yaml")));

    @Override
    public Map<String, String> variables(Scene scene) throws IOException {
        if (!scene.hasNetwork() && !scene.has(NAME)) {
            return Map.of();
        }
        BuildStores.People people = scene.places().people();
        Path store = scene.place(NAME, _ -> {});
        var variables = new HashMap<String, String>();
        for (Tool tool : TOOLS) {
            Path usual = people.home().resolve(people.isMac() ? tool.mac() : tool.linux());
            Path given = store.resolve(tool.folder());
            if (!scene.isWritable(own(tool, scene, usual))
                    && (scene.hasNetwork() || Files.isDirectory(given))
                    && isUsed(tool, scene)) {
                tool.variables().forEach(name -> variables.put(name, given.toString()));
            }
        }
        return variables;
    }

    private static Path own(Tool tool, Scene scene, Path usual) {
        return tool.variables().stream()
                .filter(name -> scene.variable(name).isPresent())
                .findFirst()
                .map(name -> scene.folder(name, usual))
                .orElse(usual);
    }

    /// Both kinds of yarn read the variable of the old one.
    private static boolean isUsed(Tool tool, Scene scene) {
        boolean isBerrys = tool.folder().equals("yarn-1") && scene.marks().contains(".yarnrc.yml");
        return !isBerrys
                && (tool.files().isEmpty()
                        || tool.files().stream().anyMatch(scene.marks()::contains));
    }
}
