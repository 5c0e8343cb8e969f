package kiro.code;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A language whose sources can be read into a [SyntaxTree].
public enum Grammar {
    JAVA("java", "Java"),
    JAVASCRIPT("javascript", "JavaScript"),
    TYPESCRIPT("typescript", "TypeScript"),
    TSX("tsx", "TSX"),
    PYTHON("python", "Python"),
    GO("go", "Go"),
    RUST("rust", "Rust");

    private static final Map<String, Grammar> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("java", JAVA),
                    Map.entry("js", JAVASCRIPT),
                    Map.entry("jsx", JAVASCRIPT),
                    Map.entry("mjs", JAVASCRIPT),
                    Map.entry("cjs", JAVASCRIPT),
                    Map.entry("ts", TYPESCRIPT),
                    Map.entry("mts", TYPESCRIPT),
                    Map.entry("cts", TYPESCRIPT),
                    Map.entry("tsx", TSX),
                    Map.entry("py", PYTHON),
                    Map.entry("pyi", PYTHON),
                    Map.entry("go", GO),
                    Map.entry("rs", RUST));

    private final String symbol;
    private final String title;

    Grammar(String symbol, String title) {
        this.symbol = symbol;
        this.title = title;
    }

    /// What people call the language.
    public String title() {
        return title;
    }

    /// The grammar for a file, by the end of its name; empty for one that none is for.
    public static Optional<Grammar> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        EXTENSIONS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /// Whether it is JavaScript or one of the languages made from it.
    public boolean isScript() {
        return this == JAVASCRIPT || this == TYPESCRIPT || this == TSX;
    }

    /// Its name within the names of its library and of its entry point.
    String symbol() {
        return symbol;
    }
}
