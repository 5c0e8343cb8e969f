package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The headings of a Markdown text, each with what stands below it up to the next one of its rank.
record Sections(List<Section> all) {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*\\s*");

    Sections {
        all = List.copyOf(all);
    }

    /// @param level 1 for a title
    /// @param line of the heading, from 1
    record Section(String heading, int level, int line, String body) {}

    static Sections of(String text) {
        List<String> lines = text.lines().toList();
        var starts = new ArrayList<Section>();
        boolean isCode = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            isCode ^= line.stripLeading().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!isCode && heading.matches()) {
                starts.add(new Section(heading.group(2), heading.group(1).length(), i + 1, ""));
            }
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < starts.size(); i++) {
            Section start = starts.get(i);
            int end = lines.size();
            for (int j = i + 1; j < starts.size() && end == lines.size(); j++) {
                end = starts.get(j).level() <= start.level() ? starts.get(j).line() - 1 : end;
            }
            sections.add(
                    new Section(
                            start.heading(),
                            start.level(),
                            start.line(),
                            String.join("\n", lines.subList(start.line(), end)).strip()));
        }
        return new Sections(sections);
    }

    Optional<Section> named(String heading) {
        return all.stream()
                .filter(section -> section.heading().equalsIgnoreCase(heading))
                .findFirst();
    }
}
