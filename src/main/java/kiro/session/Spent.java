package kiro.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.Usage;
import kiro.spec.SpecName;

/// What one reply of a model used, and what for.
///
/// @param model as people know it; empty where the log does not say
/// @param task empty where the beginning of the log is lost
public record Spent(
        Instant at, Optional<String> model, Optional<SpecName> spec, String task, Usage usage) {
    /// What the replies of a session used, those of children included, in their order.
    public static List<Spent> of(LogReading log) {
        var spent = new ArrayList<Spent>();
        Optional<String> model = Optional.empty();
        Optional<Event.RunStarted> begun = Optional.empty();
        for (Recorded record : log.records()) {
            Event event =
                    record.event() instanceof Event.ChildDid did ? did.event() : record.event();
            if (event instanceof Event.RunStarted started) {
                begun = begun.or(() -> Optional.of(started));
                model = Optional.of(started.model());
            } else if (event instanceof Event.RunResumed resumed) {
                model = Optional.of(resumed.model());
            } else if (event instanceof Event.ModelAnswered answered) {
                spent.add(
                        new Spent(
                                record.at(),
                                answered.model().isEmpty() ? model : Optional.of(answered.model()),
                                begun.flatMap(Event.RunStarted::spec),
                                begun.map(Event.RunStarted::task).orElse(""),
                                answered.usage()));
            }
        }
        return spent;
    }
}
