package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;

/// Paths of routes, as lists of names and parameters.
public final class Paths {
    private Paths() {}

    public static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    public static String join(String base, String path) {
        var segments = new ArrayList<>(segments(base));
        segments.addAll(segments(path));
        return "/" + String.join("/", segments);
    }

    public static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /// The name of a parameter, without braces and expression.
    public static String parameter(String segment) {
        String name = segment.substring(1, segment.length() - 1);
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    /// Whether two paths are the same but for the names of their parameters.
    public static boolean isSame(String a, String b) {
        List<String> left = segments(a);
        List<String> right = segments(b);
        return left.size() == right.size() && startsWith(left, right);
    }

    /// Whether the path begins with the segments of the other, names of parameters aside.
    public static boolean startsWith(List<String> path, List<String> start) {
        if (path.size() < start.size()) {
            return false;
        }
        for (int i = 0; i < start.size(); i++) {
            boolean isSame =
                    isParameter(path.get(i))
                            ? isParameter(start.get(i))
                            : path.get(i).equals(start.get(i));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /// How many segments two paths have in common at their start.
    public static int shared(String a, String b) {
        List<String> left = segments(a);
        List<String> right = segments(b);
        int count = 0;
        while (count < Math.min(left.size(), right.size())
                && startsWith(List.of(left.get(count)), List.of(right.get(count)))) {
            count++;
        }
        return count;
    }
}
