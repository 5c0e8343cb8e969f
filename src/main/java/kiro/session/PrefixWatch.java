package kiro.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.text.Hash;

/// Finds where the requests of a conversation begin otherwise than before: what a provider has in its cache of them is
/// of no use from there on.
final class PrefixWatch {
    private static final String TITLE =
            "requests begin otherwise from here on: a provider's cache does not find them";

    /// By the child; empty for the run's own.
    private final Map<String, Hash> prefixes = new HashMap<>();

    private String version = "";
    private Optional<String> wentOn = Optional.empty();

    /// Tells a request that begins otherwise, with what the log knows of the reason.
    Optional<Transcript.Entry> of(Recorded recorded) {
        String child = recorded.event() instanceof Event.ChildDid did ? did.child() : "";
        Event event =
                recorded.event() instanceof Event.ChildDid did ? did.event() : recorded.event();
        if (event instanceof Event.RunStarted started) {
            version = started.version();
        } else if (event instanceof Event.RunResumed resumed) {
            wentOn = Optional.of(words(version, resumed.version()));
            version = resumed.version();
        }
        if (!(event instanceof Event.ModelAsked asked) || asked.hash().isEmpty()) {
            return Optional.empty();
        }
        Hash prefix = asked.hash().get().prefix();
        String reason =
                wentOn.orElse(
                        "tools, instructions, steering or spec are not those of the request before");
        wentOn = child.isEmpty() ? Optional.empty() : wentOn;
        return Optional.ofNullable(prefixes.put(child, prefix))
                .filter(before -> !before.equals(prefix))
                .map(_ ->
                        new Transcript.Entry(
                                recorded,
                                "context",
                                (child.isEmpty() ? "" : "child " + child + ": ") + TITLE,
                                reason));
    }

    /// A conversation that goes on has its first message from the log, so that only what comes before that can be another.
    private static String words(String before, String now) {
        return "the run went on in between, with "
                + (before.equals(now)
                        ? "tools or instructions that are others now: of an agent, of MCP servers, or of the mode"
                        : "kiro %s in the place of %s: its tools and instructions may be others"
                                .formatted(now, before));
    }
}
