package kiro.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tests of a script that are still to be written.
final class ScriptStub {
    private final List<String> samples;
    private final boolean isSkipped;

    ScriptStub(List<String> samples, boolean isSkipped) {
        this.samples = samples;
        this.isSkipped = isSkipped;
    }

    private enum Framework {
        VITEST,
        JEST,
        MOCHA,
        NODE
    }

    Optional<String> write(TestSubject subject, String place) {
        return framework().map(framework -> write(framework, subject, place));
    }

    private Optional<Framework> framework() {
        if (TestStubs.hasAny(samples, "['\"]node:test['\"]")) {
            return Optional.of(Framework.NODE);
        }
        if (TestStubs.hasAny(samples, "['\"]vitest['\"]")) {
            return Optional.of(Framework.VITEST);
        }
        if (TestStubs.hasAny(samples, "['\"](?:chai|mocha|node:assert|assert)['\"]")) {
            return Optional.of(Framework.MOCHA);
        }
        return TestStubs.hasAny(samples, "\\bexpect\\(|['\"](?:jest|@jest/globals|ts-jest)['\"]")
                ? Optional.of(Framework.JEST)
                : Optional.empty();
    }

    private String write(Framework framework, TestSubject subject, String place) {
        boolean isModule = !TestStubs.has(samples, "\\brequire\\(");
        String quote = TestStubs.has(samples, "(?:from |require\\()\"") ? "\"" : "'";
        String end = TestStubs.has(samples, "(?m)(?:import .*|require\\(.*\\));$") ? ";" : "";
        String word = TestStubs.has(samples, "(?m)^\\s*test\\(") ? "test" : "it";
        String indent =
                TestStubs.has(samples, "(?m)^\\t\\S")
                        ? "\t"
                        : TestStubs.has(samples, "(?m)^    (?:it|test)\\(") ? "    " : "  ";
        boolean isGrouped = !TestStubs.has(samples, "(?m)^(?:it|test)\\(");
        String tests =
                subject.functions().stream()
                        .map(function -> test(framework, word, function, quote, end, indent))
                        .map(each ->
                                isGrouped
                                        ? each.indent(indent.equals("\t") ? 0 : indent.length())
                                                .stripTrailing()
                                        : each)
                        .map(each ->
                                isGrouped && indent.equals("\t")
                                        ? each.replaceAll("(?m)^", "\t")
                                        : each)
                        .collect(Collectors.joining(isSkipped ? "\n" : "\n\n"));
        String title = subject.type().isEmpty() ? Words.stem(subject.path()) : subject.type();
        String body =
                isGrouped
                        ? "describe(%s%s%s, () => {\n%s\n})%s\n"
                                .formatted(quote, title, quote, tests, end)
                        : tests + "\n";
        return imports(framework, word, isGrouped, isModule, quote, end)
                + used(subject, place, isModule, quote, end)
                + "\n"
                + body;
    }

    /// What a test that is to be written is in each framework: one without a body is pending in mocha.
    private String test(
            Framework framework,
            String word,
            String function,
            String quote,
            String end,
            String indent) {
        String title = quote + function + quote;
        if (!isSkipped) {
            return "%s(%s, () => {\n%sthrow new Error(%s%s%s)%s\n})%s"
                    .formatted(word, title, indent, quote, TestStubs.WORDS, quote, end, end);
        }
        return framework == Framework.MOCHA
                ? "%s(%s)%s".formatted(word, title, end)
                : "%s.todo(%s)%s".formatted(word, title, end);
    }

    private String imports(
            Framework framework,
            String word,
            boolean isGrouped,
            boolean isModule,
            String quote,
            String end) {
        String names = isGrouped ? "describe, " + word : word;
        boolean isNamed =
                framework == Framework.NODE
                        || (framework == Framework.VITEST
                                && TestStubs.hasAny(samples, "(?s)import .*?['\"]vitest['\"]"))
                        || TestStubs.hasAny(samples, "['\"]@jest/globals['\"]");
        String module =
                switch (framework) {
                    case NODE -> "node:test";
                    case VITEST -> "vitest";
                    case JEST -> "@jest/globals";
                    case MOCHA -> "mocha";
                };
        if (!isNamed) {
            return "";
        }
        return isModule
                ? "import { %s } from %s%s%s%s\n".formatted(names, quote, module, quote, end)
                : "const { %s } = require(%s%s%s)%s\n".formatted(names, quote, module, quote, end);
    }

    private String used(
            TestSubject subject, String place, boolean isModule, String quote, String end) {
        String names =
                subject.type().isEmpty() ? String.join(", ", subject.functions()) : subject.type();
        Path from = Path.of("/" + place).resolve("..").normalize();
        String path = from.relativize(Path.of("/" + subject.path())).toString();
        boolean hasEnd = TestStubs.has(samples, "['\"]\\.{1,2}/[^'\"]+\\.[cm]?js['\"]");
        String bare = path.replaceFirst("\\.\\w+$", "");
        String module = (bare.startsWith(".") ? bare : "./" + bare) + (hasEnd ? ".js" : "");
        return isModule
                ? "import { %s } from %s%s%s%s\n".formatted(names, quote, module, quote, end)
                : "const { %s } = require(%s%s%s)%s\n".formatted(names, quote, module, quote, end);
    }
}
