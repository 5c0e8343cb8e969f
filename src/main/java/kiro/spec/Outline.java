package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.Remembered;

/// The headings above a place in a spec, and what they make of it.
final class Outline {
    private static final String REQUIREMENT = "requirement";

    /// `Requirement 3`, under which the criteria are numbered 3.1, 3.2, ...
    private static final Pattern NUMBERED_REQUIREMENT =
            Pattern.compile("(?i)" + REQUIREMENT + "\\s+(\\d{1,3}(?:\\.\\d{1,3})*)\\b.*");

    /// Below these, a list is a remark, wherever they stand.
    private static final Set<String> REMARKS =
            Set.of(
                    "note",
                    "notes",
                    "remarks",
                    "example",
                    "examples",
                    "out of scope",
                    "non goals",
                    "open questions",
                    "questions",
                    "references");

    /// What headings say that are none of a section which every spec has.
    private static final Remembered<Boolean> IS_REMARK =
            new Remembered<>(heading -> REMARKS.contains(SectionKind.words(heading)));

    private final List<Entry> above = new ArrayList<>();

    private record Entry(Heading heading, Optional<SectionKind> kind, boolean isRemark) {}

    void enter(Heading heading) {
        while (!above.isEmpty() && above.getLast().heading().level() >= heading.level()) {
            above.removeLast();
        }
        Optional<SectionKind> kind = SectionKind.of(heading.words());
        above.add(new Entry(heading, kind, kind.isEmpty() && isRemark(heading.words())));
    }

    static boolean isRemark(String heading) {
        return IS_REMARK.of(heading);
    }

    /// The kind of section that the place belongs to: that of the nearest heading above that has one.
    Optional<SectionKind> kind() {
        for (Entry entry : above.reversed()) {
            if (entry.isRemark()) {
                return Optional.empty();
            }
            if (entry.kind().isPresent()) {
                return entry.kind();
            }
        }
        return Optional.empty();
    }

    /// The number of the requirement whose criteria stand here, where headings number the requirements.
    Optional<String> requirementNumber() {
        for (int i = above.size() - 1; i >= 0; i--) {
            String words = above.get(i).heading().words();
            if (words.regionMatches(true, 0, REQUIREMENT, 0, REQUIREMENT.length())) {
                Matcher numbered = NUMBERED_REQUIREMENT.matcher(words);
                if (numbered.matches()) {
                    return Optional.of(numbered.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
