package kiro.workspace;

import java.util.Map;
import java.util.Optional;

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

    /// The language of files whose names end so, after the last dot; empty when they are no programs.
    static Optional<String> ofExtension(String extension) {
        return Optional.ofNullable(EXTENSIONS.get(extension));
    }
}
