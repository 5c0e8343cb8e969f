package kiro.model.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.TaggedText;

/// A conversation so far, as this engine sees it: all it knows and all it did.
///
/// @param exchanges its calls, in order
/// @param step the step in hand
/// @param sinceStep its calls since that step was given
/// @param reports what each run of the tests said
/// @param sinceTests its calls since then
/// @param missing set where the loop asks once more for criteria without evidence
record Transcript(
        Briefing briefing,
        List<Exchange> exchanges,
        Optional<TaggedText> step,
        List<Exchange> sinceStep,
        List<TaggedText> reports,
        List<Exchange> sinceTests,
        Optional<TaggedText> missing) {
    Transcript {
        reports = List.copyOf(reports);
        sinceTests = List.copyOf(sinceTests);
        exchanges = List.copyOf(exchanges);
        sinceStep = List.copyOf(sinceStep);
    }

    static Transcript of(List<Message> messages) {
        Map<String, Block.ToolResult> results = results(messages);
        var exchanges = new ArrayList<Exchange>();
        var since = new ArrayList<Exchange>();
        Optional<TaggedText> step = Optional.empty();
        var reports = new ArrayList<TaggedText>();
        Optional<TaggedText> missing = Optional.empty();
        for (Message message : messages.subList(1, messages.size())) {
            for (Block.ToolCall call : message.calls()) {
                var exchange = new Exchange(call, Optional.ofNullable(results.get(call.id())));
                exchanges.add(exchange);
                since.add(exchange);
            }
            if (message.role() == Message.Role.USER) {
                for (TaggedText part : TaggedText.findAll(message.text())) {
                    switch (part.tag()) {
                        case "step" -> {
                            step = Optional.of(part);
                            since.clear();
                        }
                        case "tests" -> reports.add(part);
                        case "missing" -> missing = Optional.of(part);
                        default -> {
                            // Other parts are told to models that can read more than this one.
                        }
                    }
                }
            }
        }
        String first = messages.getFirst().text();
        return new Transcript(
                Briefing.read(first),
                exchanges,
                step.or(() -> TaggedText.find(first, "step")),
                since,
                reports,
                sinceTests(messages, exchanges),
                missing);
    }

    private static List<Exchange> sinceTests(List<Message> messages, List<Exchange> exchanges) {
        int calls = 0;
        for (Message message : messages.reversed()) {
            boolean tells =
                    message.role() == Message.Role.USER
                            && TaggedText.find(message.text(), "tests").isPresent();
            if (tells) {
                break;
            }
            calls += message.calls().size();
        }
        return exchanges.subList(exchanges.size() - calls, exchanges.size());
    }

    private static Map<String, Block.ToolResult> results(List<Message> messages) {
        var results = new HashMap<String, Block.ToolResult>();
        for (Message message : messages) {
            for (Block block : message.blocks()) {
                if (block instanceof Block.ToolResult result) {
                    results.put(result.callId(), result);
                }
            }
        }
        return results;
    }

    /// What the last run of the tests said.
    Optional<TaggedText> tests() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.getLast());
    }

    /// Whether what the last run of the tests said is still so: nothing was changed since.
    boolean isTestedAsItIs() {
        return sinceTests.stream().noneMatch(one -> one.changes() && one.succeeded());
    }

    /// The paths of the changes that failed since the tests ran.
    Set<String> refused() {
        return sinceTests.stream()
                .filter(one -> one.changes() && one.failed())
                .map(one ->
                        one.is("apply_patch")
                                ? Call.deleted(one.argument("patch"))
                                : one.argument("path"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The last plan that was proposed, with the answer to it.
    Optional<Exchange> proposal() {
        return exchanges.reversed().stream().filter(one -> one.is("propose_plan")).findFirst();
    }
}
