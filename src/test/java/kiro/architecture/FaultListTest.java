package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the list of faults in the guide, and those of what is right on the wire and of hooks, against the tests that they name.
class FaultListTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @Test
    void every_fault_of_the_list_is_brought_about_by_the_tests_that_it_names() throws IOException {
        assertThat(missing(rows())).isEmpty();
    }

    @Test
    void every_line_about_the_wire_is_held_by_the_tests_that_it_names() throws IOException {
        List<String> rows = rows("docs/formats/wire.md", "| line ");

        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(missing(rows)).isEmpty();
    }

    @Test
    void every_line_about_hooks_is_held_by_the_tests_that_it_names() throws IOException {
        List<String> rows = rows("docs/formats/hooks-held.md", "| what holds ");

        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(missing(rows)).isEmpty();
    }

    private static List<String> missing(List<String> rows) throws IOException {
        var missing = new ArrayList<String>();
        for (String row : rows) {
            var names = NAMED.matcher(row).results().toList();
            if (names.isEmpty()) {
                missing.add("no test: " + row);
            }
            for (var name : names) {
                if (!isTest(name.group(1), name.group(2))) {
                    missing.add(name.group());
                }
            }
        }
        return missing;
    }

    @Test
    void the_counts_of_the_page_are_right() throws IOException {
        String page = Files.readString(Path.of("docs/guide/faults.md"));
        long tests = NAMED.matcher(page).results().map(MatchResult::group).distinct().count();
        long texts;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/kiro/injection"))) {
            texts = files.count();
        }

        assertThat(page)
                .contains("**%d faults, brought about by %d tests;".formatted(rows().size(), tests))
                .contains("of %d such texts".formatted(texts));
    }

    private static List<String> rows() throws IOException {
        List<String> rows = rows("docs/guide/faults.md", "| fault ");
        assertThat(rows).hasSizeGreaterThan(15);
        return rows;
    }

    private static List<String> rows(String page, String head) throws IOException {
        return Files.readAllLines(Path.of(page)).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith(head))
                .toList();
    }

    private static boolean isTest(String type, String method) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.endsWith(type + ".java")).toList()) {
                String text = Files.readString(file);
                int at = text.indexOf("void " + method + "(");
                String head =
                        text.substring(
                                Math.max(0, text.lastIndexOf("\n    }\n", at)), Math.max(0, at));
                if (head.contains("@Test") || head.contains("@ParameterizedTest")) {
                    return true;
                }
            }
            return false;
        }
    }
}
