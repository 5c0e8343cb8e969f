package kiro.cli.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.cli.Style;
import kiro.cli.terminal.Columns;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.StyledLine;
import kiro.session.Event;

/// Shows a few lines of what a call has answered, where a person wants to see it as well: what commands print and how
/// they end, what tests and compilers say, the list of what is to be done.
final class AnswerView {
    private static final Set<String> COMMANDS =
            Set.of("run_command", "start_command", "command_output", "stop_command");

    /// Of these the beginning says most.
    private static final Set<String> REPORTS = Set.of("run_tests", "diagnostics", "todo");

    private static final Set<String> AS_EXPECTED = Set.of("exit code 0", "it is running");
    private static final int MOST_OF_GOOD = 3;
    private static final int MOST_OF_BAD = 10;
    private static final int LONGEST = 240;

    private final Details details;
    private final Map<String, String> open = new HashMap<>();

    AnswerView(Details details) {
        this.details = details;
    }

    List<Piece> of(Event event) {
        return switch (event) {
            case Event.ToolIntended intended -> {
                open.put(intended.callId(), intended.tool());
                yield List.of();
            }
            case Event.ToolFinished finished ->
                    Optional.ofNullable(open.remove(finished.callId()))
                            .filter(_ -> !finished.isError())
                            .map(tool -> answer(tool, finished.text().lines().toList()))
                            .orElse(List.of());
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
                    Event.Unknown _ ->
                    List.of();
        };
    }

    private List<Piece> answer(String tool, List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        } else if (COMMANDS.contains(tool)) {
            return command(lines.getFirst(), printed(lines.subList(1, lines.size())));
        }
        return REPORTS.contains(tool) && details.isInFull() ? report(printed(lines)) : List.of();
    }

    private static List<String> printed(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /// How it ended is shown last, as its last lines say why.
    private List<Piece> command(String state, List<String> printed) {
        boolean isAsExpected = AS_EXPECTED.contains(state);
        var pieces = new ArrayList<Piece>();
        if (details.isInFull()) {
            int most = isAsExpected ? MOST_OF_GOOD : MOST_OF_BAD;
            int left = Math.max(printed.size() - most, 0);
            if (left > 0) {
                pieces.add(dim("... %,d lines before".formatted(left)));
            }
            printed.subList(left, printed.size()).forEach(line -> pieces.add(dim(line)));
        }
        if (!isAsExpected) {
            pieces.add(Piece.item(StyledLine.of(Style.YELLOW, shown(state))));
        }
        return pieces;
    }

    private static List<Piece> report(List<String> lines) {
        var pieces = new ArrayList<Piece>();
        lines.stream().limit(MOST_OF_BAD).forEach(line -> pieces.add(dim(line)));
        if (lines.size() > MOST_OF_BAD) {
            pieces.add(dim("... %,d more lines".formatted(lines.size() - MOST_OF_BAD)));
        }
        return pieces;
    }

    private static Piece dim(String line) {
        return Piece.item(StyledLine.of(Style.DIM, "  " + shown(line)));
    }

    private static String shown(String line) {
        return Columns.cut(Harmless.line(line), LONGEST);
    }
}
