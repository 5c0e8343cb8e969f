package kiro.workspace.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What ignore files say of what lies in a folder: its own, and those of the folders above it.
///
/// @param base the folder's path from the top, with a slash behind it; empty for the top
/// @param lists `.gitignore` and `.kiroignore`, each on its own: what either ignores is ignored
/// @param above of the folder above
record IgnoreScope(String base, List<List<IgnorePattern>> lists, Optional<IgnoreScope> above) {
    private static final List<String> FILES = List.of(".gitignore", ".kiroignore");
    private static final int MAX_BYTES = 1 << 20;

    /// Never looked into, whatever is said of them.
    private static final Set<String> NEVER = Set.of(".git", ".hg", ".svn", ".jj", "node_modules");

    IgnoreScope {
        lists = List.copyOf(lists);
    }

    static boolean isIgnoreFile(String name) {
        return FILES.contains(name);
    }

    /// What a text of patterns ignores.
    static IgnoreScope of(String text) {
        return new IgnoreScope("", List.of(IgnorePattern.all(text), List.of()), Optional.empty());
    }

    /// What is ignored everywhere, by what stands outside of the files: the first lists are the weakest.
    static IgnoreScope outermost(List<Path> files) {
        Optional<IgnoreScope> scope = Optional.empty();
        for (Path file : files) {
            scope =
                    Optional.of(
                            new IgnoreScope("", List.of(patterns(real(file)), List.of()), scope));
        }
        return scope.orElseGet(
                () -> new IgnoreScope("", List.of(List.of(), List.of()), Optional.empty()));
    }

    /// What is ignored in a folder within this one.
    ///
    /// @param base from the top, with a slash behind it
    IgnoreScope in(String base, Path folder) {
        var own = new ArrayList<List<IgnorePattern>>();
        FILES.forEach(name -> own.add(patterns(folder.resolve(name))));
        return own.stream().allMatch(List::isEmpty)
                ? this
                : new IgnoreScope(base, own, Optional.of(this));
    }

    /// @param path from the top, right in the folder: that none of the folders it lies in is ignored is known
    boolean ignores(String path, boolean isFolder) {
        if (isFolder && NEVER.contains(path.substring(path.lastIndexOf('/') + 1))) {
            return true;
        }
        for (int list = 0; list < FILES.size(); list++) {
            if (ignores(list, path, isFolder)) {
                return true;
            }
        }
        return false;
    }

    private boolean ignores(int list, String path, boolean isFolder) {
        Optional<IgnoreScope> scope = Optional.of(this);
        while (scope.isPresent()) {
            IgnoreScope at = scope.get();
            String within = path.substring(at.base().length());
            for (IgnorePattern pattern : at.lists().get(list).reversed()) {
                if (pattern.matches(within, isFolder)) {
                    return !pattern.isKept();
                }
            }
            scope = at.above();
        }
        return false;
    }

    /// People have links to their own settings.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException none) {
            return file;
        }
    }

    /// A file that cannot be read, or is none, ignores nothing; git does not follow links to them either.
    private static List<IgnorePattern> patterns(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= MAX_BYTES
                    ? IgnorePattern.all(
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
