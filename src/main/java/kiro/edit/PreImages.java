package kiro.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kiro.text.Hash;

/// The contents that files had before they were changed: each once, in a file named by its hash.
final class PreImages {
    private static final int MANY = 16;
    private static final int AT_ONCE = 16;

    private final Path folder;
    private final Set<Hash> flushed = ConcurrentHashMap.newKeySet();

    PreImages(Path folder) {
        this.folder = folder;
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
                channel.force(true);
            }
        } else {
            put(file, state, true);
        }
        flushed.add(state.hash());
    }

    /// Keeps many contents: the disk is waited for by several at a time, which it is made for.
    void keep(Collection<FileState.Present> states) throws IOException {
        if (states.size() < MANY) {
            for (FileState.Present state : states) {
                keep(state);
            }
            return;
        }
        Map<Hash, FileState.Present> each = new LinkedHashMap<>();
        states.forEach(state -> each.putIfAbsent(state.hash(), state));
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofPlatform().name("keeping-", 0).daemon().factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (FileState.Present state : each.values()) {
                all.add(
                        threads.submit(() -> {
                            keep(state);
                            return state;
                        }));
            }
            for (Future<?> one : all) {
                finish(one);
            }
        }
    }

    /// What is being written is written to its end, whoever interrupts.
    private static void finish(Future<?> one) throws IOException {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    one.get();
                    return;
                } catch (InterruptedException later) {
                    wasInterrupted = true;
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException unwritten) {
                throw unwritten;
            }
            throw new IllegalStateException("a content could not be kept", failure.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
                    channel.force(true);
                }
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
