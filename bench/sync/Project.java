import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

/// Writes a project with a spec of N criteria and 20 times as many tests, of which each tenth names a criterion, beside the
/// reports of a run in which they passed, or one in a hundred of the others failed.
///
///     java Project.java FOLDER N maven|pytest
class Project {
    private static final int TESTS_OF_A_CLASS = 20;
    private static final int TESTS_OF_A_CRITERION = 2;
    private static final Instant LATER = Instant.now().plusSeconds(3_600);

    private static Path root;
    private static int criteria;

    public static void main(String[] arguments) throws IOException {
        root = Path.of(arguments[0]);
        criteria = Integer.parseInt(arguments[1]);
        write(".kiro/specs/trade.md", spec());
        write(".gitignore", "target/\nreports/\n.kiro/sessions/\n");
        if (arguments[2].equals("maven")) {
            maven();
        } else {
            pytest();
        }
    }

    private static String spec() {
        var text =
                new StringBuilder(
                        "# Trade\n\n## Overview\n\nTrades of a shop.\n\n## Requirements\n\n");
        text.append("- Every trade is answered.\n\n## Acceptance Criteria\n\n");
        for (int i = 1; i <= criteria; i++) {
            text.append(
                    "- [ ] AC-%d: WHEN trade %d is placed THEN the shop SHALL answer with status %d\n"
                            .formatted(i, i, 200 + i % 5));
        }
        return text.append("\n## Technical Approach\n\n`Trade1.java` and those beside it answer.\n")
                .toString();
    }

    private static void maven() throws IOException {
        write("pom.xml", "<project/>\n");
        for (int file = 1; file <= criteria; file++) {
            write("src/main/java/shop/Trade%d.java".formatted(file), javaCode(file));
            write("src/test/java/shop/Trade%dTest.java".formatted(file), javaTests(file));
            report(
                    "target/surefire-reports/TEST-shop.Trade%dTest.xml".formatted(file),
                    javaReport(file));
        }
    }

    private static void pytest() throws IOException {
        write("pyproject.toml", "[project]\nname = \"shop\"\n");
        var report = new StringBuilder("<testsuites><testsuite name=\"pytest\">\n");
        for (int file = 1; file <= criteria; file++) {
            write(
                    "shop/trade_%d.py".formatted(file),
                    "def place(amount):\n    return 200 if amount > %d else 400\n".formatted(file));
            var tests = new StringBuilder("from shop.trade_%d import place\n".formatted(file));
            for (int test = 1; test <= TESTS_OF_A_CLASS; test++) {
                tests.append("\n\n");
                if (isNaming(test)) {
                    tests.append("# verifies: trade#AC-%d\n".formatted(file));
                }
                tests.append(
                        "def test_places_%d():\n    assert place(%d) == 400\n"
                                .formatted(test, test));
                report.append(
                        "<testcase classname=\"tests.test_trade_%d\" name=\"test_places_%d\" time=\"0.001\">%s</testcase>\n"
                                .formatted(file, test, failure(file, test)));
            }
            write("tests/test_trade_%d.py".formatted(file), tests.toString());
        }
        report("reports/junit.xml", report.append("</testsuite></testsuites>\n").toString());
    }

    private static boolean isNaming(int test) {
        return test <= TESTS_OF_A_CRITERION;
    }

    private static String failure(int file, int test) {
        return !isNaming(test) && (file + test) % 100 == 0
                ? "<failure message=\"expected 400 and was 200\" type=\"AssertionError\">at shop</failure>"
                : "";
    }

    private static String javaCode(int file) {
        return """
        package shop;

        final class Trade%1$d {
            int place(int amount) {
                if (amount > %1$d) {
                    return 200;
                }
                return 400;
            }
        }
        """
                .formatted(file);
    }

    private static String javaTests(int file) {
        var text =
                new StringBuilder(
                        "package shop;\n\nimport org.junit.jupiter.api.Tag;\nimport org.junit.jupiter.api.Test;\n\n");
        text.append("class Trade%dTest {\n".formatted(file));
        for (int test = 1; test <= TESTS_OF_A_CLASS; test++) {
            text.append("    @Test\n");
            if (isNaming(test)) {
                text.append("    @Tag(\"trade#AC-%d\")\n".formatted(file));
            }
            text.append(
                    "    void places_%d() {\n        assertEquals(400, new Trade%d().place(%d));\n    }\n\n"
                            .formatted(test, file, test));
        }
        return text.append("}\n").toString();
    }

    private static String javaReport(int file) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append(
                "<testsuite name=\"shop.Trade%dTest\" tests=\"%d\">\n"
                        .formatted(file, TESTS_OF_A_CLASS));
        text.append("  <properties>\n");
        for (int i = 0; i < 60; i++) {
            text.append(
                    "    <property name=\"java.property.%d\" value=\"a value as a build writes it, number %d\"/>\n"
                            .formatted(i, i));
        }
        text.append("  </properties>\n");
        for (int test = 1; test <= TESTS_OF_A_CLASS; test++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  <testcase name=\"places_%d\" classname=\"shop.Trade%dTest\" time=\"0.002\">%s</testcase>\n",
                            test,
                            file,
                            failure(file, test)));
        }
        return text.append("</testsuite>\n").toString();
    }

    private static void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void report(String path, String text) throws IOException {
        write(path, text);
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(LATER));
    }
}
