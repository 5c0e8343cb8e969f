package kiro.cli;

import java.util.List;
import kiro.memory.Fact;
import kiro.memory.Grounds;
import kiro.memory.Weight;
import kiro.tool.Untrusted;

/// Facts as people see them.
final class MemoryView {
    private final Console console;
    private final Grounds grounds;

    MemoryView(Console console, Grounds grounds) {
        this.console = console;
        this.grounds = grounds;
    }

    /// Facts in a table.
    void table(List<Fact> facts) {
        var table = new TextTable(List.of("ID", "KIND", "FACT", "FROM"));
        for (Fact fact : facts) {
            String marks = marks(fact);
            table.row(
                    fact.id().value(),
                    fact.kind(),
                    Untrusted.clean(fact.text()).replaceAll("\\s+", " ")
                            + (marks.isEmpty() ? "" : " [" + marks + "]"),
                    Untrusted.clean(fact.statement().source().words()));
        }
        console.print(table.lines(console.width()));
    }

    /// What is special about a fact, in a word each.
    String marks(Fact fact) {
        Weight weight = fact.statement().weight();
        var marks = new java.util.ArrayList<String>();
        if (weight.isPinned()) {
            marks.add("pinned");
        }
        if (weight.standing() == Weight.Standing.PROPOSED) {
            marks.add("proposed");
        }
        if (grounds.isStale(fact)) {
            marks.add("stale");
        }
        return String.join(", ", marks);
    }

    /// All of a fact.
    void whole(Fact fact) {
        var said = fact.statement();
        console.print(console.styled(Style.BOLD, fact.id() + " " + fact.kind()));
        console.print("  " + Untrusted.clean(said.text()));
        console.print("  from: " + Untrusted.clean(said.source().words()));
        console.print("  date: " + said.date());
        console.print("  confidence: " + said.weight().confidence());
        if (fact instanceof Fact.Pattern pattern) {
            pattern.tally()
                    .ifPresent(seen ->
                            console.print(
                                    "  seen: in %d of %d places"
                                            .formatted(seen.count(), seen.of())));
        }
        List<String> paths = said.scope().paths();
        List<String> topics = said.scope().topics();
        if (!paths.isEmpty()) {
            console.print("  about: " + Untrusted.clean(String.join(", ", paths)));
        }
        if (!topics.isEmpty()) {
            console.print("  topics: " + Untrusted.clean(String.join(", ", topics)));
        }
        said.rests()
                .forEach(ground -> console.print("  rests on: " + Untrusted.clean(ground.words())));
        String marks = marks(fact);
        console.print("  state: " + (marks.isEmpty() ? "active" : marks));
    }
}
