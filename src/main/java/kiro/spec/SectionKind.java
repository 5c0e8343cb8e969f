package kiro.spec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.Remembered;

/// The sections that every spec has, whatever a person calls them.
public enum SectionKind {
    OVERVIEW(
            "Overview",
            "introduction",
            "summary",
            "description",
            "background",
            "context",
            "purpose",
            "goal",
            "goals"),
    REQUIREMENTS(
            "Requirements",
            "requirement",
            "functional requirements",
            "user stories",
            "user requirements"),
    ACCEPTANCE_CRITERIA(
            "Acceptance Criteria",
            "acceptance criterion",
            "acceptance",
            "acceptance tests",
            "criteria",
            "criterion",
            "success criteria",
            "definition of done"),
    TECHNICAL_APPROACH(
            "Technical Approach",
            "approach",
            "technical design",
            "technical notes",
            "design",
            "architecture",
            "implementation",
            "implementation approach",
            "implementation notes",
            "proposed fix"),
    CONSTRAINTS("Constraints", "constraint", "limitations", "technical constraints");

    private static final Map<String, SectionKind> BY_NAME = byName();
    private static final Remembered<Optional<SectionKind>> KNOWN =
            new Remembered<>(SectionKind::named);

    private final String title;

    /// In lower case, the title first; unmodifiable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    SectionKind(String title, String... synonyms) {
        this.title = title;
        this.names =
                Stream.concat(Stream.of(title.toLowerCase(Locale.ROOT)), Arrays.stream(synonyms))
                        .toList();
    }

    /// How the heading is best written.
    public String title() {
        return title;
    }

    /// The kind of section that a heading opens; empty for a free section.
    public static Optional<SectionKind> of(String heading) {
        return KNOWN.of(heading);
    }

    private static Optional<SectionKind> named(String heading) {
        return Optional.ofNullable(BY_NAME.get(words(heading)));
    }

    private static Map<String, SectionKind> byName() {
        var kinds = new HashMap<String, SectionKind>();
        for (SectionKind kind : values()) {
            kind.names.forEach(name -> kinds.putIfAbsent(name, kind));
        }
        return kinds;
    }

    /// A heading's words in lower case, without numbering, remarks in parentheses and decoration.
    static String words(String heading) {
        var words = new StringBuilder();
        int open = 0;
        boolean isPending = false;
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            open += c == '(' ? 1 : c == ')' && open > 0 ? -1 : 0;
            boolean isNumbering = words.isEmpty() && Character.isDigit(c);
            if (open > 0 || isNumbering || !Character.isLetterOrDigit(c)) {
                isPending = !words.isEmpty();
                continue;
            }
            if (isPending) {
                words.append(' ');
                isPending = false;
            }
            words.append(Character.toLowerCase(c));
        }
        return words.toString();
    }
}
