package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import kiro.knowledge.Indexing;
import kiro.knowledge.KnowledgeSource;
import kiro.text.PathGlob;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an index where the disk, the power or another version comes between: it is made again, and no answer is wrong.
class IndexFaultsTest {
    private static final int BYTES_BETWEEN_FLIPS = 97;

    @TempDir private Path folder;
    private IndexBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new IndexBench(folder);
    }

    @Test
    @Tag("knowledge#AC-8")
    void a_folder_that_becomes_a_link_between_listing_and_reading_leads_nowhere() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("b.md"), "the needle of somebody else\n");
        bench.workspace.with("docs/sub/b.md", "nothing\n");
        Path sub = bench.workspace.root().resolve("docs/sub");
        UnaryOperator<String> swapping =
                text -> {
                    try {
                        if (!Files.isSymbolicLink(sub)) {
                            Files.move(sub, folder.resolve("moved"));
                            Files.createSymbolicLink(sub, outside);
                        }
                        return text;
                    } catch (IOException failed) {
                        throw new java.io.UncheckedIOException(failed);
                    }
                };
        var docs =
                new KnowledgeSource.Files(
                        "docs",
                        ".kiro/config.yaml:1",
                        List.of(PathGlob.parse("docs/**").orElseThrow()));
        try (LocalShelf shelf = bench.shelf(List.of(docs), swapping)) {
            var done = (Indexing.Done) shelf.refresh(line -> {});

            assertThat(Files.isSymbolicLink(sub)).isTrue();
            assertThat(done.skipped()).containsExactly("1 file is left out: unreadable");
            assertThat(IndexBench.told(shelf, "needle")).isEmpty();
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void a_byte_that_is_another_one_anywhere_in_an_index_changes_no_answer() throws Exception {
        Path index = bench.indexed();
        Path sound = folder.resolve("sound");
        IndexBench.copy(index, sound);
        for (Path file : IndexBench.files(sound)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at += BYTES_BETWEEN_FLIPS) {
                IndexBench.copy(sound, index);
                byte[] flipped = bytes.clone();
                flipped[at] ^= 0x55;
                Files.write(index.resolve(file.getFileName()), flipped);

                bench.finds("%s byte %d".formatted(file.getFileName(), at));
            }
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_index_of_a_version_that_is_not_known_is_made_again() throws Exception {
        Path index = bench.indexed();
        for (Path file : IndexBench.files(index)) {
            Files.delete(file);
        }
        var later = new FilterCodec("Lucene199", new Lucene104Codec()) {};
        try (Directory directory = FSDirectory.open(index);
                var writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(later))) {
            writer.addDocument(new Document());
            writer.commit();
        }

        bench.finds("a codec of later");
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_index_whose_list_has_a_later_form_is_made_again() throws Exception {
        Path index = bench.indexed();
        Path list =
                IndexBench.files(index).stream()
                        .filter(file -> file.getFileName().toString().startsWith("segments_"))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes = Files.readAllBytes(list);
        // magic (4), name with its length (1 + 8), then the version as four bytes
        bytes[4 + 9 + 3] = 99;
        Files.write(list, summed(bytes));

        bench.finds("a list of later");
    }

    /// The same bytes with the checksum at their end that belongs to them.
    private static byte[] summed(byte[] bytes) throws IOException {
        int body = bytes.length - CodecUtil.footerLength();
        try (var memory = new ByteBuffersDirectory()) {
            try (IndexOutput out = memory.createOutput("x", IOContext.DEFAULT)) {
                out.writeBytes(bytes, body);
                CodecUtil.writeFooter(out);
            }
            try (ChecksumIndexInput in = memory.openChecksumInput("x")) {
                byte[] all = new byte[bytes.length];
                in.readBytes(all, 0, all.length);
                return all;
            }
        }
    }
}
