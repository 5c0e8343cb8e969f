package kiro.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kiro.text.Hash;

/// The contents that files had before they were changed: each once, in a file named by its hash.
final class PreImages {
    private final Path folder;
    private final DiskWait disk;
    private final Set<Hash> flushed = ConcurrentHashMap.newKeySet();

    /// Waits until what was written into a file is on the disk.
    interface DiskWait {
        void on(FileChannel channel) throws IOException;
    }

    PreImages(Path folder) {
        this(folder, channel -> channel.force(true));
    }

    PreImages(Path folder, DiskWait disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /// A content that is kept; empty where it is not, or is no longer what it was.
    Optional<byte[]> read(Hash hash) throws IOException {
        Path file = folder.resolve(hash.hex());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return Hash.of(bytes).equals(hash) ? Optional.of(bytes) : Optional.empty();
    }

    /// Keeps a content; it is on the disk when this returns.
    void keep(FileState.Present state) throws IOException {
        Path file = folder.resolve(state.hash().hex());
        if (flushed.contains(state.hash())) {
            return;
        }
        if (isWhole(file, state)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                disk.on(channel);
            }
        } else {
            put(file, state, true);
        }
        flushed.add(state.hash());
    }

    /// Something that gives a file a second name.
    interface SecondName {
        void at(Path name) throws IOException;
    }

    /// Keeps a content that goes from its place. Where there is no room to have it twice, the file itself is kept.
    void keepGoing(FileState.Present state, SecondName file) throws IOException {
        try {
            keep(state);
        } catch (IOException noRoom) {
            try {
                keepItself(state, file);
            } catch (IOException neither) {
                noRoom.addSuppressed(neither);
                throw noRoom;
            }
        }
    }

    private void keepItself(FileState.Present state, SecondName file) throws IOException {
        Files.createDirectories(folder);
        Path half = folder.resolve("half" + UUID.randomUUID());
        try {
            file.at(half);
            if (!Hash.of(Files.readAllBytes(half)).equals(state.hash())) {
                throw new IOException("what stands there is another file by now");
            }
            Files.move(half, folder.resolve(state.hash().hex()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// Keeps many contents.
    void keep(Collection<FileState.Present> states) throws IOException {
        Map<Hash, FileState.Present> each = new LinkedHashMap<>();
        states.forEach(state -> each.putIfAbsent(state.hash(), state));
        AtOnce.each(each.values(), this::keep);
    }

    /// Keeps a content so that it survives this process, but not a loss of power.
    void keepForNow(FileState.Present state) throws IOException {
        Path file = folder.resolve(state.hash().hex());
        if (!flushed.contains(state.hash()) && !isWhole(file, state)) {
            put(file, state, false);
        }
    }

    private static boolean isWhole(Path file, FileState.Present state) throws IOException {
        return Files.exists(file) && Files.size(file) == state.bytes().length;
    }

    private void put(Path file, FileState.Present state, boolean isFlushed) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "half", "");
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(state.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (isFlushed) {
                    disk.on(channel);
                }
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
