package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.Grammar;

/// Writes a test that is still to be written, in the way of tests that a project has.
final class TestStubs {
    static final String WORDS = "not written yet";

    private final List<String> samples;
    private final boolean isSkipped;

    /// @param samples texts of tests of the same language, the nearest first
    /// @param build the texts of the project's build files, for what no sample tells
    /// @param isSkipped whether it is passed over until it is written, rather than failing
    TestStubs(List<String> samples, String build, boolean isSkipped) {
        this.samples = samples.isEmpty() ? List.of(build) : List.copyOf(samples);
        this.isSkipped = isSkipped;
    }

    /// Whether tests of a project pass over some that wait for something.
    static boolean areSkipped(List<String> samples) {
        var mark =
                Pattern.compile(
                        "@Disabled\\b|@Ignore\\b|\\b(?:it|test|describe)\\.(?:todo|skip)\\(|pytest\\.mark\\.skip|unittest\\.skip|\\bt\\.Skip\\(");
        return samples.stream().anyMatch(text -> mark.matcher(text).find());
    }

    /// Empty where the project uses no framework that is known.
    Optional<String> write(TestSubject subject, String place) {
        return switch (Grammar.of(place).orElse(Grammar.RUST)) {
            case JAVA -> new JavaStub(samples, isSkipped).write(subject, place);
            case JAVASCRIPT, TYPESCRIPT, TSX ->
                    new ScriptStub(samples, isSkipped).write(subject, place);
            case PYTHON -> new PythonStub(samples, isSkipped).write(subject);
            case GO -> Optional.of(goTests(subject));
            case RUST -> Optional.empty();
        };
    }

    private String goTests(TestSubject subject) {
        String name = subject.path().contains("/") ? folder(subject.path()) : "main";
        boolean isOutside = has(samples, "(?m)^package \\w+_test$");
        String ending = isSkipped ? "t.Skip" : "t.Fatal";
        String tests =
                subject.functions().stream()
                        .map(function ->
                                "func Test%s%s(t *testing.T) {\n\t%s(\"%s\")\n}\n"
                                        .formatted(
                                                subject.type().isEmpty()
                                                        ? ""
                                                        : subject.type() + "_",
                                                capital(function),
                                                ending,
                                                WORDS))
                        .collect(Collectors.joining("\n"));
        return "package %s\n\nimport \"testing\"\n\n".formatted(isOutside ? name + "_test" : name)
                + tests;
    }

    private static String folder(String path) {
        String[] names = path.split("/");
        return names[names.length - 2].replaceAll("\\W", "");
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// Whether most of the samples have it.
    static boolean has(List<String> samples, String form) {
        Pattern pattern = Pattern.compile(form);
        long having = samples.stream().filter(text -> pattern.matcher(text).find()).count();
        return having * 2 > samples.size();
    }

    static boolean hasAny(List<String> samples, String form) {
        Pattern pattern = Pattern.compile(form);
        return samples.stream().anyMatch(text -> pattern.matcher(text).find());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
