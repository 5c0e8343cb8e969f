package kiro.spec.rule;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.text.Remembered;

/// The terms that a spec defines, in a section called Glossary, Terms or Definitions: each at the head of a list item
/// or of a table row.
final class Glossary {
    private static final Set<String> HEADINGS =
            Set.of("glossary", "terms", "definitions", "terminology", "abbreviations");

    private static final Remembered<Boolean> IS_HEADING =
            new Remembered<>(
                    heading -> HEADINGS.contains(heading.strip().toLowerCase(Locale.ROOT)));

    /// As they are written, by their letters alone.
    private final Map<String, String> terms;

    private Glossary(Map<String, String> terms) {
        this.terms = Map.copyOf(terms);
    }

    static Glossary of(Spec spec) {
        var terms = new LinkedHashMap<String, String>();
        for (Section section : spec.sections()) {
            if (IS_HEADING.of(section.heading())) {
                section.body().lines().forEach(line -> add(line.strip(), terms));
            }
        }
        return new Glossary(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    boolean defines(String term) {
        return terms.containsKey(letters(term));
    }

    /// How the glossary writes a term.
    Optional<String> spelling(String term) {
        return Optional.ofNullable(terms.get(letters(term)));
    }

    private static void add(String line, Map<String, String> terms) {
        if (line.isEmpty() || "-*+|".indexOf(line.charAt(0)) < 0) {
            return;
        }
        String words = line.substring(1).strip();
        int end = end(words, line.charAt(0) == '|');
        if (end > 0) {
            String term = words.substring(0, end).replaceAll("[*`]|^_+|_+$", "").strip();
            if (!term.isEmpty() && !letters(term).isEmpty()) {
                terms.putIfAbsent(letters(term), term);
            }
        }
    }

    private static int end(String words, boolean isRow) {
        for (int i = 0; i < Math.min(words.length(), 80); i++) {
            char c = words.charAt(i);
            boolean isDash = (c == '-' || c == '\u2013' || c == '\u2014') && i > 0;
            boolean isSpaced = isDash && words.charAt(i - 1) == ' ';
            if (isRow ? c == '|' : c == ':' || isSpaced) {
                return i;
            }
        }
        return 0;
    }

    private static String letters(String term) {
        var letters = new StringBuilder();
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }
}
