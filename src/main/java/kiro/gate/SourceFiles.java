package kiro.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// Tells the files that features are made of from all others: tests, documents, settings.
final class SourceFiles {
    private static final Set<String> CODE =
            Set.of(
                    "java", "kt", "kts", "scala", "groovy", "clj", "ts", "tsx", "mts", "cts", "js",
                    "jsx", "mjs", "cjs", "vue", "svelte", "py", "go", "rs", "c", "h", "cc", "cpp",
                    "hpp", "cs", "fs", "rb", "php", "swift", "m", "ex", "exs", "erl", "hs", "dart",
                    "sql", "tf", "graphql", "proto", "html", "css", "scss", "sh");

    private static final List<PathGlob> NO_FEATURE =
            Stream.of(
                            ".kiro/**",
                            ".github/**",
                            "docs/**",
                            "**/test/**",
                            "**/tests/**",
                            "**/__tests__/**",
                            "**/testdata/**",
                            "**/src/*Test/**",
                            "*_test.*",
                            "test_*.py",
                            "*.test.*",
                            "*.spec.*",
                            "*.config.*")
                    .map(PathGlob::parse)
                    .flatMap(Optional::stream)
                    .toList();

    private final List<PathGlob> source;
    private final List<PathGlob> exempt;

    SourceFiles(List<PathGlob> source, List<PathGlob> exempt) {
        this.source = source;
        this.exempt = exempt;
    }

    boolean isSource(String path) {
        boolean is =
                source.isEmpty()
                        ? isCode(path) && NO_FEATURE.stream().noneMatch(glob -> glob.matches(path))
                        : source.stream().anyMatch(glob -> glob.matches(path));
        return is && exempt.stream().noneMatch(glob -> glob.matches(path));
    }

    private static boolean isCode(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                && CODE.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
