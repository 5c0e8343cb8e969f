package kiro.knowledge.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts Markdown at its headings: a section is a piece, with the headings above it as its title.
final class MarkdownChunks {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");

    private final Lines lines;
    private final List<Chunk> chunks = new ArrayList<>();
    private final String[] trail = new String[6];
    private int begin = 1;
    private int top = 1;

    private MarkdownChunks(Lines lines) {
        this.lines = lines;
        Arrays.fill(trail, "");
    }

    static List<Chunk> of(Lines lines) {
        var cutting = new MarkdownChunks(lines);
        cutting.cut();
        return cutting.chunks;
    }

    private void cut() {
        String fence = "";
        top = frontMatter() + 1;
        for (int number = top; number <= lines.count(); number++) {
            String line = lines.line(number);
            Matcher mark = FENCE.matcher(line);
            if (mark.matches()) {
                String found = mark.group(1);
                if (fence.isEmpty()) {
                    fence = found;
                } else if (found.startsWith(fence)) {
                    fence = "";
                }
            } else if (fence.isEmpty()) {
                heading(number, line);
            }
        }
        section(lines.count());
    }

    /// The last line of the settings that some pages begin with; 0 where there are none.
    private int frontMatter() {
        if (lines.count() > 1 && lines.line(1).equals("---")) {
            for (int number = 2; number <= lines.count(); number++) {
                if (lines.line(number).equals("---")) {
                    return number;
                }
            }
        }
        return 0;
    }

    private void heading(int number, String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            begin(number, heading.group(1).length(), heading.group(2));
            return;
        }
        Matcher underline = UNDERLINE.matcher(line);
        if (underline.matches() && number > Math.max(begin, top)) {
            String above = lines.line(number - 1);
            boolean isHeading =
                    !above.isBlank()
                            && above.length() < 120
                            && !above.contains("|")
                            && (number - 1 == top || lines.line(number - 2).isBlank());
            if (isHeading) {
                begin(number - 1, underline.group(1).startsWith("=") ? 1 : 2, above.strip());
            }
        }
    }

    private void begin(int number, int level, String heading) {
        if (!isHeadingAlone(number - 1)) {
            section(number - 1);
        }
        trail[level - 1] = heading;
        for (int deeper = level; deeper < trail.length; deeper++) {
            trail[deeper] = "";
        }
    }

    /// Whether nothing but headings stands between the beginning of this section and a line: then they go with what follows.
    private boolean isHeadingAlone(int last) {
        for (int number = begin; number <= last; number++) {
            String line = lines.line(number);
            if (!line.isBlank() && !HEADING.matcher(line).matches()) {
                return false;
            }
        }
        return true;
    }

    private void section(int last) {
        String title =
                String.join(" > ", Arrays.stream(trail).filter(each -> !each.isEmpty()).toList());
        chunks.addAll(lines.chunks(begin, last, title));
        begin = last + 1;
    }
}
