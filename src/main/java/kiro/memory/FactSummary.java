package kiro.memory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What several facts say together, in words of a model.
///
/// @param facts that it rests on, two at least
public record FactSummary(String text, List<Fact> facts) {
    private static final double CONFIDENCE = 0.5;

    public FactSummary {
        facts = List.copyOf(facts);
    }

    /// Whether a text wants something of an agent: such a text is never learned.
    public static boolean isInstruction(String text) {
        return Instructions.isOne(text);
    }

    /// The summary as a proposal, of the kind of its first fact. It is not told once the ground of one of its facts has changed.
    ///
    /// @param model that wrote it
    public Fact proposal(String model, LocalDate today) {
        List<Ground> rests =
                facts.stream()
                        .flatMap(fact -> fact.statement().rests().stream())
                        .distinct()
                        .toList();
        List<String> paths =
                facts.stream()
                        .flatMap(fact -> fact.statement().scope().paths().stream())
                        .distinct()
                        .toList();
        boolean isAboutAll =
                facts.stream().anyMatch(fact -> fact.statement().scope().paths().isEmpty());
        String ids = facts.stream().map(fact -> fact.id().value()).collect(Collectors.joining(" "));
        return Fact.of(
                facts.getFirst().kind(),
                new Statement(
                        FactId.of(facts.getFirst().kind(), "summary\n" + ids + "\n" + text),
                        text,
                        new Source.OfPerson("summary by %s of %s".formatted(model, ids)),
                        today,
                        Weight.proposed(CONFIDENCE),
                        new Scope(isAboutAll ? List.of() : paths, List.of("summary")),
                        rests));
    }
}
