package kiro.spec.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kiro.spec.SectionKind;
import kiro.text.TextDocument;

/// Headings of the usual sections that are written with a slip: a colon behind them, no space before them, a letter too
/// many, too few or wrong.
final class Headings {
    private static final int MOST_SLIPS = 2;

    /// A heading as it stands in its line.
    ///
    /// @param marks `##` and the space behind them
    private record Line(int number, String marks, String words) {}

    private Headings() {}

    /// The lines to be replaced, by their numbers.
    static Map<Integer, String> fixed(TextDocument document) {
        var changed = new TreeMap<Integer, String>();
        Set<SectionKind> present = EnumSet.noneOf(SectionKind.class);
        List<Line> headings = headings(document);
        headings.forEach(line -> SectionKind.of(line.words()).ifPresent(present::add));
        for (Line line : headings) {
            Optional<SectionKind> kind = SectionKind.of(line.words());
            String words = withoutColon(line.words());
            if (kind.isEmpty()) {
                Optional<SectionKind> meant = misspelt(words);
                if (meant.isEmpty() || !present.add(meant.get())) {
                    continue;
                }
                words = meant.get().title();
            }
            String mended = spaced(line.marks()) + words;
            if (!mended.equals(line.marks() + line.words())) {
                changed.put(line.number(), mended);
            }
        }
        return changed;
    }

    private static List<Line> headings(TextDocument document) {
        var headings = new ArrayList<Line>();
        boolean isCode = false;
        for (int i = 0; i < document.lines().size(); i++) {
            String line = document.lines().get(i).text();
            isCode ^=
                    line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
            int marks = 0;
            while (marks < line.length() && line.charAt(marks) == '#') {
                marks++;
            }
            if (isCode || marks == 0 || marks > 6) {
                continue;
            }
            int words = marks;
            while (words < line.length() && line.charAt(words) == ' ') {
                words++;
            }
            boolean isClosed = line.stripTrailing().endsWith("#");
            boolean isTag = words == marks && marks == 1;
            if (words < line.length() && !isClosed && !isTag) {
                headings.add(new Line(i + 1, line.substring(0, words), line.substring(words)));
            }
        }
        return headings;
    }

    private static String spaced(String marks) {
        return marks.endsWith(" ") ? marks : marks + " ";
    }

    private static String withoutColon(String words) {
        String bare = words.stripTrailing();
        return bare.length() > 1 && bare.endsWith(":")
                ? bare.substring(0, bare.length() - 1).stripTrailing()
                : words;
    }

    private static Optional<SectionKind> misspelt(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        return lower.length() < 8 || lower.length() > 30
                ? Optional.empty()
                : Arrays.stream(SectionKind.values())
                        .filter(kind ->
                                slips(lower, kind.title().toLowerCase(Locale.ROOT)) <= MOST_SLIPS)
                        .findFirst();
    }

    /// The letters to add, drop or replace.
    private static int slips(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
