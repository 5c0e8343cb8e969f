package kiro.action;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A class of tests that are still to be written.
final class JavaStub {
    private static final Pattern TEST =
            Pattern.compile(
                    "@(?:Test|ParameterizedTest)[^{;]*?(?<visible>public )?void (?<name>\\w+)\\(");
    private static final Pattern INDENT = Pattern.compile("(?m)^(?<indent>[ \\t]+)@Test\\b");

    private final List<String> samples;
    private final boolean isSkipped;

    JavaStub(List<String> samples, boolean isSkipped) {
        this.samples = samples;
        this.isSkipped = isSkipped;
    }

    /// What a framework calls what a stub needs.
    private record Framework(String test, String skipped, String fail) {
        static final Framework JUNIT =
                new Framework(
                        "org.junit.jupiter.api.Test",
                        "org.junit.jupiter.api.Disabled",
                        "org.junit.jupiter.api.Assertions.fail");
        static final Framework JUNIT_4 =
                new Framework("org.junit.Test", "org.junit.Ignore", "org.junit.Assert.fail");
        static final Framework TESTNG =
                new Framework(
                        "org.testng.annotations.Test",
                        "org.testng.annotations.Ignore",
                        "org.testng.Assert.fail");
    }

    Optional<String> write(TestSubject subject, String place) {
        return framework().map(framework -> write(framework, subject, place));
    }

    private Optional<Framework> framework() {
        for (String sample : samples) {
            if (sample.contains("org.junit.jupiter")
                    || sample.contains("spring-boot-starter-test")) {
                return Optional.of(Framework.JUNIT);
            }
            if (sample.contains("org.testng")) {
                return Optional.of(Framework.TESTNG);
            }
            if (sample.contains("org.junit.Test")
                    || sample.contains("<artifactId>junit</artifactId>")
                    || sample.contains("junit:junit:")) {
                return Optional.of(Framework.JUNIT_4);
            }
            if (sample.contains("junit-jupiter")) {
                return Optional.of(Framework.JUNIT);
            }
        }
        return Optional.empty();
    }

    private String write(Framework framework, TestSubject subject, String place) {
        boolean isPublic =
                samples.stream().anyMatch(text -> text.contains("class "))
                        && TestStubs.has(samples, "(?m)^public (?:final )?class ");
        boolean isOfAssertJ = TestStubs.has(samples, "org\\.assertj\\.core\\.api");
        String fail = isOfAssertJ ? "org.assertj.core.api.Assertions.fail" : framework.fail();
        var imports = new TreeSet<String>();
        imports.add("import " + framework.test() + ";");
        if (isSkipped) {
            imports.add("import " + framework.skipped() + ";");
        }
        String name = Words.stem(place);
        String packageName = packageName(subject.path());
        String indent = indent();
        String tests =
                subject.functions().stream()
                        .map(function -> test(framework, function, indent))
                        .collect(Collectors.joining("\n"));
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + (isSkipped ? "" : "import static " + fail + ";\n\n")
                + String.join("\n", imports)
                + "\n\n"
                + (isPublic ? "public " : "")
                + "class "
                + name
                + " {\n"
                + tests
                + "}\n";
    }

    private String test(Framework framework, String function, String indent) {
        String mark =
                isSkipped
                        ? "%s@%s(\"%s\")\n"
                                .formatted(
                                        indent,
                                        Words.stem(framework.skipped().replace('.', '/')),
                                        TestStubs.WORDS)
                        : "";
        if (framework.equals(Framework.TESTNG) && isSkipped) {
            mark = indent + "@Ignore(\"" + TestStubs.WORDS + "\")\n";
        }
        return "%s@Test\n%s%s%svoid %s() {%s}\n"
                .formatted(
                        indent,
                        mark,
                        indent,
                        isMethodPublic(framework) ? "public " : "",
                        name(function),
                        isSkipped
                                ? ""
                                : "\n%s%sfail(\"%s\");\n%s"
                                        .formatted(indent, indent, TestStubs.WORDS, indent));
    }

    private boolean isMethodPublic(Framework framework) {
        return !framework.equals(Framework.JUNIT) || TestStubs.has(samples, "@Test\\s+public void");
    }

    /// As most tests of the project are named: `total_is_not_tested_yet`, `testTotal` or `total`.
    private String name(String function) {
        int sentences = 0;
        int prefixed = 0;
        int all = 0;
        for (String sample : samples) {
            Matcher test = TEST.matcher(sample);
            while (test.find()) {
                all++;
                String name = test.group("name");
                sentences +=
                        name.indexOf('_') > 0 && name.equals(name.toLowerCase(Locale.ROOT)) ? 1 : 0;
                prefixed += name.startsWith("test") ? 1 : 0;
            }
        }
        if (sentences * 2 > all) {
            return snake(function) + "_is_not_tested_yet";
        }
        return prefixed * 2 > all ? "test" + TestStubs.capital(function) : function;
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private String indent() {
        for (String sample : samples) {
            Matcher indent = INDENT.matcher(sample);
            if (indent.find()) {
                return indent.group("indent");
            }
        }
        return "    ";
    }

    private static String packageName(String path) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        int java = folder.indexOf("java/");
        return java < 0 ? "" : folder.substring(java + "java/".length()).replace('/', '.');
    }
}
