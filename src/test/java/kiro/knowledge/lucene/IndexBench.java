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
import kiro.workspace.Git;
import org.apache.lucene.index.IndexWriter;

/// A person's notes beside a project, their index, and what is to be found in it whatever happens.
final class IndexBench {
    final Path folder;
    final TemporaryWorkspace workspace;
    final TemporaryWorkspace notes;
    final Git git;

    IndexBench(Path folder) throws IOException {
        this.folder = folder;
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

    List<KnowledgeSource> ops() {
        return List.of(new KnowledgeSource.Folder("ops", "~/.kiro/config.yaml:1", notes.root()));
    }

    LocalShelf shelf(List<KnowledgeSource> sources, UnaryOperator<String> mask) {
        return new LocalShelf(
                new LocalShelf.Place(
                        workspace.workspace(), folder.resolve("home"), folder.resolve("cache")),
                new LocalShelf.Means(git, Trees.parser(), mask, Clock.systemUTC()),
                sources,
                Optional.empty());
    }

    LocalShelf shelf() {
        return shelf(ops(), text -> text);
    }

    static List<String> told(LocalShelf shelf, String words) throws InterruptedException {
        return shelf
                .search(new Question(words, 5), List.of("ops", "docs"), line -> {})
                .passages()
                .stream()
                .map(each -> each.place() + " " + each.title() + "|" + each.text())
                .toList();
    }

    void finds(String what) throws InterruptedException {
        try (LocalShelf shelf = shelf()) {
            assertThat(told(shelf, "pager deploy"))
                    .as(what)
                    .containsExactlyInAnyOrder(
                            "~/ops/oncall.md:1-2 On call|# On call\nThe pager rings twice.",
                            "~/ops/a.md:1-2 Releases|# Releases\nRun deploy with the last good tag.");
        }
    }

    Path indexed() throws Exception {
        try (LocalShelf shelf = shelf()) {
            assertThat(shelf.refresh(line -> {})).isInstanceOf(Indexing.Done.class);
            return shelf.size().orElseThrow().folder();
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(to)) {
            Files.delete(file);
        }
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
