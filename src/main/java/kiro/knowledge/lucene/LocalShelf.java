package kiro.knowledge.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kiro.code.TreeSitter;
import kiro.knowledge.Embedder;
import kiro.knowledge.Embedder.Embedding;
import kiro.knowledge.Found;
import kiro.knowledge.Indexing;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.LocalIndex;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ThreadInterruptedException;

/// The local sources of a project and their index, which is brought up to date before each search. One that cannot be read is made
/// again; while another run changes it, what it held before is searched.
public final class LocalShelf implements LocalIndex {
    private final Place place;
    private final Means means;
    private final List<KnowledgeSource> sources;
    private final Optional<Embedder> embedder;
    private final IndexFolder folder;
    private final Words words = new Words();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean isSound;

    /// @param sources the local ones
    public LocalShelf(
            Place place, Means means, List<KnowledgeSource> sources, Optional<Embedder> embedder) {
        this.place = place;
        this.means = means;
        this.sources = List.copyOf(sources);
        this.embedder = embedder;
        this.folder = new IndexFolder(place.caches(), place.workspace().root(), means.clock());
    }

    /// @param home the person's home folder
    /// @param caches where this program keeps what it can make again
    public record Place(Workspace workspace, Path home, Path caches) {}

    /// @param mask takes secrets out of a text
    public record Means(Git git, TreeSitter parser, UnaryOperator<String> mask, Clock clock) {}

    @Override
    public Indexing refresh(Consumer<String> news) throws InterruptedException {
        lock.lockInterruptibly();
        try (Directory directory = folder.open()) {
            Indexing.Done done = mended(directory, () -> lookedThrough(directory, news));
            folder.used();
            return done;
        } catch (LockObtainFailedException busy) {
            return new Indexing.Busy();
        } catch (ClosedByInterruptException | ThreadInterruptedException stopped) {
            throw stopped(stopped);
        } catch (IOException failed) {
            return new Indexing.Failed(words(failed));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Size> size() throws IOException {
        return folder.isThere()
                ? Optional.of(new Size(folder.path(), folder.bytes()))
                : Optional.empty();
    }

    @Override
    public Found search(Question question, List<String> names, Consumer<String> news)
            throws InterruptedException {
        var notes = new ArrayList<String>();
        boolean isWhole =
                switch (refresh(news)) {
                    case Indexing.Done done -> {
                        notes.addAll(done.notes());
                        yield done.isWhole();
                    }
                    case Indexing.Busy _ -> {
                        notes.add(
                                "another run is indexing just now: what was indexed before is searched");
                        yield true;
                    }
                    case Indexing.Failed failed -> {
                        notes.add("the index is not up to date: " + failed.reason());
                        yield false;
                    }
                };
        Optional<IndexSearch.Vector> vector = vector(question, notes);
        var wanted = new IndexSearch.Wanted(question.words(), vector, names, question.number());
        try (Directory directory = folder.open()) {
            List<Passage> passages =
                    mended(directory, () -> new IndexSearch(directory, words).passages(wanted));
            return new Found(passages, notes, isWhole);
        } catch (ClosedByInterruptException | ThreadInterruptedException stopped) {
            throw stopped(stopped);
        } catch (IOException failed) {
            notes.add("the index cannot be searched: " + words(failed));
            return new Found(List.of(), notes, false);
        }
    }

    private Optional<IndexSearch.Vector> vector(Question question, List<String> notes)
            throws InterruptedException {
        if (embedder.isEmpty()) {
            return Optional.empty();
        }
        return switch (embedder.get().embed(Embedder.Role.QUESTION, List.of(question.words()))) {
            case Embedding.Vectors made when made.vectors().size() == 1 ->
                    Optional.of(
                            new IndexSearch.Vector(
                                    embedder.get().name(), made.vectors().getFirst()));
            case Embedding.Vectors _ -> Optional.empty();
            case Embedding.Failed failed -> {
                String note = "without vectors, by words alone, since " + failed.reason();
                if (!notes.contains(note)) {
                    notes.add(note);
                }
                yield Optional.empty();
            }
        };
    }

    /// What others wrote is read whole once: what a disk has changed in it is no answer.
    private Indexing.Done lookedThrough(Directory directory, Consumer<String> news)
            throws IOException, InterruptedException {
        if (!isSound) {
            Stamps.check(directory);
            isSound = true;
        }
        return refreshed(directory, news);
    }

    private Indexing.Done refreshed(Directory directory, Consumer<String> news)
            throws IOException, InterruptedException {
        Listing listing = Listing.of(sources, place.workspace(), place.home(), means.git());
        return new IndexRefresh(
                        directory, words, new Chunker(means.parser()), embedder, means.mask(), news)
                .run(listing);
    }

    /// Work on the index.
    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /// Does some work on the index, once more on a new one where it cannot be read.
    private <T> T mended(Directory directory, Work<T> work)
            throws IOException, InterruptedException {
        try {
            return work.run();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | FileNotFoundException
                | NoSuchFileException
                | EOFException damaged) {
            try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                folder.clear();
            }
            refreshed(directory, line -> {});
            return work.run();
        }
    }

    /// Lucene reads files in a way that an interrupt ends with a failure.
    private static InterruptedException stopped(Exception cause) {
        var stopped = new InterruptedException("stopped in the middle of an index");
        stopped.initCause(cause);
        return stopped;
    }

    private static String words(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        return failed instanceof FileSystemException file
                ? "%s cannot be used (%s)"
                        .formatted(file.getFile(), file.getClass().getSimpleName())
                : message;
    }

    @Override
    public void close() {
        words.close();
        embedder.ifPresent(Embedder::close);
    }
}
