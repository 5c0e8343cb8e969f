package kiro.tool.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kiro.model.ToolSpec;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// A tool as its description and its schema have it: `kiro/tool/NAME.md` and `kiro/tool/NAME.json`.
final class DescribedTool implements Tool {
    private final ToolSpec spec;
    private final ArgumentReader reader;
    private final BuiltinTool work;

    private DescribedTool(ToolSpec spec, BuiltinTool work) {
        this.spec = spec;
        this.reader = new ArgumentReader(spec.name(), Schema.parameters(spec.schema()));
        this.work = work;
    }

    static Tool of(BuiltinTool work) {
        return new DescribedTool(
                new ToolSpec(
                        work.name(),
                        resource(work.name() + ".md"),
                        resource(work.name() + ".json")),
                work);
    }

    private static String resource(String name) {
        try (InputStream stream = DescribedTool.class.getResourceAsStream("/kiro/tool/" + name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Preparation prepare(String arguments) throws InterruptedException {
        return switch (reader.read(arguments)) {
            case ArgumentReading.Wrong wrong -> refused(wrong.text());
            case ArgumentReading.Read read -> work.prepare(read.arguments());
        };
    }

    @Override
    public boolean isParallel() {
        return work.isParallel();
    }

    @Override
    public boolean polls() {
        return work.polls();
    }

    private Preparation refused(String text) {
        return work.isLooking()
                ? Preparation.Refused.looking(text)
                : Preparation.Refused.changing(text, List.of());
    }
}
