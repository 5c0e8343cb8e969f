package kiro.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kind of work that a step is, told from its words and the files it names: the same for the same step, and explained.
///
/// @param why in words; empty where it is plain code
public record WorkKind(Purpose purpose, String why) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern PART = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern TEST =
            Pattern.compile(
                    "(?:^|.*/)(?:tests?|__tests__|spec)/.*|.*(?:Tests?|IT|Spec)\\.[a-z]+|.*(?:^|/)test_[^/]*|.*[._](?:test|spec)\\.[a-z]+");

    /// @param action what the step says
    /// @param files that it names
    public static WorkKind of(String action, List<String> files) {
        Optional<String> security = security(action, files);
        if (security.isPresent()) {
            return new WorkKind(Purpose.SECURITY, security.get());
        }
        return !files.isEmpty() && files.stream().allMatch(file -> TEST.matcher(file).matches())
                ? new WorkKind(Purpose.TESTS, "the step is about tests alone")
                : new WorkKind(Purpose.CODE, "");
    }

    private static Optional<String> security(String action, List<String> files) {
        var table = new RouteTable();
        Set<String> words = Set.copyOf(table.words("security.words"));
        Optional<String> said =
                WORD.matcher(action.toLowerCase(Locale.ROOT))
                        .results()
                        .map(match -> match.group())
                        .filter(words::contains)
                        .findFirst()
                        .map(word -> "the step says '%s'".formatted(word));
        if (said.isPresent()) {
            return said;
        }
        Set<String> parts = Set.copyOf(table.words("security.paths"));
        return files.stream()
                .filter(file -> !TEST.matcher(file).matches())
                .filter(file -> parts(file).anyMatch(parts::contains))
                .findFirst()
                .map("the step names %s"::formatted);
    }

    /// `SessionFilter.java` has the parts `session`, `filter` and `java`.
    private static Stream<String> parts(String file) {
        return Arrays.stream(PART.split(file)).map(part -> part.toLowerCase(Locale.ROOT));
    }
}
