package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.testing.Trees;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("knowledge#AC-4")
class ChunkerTest {
    private final Chunker chunker = new Chunker(Trees.parser());

    @Test
    void markdown_is_cut_at_headings_which_go_with_what_is_below_them() {
        List<Chunk> chunks =
                chunker.chunks(
                        "a.md",
                        """
                        # Guide

                        ## Setup
                        Install it.

                        ```sh
                        # no heading
                        make
                        ```
                        ### On a Mac
                        Use brew.
                        ## Use
                        Call it.
                        """);

        assertThat(chunks)
                .containsExactly(
                        new Chunk(
                                1,
                                9,
                                "Guide > Setup",
                                "# Guide\n\n## Setup\nInstall it.\n\n```sh\n# no heading\nmake\n```"),
                        new Chunk(10, 11, "Guide > Setup > On a Mac", "### On a Mac\nUse brew."),
                        new Chunk(12, 13, "Guide > Use", "## Use\nCall it."));
    }

    @Test
    void underlined_headings_and_settings_above_are_understood() {
        List<Chunk> chunks =
                chunker.chunks(
                        "a.md", "---\ntitle: x\n---\nTitle\n=====\nText.\n\nPart\n----\nMore.\n");

        assertThat(chunks)
                .extracting(Chunk::title, Chunk::first, Chunk::last)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", 1, 3),
                        org.assertj.core.groups.Tuple.tuple("Title", 4, 7),
                        org.assertj.core.groups.Tuple.tuple("Title > Part", 8, 10));
    }

    @Test
    void code_is_cut_between_declarations_with_what_is_said_above_each() {
        String body = "        step();\n".repeat(30);
        List<Chunk> chunks =
                chunker.chunks(
                        "src/Shop.java",
                        "class Shop {\n    /// Opens it.\n    void open() {\n"
                                + body
                                + "    }\n\n    /// Shuts it.\n    @Deprecated\n    void shut() {\n"
                                + body
                                + "    }\n}\n");

        assertThat(chunks).extracting(Chunk::title).containsExactly("Shop, Shop.open", "Shop.shut");
        assertThat(chunks.getFirst().text()).startsWith("class Shop {").endsWith("    }");
        assertThat(chunks.getLast().text()).startsWith("/// Shuts it.\n    @Deprecated");
    }

    @Test
    void everything_else_is_cut_by_lines_that_overlap_at_blank_ones_where_there_are() {
        String text =
                IntStream.rangeClosed(1, 150)
                        .mapToObj(line -> line == 50 ? "" : "line " + line)
                        .collect(Collectors.joining("\n"));

        assertThat(chunker.chunks("notes.txt", text))
                .extracting(Chunk::first, Chunk::last)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 50),
                        org.assertj.core.groups.Tuple.tuple(45, 104),
                        org.assertj.core.groups.Tuple.tuple(99, 150));
    }

    @Test
    void a_line_longer_than_a_passage_is_cut_and_the_next_is_found() {
        List<Chunk> chunks = chunker.chunks("a.txt", "x".repeat(9_000) + "\nnext\n");

        assertThat(chunks).hasSize(2);
        assertThat(chunks.getFirst().text()).hasSize(Lines.MOST_CHARACTERS);
        assertThat(chunks.getLast().text()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "A.java", "a.py", "a.ts", "a.go", "a.rs", "a.txt"})
    void every_line_with_text_is_in_a_passage_whatever_the_file_holds(String name) {
        String text =
                IntStream.rangeClosed(1, 400)
                        .mapToObj(line ->
                                switch (line % 11) {
                                    case 0 -> "";
                                    case 1 -> "# part " + line;
                                    case 2 -> "class C" + line + " {";
                                    case 3 -> "def f" + line + "():";
                                    case 4 -> "}";
                                    case 5 -> "---";
                                    case 6 -> "~~~";
                                    default -> "  words " + line;
                                })
                        .collect(Collectors.joining("\n"));

        List<Chunk> chunks = chunker.chunks(name, text);

        List<String> lines = text.lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            int at = line;
            if (!lines.get(line - 1).isBlank()) {
                assertThat(chunks)
                        .as("line " + line)
                        .anyMatch(chunk ->
                                chunk.first() <= at
                                        && chunk.last() >= at
                                        && chunk.text().contains(lines.get(at - 1).strip()));
            }
        }
        assertThat(chunks).allMatch(chunk -> chunk.last() - chunk.first() < Lines.MOST_LINES);
    }

    @Test
    void an_empty_file_has_no_passage() {
        assertThat(chunker.chunks("a.md", "")).isEmpty();
        assertThat(chunker.chunks("A.java", "\n\n")).isEmpty();
    }
}
