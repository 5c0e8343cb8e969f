package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.cli.Style;
import kiro.cli.TextTable;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.spec.CriterionId;
import kiro.workspace.WorkspacePath;

/// Lays out what is shown in lines of a width. It remembers whether the last line was empty.
final class PieceLayout {
    /// Narrower than this, a table is a list.
    private static final int TABLE_COLUMNS = 64;

    private static final int UNBROKEN = 100_000;
    private static final int HANGING = 2;

    private boolean isAfterGap = true;

    /// @param isBroken whether lines that are too long are broken
    List<StyledLine> lines(List<Piece> pieces, int columns, boolean isBroken) {
        var lines = new ArrayList<StyledLine>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Gap _ -> {
                    if (!isAfterGap) {
                        lines.add(StyledLine.EMPTY);
                    }
                    isAfterGap = true;
                }
                case Piece.Line line -> {
                    lines.addAll(indented(line, isBroken ? columns : UNBROKEN));
                    isAfterGap = line.line().spans().isEmpty();
                }
                case Piece.Table table -> {
                    lines.addAll(plan(table.plan(), columns));
                    isAfterGap = false;
                }
            }
        }
        return lines;
    }

    List<StyledLine> lines(List<Piece> pieces, Size size) {
        return lines(pieces, size.columns() - 1, true);
    }

    private static List<StyledLine> indented(Piece.Line piece, int columns) {
        int indent = columns < TABLE_COLUMNS ? Math.min(piece.indent(), 2) : piece.indent();
        StyledLine margin = StyledLine.of(" ".repeat(indent));
        return piece.line().wrapped(Math.max(columns - indent, 1), HANGING).stream()
                .map(line -> line.spans().isEmpty() ? line : margin.with(line))
                .toList();
    }

    private static List<StyledLine> plan(Plan plan, int columns) {
        var lines = new ArrayList<StyledLine>();
        if (columns < TABLE_COLUMNS) {
            plan.steps().forEach(step -> lines.addAll(listed(step, columns)));
        } else {
            List<String> rows = table(plan).lines(columns);
            lines.add(StyledLine.of(Style.BOLD, rows.getFirst()));
            rows.stream().skip(1).map(StyledLine::of).forEach(lines::add);
        }
        plan.notes()
                .forEach(note ->
                        lines.addAll(
                                StyledLine.of(Style.YELLOW, "  note: " + note)
                                        .wrapped(columns, HANGING)));
        return lines;
    }

    private static TextTable table(Plan plan) {
        var table = new TextTable(List.of("#", "Step", "Files", "Risk", "Criteria"));
        for (Step step : plan.steps()) {
            table.row(
                    String.valueOf(step.number()),
                    step.action(),
                    orDash(files(step)),
                    risk(step),
                    orDash(criteria(step)));
        }
        return table;
    }

    private static List<StyledLine> listed(Step step, int columns) {
        var lines =
                new ArrayList<>(
                        StyledLine.of(step.number() + ". ")
                                .with(step.action())
                                .wrapped(columns, HANGING + 1));
        String rest =
                List.of(files(step), risk(step) + " risk", criteria(step)).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        lines.addAll(StyledLine.of(Style.DIM, "   " + rest).wrapped(columns, HANGING + 1));
        return lines;
    }

    private static String risk(Step step) {
        return step.risk().name().toLowerCase(Locale.ROOT);
    }

    /// The files by their own names: the plan's file has their whole paths.
    private static String files(Step step) {
        return step.targets().stream().map(WorkspacePath::name).collect(Collectors.joining(", "));
    }

    private static String criteria(Step step) {
        return step.criteria().stream().map(CriterionId::value).collect(Collectors.joining(", "));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
