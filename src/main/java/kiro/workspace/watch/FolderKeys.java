package kiro.workspace.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which folders the system tells of, and which are looked at instead because it tells of no more.
final class FolderKeys {
    private static final WatchEvent.Kind<?>[] ALL = {ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY};

    private final Optional<WatchService> service;
    private final int most;
    private final Map<WatchKey, Folder> watched = new HashMap<>();
    private final Set<Folder> unwatched = new LinkedHashSet<>();
    private Optional<String> reason;

    /// @param service empty where the system gives none
    /// @param most how many folders it is asked to tell of
    /// @param reason why there is no service; empty where there is one
    FolderKeys(Optional<WatchService> service, int most, Optional<String> reason) {
        this.service = service;
        this.most = most;
        this.reason = reason;
    }

    /// Asks the system to tell of a folder. It has to be asked before the folder is looked into, so that nothing is missed.
    void watch(Folder folder) {
        if (service.isEmpty() || reason.isPresent() || watched.size() >= most) {
            unwatched.add(folder);
            reason =
                    reason.or(() -> Optional.of("%,d folders are watched already".formatted(most)));
            return;
        }
        try {
            WatchKey key = folder.place().register(service.get(), ALL);
            folder.watchedBy(key);
            watched.put(key, folder);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return;
        } catch (IOException refused) {
            unwatched.add(folder);
            if (isFull(refused)) {
                reason = Optional.of(String.valueOf(refused.getMessage()));
            }
        }
    }

    /// One folder that nobody may look into says nothing about the others.
    private static boolean isFull(IOException refused) {
        return String.valueOf(refused.getMessage()).contains("limit");
    }

    /// A place beside the folders, such as the repository's own files.
    Optional<WatchKey> watch(Path place) {
        try {
            return service.isPresent()
                    ? Optional.of(place.register(service.get(), ALL))
                    : Optional.empty();
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    Optional<Folder> folder(WatchKey key) {
        return Optional.ofNullable(watched.get(key));
    }

    /// A folder that was moved has the same key as before: then it is the new one's.
    void forget(Folder folder) {
        unwatched.remove(folder);
        folder.key()
                .filter(key -> watched.get(key) == folder)
                .ifPresent(key -> {
                    watched.remove(key);
                    key.cancel();
                });
    }

    Collection<Folder> unwatched() {
        return List.copyOf(unwatched);
    }

    Optional<FileListener.Limit> limit() {
        return unwatched.isEmpty() || reason.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FileListener.Limit(unwatched.size(), reason.get(), fix(reason.get())));
    }

    private static String fix(String reason) {
        return reason.contains("instances")
                ? "raise it: 'sudo sysctl fs.inotify.max_user_instances=1024', and to keep it, a line 'fs.inotify.max_user_instances=1024' in /etc/sysctl.d/60-inotify.conf"
                : "raise it: 'sudo sysctl fs.inotify.max_user_watches=524288', and to keep it, a line 'fs.inotify.max_user_watches=524288' in /etc/sysctl.d/60-inotify.conf; or ignore what need not be watched in .gitignore or .kiroignore";
    }
}
