package kiro.sandbox.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Deletes the folders of workspaces that are gone, those that were not used for long, and, where all together are too large,
/// those that were not used for longest.
final class StoreSweep {
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration UNUSED = Duration.ofDays(30);

    /// One that may still be in use is not touched.
    private static final Duration AT_LEAST = Duration.ofDays(1);

    private static final long MOST_BYTES = 10L * 1024 * 1024 * 1024;
    private static final String SWEPT = ".swept";
    private static final String GONE = ".gone-";

    private final Path all;
    private final Instant now;
    private final long most;

    StoreSweep(Path all, Clock clock) {
        this(all, clock, MOST_BYTES);
    }

    StoreSweep(Path all, Clock clock, long most) {
        this.all = all;
        this.now = clock.instant();
        this.most = most;
    }

    private record Store(Path folder, Instant used, boolean isOfNobody) {}

    void sweep() {
        try {
            if (!isDue()) {
                return;
            }
            var kept = new ArrayList<Store>();
            for (Store store : stores()) {
                Duration unused = Duration.between(store.used(), now);
                boolean isOver = store.isOfNobody() || unused.compareTo(UNUSED) > 0;
                if (isOver && unused.compareTo(AT_LEAST) > 0) {
                    remove(store.folder());
                } else {
                    kept.add(store);
                }
            }
            shrink(kept);
        } catch (IOException unreadable) {
            // What stays is swept another day.
            return;
        }
    }

    private boolean isDue() throws IOException {
        Path swept = all.resolve(SWEPT);
        if (Files.exists(swept)) {
            Instant last = Files.getLastModifiedTime(swept).toInstant();
            if (Duration.between(last, now).compareTo(EVERY) < 0) {
                return false;
            }
        } else {
            Files.createFile(swept);
        }
        Files.setLastModifiedTime(swept, FileTime.from(now));
        return true;
    }

    /// Those that were not used for longest first; what an earlier sweep has left is deleted.
    private List<Store> stores() throws IOException {
        var stores = new ArrayList<Store>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(all)) {
            for (Path folder : each) {
                if (folder.getFileName().toString().startsWith(GONE)) {
                    delete(folder);
                } else if (Files.exists(folder.resolve(BuildStores.USED))) {
                    stores.add(store(folder));
                }
            }
        }
        stores.sort(Comparator.comparing(Store::used));
        return stores;
    }

    private static Store store(Path folder) throws IOException {
        Path of = folder.resolve(BuildStores.OF);
        String workspace =
                Files.exists(of) ? Files.readString(of, StandardCharsets.UTF_8).strip() : "";
        return new Store(
                folder,
                Files.getLastModifiedTime(folder.resolve(BuildStores.USED)).toInstant(),
                workspace.isEmpty() || Scene.path(workspace).filter(Files::exists).isEmpty());
    }

    private void shrink(List<Store> kept) throws IOException {
        var sizes = new ArrayList<Long>();
        for (Store store : kept) {
            sizes.add(size(store.folder()));
        }
        long total = sizes.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < kept.size() && total > most; i++) {
            Store store = kept.get(i);
            if (Duration.between(store.used(), now).compareTo(AT_LEAST) > 0) {
                remove(store.folder());
                total -= sizes.get(i);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path child : each) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    size += size(child);
                } else if (!Files.isSymbolicLink(child)) {
                    size += Files.size(child);
                }
            }
        }
        return size;
    }

    /// Nobody finds it half there.
    private void remove(Path folder) throws IOException {
        Path gone = all.resolve(GONE + UUID.randomUUID());
        Files.move(folder, gone);
        delete(gone);
    }

    /// Without following links; some tools make folders that cannot be written.
    static void delete(Path folder) {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path child : each) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    child.toFile().setWritable(true);
                    delete(child);
                } else {
                    Files.deleteIfExists(child);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException stubborn) {
            // It is tried again by the next sweep.
            return;
        }
    }
}
