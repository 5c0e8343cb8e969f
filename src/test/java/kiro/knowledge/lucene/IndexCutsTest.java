package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiro.testing.MemoryFolder;
import kiro.testing.Trees;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an index where its making is cut off, at each step: the next search finds all.
class IndexCutsTest {
    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private IndexBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new IndexBench(folder);
    }

    @Test
    @Tag("knowledge#AC-9")
    void wherever_the_disk_is_full_indexing_says_so_and_the_next_search_finds_all()
            throws Exception {
        int points = failing(CutDirectory.Cut.FULL);

        assertThat(points).as("places to fail at").isGreaterThan(50);
    }

    @Test
    @Tag("knowledge#AC-9")
    void wherever_indexing_is_killed_the_next_search_finds_all() throws Exception {
        int points = failing(CutDirectory.Cut.KILLED);

        assertThat(points).as("places to be killed at").isGreaterThan(50);
    }

    /// Indexes a changed project over an index of its state before, with a failure at each step in turn.
    private int failing(CutDirectory.Cut cut) throws Exception {
        bench.notes.with("oncall.md", "# On call\nNobody answers.\n").with("old.md", "x\n");
        Path index = bench.indexed();
        Path before = folder.resolve("before");
        IndexBench.copy(index, before);
        bench.notes.with("oncall.md", "# On call\nThe pager rings twice.\n");
        Files.delete(bench.notes.root().resolve("old.md"));
        for (int point = 0; ; point++) {
            IndexBench.copy(before, index);
            boolean isWhole;
            try (var words = new Words();
                    var directory = new CutDirectory(FSDirectory.open(index), point, cut)) {
                isWhole = refresh(directory, words);
            }
            bench.finds("%s at %d".formatted(cut, point));
            if (isWhole) {
                return point;
            }
        }
    }

    /// Whether nothing failed. What fails is told as a failure of a file, never as another one.
    private boolean refresh(CutDirectory directory, Words words) throws Exception {
        Listing listing =
                Listing.of(
                        bench.ops(),
                        bench.workspace.workspace(),
                        folder.resolve("home"),
                        bench.git);
        var refresh =
                new IndexRefresh(
                        directory,
                        words,
                        new Chunker(Trees.parser()),
                        Optional.empty(),
                        text -> text,
                        line -> {});
        try {
            refresh.run(listing);
            return !directory.isCut();
        } catch (IOException told) {
            assertThat(directory.isCut()).as(told.toString()).isTrue();
            return false;
        }
    }
}
