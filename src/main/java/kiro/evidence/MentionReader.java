package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.CriterionRef;
import kiro.text.SourceSpan;

/// Finds what may name a criterion in the tags, titles, names and comments of a test. In a tag or title a
/// name stands for itself; a comment names a criterion only at the start of a line or after a key word,
/// because prose speaks of criteria without proving them.
final class MentionReader {
    private static final String SPEC = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_])?";
    private static final String ID = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
    private static final String NOT_AFTER = "(?<![\\w#./-])";
    private static final String NOT_BEFORE = "(?![\\w#/-])";

    private static final Pattern NAMED =
            Pattern.compile(NOT_AFTER + "(" + SPEC + ")#(" + ID + ")" + NOT_BEFORE);
    private static final Pattern BARE =
            Pattern.compile(NOT_AFTER + "(?=[A-Za-z])(" + ID + ")" + NOT_BEFORE);
    private static final Pattern IN_LIST =
            Pattern.compile(
                    "\\G[\\s,;&\\[(\"'`]*(?:(?:and|or)\\s+)?(?:requirements?\\s+)?"
                            + "(?:("
                            + SPEC
                            + ")#)?("
                            + ID
                            + ")(?![\\w#/-])[\\])\"'`]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DECORATION = Pattern.compile("^[\\s/*#!]*(?:\"{3}|'{3})?[\\s*_]*");
    private static final Pattern KEY_WORD =
            Pattern.compile(
                    "^@?(?:criterion|criteria|covers|proves|verifies|validates)\\b[\\s*_]*([:(]?)[\\s*_]*"
                            + "(?:(?:acceptance\\s+)?(?:requirements?|criteria|criterion)\\b\\s*:?\\s*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern VALIDATES =
            Pattern.compile("\\bvalidates:\\s*(?:requirements?\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEATURE =
            Pattern.compile("\\bfeature:\\s*(" + SPEC + ")", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROPERTY =
            Pattern.compile(
                    "\\bfeature:\\s*(" + SPEC + ")\\s*,\\s*property\\s+(\\d+(?:\\.\\d+)*)",
                    Pattern.CASE_INSENSITIVE);

    private MentionReader() {}

    /// What a tag names: a list of criteria, and nothing else.
    static List<Mention> inTag(String tag, SourceSpan span) {
        String list = tag.strip().replaceFirst("^@", "");
        var found = new ArrayList<Mention>();
        return readList(list, 0, offset -> span, found) == list.length() ? found : List.of();
    }

    /// What the title of a test names.
    static List<Mention> inTitle(String title, SourceSpan span) {
        var found = new ArrayList<Mention>();
        var rest = new StringBuilder(title);
        Matcher named = NAMED.matcher(title);
        while (named.find()) {
            ref(named.group(1), named.group(2))
                    .ifPresent(ref -> found.add(new Mention.Named(ref, span)));
            blank(rest, named.start(), named.end());
        }
        property(title, offset -> span, found);
        Matcher validates = VALIDATES.matcher(rest);
        if (validates.find()) {
            int end = readList(rest.toString(), validates.end(), offset -> span, found);
            blank(rest, validates.start(), end);
        }
        Matcher bare = BARE.matcher(rest);
        while (bare.find()) {
            if (hasDigit(bare.group(1))) {
                found.add(new Mention.Bare(bare.group(1), span));
            }
        }
        return found;
    }

    /// What the name of a function names: without a number in it, nothing.
    static List<Mention> inIdentifier(String name, SourceSpan span) {
        return hasDigit(name) ? List.of(new Mention.Identifier(name, span)) : List.of();
    }

    /// What a comment names.
    ///
    /// @param start the offset of the comment in the text of these places
    static List<Mention> inComment(String comment, int start, Places places) {
        var found = new ArrayList<Mention>();
        int offset = 0;
        for (String line : comment.split("\n", -1)) {
            int lineStart = start + offset;
            inLine(line, at -> place(places, lineStart + at), found);
            offset += line.length() + 1;
        }
        return found;
    }

    /// The spec that a comment or title is about as a whole: `Feature: user-profile, Property 3`.
    static Optional<String> feature(String text) {
        Matcher matcher = FEATURE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static void property(String text, Spans spans, List<Mention> found) {
        Matcher property = PROPERTY.matcher(text);
        if (property.find()) {
            found.add(
                    new Mention.Property(
                            property.group(1), property.group(2), spans.at(property.start())));
        }
    }

    private static void inLine(String line, Spans spans, List<Mention> found) {
        found.addAll(TracingMarks.in(line, TracingMarks.Role.TEST, spans));
        property(line, spans, found);
        if (line.indexOf('#') < 0 && !hasDigit(line)) {
            return;
        }
        Matcher decoration = DECORATION.matcher(line);
        int start = decoration.find() ? decoration.end() : 0;
        Matcher key = KEY_WORD.matcher(line).region(start, line.length());
        if (key.find()) {
            var listed = new ArrayList<Mention>();
            readList(line, key.end(), spans, listed);
            boolean isMarked = !key.group(1).isEmpty() || line.charAt(start) == '@';
            listed.stream()
                    .filter(mention -> isMarked || mention instanceof Mention.Named)
                    .forEach(found::add);
            return;
        }
        var listed = new ArrayList<Mention>();
        int end = readList(line, start, spans, listed);
        if (listed.isEmpty()) {
            return;
        }
        boolean isNamed = listed.getFirst() instanceof Mention.Named;
        boolean isBareMark =
                Character.isLetter(line.charAt(firstLetterOrDigit(line, start)))
                        && line.substring(end).strip().matches("(?s)|[:\u2013\u2014-].*|\\*/.*");
        if (isNamed || isBareMark) {
            found.addAll(listed);
        }
    }

    private static int firstLetterOrDigit(String line, int from) {
        int i = from;
        while (!Character.isLetterOrDigit(line.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Reads ids for as long as there are any; answers where they end.
    private static int readList(String text, int from, Spans spans, List<Mention> found) {
        Matcher item = IN_LIST.matcher(text).region(from, text.length());
        item.useTransparentBounds(true);
        int end = from;
        while (item.find()) {
            SourceSpan span = spans.at(item.start(item.group(1) == null ? 2 : 1));
            if (item.group(1) != null) {
                ref(item.group(1), item.group(2))
                        .ifPresent(ref -> found.add(new Mention.Named(ref, span)));
            } else if (hasDigit(item.group(2))) {
                found.add(new Mention.Bare(item.group(2), span));
            } else {
                return end;
            }
            end = item.end();
        }
        return end;
    }

    private static Optional<CriterionRef> ref(String spec, String id) {
        return CriterionRef.parse(spec + "#" + id);
    }

    private static boolean hasDigit(String id) {
        return id.chars().anyMatch(Character::isDigit);
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static SourceSpan place(Places places, int offset) {
        return places.span(offset, offset);
    }

    /// Gives the place of an offset.
    interface Spans {
        SourceSpan at(int offset);
    }
}
