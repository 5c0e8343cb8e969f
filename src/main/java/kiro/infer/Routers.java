package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what the paths of a router begin with, wherever it is mounted.
final class Routers {
    private static final String ALL = "*";
    private static final int DEEPEST = 8;

    private final Modules modules;
    private final Map<Key, List<Parent>> parents = new HashMap<>();
    private final Map<Key, String> own = new HashMap<>();
    private final Map<String, Set<String>> routers = new HashMap<>();
    private String globalNest = "";

    private record Key(String file, String router) {}

    private record Parent(Key key, String prefix) {}

    Routers(List<FileFacts> files, Modules modules) {
        this.modules = modules;
        for (FileFacts file : files) {
            Set<String> known = routers.computeIfAbsent(file.path(), path -> new HashSet<>());
            file.routes().forEach(route -> known.add(route.router()));
            file.mounts().forEach(mount -> known.add(mount.router()));
            file.prefixes()
                    .forEach((router, prefix) -> {
                        known.add(router);
                        own.put(new Key(file.path(), router), prefix);
                        globalNest = router.equals("*nest") ? prefix : globalNest;
                    });
        }
        for (FileFacts file : files) {
            file.mounts().forEach(mount -> add(file, mount));
        }
    }

    /// The prefixes of a router; one that is mounted nowhere stands for itself.
    List<String> prefixes(String file, String router) {
        if (router.equals("*nest")) {
            return List.of(globalNest);
        }
        return List.copyOf(prefixes(new Key(file, router), 0));
    }

    private Set<String> prefixes(Key key, int depth) {
        String start = own.getOrDefault(key, "");
        var found = new LinkedHashSet<String>();
        if (depth < DEEPEST) {
            for (Parent parent : parents(key)) {
                for (String above : prefixes(parent.key(), depth + 1)) {
                    found.add(RoutePath.join(RoutePath.join(above, parent.prefix()), start));
                }
            }
        }
        if (found.isEmpty()) {
            found.add(start);
        }
        return found;
    }

    /// A file that is mounted as a whole lends its prefix to the routers in it that nothing mounts.
    private List<Parent> parents(Key key) {
        List<Parent> direct = parents.getOrDefault(key, List.of());
        return direct.isEmpty() && !key.router().equals(ALL)
                ? parents.getOrDefault(new Key(key.file(), ALL), List.of())
                : direct;
    }

    private void add(FileFacts file, Mount mount) {
        var parent = new Parent(new Key(file.path(), mount.router()), mount.prefix());
        for (Key target : targets(file, mount.target())) {
            if (!target.equals(parent.key())) {
                parents.computeIfAbsent(target, key -> new ArrayList<>()).add(parent);
            }
        }
    }

    private List<Key> targets(FileFacts file, String target) {
        if (knows(file.path(), target)) {
            return List.of(new Key(file.path(), target));
        }
        int dot = Math.max(target.lastIndexOf('.'), target.lastIndexOf("::"));
        String base = dot < 0 ? target : target.substring(0, dot).replaceFirst("^.*(?:\\.|::)", "");
        String name = dot < 0 ? target : target.substring(dot).replaceFirst("^(?:\\.|::)", "");
        Optional<FileFacts> imported =
                modules.of(file, target).or(() -> modules.of(file, dot < 0 ? target : base));
        if (imported.isPresent()) {
            String there = imported.get().path();
            String original = original(file, target, name);
            return List.of(new Key(there, knows(there, original) ? original : ALL));
        }
        var found = new ArrayList<Key>();
        for (FileFacts each : dot < 0 ? sameFolder(file) : modules.named(base)) {
            if (knows(each.path(), name)) {
                found.add(new Key(each.path(), name));
            }
        }
        return found;
    }

    /// The name that an import gives to something has another one at home.
    private static String original(FileFacts file, String target, String name) {
        String imported = file.imports().getOrDefault(target, "");
        String there = imported.substring(imported.lastIndexOf('#') + 1);
        return there.isEmpty() || there.equals("default") || there.equals("*") ? name : there;
    }

    /// In Go and Rust, files of a folder or a crate see each other.
    private List<FileFacts> sameFolder(FileFacts file) {
        return switch (file.language()) {
            case GO, RUST -> modules.inFolder(Modules.folder(file.path()));
            case JAVA, JAVASCRIPT, TYPESCRIPT, TSX, PYTHON -> List.of();
        };
    }

    private boolean knows(String file, String router) {
        return routers.getOrDefault(file, Set.of()).contains(router);
    }
}
