package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into sentences at full stops that end one.
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "e.g", "i.e", "max", "min", "no", "approx", "incl", "resp", "bzw", "z.b", "vs",
                    "cf", "ca");

    private static final Pattern LABEL =
            Pattern.compile("[*_]{0,2}[A-Z][A-Za-z ]{1,30}[*_]{0,2}:[*_]{0,2} ?\\S");

    /// The number of a requirement, or a word in bold for what the paragraph is about: neither asks for anything.
    private static final Pattern LEAD =
            Pattern.compile(
                    "\\s*(?:[*_]{0,2}[A-Z]{1,5}-?\\d{1,3}(?:\\.\\d{1,3})?[*_]{0,2}[:.)][*_]{0,2}\\s+"
                            + "|\\*\\*(?i:the )?(?i:requests?|responses?|answers?|path|route|body|parameters?|fields?|errors?|failures?|success|result|behaviou?r|validation|constraints?|purpose|effects?|rules?|input|output|what it does|details?|notes?)\\.\\*\\*\\s+)(?=\\S)");

    private Sentences() {}

    static List<SourcedText> of(SourcedText all) {
        Matcher lead = LEAD.matcher(all.text());
        SourcedText words = lead.lookingAt() ? all.part(lead.end(), all.text().length()) : all;
        String text = words.text();
        var sentences = new ArrayList<SourcedText>();
        if (isOfLabels(text)) {
            lines(words, sentences);
            return sentences;
        }
        boolean isCode = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isCode ^= c == '`';
            if (!isCode && isEnd(text, i)) {
                add(words, start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(words, start, text.length(), sentences);
        return sentences;
    }

    /// Whether every line says `Method: PUT`, one fact each.
    private static boolean isOfLabels(String text) {
        return text.indexOf('\n') > 0
                && text.lines().allMatch(line -> LABEL.matcher(line).lookingAt());
    }

    private static void lines(SourcedText words, List<SourcedText> sentences) {
        int start = 0;
        for (String line : words.text().split("\n", -1)) {
            if (!line.isBlank()) {
                sentences.addAll(of(words.part(start, start + line.length())));
            }
            start += line.length() + 1;
        }
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && "*_)".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next >= text.length() || !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean opens =
                next < text.length()
                        && (Character.isUpperCase(text.charAt(next))
                                || "`*_\"'(/".indexOf(text.charAt(next)) >= 0
                                || Character.isDigit(text.charAt(next)));
        return opens && !ABBREVIATIONS.contains(lastWord(text, at));
    }

    private static String lastWord(String text, int end) {
        int start = end;
        while (start > 0
                && end - start < 12
                && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static void add(SourcedText words, int start, int end, List<SourcedText> sentences) {
        String text = words.text();
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(words.part(from, to));
        }
    }
}
