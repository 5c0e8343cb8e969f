package kiro.steering.rule;

import java.util.List;
import kiro.text.PathGlob;

/// Files by their paths: those that match one of the first globs, or any where there is none, and none of the others.
///
/// @param except such as tests, generated files, and the file that a sentence says to use instead
public record FileScope(List<PathGlob> within, List<PathGlob> except) {
    public static final FileScope ALL = new FileScope(List.of(), List.of());

    public FileScope {
        within = List.copyOf(within);
        except = List.copyOf(except);
    }

    /// @param path from the folder that the steering file speaks for, with `/` between names
    public boolean has(String path) {
        return (within.isEmpty() || within.stream().anyMatch(glob -> glob.matches(path)))
                && except.stream().noneMatch(glob -> glob.matches(path));
    }
}
