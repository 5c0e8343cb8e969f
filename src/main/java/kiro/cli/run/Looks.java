package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;
import kiro.session.Event;

/// Gathers what the model looks at one after the other: thirty files read in a row are one line.
final class Looks {
    private static final Set<String> LOOKING = Set.of("read_file", "list_directory", "search");
    private static final int NAMED = 3;

    private final List<String> summaries = new ArrayList<>();

    /// What is shown of an event, with the looks before it where there is anything to show.
    List<Piece> with(Event event, List<Piece> pieces) {
        if (event instanceof Event.ToolIntended intended && LOOKING.contains(intended.tool())) {
            summaries.add(intended.summary());
            return List.of();
        }
        return pieces.isEmpty() && !isBreak(event) ? List.of() : with(pieces);
    }

    /// Pieces with the looks before them.
    List<Piece> with(List<Piece> pieces) {
        if (summaries.isEmpty()) {
            return pieces;
        }
        var all = new ArrayList<Piece>();
        all.add(Piece.item(StyledLine.of(Style.BLUE, line())));
        all.addAll(pieces);
        summaries.clear();
        return all;
    }

    private String line() {
        String named = String.join(", ", summaries.stream().limit(NAMED).toList());
        return summaries.size() <= NAMED
                ? named
                : named + " and %d more".formatted(summaries.size() - NAMED);
    }

    /// Whether a person sees something else next, though the event itself says nothing.
    private static boolean isBreak(Event event) {
        return switch (event) {
            case Event.OfApproval _,
                    Event.OfStep _,
                    Event.OfRun _,
                    Event.OfPlan _,
                    Event.OfPerson _ ->
                    true;
            case Event.OfModel _,
                    Event.OfTool _,
                    Event.OfTests _,
                    Event.OfCriteria _,
                    Event.OfChild _,
                    Event.Unknown _ ->
                    false;
        };
    }
}
