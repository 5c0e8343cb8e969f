package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A name in a path whose value another file has, or only a run would tell.
final class OpenName {
    private static final String MARK = "\u0001";
    private static final Pattern NAME = Pattern.compile(MARK + "([^" + MARK + "]*)" + MARK);

    private final Map<String, Set<String>> values = new HashMap<>();

    OpenName(List<FileFacts> files) {
        for (FileFacts file : files) {
            file.paths()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
        }
    }

    /// @param spelled as in `settings.api_prefix`
    static String marked(String spelled) {
        return MARK + spelled.replaceFirst("^.*[.:]", "").strip() + MARK;
    }

    /// The path with the values that all files agree on; a name that has none stands as `{name}`.
    String resolve(String path) {
        if (!path.contains(MARK)) {
            return path;
        }
        String known =
                NAME.matcher(path)
                        .replaceAll(match -> {
                            var found =
                                    new ArrayList<>(values.getOrDefault(match.group(1), Set.of()));
                            return found.size() == 1
                                    ? RoutePath.normal(found.getFirst())
                                    : "{" + match.group(1) + "}";
                        });
        return known.replaceAll("/{2,}", "/");
    }
}
