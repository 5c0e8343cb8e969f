package kiro.spec.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.spec.SectionKind;

/// The headings that are open at a place of a spec, and what they make of the text there.
final class Outline {
    private static final Set<String> FREE =
            Set.of(
                    "notes",
                    "note",
                    "open questions",
                    "questions",
                    "out of scope",
                    "non-goals",
                    "non goals",
                    "nongoals",
                    "scope",
                    "motivation",
                    "rationale",
                    "why",
                    "examples",
                    "example",
                    "glossary",
                    "references",
                    "links",
                    "history",
                    "changelog",
                    "testing",
                    "test plan",
                    "test strategy",
                    "tests",
                    "rollout",
                    "rollout plan",
                    "migration",
                    "migration plan",
                    "alternatives",
                    "risks",
                    "future work",
                    "todo",
                    "tasks",
                    "appendix",
                    "user story",
                    "user stories",
                    "story",
                    "implementation plan",
                    "technical details",
                    "tech notes",
                    "discussion",
                    "decisions",
                    "stakeholders",
                    "timeline",
                    "plan",
                    "monitoring",
                    "see also",
                    "remarks",
                    "further reading",
                    "implementation hints",
                    "example request",
                    "example response",
                    "sample",
                    "deployment",
                    "use case",
                    "use cases",
                    "background and motivation",
                    "ideas");
    private static final Pattern DECORATION =
            Pattern.compile("^[\\d.\\s)]+|[*_`:]|\\([^)]{0,80}\\)");

    private final Deque<Open> open = new ArrayDeque<>();
    private boolean isFirst = true;

    private record Open(int level, Part.Kind kind, Optional<Route> route) {}

    void enter(String heading, int level) {
        while (!open.isEmpty() && open.peek().level() >= level) {
            open.pop();
        }
        Optional<Route> route =
                RouteWords.in(Lexer.tokens(shortened(heading))).stream().findFirst();
        open.push(new Open(level, kindOf(heading), route.or(this::route)));
        isFirst = false;
    }

    private static String shortened(String heading) {
        return heading.length() > 300 ? heading.substring(0, 300) : heading;
    }

    Part.Kind kind() {
        return open.isEmpty() ? Part.Kind.OVERVIEW : open.peek().kind();
    }

    Optional<Route> route() {
        return open.isEmpty() ? Optional.empty() : open.peek().route();
    }

    private Part.Kind kindOf(String heading) {
        Optional<SectionKind> known = SectionKind.of(heading);
        if (known.isPresent()) {
            return switch (known.get()) {
                case OVERVIEW -> Part.Kind.OVERVIEW;
                case REQUIREMENTS, CONSTRAINTS -> Part.Kind.READ;
                case ACCEPTANCE_CRITERIA -> Part.Kind.CRITERIA;
                case TECHNICAL_APPROACH -> Part.Kind.FREE;
            };
        }
        String words = DECORATION.matcher(shortened(heading)).replaceAll("").strip();
        if (FREE.contains(words.toLowerCase(Locale.ROOT))) {
            return Part.Kind.FREE;
        }
        if (open.isEmpty()) {
            return isFirst ? Part.Kind.OVERVIEW : Part.Kind.READ;
        }
        Part.Kind above = open.peek().kind();
        return above == Part.Kind.OVERVIEW && open.size() == 1 ? Part.Kind.READ : above;
    }
}
