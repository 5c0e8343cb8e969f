package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.knowledge.Embedder;
import kiro.knowledge.Found;
import kiro.knowledge.Indexing;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.testing.TemporaryWorkspace;
import kiro.testing.Trees;
import kiro.text.PathGlob;
import kiro.workspace.Git;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalShelfTest {
    private static final List<KnowledgeSource> DOCS = List.of(files("docs", "docs/**"));

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(
                                "docs/release.md",
                                "# Releases\n\n## Rolling back\nRun deploy with the last good tag.\n")
                        .with("docs/oncall.md", "# On call\nThe pager rings twice.\n");
        Files.createDirectories(home());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static KnowledgeSource files(String name, String... globs) {
        return new KnowledgeSource.Files(
                name,
                ".kiro/config.yaml:1",
                Stream.of(globs).map(glob -> PathGlob.parse(glob).orElseThrow()).toList());
    }

    private LocalShelf shelf(List<KnowledgeSource> sources, Optional<Embedder> embedder) {
        var git =
                new Git(
                        workspace.workspace(),
                        new CommandRunner(
                                Map.of("PATH", System.getenv("PATH")), folder.resolve("spill")));
        return new LocalShelf(
                new LocalShelf.Place(workspace.workspace(), home(), folder.resolve("cache")),
                new LocalShelf.Means(
                        git,
                        Trees.parser(),
                        SecretMask.of(Map.of("API_TOKEN", "tok-4711-4711-4711"))::maskCertain,
                        Clock.systemUTC()),
                sources,
                embedder);
    }

    private LocalShelf shelf() {
        return shelf(DOCS, Optional.empty());
    }

    private static Indexing.Done refreshed(LocalShelf shelf) throws InterruptedException {
        return (Indexing.Done) shelf.refresh(line -> {});
    }

    private static Found found(LocalShelf shelf, String words, String... sources)
            throws InterruptedException {
        return shelf.search(
                new Question(words, 5),
                sources.length == 0 ? List.of("docs") : List.of(sources),
                line -> {});
    }

    private static List<String> places(Found found) {
        return found.passages().stream().map(each -> each.place().toString()).toList();
    }

    @Test
    @Tag("knowledge#AC-3")
    void a_passage_says_where_it_stands_and_what_it_is_about() throws Exception {
        try (LocalShelf shelf = shelf()) {
            Found found = found(shelf, "how do we roll back a release?");

            assertThat(found.isWhole()).isTrue();
            Passage first = found.passages().getFirst();
            assertThat(first)
                    .isEqualTo(
                            new Passage(
                                    "docs",
                                    new Passage.Place(
                                            "docs/release.md",
                                            Optional.of(new Passage.Lines(1, 4)),
                                            Optional.empty()),
                                    "Releases > Rolling back",
                                    first.score(),
                                    "# Releases\n\n## Rolling back\nRun deploy with the last good tag."));
            assertThat(first.citation())
                    .startsWith("[docs] docs/release.md:1-4 (Releases > Rolling back), score ");
        }
    }

    @Test
    @Tag("knowledge#AC-5")
    void identifiers_paths_and_other_forms_of_words_are_found() throws Exception {
        workspace
                .with("docs/Limits.java", "class Limits {\n    int maxOutputTokens = 5;\n}\n")
                .with("docs/other.md", "Nothing of it.\n");
        try (LocalShelf shelf = shelf()) {
            assertThat(places(found(shelf, "maxOutputTokens")))
                    .containsExactly("docs/Limits.java:1-3");
            assertThat(places(found(shelf, "output token")))
                    .containsExactly("docs/Limits.java:1-3");
            assertThat(places(found(shelf, "docs/oncall.md")).getFirst())
                    .isEqualTo("docs/oncall.md:1-2");
            assertThat(places(found(shelf, "ringing pagers")))
                    .containsExactly("docs/oncall.md:1-2");
            assertThat(places(found(shelf, "the of and"))).isEmpty();
        }
    }

    @Test
    @Tag("knowledge#AC-7")
    void only_what_has_other_content_is_indexed_anew_and_what_is_gone_is_found_no_more()
            throws Exception {
        try (LocalShelf shelf = shelf()) {
            assertThat(refreshed(shelf))
                    .isEqualTo(new Indexing.Done(2, 2, 2, 0, List.of(), List.of()));
        }
        workspace.with("docs/oncall.md", "# On call\nThe pager rings twice.\n");
        try (LocalShelf shelf = shelf()) {
            assertThat(refreshed(shelf))
                    .isEqualTo(new Indexing.Done(2, 2, 0, 0, List.of(), List.of()));
        }
        workspace.with("docs/oncall.md", "# On call\nThe telephone rings.\n");
        Files.delete(workspace.root().resolve("docs/release.md"));
        try (LocalShelf shelf = shelf()) {
            assertThat(found(shelf, "pager").passages()).isEmpty();
            assertThat(places(found(shelf, "telephone"))).containsExactly("docs/oncall.md:1-2");
            assertThat(places(found(shelf, "deploy"))).isEmpty();
        }
    }

    @Test
    @Tag("knowledge#AC-7")
    void a_file_of_two_sources_is_told_once_by_the_one_that_is_asked() throws Exception {
        List<KnowledgeSource> two = List.of(files("all", "**"), files("docs", "docs/**"));
        try (LocalShelf shelf = shelf(two, Optional.empty())) {
            assertThat(found(shelf, "pager", "all", "docs").passages())
                    .extracting(Passage::source)
                    .containsExactly("all");
            assertThat(found(shelf, "pager", "docs").passages())
                    .extracting(Passage::source)
                    .containsExactly("docs");
        }
        try (LocalShelf shelf = shelf(List.of(files("all", "**")), Optional.empty())) {
            assertThat(found(shelf, "pager", "docs").passages()).isEmpty();
        }
    }

    @Test
    @Tag("knowledge#AC-8")
    void what_is_kept_from_tools_is_kept_from_the_index() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.md"), "needle\n");
        workspace
                .with(".gitignore", "docs/ignored.md\n")
                .with(".kiroignore", "docs/private/\n")
                .with("docs/ignored.md", "needle\n")
                .with("docs/private/a.md", "needle\n")
                .with("docs/.env", "needle=1\n")
                .with("docs/id_rsa", "needle\n")
                .with("docs/secrets.yaml", "needle: 1\n")
                .with("docs/binary.md", new byte[] {'n', 0, 'e'})
                .with("docs/latin.md", "needle \u00e4".getBytes(StandardCharsets.ISO_8859_1))
                .with("docs/huge.md", "needle\n".repeat(200_000))
                .with("docs/made.js", "needle;".repeat(3_000))
                .with(
                        "docs/key.md",
                        "needle\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabcdef\n-----END RSA PRIVATE KEY-----\n")
                .with("docs/token.md", "needle is at tok-4711-4711-4711\n");
        Files.createSymbolicLink(workspace.root().resolve("docs/link.md"), outside);
        Files.createSymbolicLink(workspace.root().resolve("docs/up"), folder);
        workspace.committed();
        try (LocalShelf shelf = shelf()) {
            Found found = found(shelf, "needle");

            assertThat(places(found)).containsExactly("docs/token.md:1-1");
            assertThat(found.passages().getFirst().text()).isEqualTo("needle is at [secret]");
            assertThat(refreshed(shelf).skipped())
                    .containsExactly(
                            "1 file is left out: larger than 1 MB",
                            "2 files are left out: no text",
                            "1 file is left out: lines that nobody reads",
                            "1 file is left out: a key in it");
        }
    }

    @Test
    @Tag("knowledge#AC-1")
    @Tag("knowledge#AC-8")
    void a_folder_outside_is_indexed_without_what_people_and_programs_keep_there()
            throws Exception {
        TemporaryWorkspace.in(Files.createDirectories(home().resolve("ops")))
                .with("books/a.md", "needle a\n")
                .with(".git/config.md", "needle\n")
                .with(".ssh/known.md", "needle\n")
                .with("server.key", "needle\n")
                .with("node_modules/x/readme.md", "needle\n")
                .with(".kiroignore", "drafts\n")
                .with("drafts/b.md", "needle\n");
        var ops = new KnowledgeSource.Folder("ops", "~/.kiro/config.yaml:3", home().resolve("ops"));
        try (LocalShelf shelf = shelf(List.of(ops), Optional.empty())) {
            assertThat(places(found(shelf, "needle", "ops")))
                    .containsExactly("~/ops/books/a.md:1-1");
        }
    }

    @Test
    @Tag("knowledge#AC-8")
    void a_folder_that_is_not_there_holds_keys_or_is_the_whole_home_is_told_and_the_rest_counts()
            throws Exception {
        Files.createDirectories(home().resolve(".ssh"));
        var sources = new ArrayList<>(DOCS);
        for (String name : List.of("", ".ssh", "none")) {
            sources.add(
                    new KnowledgeSource.Folder(
                            "f" + name, "~/.kiro/config.yaml:3", home().resolve(name)));
        }
        try (LocalShelf shelf = shelf(sources, Optional.empty())) {
            Found found = found(shelf, "pager");

            assertThat(places(found)).containsExactly("docs/oncall.md:1-2");
            assertThat(found.isWhole()).isFalse();
            assertThat(found.notes())
                    .satisfiesExactly(
                            home -> assertThat(home).contains("it is the home folder"),
                            keys -> assertThat(keys).contains("programs keep their keys"),
                            none -> assertThat(none).contains("it cannot be read"));
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void while_another_run_indexes_what_was_there_is_searched() throws Exception {
        Path index;
        try (LocalShelf shelf = shelf()) {
            refreshed(shelf);
            index = shelf.size().orElseThrow().folder();
        }
        workspace.with("docs/new.md", "needle\n");
        try (LocalShelf shelf = shelf();
                Directory directory = FSDirectory.open(index)) {
            try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                assertThat(shelf.refresh(line -> {})).isEqualTo(new Indexing.Busy());
                Found found = found(shelf, "pager needle");
                assertThat(places(found)).containsExactly("docs/oncall.md:1-2");
                assertThat(found.notes())
                        .containsExactly(
                                "another run is indexing just now: what was indexed before is searched");
            }
            assertThat(places(found(shelf, "needle"))).containsExactly("docs/new.md:1-1");
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_index_is_made_again_whichever_of_its_files_is_damaged_or_gone() throws Exception {
        Path index;
        try (LocalShelf shelf = shelf()) {
            refreshed(shelf);
            index = shelf.size().orElseThrow().folder();
        }
        Path sound = folder.resolve("sound");
        copy(index, sound);
        for (String name : names(sound)) {
            for (Damage damage : Damage.values()) {
                copy(sound, index);
                damage.on(index.resolve(name));
                try (LocalShelf shelf = shelf()) {
                    assertThat(places(found(shelf, "pager")))
                            .as(name + " " + damage)
                            .containsExactly("docs/oncall.md:1-2");
                }
            }
        }
    }

    private enum Damage {
        CUT,
        EMPTIED,
        OVERWRITTEN,
        REMOVED;

        private void on(Path file) throws Exception {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                case EMPTIED -> Files.write(file, new byte[0]);
                case OVERWRITTEN -> Files.write(file, new byte[bytes.length]);
                case REMOVED -> Files.delete(file);
            }
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        for (String name : names(to)) {
            Files.delete(to.resolve(name));
        }
        for (String name : names(from)) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    @Tag("knowledge#AC-10")
    void the_index_lies_where_nobody_else_can_look_and_old_ones_make_room() throws Exception {
        Path caches = folder.resolve("cache/knowledge");
        for (int i = 0; i < 25; i++) {
            Path old = Files.createDirectories(caches.resolve("old-" + i));
            Files.writeString(old.resolve("_0.cfs"), "x");
            Files.setLastModifiedTime(
                    old,
                    java.nio.file.attribute.FileTime.from(
                            Clock.systemUTC().instant().minus(Duration.ofDays(i + 1))));
        }
        try (LocalShelf shelf = shelf()) {
            assertThat(shelf.size()).isEmpty();
            refreshed(shelf);

            Path index = shelf.size().orElseThrow().folder();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(index)))
                    .isEqualTo("rwx------");
            assertThat(shelf.size().orElseThrow().bytes()).isPositive();
            assertThat(workspace.has(".kiro")).isFalse();
            try (Stream<Path> kept = Files.list(caches)) {
                assertThat(kept).hasSize(20).contains(index, caches.resolve("old-18"));
            }
        }
    }

    @Test
    @Tag("knowledge#AC-6")
    void what_is_said_in_other_words_is_found_by_vectors_and_both_orders_count() throws Exception {
        var embedder = new Meanings();
        try (LocalShelf shelf = shelf(DOCS, Optional.of(embedder))) {
            Found found = found(shelf, "who is woken at night");

            assertThat(places(found).getFirst()).isEqualTo("docs/oncall.md:1-2");
            assertThat(found.notes()).isEmpty();
            int asked = embedder.passages;
            refreshed(shelf);
            assertThat(embedder.passages).isEqualTo(asked).isEqualTo(2);
            assertThat(places(found(shelf, "deploy tag night")))
                    .containsExactlyInAnyOrder("docs/release.md:1-4", "docs/oncall.md:1-2");
        }
    }

    @Test
    @Tag("knowledge#AC-6")
    void where_no_vectors_can_be_made_words_decide_and_vectors_are_made_up_for() throws Exception {
        var embedder = new Meanings();
        embedder.isBroken = true;
        try (LocalShelf shelf = shelf(DOCS, Optional.of(embedder))) {
            Found found = found(shelf, "pager");

            assertThat(places(found)).containsExactly("docs/oncall.md:1-2");
            assertThat(found.notes())
                    .containsExactly("without vectors, by words alone, since it is out of order");
            assertThat(found.isWhole()).isFalse();

            embedder.isBroken = false;
            assertThat(places(found(shelf, "who is woken at night")).getFirst())
                    .isEqualTo("docs/oncall.md:1-2");
            assertThat(embedder.passages).isEqualTo(2);
        }
        try (LocalShelf shelf = shelf()) {
            assertThat(refreshed(shelf).changed()).as("without a model nothing changes").isZero();
        }
    }

    @Test
    @Tag("knowledge#AC-6")
    void long_vectors_and_those_of_another_model_are_kept_apart() throws Exception {
        try (LocalShelf shelf = shelf(DOCS, Optional.of(new Meanings()))) {
            refreshed(shelf);
        }
        var other = new Meanings();
        other.length = 3_072;
        other.model = "test/long";
        try (LocalShelf shelf = shelf(DOCS, Optional.of(other))) {
            assertThat(places(found(shelf, "who is woken at night")).getFirst())
                    .isEqualTo("docs/oncall.md:1-2");
            assertThat(other.passages).isEqualTo(2);
        }
    }

    @Test
    @Tag("knowledge#AC-9")
    void an_interrupt_ends_indexing_and_the_next_search_finds_all() throws Exception {
        try (LocalShelf shelf = shelf()) {
            Thread.currentThread().interrupt();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> shelf.refresh(line -> {}))
                    .isInstanceOf(InterruptedException.class);
            assertThat(places(found(shelf, "pager"))).containsExactly("docs/oncall.md:1-2");
        }
    }

    /// Knows that being woken at night is what a pager does.
    private static final class Meanings implements Embedder {
        private boolean isBroken;
        private int passages;
        private int length = 4;
        private String model = "test/meanings";

        @Override
        public String name() {
            return model;
        }

        @Override
        public Embedding embed(Role role, List<String> texts) {
            if (isBroken) {
                return new Embedding.Failed("it is out of order");
            }
            passages += role == Role.PASSAGE ? texts.size() : 0;
            return new Embedding.Vectors(texts.stream().map(this::vector).toList());
        }

        private float[] vector(String text) {
            var vector = new float[length];
            boolean isOfNight = text.contains("pager") || text.contains("night");
            vector[0] = isOfNight ? 1 : 0.1f;
            vector[1] = isOfNight ? 0.1f : 1;
            return vector;
        }

        @Override
        public void close() {}
    }
}
