package kiro.cli.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;

/// A line of Markdown in styles: its words stay as they are, so that what is copied is what was written.
final class MarkdownLine {
    private static final Pattern PARTS = Pattern.compile("`[^`]+`|\\*\\*[^*]+\\*\\*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*");

    private MarkdownLine() {}

    /// @param isCode whether it stands in a block of code
    static StyledLine of(String line, boolean isCode) {
        if (isFence(line)) {
            return StyledLine.of(Style.DIM, line);
        }
        if (isCode) {
            return StyledLine.of(Style.CYAN, line);
        }
        if (HEADING.matcher(line).matches()) {
            return StyledLine.of(Style.BOLD, line);
        }
        var styled = StyledLine.EMPTY;
        Matcher parts = PARTS.matcher(line);
        int from = 0;
        while (parts.find()) {
            Style style = parts.group().startsWith("`") ? Style.CYAN : Style.BOLD;
            styled = styled.with(line.substring(from, parts.start())).with(style, parts.group());
            from = parts.end();
        }
        return styled.with(line.substring(from));
    }

    /// Whether the line opens or closes a block of code.
    static boolean isFence(String line) {
        return line.strip().startsWith("```") || line.strip().startsWith("~~~");
    }
}
