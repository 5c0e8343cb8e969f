package kiro.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kiro.model.ToolSpec;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// A tool that is about all servers, with its texts in `kiro/mcp/NAME.md` and `kiro/mcp/NAME.json`.
final class GeneralTool implements Tool {
    private final ToolSpec spec;
    private final Work work;

    private GeneralTool(ToolSpec spec, Work work) {
        this.spec = spec;
        this.work = work;
    }

    /// What the tool does with its arguments.
    @FunctionalInterface
    interface Work {
        Preparation prepare(CallArguments.Read arguments);
    }

    static GeneralTool of(String name, Work work) {
        return new GeneralTool(
                new ToolSpec(name, resource(name + ".md"), resource(name + ".json")), work);
    }

    private static String resource(String name) {
        try (InputStream stream = GeneralTool.class.getResourceAsStream(name)) {
            return new String(
                            Objects.requireNonNull(stream, name).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(String arguments) {
        return switch (CallArguments.read(spec.name(), arguments)) {
            case CallArguments.Wrong wrong -> Preparation.Refused.looking(wrong.text());
            case CallArguments.Read read -> work.prepare(read);
        };
    }
}
