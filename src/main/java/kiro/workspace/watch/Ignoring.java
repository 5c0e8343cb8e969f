package kiro.workspace.watch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kiro.workspace.MadeByTools;

/// What is ignored in a workspace by what stands outside of it.
///
/// @param more files with patterns of the person's own, the weakest first
record Ignoring(Path root, Optional<GitPlace> place, List<Path> more) {
    Ignoring {
        more = List.copyOf(more);
    }

    /// The root's path from where ignore files begin to count, with a slash behind it; empty where that is the root.
    String prefix() {
        String path =
                place.map(each ->
                                each.top()
                                        .relativize(root)
                                        .toString()
                                        .replace(File.separatorChar, '/'))
                        .orElse("");
        return path.isEmpty() ? "" : path + "/";
    }

    /// Read anew each time.
    IgnoreScope outermost() {
        if (place.isEmpty()) {
            return IgnoreScope.of(
                    MadeByTools.FOLDERS.stream()
                            .sorted()
                            .collect(Collectors.joining("/\n", "", "/")));
        }
        var files = new ArrayList<>(more);
        files.add(place.get().excludes());
        IgnoreScope scope = IgnoreScope.outermost(files);
        Path at = place.get().top();
        var base = new StringBuilder();
        if (at.equals(root)) {
            return scope;
        }
        scope = scope.in("", at);
        List<Path> names = StreamSupport.stream(at.relativize(root).spliterator(), false).toList();
        for (Path name : names.subList(0, names.size() - 1)) {
            at = at.resolve(name);
            base.append(name).append('/');
            scope = scope.in(base.toString(), at);
        }
        return scope;
    }
}
