package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.NearestNames;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Looks up specs, and what is proven of their criteria.
final class ReadSpecTool implements BuiltinTool {
    private final SpecStore specs;
    private final ProjectChecks checks;

    ReadSpecTool(SpecStore specs, ProjectChecks checks) {
        this.specs = specs;
        this.checks = checks;
    }

    @Override
    public String name() {
        return "read_spec";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        Optional<String> name = arguments.optionalText("spec").filter(text -> !text.isBlank());
        if (name.isEmpty()) {
            return new Preparation.Ready(
                    new Effect.Read(List.of(SpecStore.FOLDER)), "list the specs", this::list);
        }
        return switch (specs.find(name.get())) {
            case SpecReading.Whole whole ->
                    new Preparation.Ready(
                            new Effect.Read(List.of(whole.spec().path())),
                            "read the spec " + whole.spec().name(),
                            () -> show(whole.spec()));
            case SpecReading.Broken broken ->
                    Preparation.Refused.looking(broken.findings().getFirst() + nearest(name.get()));
        };
    }

    private String nearest(String name) {
        List<String> near = NearestNames.of(name, specs.names());
        return near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?";
    }

    private ToolResult list() {
        List<String> names = specs.names();
        return new ToolResult.Done(
                names.isEmpty() ? "[there are no specs]" : String.join("\n", names));
    }

    private ToolResult show(Spec spec) throws InterruptedException {
        var lines = new ArrayList<String>();
        lines.add(spec.document().text().stripTrailing());
        lines.add("");
        lines.add("[what is proven, by the evidence that is kept]");
        lines.addAll(checks.standing(spec));
        return new ToolResult.Done(Bounded.of(String.join("\n", lines)));
    }
}
