package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.CodeStyle;

/// Breaks the lines of a source file that are too long, but for those that a person wrote: the ones that stood there before.
final class LongLines {
    private static final int WIDTH = 100;
    private static final String TAB = "    ";

    private final CodeStyle style;

    LongLines(CodeStyle style) {
        this.style = style;
    }

    /// @param before the file as it was found; empty where it is new
    String broken(Optional<String> before, String after) {
        Set<String> known = new HashSet<>(before.orElse("").lines().toList());
        if (after.lines().allMatch(line -> width(line) <= WIDTH || known.contains(line))) {
            return after;
        }
        var text = new StringBuilder();
        boolean isTextBlock = false;
        for (String line : after.split("(?<=\n)")) {
            String bare = line.stripTrailing();
            boolean isDelimiter = bare.contains("\"\"\"");
            boolean stays =
                    isTextBlock || isDelimiter || width(bare) <= WIDTH || known.contains(bare);
            text.append(stays ? line : broken(bare) + line.substring(bare.length()));
            isTextBlock ^= isDelimiter && bare.split("\"\"\"", -1).length % 2 == 0;
        }
        return text.toString();
    }

    private static int width(String line) {
        return line.replace("\t", TAB).length();
    }

    /// A line, of which the lead is one of the project's and becomes one of four spaces for each level.
    private String broken(String line) {
        String lead = line.substring(0, line.length() - line.stripLeading().length());
        int levels = 0;
        String rest = lead;
        while (!rest.isEmpty() && rest.startsWith(style.indent())) {
            rest = rest.substring(style.indent().length());
            levels++;
        }
        String wide = TAB.repeat(levels) + rest + line.strip();
        String code =
                line.strip().startsWith("/** ") && line.endsWith(" */")
                        ? comment(wide)
                        : CodeFormat.wrap(wide);
        return style.apply(code);
    }

    /// A comment of one line as one of several.
    private static String comment(String line) {
        String lead = line.substring(0, line.length() - line.stripLeading().length());
        String words = line.strip().replaceAll("^/\\*\\* | \\*/$", "");
        var lines = new ArrayList<>(List.of(lead + "/**"));
        var current = new StringBuilder(lead + " *");
        for (String word : words.split(" ")) {
            if (current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(lead + " *");
            }
            current.append(' ').append(word);
        }
        lines.add(current.toString());
        lines.add(lead + " */");
        return String.join("\n", lines);
    }
}
