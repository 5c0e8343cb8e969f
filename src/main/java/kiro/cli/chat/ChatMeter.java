package kiro.cli.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.ToldCost;
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

    private final ToldCost told = new ToldCost();
    private final Function<String, Optional<Price>> prices;
    private String model = "";

    private ChatMeter(Function<String, Optional<Price>> prices) {
        this.prices = prices;
    }

    /// @param prices of models by their names, where they are known
    static ChatMeter of(LogReading log, Function<String, Optional<Price>> prices) {
        var meter = new ChatMeter(prices);
        log.records().stream().map(Recorded::event).forEach(meter::add);
        return meter;
    }

    private void add(Event event) {
        switch (event) {
            case Event.RunStarted started -> model = started.model();
            case Event.RunResumed resumed -> model = resumed.model();
            case Event.ModelAsked asked -> {
                messages = asked.messages();
                turns = asked.turn();
            }
            case Event.ModelAnswered answered -> {
                all = all.plus(answered.usage());
                told.add(
                        answered.usage(),
                        prices.apply(answered.model().isEmpty() ? model : answered.model()));
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
                    "the model takes %,d tokens; each request tells it about:"
                            .formatted(context.window()));
            lines.addAll(parts(context.parts()));
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

    /// What each part has, and what it has cost so far where anything was counted.
    private List<String> parts(List<Event.ContextPart> parts) {
        var lines = new ArrayList<String>();
        long known = parts.stream().mapToLong(Event.ContextPart::tokens).sum();
        if (told.isCounted()) {
            lines.add("   tokens  cost so far");
        }
        parts.forEach(part ->
                lines.add(
                        line(
                                part.tokens(),
                                told.of(part.tokens(), known),
                                part.kind() + " " + part.name())));
        long since = last.map(ChatMeter::told).orElse(0L) - known;
        if (since > 0) {
            Optional<Money> rest = told.all().flatMap(all -> told.of(known, known).map(all::minus));
            lines.add(line(since, rest, "what was said since"));
        }
        if (told.isCounted() && told.all().isEmpty()) {
            lines.add("what they cost is not known: price.input and price.output say it");
        }
        return lines;
    }

    private String line(long tokens, Optional<Money> cost, String what) {
        String money =
                told.isCounted() ? "%11s  ".formatted(cost.map(Money::toString).orElse("?")) : "";
        return "  %,7d  %s%s".formatted(tokens, money, what).stripTrailing();
    }

    private static long told(Usage usage) {
        return usage.input() + usage.cacheRead() + usage.cacheWrite();
    }
}
