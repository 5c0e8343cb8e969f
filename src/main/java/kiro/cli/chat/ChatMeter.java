package kiro.cli.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.Usage;
import kiro.session.Event;
import kiro.session.LogReading;
import kiro.session.Recorded;

/// What a conversation has told its model and what that took, by its log.
final class ChatMeter {
    private int messages;
    private int turns;
    private Usage all = Usage.NONE;
    private Optional<Usage> last = Optional.empty();
    private Optional<Event.ContextLaid> laid = Optional.empty();
    private final List<String> memory = new ArrayList<>();

    private ChatMeter() {}

    static ChatMeter of(LogReading log) {
        var meter = new ChatMeter();
        log.records().stream().map(Recorded::event).forEach(meter::add);
        return meter;
    }

    private void add(Event event) {
        switch (event) {
            case Event.ModelAsked asked -> {
                messages = asked.messages();
                turns = asked.turn();
            }
            case Event.ModelAnswered answered -> {
                all = all.plus(answered.usage());
                last = Optional.of(answered.usage()).filter(usage -> usage.total() > 0);
            }
            case Event.ContextLaid context -> laid = Optional.of(context);
            case Event.FactsRecalled recalled ->
                    recalled.facts()
                            .forEach(fact ->
                                    memory.add(
                                            "%s  %s (%s)"
                                                    .formatted(
                                                            fact.id(),
                                                            fact.text(),
                                                            fact.reason())));
            case Event.OfRun _,
                    Event.OfPlan _,
                    Event.OfStep _,
                    Event.OfModel _,
                    Event.OfTool _,
                    Event.OfApproval _,
                    Event.OfTests _,
                    Event.OfCriteria _,
                    Event.OfPerson _,
                    Event.OfChild _,
                    Event.Unknown _ -> {}
        }
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
    }

    /// @param cost of all of it, where the price is known
    List<String> lines(Optional<String> cost) {
        var lines = new ArrayList<String>();
        lines.add(counted(messages, "message") + ", " + counted(turns, "request"));
        last.ifPresent(usage ->
                lines.add(
                        "the last request had %,d tokens, %,d of them from a cache"
                                .formatted(told(usage), usage.cacheRead())));
        laid.ifPresent(context -> {
            lines.add(
                    "the model takes %,d tokens; it began with about:".formatted(context.window()));
            context.parts().forEach(part -> lines.add(line(part)));
        });
        lines.add(
                all.total() == 0
                        ? "no tokens were counted"
                        : "all in all %,d tokens in, %,d out%s"
                                .formatted(
                                        told(all),
                                        all.output(),
                                        cost.map(", "::concat).orElse("")));
        return lines;
    }

    /// What was told of the memory, with the reason.
    List<String> memory() {
        return List.copyOf(memory);
    }

    private static String line(Event.ContextPart part) {
        return "  %,7d  %s %s".formatted(part.tokens(), part.kind(), part.name()).stripTrailing();
    }

    private static long told(Usage usage) {
        return usage.input() + usage.cacheRead() + usage.cacheWrite();
    }
}
