package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int KEPT = 20;

    @TempDir Path caches;

    private IndexFolder used(int project) throws Exception {
        var folder =
                new IndexFolder(
                        caches,
                        Path.of("/project-" + project),
                        Clock.fixed(NOW.plusSeconds(project), ZoneOffset.UTC));
        folder.open().close();
        Files.writeString(folder.path().resolve("segments_1"), "an index");
        folder.used();
        return folder;
    }

    @Test
    void those_used_longest_ago_make_room() throws Exception {
        IndexFolder first = used(0);
        IndexFolder second = used(1);
        for (int project = 2; project <= KEPT; project++) {
            used(project);
        }

        assertThat(first.path()).doesNotExist();
        assertThat(second.path()).isDirectoryContaining(file -> file.endsWith("segments_1"));
    }

    @Test
    void one_that_somebody_writes_stays_and_goes_the_next_time() throws Exception {
        IndexFolder first = used(0);
        try (Directory index = first.open();
                Lock _ = index.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            Files.setLastModifiedTime(first.path(), FileTime.from(NOW));
            for (int project = 1; project <= KEPT; project++) {
                used(project);
            }

            assertThat(first.path()).isDirectoryContaining(file -> file.endsWith("segments_1"));
        }
        Files.setLastModifiedTime(first.path(), FileTime.from(NOW));
        used(KEPT + 1);

        assertThat(first.path()).doesNotExist();
    }
}
