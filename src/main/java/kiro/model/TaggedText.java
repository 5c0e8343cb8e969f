package kiro.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A part of a prompt with a name: `<spec name="x">` on a line, the body, `</spec>` on a line. The body
/// may hold anything: a line that could be read as the end of the part is escaped with a backslash.
///
/// @param attributes in the order they are written
public record TaggedText(String tag, SequencedMap<String, String> attributes, String body) {
    private static final Pattern OPENING = Pattern.compile("<([a-z-]+)((?: [a-z-]+=\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");

    public TaggedText {
        attributes =
                java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }

    public static TaggedText of(String tag, String body) {
        return new TaggedText(tag, new LinkedHashMap<>(), body);
    }

    public static TaggedText of(String tag, Map<String, String> attributes, String body) {
        return new TaggedText(tag, new LinkedHashMap<>(attributes), body);
    }

    /// The value of an attribute, empty where it has none.
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /// The part as it stands in a prompt, with a line end at its end.
    public String render() {
        var text = new StringBuilder("<").append(tag);
        attributes.forEach((name, value) ->
                text.append(' ').append(name).append("=\"").append(quoted(value)).append('"'));
        text.append(">\n").append(body.replaceAll("(?m)^(\\\\*</" + tag + ">)", "\\\\$1"));
        return text.append(body.endsWith("\n") ? "" : "\n")
                .append("</")
                .append(tag)
                .append(">\n")
                .toString();
    }

    /// The parts at the top level of a prompt, in order.
    public static List<TaggedText> findAll(String prompt) {
        var found = new ArrayList<TaggedText>();
        String[] lines = prompt.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var opening = OPENING.matcher(lines[i]);
            if (!opening.matches()) {
                continue;
            }
            String closing = "</" + opening.group(1) + ">";
            var body = new StringBuilder();
            int at = i + 1;
            while (at < lines.length && !lines[at].equals(closing)) {
                body.append(unescaped(lines[at], closing)).append('\n');
                at++;
            }
            if (at < lines.length) {
                found.add(of(opening.group(1), attributesOf(opening.group(2)), body.toString()));
                i = at;
            }
        }
        return List.copyOf(found);
    }

    /// The last part with this name in a prompt.
    public static Optional<TaggedText> find(String prompt, String tag) {
        return findAll(prompt).reversed().stream()
                .filter(part -> part.tag().equals(tag))
                .findFirst();
    }

    private static String unescaped(String line, String closing) {
        return line.matches("\\\\+" + Pattern.quote(closing)) ? line.substring(1) : line;
    }

    private static Map<String, String> attributesOf(String text) {
        var attributes = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            attributes.put(
                    matcher.group(1),
                    matcher.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
        }
        return attributes;
    }

    private static String quoted(String value) {
        return value.replace("&", "&amp;").replace("\"", "&quot;").replace('\n', ' ');
    }
}
