package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kiro.text.TextDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random files with every mix of line ends, and random edits of them.
class ReplacementPropertyTest {
    private static final int ROUNDS = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    /// What the file was made of: each piece stands in it once.
    private record Sample(List<String> lines, List<String> ends) {
        static Sample of(Random random) {
            int size = random.nextInt(1, 14);
            List<String> allowed =
                    switch (random.nextInt(4)) {
                        case 0 -> List.of("\n");
                        case 1 -> List.of("\r\n");
                        case 2 -> List.of("\r");
                        default -> List.of("\n", "\r\n");
                    };
            var lines = new ArrayList<String>();
            var ends = new ArrayList<String>();
            for (int i = 0; i < size; i++) {
                lines.add(random.nextInt(5) == 0 ? "" : "w" + i + " é𝒳 " + random.nextInt(3));
                ends.add(allowed.get(random.nextInt(allowed.size())));
            }
            if (random.nextBoolean() && !lines.getLast().isEmpty()) {
                ends.set(size - 1, "");
            }
            return new Sample(lines, ends);
        }

        String text(int from, int to) {
            return IntStream.range(from, to)
                    .mapToObj(i -> lines.get(i) + ends.get(i))
                    .collect(Collectors.joining());
        }

        int size() {
            return lines.size();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("edits#AC-1")
    @Tag("edits#AC-4")
    void a_unique_replacement_changes_that_place_and_not_a_byte_besides(long seed) {
        var random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
            int from = random.nextInt(sample.size());
            int to = random.nextInt(from + 1, sample.size() + 1);
            String head = sample.text(0, from);
            String region = sample.text(from, to);
            String tail = sample.text(to, sample.size());
            String oldText = LineFeeds.of(region);
            String newText = changed(random, oldText);
            boolean isUnique =
                    new LineFeeds(TextDocument.of(head + region + tail)).offsets(oldText).size()
                            == 1;
            if (!isUnique || newText.equals(oldText)) {
                continue;
            }
            made++;
            String result = result(mark + head + region + tail, oldText, newText);
            assertThat(result).startsWith(mark + head).endsWith(tail);
            String middle =
                    result.substring(
                            mark.length() + head.length(), result.length() - tail.length());
            assertThat(LineFeeds.of(middle)).isEqualTo(newText);
            if (sample.ends().stream().filter(end -> !end.isEmpty()).distinct().count() == 1) {
                assertThat(middle).isEqualTo(newText.replace("\n", sample.ends().getFirst()));
            }
        }
        assertThat(made).isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("edits#AC-1")
    @Tag("edits#AC-4")
    void a_replacement_within_lines_changes_those_characters_alone(long seed) {
        var random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            String file = sample.text(0, sample.size());
            int from = between(random, file, 0);
            int to = between(random, file, from);
            String oldText = LineFeeds.of(file.substring(from, to));
            String newText = oldText.isEmpty() ? "" : random.nextBoolean() ? "" : "a\nb";
            boolean isUnique =
                    !oldText.isEmpty()
                            && new LineFeeds(TextDocument.of(file)).offsets(oldText).size() == 1;
            if (!isUnique || joinsLineEnds(file, from, to, newText)) {
                continue;
            }
            made++;
            String result = result(file, oldText, newText);
            assertThat(result).startsWith(file.substring(0, from)).endsWith(file.substring(to));
            assertThat(LineFeeds.of(result.substring(from, result.length() - file.length() + to)))
                    .isEqualTo(newText);
        }
        assertThat(made).isGreaterThan(ROUNDS / 4);
    }

    /// An offset that is not between a carriage return and its line feed, or within a character.
    private static int between(Random random, String file, int from) {
        int at = random.nextInt(from, file.length() + 1);
        boolean isInside =
                at > 0
                        && at < file.length()
                        && (file.startsWith("\r\n", at - 1)
                                || Character.isLowSurrogate(file.charAt(at)));
        return isInside ? at + 1 : at;
    }

    /// A carriage return before and a line feed after would become one line end.
    private static boolean joinsLineEnds(String file, int from, int to, String newText) {
        return newText.isEmpty()
                && from > 0
                && file.charAt(from - 1) == '\r'
                && file.startsWith("\n", to);
    }

    private static String result(String file, String oldText, String newText) {
        return switch (new Replacement(TextDocument.of(file), oldText, newText).make()) {
            case TextEdit.Made made ->
                    new String(made.document().bytes(), java.nio.charset.StandardCharsets.UTF_8);
            case TextEdit.Unfit unfit -> throw new AssertionError(unfit.why() + " in " + file);
        };
    }

    /// Another text: lines of the old one dropped, doubled, changed, or joined to the next.
    private static String changed(Random random, String oldText) {
        var changed = new StringBuilder();
        for (String line : oldText.split("(?<=\n)")) {
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> changed.append(line).append("new\n").append(line);
                case 2 -> changed.append("x").append(line);
                case 3 -> changed.append(line.replace("\n", ""));
                default -> changed.append(line);
            }
        }
        return changed.toString();
    }
}
