package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kiro.knowledge.Indexing;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Question;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.testing.Trees;
import kiro.text.PathGlob;
import kiro.workspace.Git;
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
    private static final int BYTES_BETWEEN_FLIPS = 41;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private TemporaryWorkspace notes;
    private Git git;

    @BeforeEach
    void begin() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("docs/a.md", "nothing\n");
        notes =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("home/ops")))
                        .with("a.md", "# Releases\nRun deploy with the last good tag.\n")
                        .with("oncall.md", "# On call\nThe pager rings twice.\n");
        git =
                new Git(
                        workspace.workspace(),
                        new CommandRunner(
                                Map.of("PATH", System.getenv("PATH")), folder.resolve("spill")));
    }

    private List<KnowledgeSource> ops() {
        return List.of(new KnowledgeSource.Folder("ops", "~/.kiro/config.yaml:1", notes.root()));
    }

    private LocalShelf shelf(List<KnowledgeSource> sources, UnaryOperator<String> mask) {
        return new LocalShelf(
                new LocalShelf.Place(
                        workspace.workspace(), folder.resolve("home"), folder.resolve("cache")),
                new LocalShelf.Means(git, Trees.parser(), mask, Clock.systemUTC()),
                sources,
                Optional.empty());
    }

    private LocalShelf shelf() {
        return shelf(ops(), text -> text);
    }

    private static List<String> told(LocalShelf shelf, String words) throws InterruptedException {
        return shelf
                .search(new Question(words, 5), List.of("ops", "docs"), line -> {})
                .passages()
                .stream()
                .map(each -> each.place() + " " + each.title() + "|" + each.text())
                .toList();
    }

    private void finds(String what) throws InterruptedException {
        try (LocalShelf shelf = shelf()) {
            assertThat(told(shelf, "pager deploy"))
                    .as(what)
                    .containsExactlyInAnyOrder(
                            "~/ops/oncall.md:1-2 On call|# On call\nThe pager rings twice.",
                            "~/ops/a.md:1-2 Releases|# Releases\nRun deploy with the last good tag.");
        }
    }

    private Path indexed() throws Exception {
        try (LocalShelf shelf = shelf()) {
            assertThat(shelf.refresh(line -> {})).isInstanceOf(Indexing.Done.class);
            return shelf.size().orElseThrow().folder();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(to)) {
            Files.delete(file);
        }
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    @Tag("knowledge#AC-8")
    void a_folder_that_becomes_a_link_between_listing_and_reading_leads_nowhere() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("b.md"), "the needle of somebody else\n");
        workspace.with("docs/sub/b.md", "nothing\n");
        Path sub = workspace.root().resolve("docs/sub");
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
        try (LocalShelf shelf = shelf(List.of(docs), swapping)) {
            var done = (Indexing.Done) shelf.refresh(line -> {});

            assertThat(Files.isSymbolicLink(sub)).isTrue();
            assertThat(done.skipped()).containsExactly("1 file is left out: unreadable");
            assertThat(told(shelf, "needle")).isEmpty();
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void a_byte_that_is_another_one_anywhere_in_an_index_changes_no_answer() throws Exception {
        Path index = indexed();
        Path sound = folder.resolve("sound");
        copy(index, sound);
        for (Path file : files(sound)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at += BYTES_BETWEEN_FLIPS) {
                copy(sound, index);
                byte[] flipped = bytes.clone();
                flipped[at] ^= 0x55;
                Files.write(index.resolve(file.getFileName()), flipped);

                finds("%s byte %d".formatted(file.getFileName(), at));
            }
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_index_of_a_version_that_is_not_known_is_made_again() throws Exception {
        Path index = indexed();
        for (Path file : files(index)) {
            Files.delete(file);
        }
        var later = new FilterCodec("Lucene199", new Lucene104Codec()) {};
        try (Directory directory = FSDirectory.open(index);
                var writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(later))) {
            writer.addDocument(new Document());
            writer.commit();
        }

        finds("a codec of later");
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_index_whose_list_has_a_later_form_is_made_again() throws Exception {
        Path index = indexed();
        Path list =
                files(index).stream()
                        .filter(file -> file.getFileName().toString().startsWith("segments_"))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes = Files.readAllBytes(list);
        // magic (4), name with its length (1 + 8), then the version as four bytes
        bytes[4 + 9 + 3] = 99;
        Files.write(list, summed(bytes));

        finds("a list of later");
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
        notes.with("oncall.md", "# On call\nNobody answers.\n").with("old.md", "x\n");
        Path index = indexed();
        Path before = folder.resolve("before");
        copy(index, before);
        notes.with("oncall.md", "# On call\nThe pager rings twice.\n");
        Files.delete(notes.root().resolve("old.md"));
        for (int point = 0; ; point++) {
            copy(before, index);
            boolean isWhole;
            try (var words = new Words();
                    var directory = new CutDirectory(FSDirectory.open(index), point, cut)) {
                isWhole = refresh(directory, words);
            }
            finds("%s at %d".formatted(cut, point));
            if (isWhole) {
                return point;
            }
        }
    }

    /// Whether nothing failed. What fails is told as a failure of a file, never as another one.
    private boolean refresh(CutDirectory directory, Words words) throws Exception {
        Listing listing = Listing.of(ops(), workspace.workspace(), folder.resolve("home"), git);
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
