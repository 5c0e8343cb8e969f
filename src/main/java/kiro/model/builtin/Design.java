package kiro.model.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.code.JavaReader;
import kiro.model.TaggedText;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.write.Architect;
import kiro.model.builtin.write.Blueprint;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.rest.EndpointReading;
import kiro.workspace.WorkspacePath;

/// Works out the blueprint for a conversation: from the spec and the files as they were found. The same
/// conversation gives the same blueprint, whenever it is asked for.
final class Design {
    private final JavaReader reader;
    private final Function<Spec, EndpointReading> endpoints;
    private Optional<Made> last = Optional.empty();

    Design(JavaReader reader, Function<Spec, EndpointReading> endpoints) {
        this.reader = reader;
        this.endpoints = endpoints;
    }

    /// What came of it.
    sealed interface Outcome {
        record Drawn(Blueprint blueprint) implements Outcome {}

        record Impossible(String reason) implements Outcome {}
    }

    private record Key(
            Optional<TaggedText> spec,
            String task,
            Map<String, String> files,
            Set<CriterionId> only) {}

    /// The last answer is kept: a run asks for the same one again and again.
    private record Made(Key key, Outcome outcome) {}

    /// @param only the criteria to test; all where it is empty
    synchronized Outcome draw(Briefing briefing, Knowledge knowledge, Set<CriterionId> only) {
        var key = new Key(briefing.spec(), briefing.task(), knowledge.found(), only);
        if (last.isEmpty() || !last.get().key().equals(key)) {
            last = Optional.of(new Made(key, drawn(briefing, knowledge, only)));
        }
        return last.get().outcome();
    }

    private Outcome drawn(Briefing briefing, Knowledge knowledge, Set<CriterionId> only) {
        if (!reader.canRead()) {
            return new Outcome.Impossible(
                    "this Java runtime has no parser (module jdk.compiler), without which the built-in engine cannot read a project: run kiro with a full JDK");
        }
        Optional<Spec> spec = briefing.spec().flatMap(Design::spec);
        if (spec.isEmpty()) {
            return new Outcome.Impossible("the spec could not be read");
        }
        EndpointReading reading = endpoints.apply(spec.get());
        if (reading.endpoints().isEmpty()) {
            return new Outcome.Impossible(
                    "no endpoint could be read from the spec "
                            + spec.get().name()
                            + " (a requirement such as \"`GET /orders/{id}` returns the order\" defines one)");
        }
        Map<String, String> files = new HashMap<>(knowledge.found());
        // A file that was listed and not read is there all the same.
        knowledge.listed().stream()
                .filter(path -> path.endsWith(".java"))
                .filter(path -> knowledge.unreadable().containsKey(path))
                .forEach(path -> files.remove(path));
        SpringProject project = SpringProject.read(reader, briefing.buildFile(), files);
        return new Outcome.Drawn(
                Architect.design(
                        reader, project, files, spec.get(), reading, briefing.wantsTests(), only));
    }

    private static Optional<Spec> spec(TaggedText part) {
        SpecReading reading =
                SpecReader.read(
                        new SpecName(part.attribute("name")),
                        WorkspacePath.of(part.attribute("path")),
                        part.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return switch (reading) {
            case SpecReading.Whole whole -> Optional.of(whole.spec());
            case SpecReading.Broken _ -> Optional.empty();
        };
    }

    static List<String> tasks() {
        return List.of("implement", "generate-tests");
    }
}
