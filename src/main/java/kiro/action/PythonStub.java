package kiro.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tests of a module of Python that are still to be written.
final class PythonStub {
    private final List<String> samples;
    private final boolean isSkipped;

    PythonStub(List<String> samples, boolean isSkipped) {
        this.samples = samples;
        this.isSkipped = isSkipped;
    }

    Optional<String> write(TestSubject subject) {
        boolean isOfClasses = TestStubs.has(samples, "unittest\\.TestCase|\\(TestCase\\)");
        return Optional.of(isOfClasses ? unittest(subject) : pytest(subject));
    }

    private String pytest(TestSubject subject) {
        String mark =
                isSkipped ? "@pytest.mark.skip(reason=\"%s\")\n".formatted(TestStubs.WORDS) : "";
        String body =
                isSkipped ? "    pass\n" : "    pytest.fail(\"%s\")\n".formatted(TestStubs.WORDS);
        return "import pytest\n\n"
                + imported(subject)
                + "\n\n"
                + subject.functions().stream()
                        .map(function ->
                                mark + "def test_" + title(subject, function) + "():\n" + body)
                        .collect(Collectors.joining("\n\n"));
    }

    private String unittest(TestSubject subject) {
        String name =
                subject.type().isEmpty()
                        ? TestStubs.capital(Words.stem(subject.path()))
                        : subject.type();
        String mark = isSkipped ? "    @unittest.skip(\"%s\")\n".formatted(TestStubs.WORDS) : "";
        String body =
                isSkipped
                        ? "        pass\n"
                        : "        self.fail(\"%s\")\n".formatted(TestStubs.WORDS);
        return "import unittest\n\n"
                + imported(subject)
                + "\n\nclass %sTest(unittest.TestCase):\n".formatted(name)
                + subject.functions().stream()
                        .map(function ->
                                mark
                                        + "    def test_"
                                        + JavaStub.snake(function)
                                        + "(self):\n"
                                        + body)
                        .collect(Collectors.joining("\n"));
    }

    private static String title(TestSubject subject, String function) {
        return (subject.type().isEmpty() ? "" : JavaStub.snake(subject.type()) + "_")
                + JavaStub.snake(function);
    }

    /// As others import it, from where `src` is no package.
    private static String imported(TestSubject subject) {
        String module =
                subject.path()
                        .replaceFirst("^src/", "")
                        .replaceFirst("\\.py$", "")
                        .replace('/', '.');
        String names =
                subject.type().isEmpty() ? String.join(", ", subject.functions()) : subject.type();
        return "from %s import %s\n".formatted(module, names);
    }
}
