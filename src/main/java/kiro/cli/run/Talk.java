package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;

/// What the model says as it says it: whole lines are final, the one that has no end yet is not.
///
/// @param open the line that has no end yet
/// @param hasSpoken whether any words of this reply were taken
/// @param hasLines whether a line of this text was shown
/// @param isCode whether the open line stands in a block of code
public record Talk(String open, boolean hasSpoken, boolean hasLines, boolean isCode) {
    /// A line that is longer is final as far as it has come: it is not kept and drawn again with each word.
    private static final int LONGEST_LINE = 4_000;

    public static final Talk SILENT = new Talk("", false, false, false);

    /// The talk after some more of it.
    ///
    /// @param lines that are final now
    record Heard(Talk talk, List<StyledLine> lines) {}

    /// @param known what need not be said again, such as the words of the step in hand
    Heard hear(String text, String known) {
        var lines = new ArrayList<StyledLine>();
        Talk talk = new Talk(open, true, hasLines, isCode);
        String rest = text;
        for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            talk = talk.with(talk.open + rest.substring(0, end)).closed(known, lines);
            rest = rest.substring(end + 1);
        }
        talk = talk.with(talk.open + rest);
        while (talk.open.length() > LONGEST_LINE) {
            String all = talk.open;
            int end = all.lastIndexOf(' ', LONGEST_LINE);
            int from = end > 0 ? end : LONGEST_LINE;
            talk = talk.with(all.substring(0, from)).closed(known, lines);
            talk = talk.with(all.substring(from));
        }
        return new Heard(talk, lines);
    }

    /// The end of a text: its last line is final as well.
    Heard finish(String known) {
        var lines = new ArrayList<StyledLine>();
        Talk talk = open.isBlank() ? this : closed(known, lines);
        return new Heard(new Talk("", talk.hasSpoken, false, false), lines);
    }

    /// The end of a text that was to go on.
    Heard breakOff(String known) {
        var lines = new ArrayList<>(finish(known).lines());
        lines.add(StyledLine.of(Style.DIM, "… (the reply broke off here)"));
        return new Heard(SILENT, lines);
    }

    private Talk with(String line) {
        return new Talk(line, hasSpoken, hasLines, isCode);
    }

    private Talk closed(String known, List<StyledLine> lines) {
        String line = open.stripTrailing();
        boolean isLeft = !hasLines && (line.isBlank() || line.strip().equals(known));
        if (isLeft) {
            return with("");
        }
        lines.add(MarkdownLine.of(line, isCode));
        return new Talk("", hasSpoken, true, isCode != MarkdownLine.isFence(line));
    }
}
