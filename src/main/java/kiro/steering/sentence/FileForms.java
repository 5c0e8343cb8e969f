package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.TextPattern;
import kiro.text.PathGlob;

/// Makes demands of sentences about the names of files and the files that belong to them.
final class FileForms {
    private static final Pattern NAME = Pattern.compile("\\*(\\.[\\w.-]+)");

    private FileForms() {}

    /// "Every `*.service.ts` has a `*.service.test.ts`": the star is the same word in both.
    static List<Demand> companion(Reading reading) {
        String first = text(reading, "first");
        String second = text(reading, "second");
        var one = NAME.matcher(first);
        var other = NAME.matcher(second);
        if (!one.matches() || !other.matches() || first.equals(second)) {
            return List.of();
        }
        List<String> places =
                reading.all("home", Meaning.Parts.class).stream()
                        .flatMap(some -> some.parts().stream())
                        .flatMap(part -> part.path().stream())
                        .map(path -> path.toString().replaceAll("\\*\\*$", ""))
                        .toList();
        boolean isClear = places.size() <= 1 && !reading.has("scope");
        String place = places.isEmpty() ? "" : places.getFirst();
        return isClear
                ? List.of(
                        new Demand.Every(
                                new Declared(
                                        first,
                                        Set.of(),
                                        Declared.Reach.ANY,
                                        Optional.of(Part.ofPath(first)),
                                        List.of()),
                                new Quality.Companion(place + "{name}" + other.group(1))))
                : List.of();
    }

    /// Only what is named like a test of that language at all: helpers and fixtures are none.
    static List<Demand> testsNamed(Reading reading) {
        String glob = text(reading, "pattern");
        String ending = glob.substring(glob.lastIndexOf('.') + 1);
        boolean isName = glob.matches("[\\w*.-]*\\*[\\w*.-]*\\.[a-z]+");
        List<PathGlob> tests =
                tests(ending).flatMap(name -> PathGlob.parse(name).stream()).toList();
        if (!isName || tests.isEmpty()) {
            return List.of();
        }
        String regex =
                Stream.of(glob.split("\\*", -1))
                        .map(part -> part.replace(".", "\\."))
                        .collect(Collectors.joining("[^/]*"));
        return List.of(
                new Demand.Named(
                        new Declared(
                                "test files",
                                Set.of(),
                                Declared.Reach.ANY,
                                Optional.of(
                                        new Part(
                                                "test files",
                                                tests,
                                                List.of(),
                                                List.of(),
                                                List.of())),
                                List.of()),
                        new NamePattern.Matches(TextPattern.regex(regex))));
    }

    private static Stream<String> tests(String ending) {
        return switch (ending) {
            case "py" -> Stream.of("test_*.py", "*_test.py", "*_tests.py");
            case "java" -> Stream.of("*Test.java", "*Tests.java", "*TestCase.java");
            case "ts", "tsx", "js", "jsx" ->
                    Stream.of(".test.", ".spec.", "_test.", "-test.", ".tests.")
                            .map(middle -> "*" + middle + ending);
            default -> Stream.of();
        };
    }

    private static String text(Reading reading, String label) {
        var texts = new ArrayList<String>();
        reading.all(label, Meaning.Texts.class).forEach(some -> texts.addAll(some.texts()));
        return texts.getFirst();
    }
}
