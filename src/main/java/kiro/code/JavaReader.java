package kiro.code;

import java.util.Optional;
import javax.tools.ToolProvider;

/// Reads Java sources with the parser of the JDK that runs this program.
public final class JavaReader {
    /// Said where the runtime has no compiler in it.
    static final String NO_PARSER =
            "this Java runtime has no parser (module jdk.compiler): run kiro with a full JDK";

    private final Optional<JavacParser> parser;

    private JavaReader(Optional<JavacParser> parser) {
        this.parser = parser;
    }

    /// A reader on the runtime's own parser. Without one every reading is broken, with the reason.
    public static JavaReader ofRuntime() {
        return new JavaReader(
                Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(JavacParser::new));
    }

    /// A reader as it is on a runtime without a parser.
    static JavaReader withoutParser() {
        return new JavaReader(Optional.empty());
    }

    public boolean canRead() {
        return parser.isPresent();
    }

    public JavaReading read(String path, String text) {
        return parser.<JavaReading>map(javac -> javac.parse(path, text))
                .orElseGet(() -> new JavaReading.Broken(path, 1, NO_PARSER));
    }
}
