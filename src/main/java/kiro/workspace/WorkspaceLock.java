package kiro.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps a second run off the workspace. Released by closing it, and by the end of the process.
///
/// Two files in `.kiro/sessions/`: `lock` says who holds it, `.lock` keeps other processes out. The
/// second is opened by nobody who does not hold the first, because on Unix a process loses its locks on
/// a file as soon as it closes that file once, even if it had opened it only to look.
public final class WorkspaceLock implements AutoCloseable {
    /// The locked byte lies behind every text, so that the text can be read where locks forbid reading.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel holder;
    private final FileChannel guard;

    private WorkspaceLock(FileChannel holder, FileChannel guard) {
        this.holder = holder;
        this.guard = guard;
    }

    /// What came of trying to lock.
    public sealed interface Attempt {
        record Locked(WorkspaceLock lock) implements Attempt {}

        /// @param holder who holds it, such as `session 20261125-101500-abcd (process 4711, since 2026-11-25 10:15:00 UTC)`
        /// @param next what can be done about that
        record Busy(String holder, String next) implements Attempt {}
    }

    /// @param holder how this run is to be named to others
    public static Attempt lock(Workspace workspace, String holder) throws IOException {
        return lock(workspace, new LockHolder(holder));
    }

    /// @param holder how this run is to be named to others
    public static Attempt lock(Workspace workspace, LockHolder holder) throws IOException {
        Path sessions = workspace.kiroFolder().resolve("sessions");
        try {
            Files.createDirectories(sessions);
            ignoreInGit(sessions);
            FileChannel named = open(sessions.resolve("lock"));
            Optional<FileChannel> guard =
                    isLocked(named) ? guard(sessions.resolve(".lock")) : Optional.empty();
            if (guard.isEmpty()) {
                return busy(named, sessions.resolve("lock"));
            }
            name(named, holder.text());
            return new Attempt.Locked(new WorkspaceLock(named, guard.get()));
        } catch (IOException cause) {
            throw FileProblem.of("the workspace could not be locked", cause);
        }
    }

    /// Who holds it at the moment. Nothing is written to find out, so that it can be asked where nothing may be written.
    public static Optional<String> holder(Workspace workspace) throws IOException {
        return busy(workspace).map(Attempt.Busy::holder);
    }

    /// The same, with what can be done about it.
    public static Optional<Attempt.Busy> busy(Workspace workspace) throws IOException {
        Path sessions = workspace.kiroFolder().resolve("sessions");
        Optional<FileChannel> named = openToLook(sessions.resolve("lock"));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (isFree(named.get()) && isFree(sessions.resolve(".lock"))) {
            named.get().close();
            return Optional.empty();
        }
        return Optional.of(busy(named.get(), sessions.resolve("lock")));
    }

    private static Optional<FileChannel> openToLook(Path file) throws IOException {
        try {
            return Optional.of(FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static boolean isFree(Path file) throws IOException {
        Optional<FileChannel> guard = openToLook(file);
        if (guard.isEmpty()) {
            return true;
        }
        try (FileChannel looked = guard.get()) {
            return isFree(looked);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        return isLocked(channel, true);
    }

    /// What lies in the folder is nobody else's business, wherever it is made.
    private static void ignoreInGit(Path sessions) throws IOException {
        Path ignore = sessions.resolve(".gitignore");
        if (Files.notExists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Empty when another process has it.
    private static Optional<FileChannel> guard(Path file) throws IOException {
        FileChannel guard = open(file);
        if (isLocked(guard)) {
            return Optional.of(guard);
        }
        guard.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        return isLocked(channel, false);
    }

    private static boolean isLocked(FileChannel channel, boolean isShared) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, isShared) != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /// The file was changed last when its holder took it.
    private static Attempt.Busy busy(FileChannel named, Path file) throws IOException {
        try (named) {
            var text = ByteBuffer.allocate(1_000);
            named.read(text, 0);
            LockHolder holder =
                    LockHolder.read(StandardCharsets.UTF_8.decode(text.flip()).toString());
            return new Attempt.Busy(
                    holder.since(Files.getLastModifiedTime(file).toInstant()), holder.next());
        }
    }

    /// Where there is no room for the name, others are kept off all the same, and are not told by whom.
    private static void name(FileChannel named, String holder) throws IOException {
        named.truncate(0);
        try {
            named.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (ClosedByInterruptException stopped) {
            throw stopped;
        } catch (IOException noRoom) {
            named.truncate(0);
        }
    }

    @Override
    public void close() {
        try (holder;
                guard) {
            if (holder.isOpen()) {
                holder.truncate(0);
            }
        } catch (ClosedByInterruptException unlocked) {
            // Whoever is told to end in the middle of this has closed the file, and with it the
            // lock is gone.
        } catch (IOException cause) {
            throw new UncheckedIOException("the workspace could not be unlocked", cause);
        }
    }
}
