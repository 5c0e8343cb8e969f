package kiro.tool.builtin;

import java.util.List;
import kiro.model.ToolSpec;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// A tool as its description and its schema have it.
final class DescribedTool implements Tool {
    private final ToolSpec spec;
    private final BuiltinTool work;

    private DescribedTool(ToolSpec spec, BuiltinTool work) {
        this.spec = spec;
        this.work = work;
    }

    static Tool of(BuiltinTool work) {
        return new DescribedTool(ToolTexts.of(work.name()), work);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    /// The schema is read here and not when the tool is made: most tools are never called.
    @Override
    public Preparation prepare(String arguments) throws InterruptedException {
        var reader = new ArgumentReader(spec.name(), Schema.parameters(spec.schema()));
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
