package kiro.action.dependency;

import java.util.Set;
import kiro.workspace.dependency.Dependency;

/// Another version of a dependency of the project.
///
/// @param ecosystem as [kiro.workspace.dependency.Dependency] has it
/// @param from empty for one that is new
/// @param to empty for one that is gone
/// @param file that says so
/// @param isDirect whether the project itself asks for it
public record VersionChange(
        String ecosystem, String name, String from, String to, String file, boolean isDirect) {
    /// @param from as a file has it, which may be a requirement such as `^1.2.0`
    /// @param direct what the project itself asks for
    public static VersionChange of(
            String ecosystem,
            String name,
            String from,
            String to,
            String file,
            Set<Dependency> direct) {
        return new VersionChange(
                ecosystem,
                name,
                VersionStep.bare(from),
                VersionStep.bare(to),
                file,
                direct.contains(new Dependency(ecosystem, name)));
    }

    VersionStep step() {
        return VersionStep.of(from, to);
    }
}
