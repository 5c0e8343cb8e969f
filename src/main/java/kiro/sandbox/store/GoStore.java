package kiro.sandbox.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.sandbox.store.LinkedTree.How;

/// Go: what the person has downloaded is linked and unpacked anew; what it builds is kept apart.
final class GoStore implements StoreTool {
    private static final Set<String> FILES = Set.of("go.mod", "go.work");
    private static final String PROGRAMS = "go";

    @Override
    public Map<String, String> variables(Scene scene) throws IOException {
        if (!scene.isAbout(FILES, PROGRAMS)) {
            return Map.of();
        }
        Map<String, String> said = said(scene);
        Path modules =
                scene.folder(
                        "GOMODCACHE", said(said, "GOMODCACHE").orElseGet(() -> path(scene, said)));
        Path built =
                scene.folder(
                        "GOCACHE",
                        said(said, "GOCACHE").orElseGet(() -> caches(scene).resolve("go-build")));
        Path store =
                scene.place(
                        "go",
                        folder ->
                                LinkedTree.make(
                                        modules.resolve("cache/download"),
                                        folder.resolve("mod/cache/download"),
                                        GoStore::how));
        var variables = new HashMap<String, String>();
        if (!scene.isWritable(modules)) {
            variables.put("GOMODCACHE", store.resolve("mod").toString());
        }
        if (!scene.isWritable(built)) {
            variables.put("GOCACHE", store.resolve("build").toString());
        }
        return variables;
    }

    private static Path path(Scene scene, Map<String, String> said) {
        return scene.variable("GOPATH")
                .or(() -> Optional.ofNullable(said.get("GOPATH")))
                .map(paths -> paths.split(":")[0])
                .flatMap(Scene::path)
                .filter(Path::isAbsolute)
                .orElseGet(() -> scene.places().people().home().resolve("go"))
                .resolve("pkg/mod");
    }

    private static Optional<Path> said(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name)).flatMap(Scene::path).filter(Path::isAbsolute);
    }

    /// What `go env -w` has written down.
    private static Map<String, String> said(Scene scene) {
        Path home = scene.places().people().home();
        Path settings =
                scene.places().people().isMac()
                        ? home.resolve("Library/Application Support")
                        : scene.folder("XDG_CONFIG_HOME", home.resolve(".config"));
        Path file = scene.folder("GOENV", settings.resolve("go/env"));
        var said = new HashMap<String, String>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int sign = line.indexOf('=');
                if (sign > 0) {
                    said.put(line.substring(0, sign), line.substring(sign + 1));
                }
            }
        } catch (IOException notThere) {
            return Map.of();
        }
        return said;
    }

    private static Path caches(Scene scene) {
        Path home = scene.places().people().home();
        return scene.places().people().isMac()
                ? home.resolve("Library/Caches")
                : scene.folder("XDG_CACHE_HOME", home.resolve(".cache"));
    }

    private static How how(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.equals("latest")) {
            return How.COPIED;
        }
        return name.equals("list") || name.endsWith(".lock") || name.endsWith(".tmp")
                ? How.LEFT_OUT
                : How.LINKED;
    }
}
