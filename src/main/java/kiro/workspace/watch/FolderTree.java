package kiro.workspace.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The folders of a workspace that are watched, with what is known of their files. Links are not followed, ignored folders
/// not looked into.
final class FolderTree {
    private static final char UNDECODABLE = '\uFFFD';

    private final Path root;
    private final String prefix;
    private final FolderKeys keys;
    private final Touched touched;
    private final AtomicInteger count = new AtomicInteger();
    private Folder top;

    /// Hears of files that may not be as they were known.
    @FunctionalInterface
    interface Touched {
        /// @param path from the workspace's root
        /// @param known what was known of it; empty for nothing
        void at(String path, Optional<FileStamp> known);
    }

    /// @param prefix the root's path from where ignore files begin to count, with a slash behind it; may be empty
    /// @param outer what is ignored by what stands outside of the workspace
    FolderTree(Path root, String prefix, IgnoreScope outer, FolderKeys keys, Touched touched) {
        this.root = root;
        this.prefix = prefix;
        this.keys = keys;
        this.touched = touched;
        this.top = new Folder("", root, identity(root), outer.in(prefix, root));
        fill(top, (path, stamp) -> Optional.of(stamp));
    }

    /// What to hold for known of a file that is found; empty for one that is new.
    @FunctionalInterface
    private interface Before {
        Optional<FileStamp> of(String path, FileStamp now);
    }

    private static int identity(Path place) {
        return FileStamp.attributes(place).map(FileStamp::identity).orElse(0);
    }

    /// Begins anew with other ignore files. What was known of files is not forgotten; one that is not ignored any more is
    /// not new.
    ///
    /// @param isNew whether a path is known to have been made just now
    void renew(IgnoreScope outer, Predicate<String> isNew) {
        Folder old = top;
        drop(old);
        top = new Folder("", root, identity(root), outer.in(prefix, root));
        fill(
                top,
                (path, now) ->
                        known(old, path)
                                .or(() -> isNew.test(path) ? Optional.empty() : Optional.of(now)));
        missing(old);
    }

    /// Those that were known and are gone meanwhile.
    private void missing(Folder old) {
        for (Folder each : withInner(old)) {
            Optional<Folder> now = folder(each.path());
            each.files()
                    .forEach((name, stamp) -> {
                        boolean isIgnored =
                                now.isEmpty()
                                        || now.get()
                                                .ignores()
                                                .ignores(prefix + each.path() + name, false);
                        if (!isIgnored && !now.get().files().containsKey(name)) {
                            touched.at(each.path() + name, Optional.of(stamp));
                        }
                    });
        }
    }

    /// A folder and all below it. There can be thousands within one another.
    private static List<Folder> withInner(Folder first) {
        var all = new ArrayList<Folder>(List.of(first));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).folders().values());
        }
        return all;
    }

    private static Optional<FileStamp> known(Folder from, String path) {
        Optional<Folder> folder = folder(from, path.substring(0, path.lastIndexOf('/') + 1));
        return folder.map(each -> each.files().get(path.substring(each.path().length())));
    }

    /// The folder of a path that ends with a slash; empty where it is not watched.
    Optional<Folder> folder(String path) {
        return folder(top, path);
    }

    private static Optional<Folder> folder(Folder from, String path) {
        Folder at = from;
        for (int start = 0, slash; (slash = path.indexOf('/', start)) >= 0; start = slash + 1) {
            Folder next = at.folders().get(path.substring(start, slash));
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /// Looks into a folder and all that is found below it.
    private void fill(Folder first, Before before) {
        Deque<Folder> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Folder folder = open.pop();
            keys.watch(folder);
            entries(
                    folder,
                    (name, place, attributes) -> {
                        if (attributes.isDirectory()) {
                            inner(folder, name, place, attributes).ifPresent(open::push);
                        } else if (attributes.isRegularFile() && isWatched(folder, name)) {
                            file(folder, name, FileStamp.of(attributes), before);
                        }
                    });
        }
    }

    private void file(Folder folder, String name, FileStamp now, Before before) {
        String path = folder.path() + name;
        Optional<FileStamp> known = before.of(path, now);
        known.ifPresent(stamp -> remember(folder, name, known));
        if (!known.equals(Optional.of(now))) {
            touched.at(path, known);
        }
    }

    /// The folder of that name, watched from now on; empty where it is ignored.
    private Optional<Folder> inner(
            Folder folder, String name, Path place, BasicFileAttributes attributes) {
        String path = folder.path() + name;
        if (name.indexOf(UNDECODABLE) >= 0 || folder.ignores().ignores(prefix + path, true)) {
            return Optional.empty();
        }
        var inner =
                new Folder(
                        path + "/",
                        place,
                        FileStamp.identity(attributes),
                        folder.ignores().in(prefix + path + "/", place));
        folder.folders().put(name, inner);
        return Optional.of(inner);
    }

    private boolean isWatched(Folder folder, String name) {
        return name.indexOf(UNDECODABLE) < 0
                && !EditorFiles.isTransient(name)
                && !folder.ignores().ignores(prefix + folder.path() + name, false);
    }

    /// Something happened to what has this name in the folder.
    void look(Folder folder, String name) {
        Optional<FileStamp> known = Optional.ofNullable(folder.files().get(name));
        if (known.isPresent()) {
            touched.at(folder.path() + name, known);
            return;
        }
        Path place = folder.place().resolve(name);
        Optional<BasicFileAttributes> found = FileStamp.attributes(place);
        Folder inner = folder.folders().get(name);
        boolean isSame =
                inner != null
                        && found.filter(BasicFileAttributes::isDirectory).isPresent()
                        && FileStamp.identity(found.get()) == inner.identity();
        if (isSame) {
            return;
        }
        if (inner != null) {
            remove(folder, name);
        }
        found.ifPresent(attributes -> appeared(folder, name, place, attributes));
    }

    private void appeared(Folder folder, String name, Path place, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            inner(folder, name, place, attributes)
                    .ifPresent(inner -> fill(inner, (_, _) -> Optional.empty()));
        } else if (attributes.isRegularFile() && isWatched(folder, name)) {
            touched.at(folder.path() + name, Optional.empty());
        }
    }

    /// A folder is gone, and with it all that was in it.
    private void remove(Folder parent, String name) {
        Folder gone = parent.folders().remove(name);
        if (gone != null) {
            lost(gone);
            drop(gone);
        }
    }

    private void lost(Folder folder) {
        for (Folder each : withInner(folder)) {
            each.files()
                    .forEach((name, stamp) -> touched.at(each.path() + name, Optional.of(stamp)));
        }
    }

    private void drop(Folder folder) {
        for (Folder each : withInner(folder)) {
            keys.forget(each);
            count.addAndGet(-each.files().size());
        }
    }

    /// What is known of a file from now on.
    ///
    /// @param stamp empty where it is gone
    void remember(Folder folder, String name, Optional<FileStamp> stamp) {
        boolean wasKnown = folder.files().containsKey(name);
        stamp.ifPresentOrElse(
                now -> folder.files().put(name, now), () -> folder.files().remove(name));
        count.addAndGet((stamp.isPresent() ? 1 : 0) - (wasKnown ? 1 : 0));
    }

    /// How many files are known; may be asked from any thread.
    int count() {
        return count.get();
    }

    /// Compares what a folder holds with what is known of it, because nobody told.
    void rescan(Folder folder) {
        Set<String> missing = new HashSet<>(folder.files().keySet());
        missing.addAll(folder.folders().keySet());
        entries(
                folder,
                (name, place, attributes) -> {
                    missing.remove(name);
                    FileStamp known = folder.files().get(name);
                    boolean isAsKnown =
                            known != null
                                    && attributes.isRegularFile()
                                    && FileStamp.of(attributes).equals(known);
                    if (!isAsKnown) {
                        look(folder, name);
                    }
                });
        missing.forEach(name -> look(folder, name));
    }

    /// The system tells no more of a folder: it is gone, or was moved away.
    void vanished(Folder folder) {
        if (folder == top || folder(folder.path()).filter(folder::equals).isEmpty()) {
            keys.forget(folder);
            return;
        }
        String path = folder.path().substring(0, folder.path().length() - 1);
        int slash = path.lastIndexOf('/') + 1;
        folder(path.substring(0, slash))
                .ifPresent(parent -> {
                    remove(parent, path.substring(slash));
                    look(parent, path.substring(slash));
                });
    }

    @FunctionalInterface
    private interface Entry {
        void at(String name, Path place, BasicFileAttributes attributes);
    }

    private static void entries(Folder folder, Entry entry) {
        var places = new ArrayList<Path>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.place())) {
            all.forEach(places::add);
        } catch (IOException | DirectoryIteratorException gone) {
            return;
        }
        for (Path place : places) {
            FileStamp.attributes(place)
                    .ifPresent(
                            found -> entry.at(String.valueOf(place.getFileName()), place, found));
        }
    }
}
