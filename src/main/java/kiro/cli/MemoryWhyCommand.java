package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.tool.Untrusted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `kiro memory why`: what a session was told of the memory, and why.
@Command(
        name = "why",
        description = {"Shows which facts a session was told, and why each was chosen.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro memory why",
            "  kiro memory why 20261125-101500-abcd --json",
            "",
            "Exit codes: 0 shown, 1 there is no such session."
        })
public final class MemoryWhyCommand implements Callable<Integer> {
    private static final int VERSION = 1;

    private final Console console;
    private final ChosenSession chosen;

    @Mixin private SessionArgument session = new SessionArgument();

    @Option(names = "--json", description = "Print the facts and reasons as JSON.")
    private boolean isJson;

    public MemoryWhyCommand(Console console, Workspaces workspaces) {
        this.console = console;
        this.chosen = new ChosenSession(console, workspaces);
    }

    @Override
    public Integer call() throws IOException {
        Optional<ChosenSession.Chosen> found = chosen.of(session.id);
        if (found.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        List<Event.FactsRecalled> recalled =
                found.get().sessions().read(found.get().id()).records().stream()
                        .map(Recorded::event)
                        .filter(Event.FactsRecalled.class::isInstance)
                        .map(Event.FactsRecalled.class::cast)
                        .toList();
        if (isJson) {
            console.print(json(found.get().id().value(), recalled));
        } else if (recalled.isEmpty()) {
            console.print("session " + found.get().id() + " was told nothing of the memory");
        } else {
            recalled.forEach(this::show);
        }
        return ExitCode.OK.number();
    }

    private void show(Event.FactsRecalled recalled) {
        for (Event.RecalledFact fact : recalled.facts()) {
            console.print(
                    "%s  %s: %s"
                            .formatted(
                                    console.styled(Style.CYAN, fact.id()),
                                    fact.kind(),
                                    Untrusted.clean(fact.text())));
            console.print(console.styled(Style.DIM, "    because it " + because(fact.reason())));
        }
        if (!recalled.stale().isEmpty()) {
            console.print(
                    "not told, as what they rest on has changed: "
                            + String.join(", ", recalled.stale()));
        }
        if (recalled.left() > 0) {
            console.print("%d more fit and had no room".formatted(recalled.left()));
        }
    }

    private static String because(String reason) {
        String words = Untrusted.clean(reason);
        return words.startsWith("pinned") ? "is " + words : words;
    }

    private static String json(String session, List<Event.FactsRecalled> recalled) {
        ObjectNode root =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("session", session);
        var facts = root.putArray("facts");
        var stale = root.putArray("stale");
        int left = 0;
        for (Event.FactsRecalled each : recalled) {
            each.facts()
                    .forEach(fact ->
                            facts.addObject()
                                    .put("id", fact.id())
                                    .put("kind", fact.kind())
                                    .put("text", fact.text())
                                    .put("reason", fact.reason()));
            each.stale().forEach(stale::add);
            left += each.left();
        }
        return root.put("left", left).toString();
    }
}
