package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.text.TextDocument;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBlocksTest {
    /// Of lines as most are written, and now and then one that is not.
    private static final List<String> LINES =
            List.of(
                    "# Title",
                    "### Requirement 1",
                    "## Closed ##",
                    "<!-- whole -->",
                    "WHEN a user asks THE service SHALL answer 200",
                    "**User Story:** as a clerk",
                    "`code` first",
                    "[a] link",
                    "- item",
                    "- [ ] box",
                    "* item  ",
                    "+ **bold** item",
                    "1. one",
                    "2. two",
                    "2. two",
                    "10. ten",
                    "1) one",
                    "  words",
                    "  - item",
                    "  1. one",
                    "  2. two",
                    "   - item",
                    "   words",
                    "   2. two",
                    "    - item",
                    "    words",
                    "     - item",
                    "     words",
                    "      words",
                    "",
                    "",
                    "",
                    "",
                    "");

    private static final List<String> ODD =
            List.of(
                    "[a]: https://example.com",
                    "   ",
                    "---",
                    "> quoted",
                    "1.2 numbered",
                    "*emphasis* first",
                    "#no heading",
                    "< less",
                    "-  two spaces",
                    "        deep");

    @ParameterizedTest
    @ValueSource(ints = {0, 2000, 4000, 6000})
    void what_is_taken_for_plain_is_what_the_parser_makes_of_it(int first) {
        int plain = 0;
        for (int seed = first; seed < first + 2000; seed++) {
            String text = made(new Random(seed));
            var read = PlainBlocks.read(TextDocument.of(text), 0, 0);
            if (read.isPresent()) {
                plain++;
                assertThat(dump(MarkdownTree.children(read.get())))
                        .as(text)
                        .isEqualTo(dump(MarkdownTree.parsed(TextDocument.of(text)).blocks()));
            }
        }
        assertThat(plain).isGreaterThan(300);
    }

    @Test
    void lists_in_lists_below_front_matter_are_plain() {
        String text =
                """
                ---
                owner: somebody
                ---
                # Title

                Words of
                two lines.

                1. one
                   - below it
                     goes on

                   words of the first
                2. two

                - bullets
                - [ ] with a box

                <!-- a remark -->
                """;
        var document = TextDocument.of(text);

        assertThat(PlainBlocks.read(TextDocument.of(text), text.indexOf("# Title"), 3)).isPresent();
        assertThat(dump(MarkdownTree.of(document).blocks()))
                .isEqualTo(dump(MarkdownTree.parsed(document).blocks()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words\n===\n",
                "- item\nlazy\n",
                "words\n2. two\n",
                "    code\n",
                "| a | b |\n",
                "```\ncode\n```\n",
                "- [a]: https://example.com\n",
                "- item\n \n  words\n",
                "windows\r\n"
            })
    void what_may_mean_more_is_left_to_the_parser(String text) {
        assertThat(PlainBlocks.read(TextDocument.of(text), 0, 0)).isEmpty();
    }

    private static String made(Random random) {
        return IntStream.range(0, 1 + random.nextInt(9))
                .mapToObj(line -> any(random.nextInt(40) == 0 ? ODD : LINES, random))
                .collect(Collectors.joining("\n", "", random.nextBoolean() ? "\n" : ""));
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String dump(List<Node> blocks) {
        return blocks.stream()
                .map(block ->
                        "%s %s %s (%s)"
                                .formatted(
                                        block.getClass().getSimpleName(),
                                        attributes(block),
                                        block.getSourceSpans().stream()
                                                .map(PlainBlocksTest::place)
                                                .toList(),
                                        dump(MarkdownTree.children(block))))
                .collect(Collectors.joining("\n"));
    }

    private static String place(SourceSpan span) {
        return "%d:%d+%d".formatted(span.getLineIndex(), span.getColumnIndex(), span.getLength());
    }

    private static String attributes(Node block) {
        return switch (block) {
            case Heading heading -> "level " + heading.getLevel();
            case HtmlBlock html -> html.getLiteral();
            case BulletList list -> list.getMarker();
            case OrderedList list -> list.getMarkerStartNumber() + list.getMarkerDelimiter();
            default -> "";
        };
    }
}
