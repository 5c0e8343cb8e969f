package kiro.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.workspace.WorkspacePath;

/// How a file of tests is made, as far as its path and what it imports tell.
///
/// @param language as people call it
/// @param library what it is written with; empty where nothing tells
/// @param form how it is named, such as `…Test`
/// @param place the kind of folder it lies in, such as `src/test/java`; empty beside the code
record TestStyle(String language, String library, String form, String place) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:^|.*?/)(src/\\w*[tT]est\\w*/\\w+|src/it/\\w+|_*tests?_*|specs?|e2e|it|integration)/.*");

    /// What tells a library, the surest first.
    private enum Library {
        JUNIT_5("JUnit 5", "import (?:static )?org\\.junit\\.jupiter\\."),
        TESTNG("TestNG", "import (?:static )?org\\.testng\\."),
        KOTEST("Kotest", "import io\\.kotest\\."),
        JUNIT_4("JUnit 4", "import (?:static )?org\\.junit\\.(?!jupiter|platform)"),
        KOTLIN_TEST("kotlin.test", "import kotlin\\.test\\."),
        UNITTEST(
                "unittest",
                "(?m)^(?:import unittest|from unittest import (?!mock)|from django\\.test import)"),
        PYTEST("pytest", "(?m)^(?:import pytest|from pytest |def test_|async def test_)"),
        VITEST("Vitest", "from ['\"]vitest['\"]"),
        JEST("Jest", "from ['\"]@jest/globals['\"]|\\bjest\\.(?:fn|mock|spyOn)\\("),
        NODE("node:test", "['\"]node:test['\"]"),
        PLAYWRIGHT("Playwright", "from ['\"]@playwright/test['\"]"),
        MOCHA("Mocha", "['\"]mocha['\"]"),
        CHAI("Chai", "['\"]chai['\"]");

        private final String word;
        private final Pattern sign;

        Library(String word, String sign) {
            this.word = word;
            this.sign = Pattern.compile(sign);
        }
    }

    /// A trait that a file does not share with any other, and what others have instead.
    record Difference(String own, List<String> usual) {}

    /// @param text of the file
    static Optional<TestStyle> of(WorkspacePath file, String text) {
        return TestFiles.dialect(file)
                .map(dialect ->
                        new TestStyle(
                                language(dialect),
                                library(text),
                                form(dialect, file.name()),
                                place(file.value())));
    }

    private static String language(Dialect dialect) {
        return switch (dialect) {
            case JAVA -> "Java";
            case KOTLIN -> "Kotlin";
            case SCRIPT -> "JavaScript or TypeScript";
            case PYTHON -> "Python";
            case GO -> "Go";
            case RUST -> "Rust";
        };
    }

    private static String library(String text) {
        return Arrays.stream(Library.values())
                .filter(library -> library.sign.matcher(text).find())
                .map(library -> library.word)
                .findFirst()
                .orElse("");
    }

    private static String form(Dialect dialect, String file) {
        String name = file.substring(0, file.lastIndexOf('.'));
        return switch (dialect) {
            case JAVA, KOTLIN ->
                    Stream.of("TestCase", "Tests", "Test", "ITs", "IT", "Spec")
                            .filter(name::endsWith)
                            .findFirst()
                            .map(end -> "…" + end)
                            .orElse(name.startsWith("Test") ? "Test…" : "");
            case SCRIPT ->
                    Stream.of("test", "spec", "cy", "e2e")
                            .filter(end -> name.endsWith("." + end))
                            .findFirst()
                            .map(end -> "….%s.…".formatted(end))
                            .orElse("");
            case PYTHON ->
                    name.startsWith("test_") ? "test_…" : name.endsWith("_test") ? "…_test" : "";
            case GO, RUST -> "";
        };
    }

    private static String place(String path) {
        Matcher place = PLACE.matcher(path);
        return place.matches() ? place.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /// How this file differs from all of the project's own; nothing where there are none, or one is like it in each.
    Optional<Difference> from(List<TestStyle> own) {
        List<TestStyle> alike =
                own.stream().filter(other -> other.language().equals(language)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (alike.isEmpty()) {
            return Optional.of(
                    new Difference(language, words(own.stream().map(TestStyle::language))));
        }
        return difference(library, alike.stream().map(TestStyle::library))
                .or(() -> difference(form, alike.stream().map(TestStyle::form)))
                .or(() ->
                        difference(
                                in(place),
                                alike.stream().map(TestStyle::place).map(TestStyle::in)));
    }

    private static String in(String place) {
        return place.isEmpty() ? "beside the code" : place + "/";
    }

    private static Optional<Difference> difference(String own, Stream<String> others) {
        List<String> usual = words(others);
        return own.isEmpty() || usual.isEmpty() || usual.contains(own)
                ? Optional.empty()
                : Optional.of(new Difference(own, usual));
    }

    private static List<String> words(Stream<String> words) {
        return words.filter(word -> !word.isEmpty()).distinct().sorted().toList();
    }
}
