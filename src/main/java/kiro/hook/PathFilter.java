package kiro.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// Which files a hook is about: those that fit one of the patterns and none of the exceptions.
///
/// @param expression a regular expression that fits somewhere in the path, as today's Kiro has them
public record PathFilter(
        List<PathGlob> patterns, List<PathGlob> exceptions, Optional<Pattern> expression) {
    static final PathFilter ALL = new PathFilter(List.of(), List.of(), Optional.empty());

    public PathFilter {
        patterns = List.copyOf(patterns);
        exceptions = List.copyOf(exceptions);
    }

    static PathFilter of(List<PathGlob> patterns, List<PathGlob> exceptions) {
        return new PathFilter(patterns, exceptions, Optional.empty());
    }

    /// A matcher of today's Kiro: a regular expression, or, as in many real files, patterns of paths with `|` between
    /// them; empty when it is neither.
    static Optional<PathFilter> parse(String matcher) {
        if (matcher.isBlank() || matcher.equals("*")) {
            return Optional.of(ALL);
        }
        if (looksLikePatterns(matcher)) {
            List<Optional<PathGlob>> globs =
                    Stream.of(matcher.split("\\|")).map(PathGlob::parse).toList();
            return globs.stream().allMatch(Optional::isPresent)
                    ? Optional.of(of(globs.stream().flatMap(Optional::stream).toList(), List.of()))
                    : Optional.empty();
        }
        try {
            return Optional.of(
                    new PathFilter(List.of(), List.of(), Optional.of(Pattern.compile(matcher))));
        } catch (PatternSyntaxException neither) {
            return Optional.empty();
        }
    }

    /// A star that repeats nothing is none of a regular expression, and neither are two.
    private static boolean looksLikePatterns(String matcher) {
        return matcher.matches("\\*.*|.*[/|{,]\\*.*|.*\\*\\*.*");
    }

    public boolean includesAll() {
        return equals(ALL);
    }

    public boolean includes(String path) {
        boolean fits =
                (patterns.isEmpty() && expression.isEmpty())
                        || patterns.stream().anyMatch(glob -> glob.matches(path))
                        || expression.filter(each -> BoundedText.finds(each, path)).isPresent();
        return fits && exceptions.stream().noneMatch(glob -> glob.matches(path));
    }

    @Override
    public String toString() {
        String fits =
                expression
                        .map(Pattern::pattern)
                        .orElse(patterns.isEmpty() ? "all files" : joined(patterns));
        return exceptions.isEmpty() ? fits : fits + " but not " + joined(exceptions);
    }

    private static String joined(List<PathGlob> globs) {
        return String.join(", ", globs.stream().map(PathGlob::toString).toList());
    }
}
