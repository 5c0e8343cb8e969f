package kiro.code;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The folder that native libraries are unpacked to, because the system loads them from files alone.
///
/// A file is named by the digest of its content and put there whole by one rename, so that any number of
/// runs may start at once, and none loads what another version left. Where the folder cannot be used,
/// a private one that lasts as long as this run takes its place.
@SuppressWarnings("restricted")
public final class NativeCache {
    private final Path folder;
    private final Path temporary;

    /// @param folder where libraries are kept from run to run
    /// @param temporary the parent of the folder that is made where the first cannot be used
    public NativeCache(Path folder, Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /// Loads a library for the rest of the process.
    SymbolLookup load(String name, byte[] library) {
        var problems = new ArrayList<String>();
        try {
            return loaded(placed(name, library));
        } catch (IOException | IllegalArgumentException unusable) {
            problems.add(folder + ": " + reason(unusable));
        }
        try {
            return loadedFromTemporary(name, library);
        } catch (IOException | IllegalArgumentException unusable) {
            problems.add(temporary + ": " + reason(unusable));
        }
        throw new NativeFailure(
                "the parser's library %s can be loaded from neither folder (%s): set XDG_CACHE_HOME to a folder that can be written and that programs may run from"
                        .formatted(name, String.join("; ", problems)));
    }

    private Path placed(String name, byte[] library) throws IOException {
        Path target = folder.resolve(digest(library) + "-" + name);
        if (isThere(target, library)) {
            return target;
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".new-", name);
        try {
            Files.write(fresh, library);
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException notPlaced) {
            // Windows replaces no library that a process has loaded: then it is there.
            if (isThere(target, library)) {
                return target;
            }
            throw notPlaced;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isThere(Path target, byte[] library) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == library.length
                && MessageDigest.isEqual(Files.readAllBytes(target), library);
    }

    private SymbolLookup loadedFromTemporary(String name, byte[] library) throws IOException {
        Path own = Files.createTempDirectory(temporary, "kiro-native-");
        Path file = own.resolve(name);
        file.toFile().deleteOnExit();
        own.toFile().deleteOnExit();
        Files.write(file, library);
        SymbolLookup loaded = loaded(file);
        for (Path used : List.of(file, own)) {
            unlink(used);
        }
        return loaded;
    }

    /// On Unix a loaded library needs its file no more; elsewhere it goes when the run ends.
    private static void unlink(Path used) {
        if (!used.toFile().delete()) {
            used.toFile().deleteOnExit();
        }
    }

    private static SymbolLookup loaded(Path file) {
        return SymbolLookup.libraryLookup(file, Arena.global());
    }

    private static String reason(Exception unusable) {
        return switch (unusable) {
            case IllegalArgumentException refused ->
                    "the system does not load it (%s)".formatted(refused.getMessage());
            default ->
                    "%s (%s)".formatted(unusable.getMessage(), unusable.getClass().getSimpleName());
        };
    }

    private static String digest(byte[] library) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(library);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
