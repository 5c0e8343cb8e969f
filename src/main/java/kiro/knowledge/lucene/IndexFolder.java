package kiro.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kiro.text.Hash;
import kiro.text.OwnFolder;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;

/// Where the index of a project lies: in a folder of the person's caches that nobody else can look into.
///
/// Another form of what is indexed has another folder, so no index is ever read by rules that it was not written by.
final class IndexFolder {
    /// Raise it with every change of what is indexed or how: of the words, of the pieces, of the fields.
    private static final String FORM = "v2-lucene10";

    /// Projects whose index is kept; those searched longest ago make room.
    private static final int MOST_PROJECTS = 20;

    /// Lucene tells by it what could be faster; kept, for a logger that nobody holds is forgotten with its level.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Path all;
    private final Path folder;
    private final Clock clock;

    /// @param caches where this program keeps what it can make again
    /// @param root the project's
    IndexFolder(Path caches, Path root, Clock clock) {
        this.all = caches.resolve("knowledge");
        this.folder = all.resolve(FORM + "-" + Hash.of(root.toString()).abbreviated());
        this.clock = clock;
        LUCENE.setLevel(Level.OFF);
    }

    Path path() {
        return folder;
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    Directory open() throws IOException {
        OwnFolder.make(folder);
        return new NIOFSDirectory(folder);
    }

    long bytes() throws IOException {
        long sum = 0;
        for (Path file : files(folder)) {
            sum += Files.exists(file) ? Files.size(file) : 0;
        }
        return sum;
    }

    /// Takes away an index that cannot be read, all but the lock that whoever does it holds.
    void clear() throws IOException {
        for (Path file : files(folder)) {
            if (!file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Marks it as used just now, and makes room.
    void used() throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
        List<Path> folders;
        try (Stream<Path> found = Files.list(all)) {
            folders =
                    found.filter(Files::isDirectory)
                            .sorted(Comparator.comparing(IndexFolder::time).reversed())
                            .toList();
        }
        for (Path old : folders.stream().skip(MOST_PROJECTS).toList()) {
            remove(old);
        }
    }

    /// One that somebody writes at this moment stays for now.
    private static void remove(Path folder) throws IOException {
        try (Directory index = new NIOFSDirectory(folder);
                Lock _ = index.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (Path file : files(folder)) {
                if (!file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (LockObtainFailedException inUse) {
            return;
        }
        Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
        Files.deleteIfExists(folder);
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
