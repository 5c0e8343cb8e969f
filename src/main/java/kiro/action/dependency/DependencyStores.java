package kiro.action.dependency;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where package managers keep what they have fetched.
///
/// @param root the workspace's folder
/// @param home the person's home folder
public record DependencyStores(Path root, Path home, Map<String, String> environment) {
    public DependencyStores {
        environment = Map.copyOf(environment);
    }

    public DependencyStores in(Path workspace) {
        return new DependencyStores(workspace, home, environment);
    }

    /// The folder that a variable names, else one below the home folder.
    Path folder(String variable, String below, String usual) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(path -> below.isEmpty() ? path : path.resolve(below))
                .orElse(home.resolve(usual));
    }
}
