package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The path of an endpoint, with its parameters in braces: `/users/{id}/profile`.
public record PathTemplate(String value) {
    public PathTemplate {
        if (!value.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with '/': " + value);
        }
    }

    /// The path with every parameter in braces, however the text marks them: `{id}`, `:id`, `<id>`.
    static PathTemplate of(String text) {
        String bare =
                text.length() > 1 && text.endsWith("/")
                        ? text.substring(0, text.length() - 1)
                        : text;
        var segments = new ArrayList<String>();
        for (String segment : bare.split("/", -1)) {
            if (segment.length() > 1 && segment.startsWith(":")) {
                segments.add("{" + segment.substring(1) + "}");
            } else if (segment.length() > 2 && segment.startsWith("<") && segment.endsWith(">")) {
                segments.add("{" + segment.substring(1, segment.length() - 1) + "}");
            } else {
                segments.add(segment);
            }
        }
        return new PathTemplate(segments.size() == 1 ? "/" : String.join("/", segments));
    }

    /// The parts between the slashes; none for the root.
    public List<String> segments() {
        return value.equals("/") ? List.of() : Arrays.asList(value.substring(1).split("/", -1));
    }

    /// The names of the parameters, from left to right.
    public List<String> parameters() {
        return segments().stream()
                .filter(PathTemplate::isParameter)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    /// Whether the other path is this one, with any words in the place of the parameters.
    public boolean covers(PathTemplate other) {
        List<String> mine = segments();
        List<String> theirs = other.segments();
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!isParameter(mine.get(i)) && !mine.get(i).equals(theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isParameter(String segment) {
        return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return value;
    }
}
