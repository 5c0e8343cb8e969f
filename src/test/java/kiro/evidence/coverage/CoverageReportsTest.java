package kiro.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageReportsTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/evidence.coverage");
    private static final ProjectPaths PATHS =
            new ProjectPaths(
                    List.of(
                            "src/main/java/demo/Cart.java",
                            "shop/cart.py",
                            "src/cart.mjs",
                            "cart/cart.go",
                            "a/util.go",
                            "b/util.go"));

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("coverage#AC-1")
    void a_report_of_every_tool_is_read_as_expected(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path report =
                    files.filter(file -> file.getFileName().toString().startsWith("report"))
                            .findFirst()
                            .orElseThrow();

            assertThat(told(read(Files.readAllBytes(report))))
                    .isEqualTo(Files.readString(folder.resolve("expected.txt")));
        }
    }

    @ParameterizedTest
    @Tag("coverage#AC-2")
    @ValueSource(strings = {"", "{}", "<project/>", "# text", "\0\0", "<testsuite/>"})
    void a_file_of_another_kind_is_no_coverage(String text) throws IOException {
        CoverageReading reading = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading)
                .isInstanceOfAny(CoverageReading.NotCoverage.class, CoverageReading.Whole.class)
                .satisfies(told ->
                        assertThat(
                                        told instanceof CoverageReading.Whole whole
                                                && !whole.total().isEmpty())
                                .isFalse());
    }

    @ParameterizedTest
    @Tag("coverage#AC-2")
    @ValueSource(
            strings = {
                "<report><package name='demo'>",
                "<coverage><packages>",
                "SF:src/cart.mjs\nDA:1,1\n",
                "mode: set\ncart/cart.go:3.3"
            })
    void a_report_that_is_cut_is_damaged(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CoverageReading.Damaged.class);
    }

    @Test
    @Tag("coverage#AC-2")
    void files_of_another_tree_and_numbers_beyond_reason_are_left_out() throws IOException {
        String lcov =
                """
                SF:/elsewhere/other.mjs
                DA:1,1
                end_of_record
                SF:src/cart.mjs
                DA:99999999999999999999,1
                DA:-4,1
                DA:x,y
                DA:7
                DA:2,99999999999999999999
                end_of_record
                """;

        assertThat(told(read(lcov.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("src/cart.mjs: ran 2, known 2 7\n");
    }

    @Test
    @Tag("coverage#AC-2")
    void a_name_that_two_files_end_with_means_neither() {
        assertThat(PATHS.of("util.go")).isEmpty();
        assertThat(PATHS.of("example.com/x/b/util.go")).contains("b/util.go");
        assertThat(PATHS.of("C:\\work\\src\\cart.mjs")).contains("src/cart.mjs");
        assertThat(PATHS.of("")).isEmpty();
    }

    @ParameterizedTest
    @Tag("coverage#AC-3")
    @ValueSource(
            strings = {
                "<report><package name='demo'><sourcefile name='Cart.java'>"
                        + "<line nr='4' mi='0' ci='1' mb='1' cb='3'/></sourcefile></package></report>",
                "<coverage><class filename='shop/cart.py'>"
                        + "<methods><line number='4' hits='1' condition-coverage='50% (1/2)'/></methods>"
                        + "<lines><line number='4' hits='1' branch='true' condition-coverage='75% (3/4)'/></lines>"
                        + "</class></coverage>",
                "SF:src/cart.mjs\nDA:4,1\nBRDA:4,0,0,1\nBRDA:4,0,1,2\nBRDA:4,1,0,1\nBRDA:4,1,1,-\nend_of_record\n"
            })
    void branches_are_counted_by_line(String text) throws IOException {
        CoverageReading reading = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOf(CoverageReading.Whole.class);
        assertThat(((CoverageReading.Whole) reading).total().files().values())
                .extracting(Coverage.Lines::branches)
                .containsExactly(Map.of(4, new Coverage.Branches(4, 3)));
    }

    private static CoverageReading read(byte[] bytes) throws IOException {
        return CoverageReports.read(new ByteArrayInputStream(bytes), PATHS);
    }

    private static String told(CoverageReading reading) {
        return switch (reading) {
            case CoverageReading.Whole whole -> {
                var text = new StringBuilder(told("", whole.total()));
                Map<String, Coverage> byTest = new TreeMap<>(whole.byTest());
                byTest.forEach((test, coverage) -> text.append(told(test + " ", coverage)));
                yield text.toString();
            }
            case CoverageReading.NotCoverage none -> "no coverage\n";
            case CoverageReading.Damaged damaged -> "damaged: " + damaged.reason() + "\n";
        };
    }

    private static String told(String prefix, Coverage coverage) {
        return coverage.paths().stream()
                .map(path -> {
                    Coverage.Lines lines = coverage.files().get(path);
                    return "%s%s: ran %s, known %s\n"
                            .formatted(prefix, path, told(lines.ran()), told(lines.known()));
                })
                .collect(Collectors.joining());
    }

    private static String told(BitSet lines) {
        return lines.stream().mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
