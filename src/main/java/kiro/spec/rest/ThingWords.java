package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a spec calls the things in a list where the path has another word: the entries of a glossary.
final class ThingWords {
    private static final List<Pattern> FRAMES =
            List.of(
                    Pattern.compile(
                            "(?im)^(?:#+ |\\*\\*)?(?:response )?(?:fields|properties|body|columns) (?:of|for|in) (?:each|every|one|an?|the) ([a-z]+)(?:\\*\\*)?[: ]*$"),
                    Pattern.compile(
                            "(?im)^(?:#+ |\\*\\*)?(?:each|every) ([a-z]+) (?:of|in) the (?:list|answer|response|result)(?: (?:has|with|consists of))?(?:\\*\\*)?[: ]*$"));
    private static final Set<String> USUAL = Set.of("entry", "item", "element", "record", "row");
    private static final Set<String> NONE =
            Set.of(
                    "request",
                    "response",
                    "answer",
                    "body",
                    "list",
                    "array",
                    "object",
                    "result",
                    "page",
                    "error",
                    "query",
                    "problem",
                    "element",
                    "item",
                    "record",
                    "row");

    private ThingWords() {}

    static Set<String> in(String text, List<Route> routes) {
        var words = new HashSet<String>();
        if (routes.size() != 1 || !isList(routes.getFirst())) {
            return words;
        }
        for (Pattern frame : FRAMES) {
            Matcher found = frame.matcher(text);
            while (found.find()) {
                String word = Words.singular(found.group(1).toLowerCase(Locale.ROOT));
                if (!NONE.contains(word)) {
                    words.add(word);
                }
            }
        }
        words.addAll(USUAL);
        return words;
    }

    private static boolean isList(Route route) {
        List<String> segments = route.path().segments();
        return route.method() == HttpMethod.GET
                && !segments.isEmpty()
                && !segments.getLast().startsWith("{");
    }
}
