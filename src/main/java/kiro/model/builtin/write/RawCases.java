package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of bodies that are sent as they are: broken ones, empty ones, those of another kind.
final class RawCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final CaseNames names;

    RawCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.names = new CaseNames(scene.place());
    }

    CaseWriting malformedBody(CriterionOutcome outcome) {
        return raw(
                outcome,
                names.of("with a body that cannot be read is refused"),
                "\"{\"",
                Optional.empty());
    }

    CaseWriting emptyObject(CriterionOutcome outcome) {
        String name =
                Refusal.is(outcome)
                        ? "without any field is refused"
                        : "without any field changes nothing";
        return raw(outcome, names.of(name), "\"{}\"", Optional.empty());
    }

    CaseWriting unsupported(CriterionOutcome outcome) {
        return raw(
                outcome,
                names.of("with another media type is refused"),
                "\"text\"",
                Optional.of("MediaType.TEXT_PLAIN"));
    }

    private CaseWriting raw(
            CriterionOutcome outcome, String name, String body, Optional<String> mediaType) {
        Optional<Given> given = writer.given();
        if (given.isEmpty() || scene.inputs().isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        mediaType.ifPresent(_ -> scene.code().imports.add("org.springframework.http.MediaType"));
        return writer.sent(
                outcome,
                name,
                given.get(),
                writer.ask(given.get().id(), body, scene.owner())
                        .with(mediaType.<Ask.Extra>map(Ask.Extra.Media::new).stream().toList()),
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }
}
