package kiro.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.workspace.WorkspacePath;

/// The modules of Go in a project, by their folders.
///
/// @param modules for each folder with a `go.mod`, the root being empty, the name of the module
record GoModules(Map<String, String> modules) {
    GoModules {
        modules = Map.copyOf(modules);
    }

    /// @param text gives the text of a file, where it can be read
    static GoModules of(List<WorkspacePath> paths, Function<WorkspacePath, Optional<String>> text) {
        var modules = new HashMap<String, String>();
        for (WorkspacePath path : paths) {
            if (path.name().equals("go.mod")) {
                text.apply(path)
                        .flatMap(GoTests::module)
                        .ifPresent(name -> modules.put(folder(path.value()), name));
            }
        }
        return new GoModules(modules);
    }

    /// What the package of a file is imported by; its folder where no module is known.
    String importPath(WorkspacePath file) {
        String folder = folder(file.value());
        String module = folder;
        while (!modules.containsKey(module) && !module.isEmpty()) {
            module = folder(module);
        }
        String name = modules.get(module);
        if (name == null) {
            return folder;
        }
        String within = folder.substring(module.length());
        return within.isEmpty() || within.startsWith("/") ? name + within : name + "/" + within;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
