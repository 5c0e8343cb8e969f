package kiro.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import kiro.persona.ToolPatterns;

/// Which tools a hook is about: tags, names and patterns as agent files have them, or a regular expression over names.
public record ToolFilter(ToolPatterns patterns, Optional<Pattern> expression) {
    static final ToolFilter ALL = new ToolFilter(ToolPatterns.ALL, Optional.empty());

    static ToolFilter of(List<String> words) {
        return words.isEmpty() ? ALL : new ToolFilter(new ToolPatterns(words), Optional.empty());
    }

    /// Empty when it is no regular expression.
    static Optional<ToolFilter> parse(String matcher) {
        if (matcher.isBlank() || matcher.equals("*")) {
            return Optional.of(ALL);
        }
        var words = new ToolPatterns(Stream.of(matcher.split("\\|")).map(String::strip).toList());
        try {
            return Optional.of(new ToolFilter(words, Optional.of(Pattern.compile(matcher))));
        } catch (PatternSyntaxException noExpression) {
            return matcher.matches("[\\w@*?/|. -]+")
                    ? Optional.of(new ToolFilter(words, Optional.empty()))
                    : Optional.empty();
        }
    }

    /// @param tool its name in this program
    public boolean includes(String tool) {
        return patterns.include(tool)
                || expression.filter(each -> BoundedText.finds(each, tool)).isPresent();
    }

    @Override
    public String toString() {
        return patterns.equals(ToolPatterns.ALL) ? "all tools" : patterns.toString();
    }
}
