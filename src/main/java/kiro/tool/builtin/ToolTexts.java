package kiro.tool.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kiro.model.ToolSpec;

/// What models are told of the tools, from `kiro/tool/tools.md`: below the name of each its description, and its schema as a block of
/// code. They are in one file since each that is opened costs the start of a run part of a millisecond.
final class ToolTexts {
    private static final String FILE = "/kiro/tool/tools.md";
    private static final String HEADING = "# ";
    private static final String SCHEMA = "\n```json\n";
    private static final String END = "\n```";
    private static final Map<String, ToolSpec> ALL = read();

    private ToolTexts() {}

    static ToolSpec of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static Map<String, ToolSpec> read() {
        try (InputStream in = Objects.requireNonNull(ToolTexts.class.getResourceAsStream(FILE))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Map<String, ToolSpec> read(String text) {
        var tools = new HashMap<String, ToolSpec>();
        for (int at = 0; at >= 0; at = text.indexOf(HEADING, at)) {
            int line = text.indexOf('\n', at);
            int schema = text.indexOf(SCHEMA, line);
            int end = text.indexOf(END, schema + SCHEMA.length());
            String name = text.substring(at + HEADING.length(), line);
            tools.put(
                    name,
                    new ToolSpec(
                            name,
                            text.substring(line, schema).strip(),
                            text.substring(schema + SCHEMA.length(), end)));
            at = end;
        }
        return Map.copyOf(tools);
    }
}
