package kiro.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputCollectorTest {
    @TempDir Path folder;
    private final List<String> lines = new ArrayList<>();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("one\ntwo", "one\ntwo"),
                Arguments.of("windows\r\nlines\r\n", "windows\nlines\n"),
                Arguments.of("\n\n", "\n\n"),
                Arguments.of(" 10%\r 50%\r100%\n", "100%\n"),
                Arguments.of("50%\r", "50%"),
                Arguments.of("a\r\r\nb", "a\nb"),
                Arguments.of("\u001b[1;31mred\u001b[0m text\u001b[K\n", "red text\n"),
                Arguments.of("\u001b]0;title\u0007shown\n", "shown\n"),
                Arguments.of("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\\n", "link\n"),
                Arguments.of("\u001b(Bplain \u001b=x\n", "plain x\n"),
                Arguments.of("\u001b]never ended\nnext\n", "\nnext\n"),
                Arguments.of("\u001b[never\nnext\n", "ever\nnext\n"),
                Arguments.of("typo\b\b\be\ttab\n", "te\ttab\n"),
                Arguments.of("nul\0bell\u0007del\u007f\n", "nulbelldel\n"),
                Arguments.of("ünï→😀\n", "ünï→😀\n"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Tag("commands#AC-10")
    void text_is_what_a_person_would_see_in_the_end(String printed, String seen) {
        assertThat(collect(printed.getBytes(UTF_8)).text()).isEqualTo(seen);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Tag("commands#AC-10")
    void it_is_the_same_where_nobody_hears_of_the_lines(String printed, String seen) {
        try (var collector =
                new OutputCollector(Spill.in(folder), OutputCollector.Hearing.NOBODY)) {
            accept(collector, "first\nsecond\n" + printed);
            assertThat(collector.finish().text()).isEqualTo("first\nsecond\n" + seen);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Tag("commands#AC-10")
    void it_is_the_same_however_the_bytes_are_cut(String printed, String seen) {
        var collector = collector();
        for (byte one : printed.getBytes(UTF_8)) {
            collector.accept(new byte[] {one}, 1);
        }
        assertThat(collector.finish().text()).isEqualTo(seen);
    }

    @Test
    @Tag("commands#AC-10")
    void bytes_that_are_not_text_are_replaced() {
        byte[] junk = {'a', (byte) 0xff, (byte) 0xc3, 'b', '\n', (byte) 0xe2, (byte) 0x82};
        assertThat(collect(junk).text()).isEqualTo("a\ufffd\ufffdb\n\ufffd");
        assertThat(lines).containsExactly("a\ufffd\ufffdb", "\ufffd");
    }

    @Test
    @Tag("commands#AC-9")
    void a_text_at_the_limit_is_whole_and_leaves_no_file() {
        String text = "x".repeat(29_999) + "\n";
        assertThat(collect(text.getBytes(UTF_8)))
                .isEqualTo(new Output(text, 30_000, Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("commands#AC-9")
    void a_longer_one_is_cut_at_line_ends_and_kept_whole_in_a_file() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        byte[] printed = text.toString().getBytes(UTF_8);
        Output output = collect(printed);

        List<String> shown = output.text().lines().toList();
        int cut =
                shown.indexOf(
                        shown.stream()
                                .filter(line -> line.startsWith("["))
                                .findFirst()
                                .orElseThrow());
        assertThat(shown.subList(0, cut))
                .startsWith("line 0", "line 1")
                .allMatch(line -> line.matches("line \\d+"));
        assertThat(shown.subList(cut + 1, shown.size()))
                .endsWith("line 19999")
                .allMatch(line -> line.matches("line \\d+"));
        long kept =
                shown.stream()
                        .filter(line -> !line.startsWith("["))
                        .mapToLong(line -> line.length() + 1L)
                        .sum();
        assertThat(shown.get(cut))
                .isEqualTo("[%,d characters left out]".formatted(text.length() - kept));
        assertThat(output.length()).isEqualTo(text.length());
        assertThat(output.text().length()).isLessThan(30_100);
        assertThat(output.kept())
                .contains(new Output.Kept(folder.resolve("output-1.txt"), printed.length, true));
        assertThat(folder.resolve("output-1.txt")).hasBinaryContent(printed);
        assertThat(lines).hasSize(20_000);
    }

    @Test
    @Tag("commands#AC-9")
    void a_single_line_of_megabytes_is_bounded_everywhere() {
        byte[] printed = new byte[5_000_000];
        Arrays.fill(printed, (byte) 'z');
        Output output = collect(printed);
        assertThat(output.text())
                .hasSizeLessThan(30_100)
                .contains("\n[4,970,000 characters left out]\n");
        assertThat(output.length()).isEqualTo(5_000_000);
        assertThat(lines).containsExactly("z".repeat(TerminalText.LONGEST_PART));
    }

    @Test
    @Tag("commands#AC-9")
    void a_cut_never_separates_the_halves_of_a_character() {
        Output output = collect("a😀".repeat(20_001).getBytes(UTF_8));
        assertThat(output.text().getBytes(UTF_8)).doesNotContain('?');
    }

    @Test
    @Tag("commands#AC-9")
    void much_drawing_for_a_short_text_leaves_no_file() {
        String text = "\rat work".repeat(20_000) + "\n";
        assertThat(collect(text.getBytes(UTF_8)).text()).isEqualTo("at work\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("commands#AC-9")
    void two_long_outputs_have_two_files_with_escapes_kept() throws IOException {
        byte[] printed = "\u001b[1mx\n".repeat(40_000).getBytes(UTF_8);
        collect(printed);
        assertThat(Files.readAllBytes(collect(printed).kept().orElseThrow().file()))
                .isEqualTo(printed);
        assertThat(folder.resolve("output-1.txt")).hasBinaryContent(printed);
        assertThat(folder.resolve("output-2.txt")).exists();
    }

    @Test
    @Tag("commands#AC-9")
    void a_spill_that_cannot_be_written_loses_the_file_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (var collector =
                new OutputCollector(
                        Spill.in(file.resolve("below")),
                        OutputCollector.Hearing.each(lines::add))) {
            byte[] printed = "x\n".repeat(100_000).getBytes(UTF_8);
            collector.accept(printed, printed.length);
            Output output = collector.finish();
            assertThat(output.kept()).isEmpty();
            assertThat(output.text()).contains("characters left out");
        }
    }

    @Test
    @Tag("commands#AC-9")
    void a_file_that_would_become_too_large_has_the_beginning_and_says_so() {
        byte[] printed = "a line\n".repeat(30_000).getBytes(UTF_8);
        try (var collector =
                new OutputCollector(
                        Spill.in(folder, 100_001), OutputCollector.Hearing.each(lines::add))) {
            collector.accept(printed, printed.length);
            collector.accept(printed, printed.length);
            Output output = collector.finish();

            Output.Kept kept = output.kept().orElseThrow();
            assertThat(kept)
                    .isEqualTo(new Output.Kept(folder.resolve("output-1.txt"), 100_001, false));
            assertThat(kept.words("it"))
                    .isEqualTo("the first 100,001 bytes are in it, and no more is kept");
            assertThat(kept.file()).hasSize(100_001);
            assertThat(output.length()).isEqualTo(420_000);
        }
    }

    @Test
    @Tag("commands#AC-15")
    void the_newest_line_is_known_also_without_an_end() {
        try (var collector = collector()) {
            accept(collector, "one\ntwo\n");
            assertThat(collector.newest()).isEqualTo("two");
            accept(collector, "10%\r20%");
            assertThat(collector.newest()).isEqualTo("20%");
            accept(collector, "\n");
            assertThat(collector.newest()).isEqualTo("20%");
        }
    }

    @Test
    @Tag("commands#AC-17")
    void the_end_of_a_flood_is_read_from_the_beginning_of_a_line() {
        var text = new StringBuilder();
        for (int i = 0; text.length() < 6_000_000; i++) {
            text.append("\u001b[3%dmline %d größer\u001b[0m\n".formatted(i % 8, i));
        }
        byte[] printed = text.append("last").toString().getBytes(UTF_8);
        for (int step : List.of(977, 16_384, 65_536)) {
            Output output = flood(printed, step);
            List<String> shown = output.text().lines().toList();
            int cut =
                    shown.indexOf(
                            shown.stream()
                                    .filter(OutputCollectorTest::isNote)
                                    .findFirst()
                                    .orElseThrow());
            assertThat(shown.subList(0, cut))
                    .startsWith("line 0 größer", "line 1 größer")
                    .allMatch(OutputCollectorTest::isWhole);
            assertThat(shown.subList(cut + 1, shown.size() - 1))
                    .hasSizeGreaterThan(700)
                    .allMatch(OutputCollectorTest::isWhole);
            assertThat(shown).endsWith("last");
            assertThat(output.length()).isEqualTo(printed.length);
            assertThat(output.text()).hasSizeLessThan(30_100);
        }
    }

    private static boolean isNote(String line) {
        return line.matches("\\[about [5-6],\\d{3},\\d{3} characters left out]");
    }

    private static boolean isWhole(String line) {
        return line.matches("line \\d+ größer");
    }

    @Test
    @Tag("commands#AC-17")
    void what_is_drawn_again_after_a_flood_is_read_whole() {
        String flood = "a line of a flood\n".repeat(200_000);
        String drawn = "\r10% of a long way".repeat(100_000) + "\r100%\n";
        assertThat(flood((flood + drawn + "end\n").getBytes(UTF_8), 16_384).text())
                .contains(" characters left out]\n")
                .endsWith("a line of a flood\n100%\nend\n");
    }

    @Test
    @Tag("commands#AC-17")
    void a_listener_hears_how_much_of_a_flood_it_does_not_hear() {
        var gaps = new ArrayList<Long>();
        byte[] printed = "a line of a flood\n".repeat(200_000).getBytes(UTF_8);
        var hearing = new OutputCollector.Hearing(Optional.of(lines::add), Optional.of(gaps::add));
        flood(printed, 16_384, hearing);
        long heard = lines.stream().mapToLong(line -> line.length() + 1L).sum();
        assertThat(gaps).isNotEmpty();
        assertThat(heard + gaps.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(printed.length);
    }

    @Test
    @Tag("commands#AC-17")
    void a_flood_costs_little_more_than_it_takes_to_move_it() {
        var junk = new byte[1 << 20];
        new Random(1).nextBytes(junk);
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        try (var collector = new OutputCollector(Spill.none(), OutputCollector.Hearing.NOBODY)) {
            for (int i = 0; i < 100; i++) {
                collector.accept(junk, junk.length);
            }
            assertThat(collector.finish().length()).isEqualTo(100L << 20);
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(2));
    }

    private Output flood(byte[] printed, int step) {
        return flood(printed, step, OutputCollector.Hearing.NOBODY);
    }

    private Output flood(byte[] printed, int step, OutputCollector.Hearing hearing) {
        try (var collector = new OutputCollector(Spill.in(folder), hearing)) {
            for (int at = 0; at < printed.length; at += step) {
                byte[] part = Arrays.copyOfRange(printed, at, Math.min(at + step, printed.length));
                collector.accept(part, part.length);
            }
            return collector.finish();
        }
    }

    private static void accept(OutputCollector collector, String text) {
        collector.accept(text.getBytes(UTF_8), text.getBytes(UTF_8).length);
    }

    @Test
    @Tag("commands#AC-9")
    void an_output_that_is_given_up_leaves_no_file() {
        try (var collector = collector()) {
            byte[] printed = "x\n".repeat(100_000).getBytes(UTF_8);
            collector.accept(printed, printed.length);
            assertThat(folder.resolve("output-1.txt")).exists();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private OutputCollector collector() {
        return new OutputCollector(Spill.in(folder), OutputCollector.Hearing.each(lines::add));
    }

    private Output collect(byte[] bytes) {
        try (var collector = collector()) {
            collector.accept(bytes, bytes.length);
            return collector.finish();
        }
    }
}
