package kiro.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Programming languages, by the ends of their files' names.
final class Language {
    private static final Map<String, String> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("java", "Java"),
                    Map.entry("kt", "Kotlin"),
                    Map.entry("scala", "Scala"),
                    Map.entry("groovy", "Groovy"),
                    Map.entry("clj", "Clojure"),
                    Map.entry("ts", "TypeScript"),
                    Map.entry("tsx", "TypeScript"),
                    Map.entry("mts", "TypeScript"),
                    Map.entry("cts", "TypeScript"),
                    Map.entry("js", "JavaScript"),
                    Map.entry("jsx", "JavaScript"),
                    Map.entry("mjs", "JavaScript"),
                    Map.entry("cjs", "JavaScript"),
                    Map.entry("vue", "Vue"),
                    Map.entry("svelte", "Svelte"),
                    Map.entry("py", "Python"),
                    Map.entry("go", "Go"),
                    Map.entry("rs", "Rust"),
                    Map.entry("c", "C"),
                    Map.entry("h", "C"),
                    Map.entry("cc", "C++"),
                    Map.entry("cpp", "C++"),
                    Map.entry("hpp", "C++"),
                    Map.entry("cs", "C#"),
                    Map.entry("fs", "F#"),
                    Map.entry("rb", "Ruby"),
                    Map.entry("php", "PHP"),
                    Map.entry("swift", "Swift"),
                    Map.entry("m", "Objective-C"),
                    Map.entry("ex", "Elixir"),
                    Map.entry("exs", "Elixir"),
                    Map.entry("erl", "Erlang"),
                    Map.entry("hs", "Haskell"),
                    Map.entry("dart", "Dart"));

    private Language() {}

    /// The language of a file; empty when it is no program.
    static Optional<String> of(WorkspacePath file) {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? Optional.ofNullable(EXTENSIONS.get(name.substring(dot + 1)))
                : Optional.empty();
    }

    /// The languages of the files, the most used first.
    static List<String> byNumber(List<WorkspacePath> files) {
        Map<String, Long> numbers =
                files.stream()
                        .flatMap(file -> of(file).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return numbers.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
