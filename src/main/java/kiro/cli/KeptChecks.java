package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import kiro.text.Hash;
import kiro.text.Order;
import kiro.text.PackReader;
import kiro.text.PackWriter;

/// The results of earlier checks of one project: of each spec by the digest of its files, and of the whole run by the
/// digest of all of them. A file that is damaged, or was written under another key, holds nothing.
final class KeptChecks {
    private static final byte[] MAGIC = "kiro checks\n".getBytes(StandardCharsets.US_ASCII);

    /// Fewer specs are checked as fast as a file is read and written.
    private static final int FEWEST = 100;

    /// Projects whose results are kept; those looked at longest ago make room.
    private static final int MOST_FILES = 20;

    private static final long MOST_BYTES = 64L << 20;

    private final Optional<Place> place;
    private final Map<Hash, PackReader> parts;
    private final Optional<Run> run;

    /// The result of a whole run.
    ///
    /// @param specs the digest of all that was checked
    record Run(Hash specs, PackReader result) {}

    /// Where results are kept, and under which key.
    private record Place(Path file, Hash key) {}

    private KeptChecks(Optional<Place> place, Map<Hash, PackReader> parts, Optional<Run> run) {
        this.place = place;
        this.parts = Collections.unmodifiableMap(parts);
        this.run = run;
    }

    /// Keeps nothing.
    static KeptChecks none() {
        return new KeptChecks(Optional.empty(), Map.of(), Optional.empty());
    }

    /// @param key of everything that results depend on, apart from the specs
    static KeptChecks open(Path file, Hash key) {
        Optional<Place> place = Optional.of(new Place(file, key));
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= MOST_BYTES) {
                return read(file, key, Files.readAllBytes(file));
            }
        } catch (IOException unusable) {
            // as if it were not there: it is written anew
            return new KeptChecks(place, Map.of(), Optional.empty());
        }
        return new KeptChecks(place, Map.of(), Optional.empty());
    }

    private static KeptChecks read(Path file, Hash key, byte[] bytes) throws IOException {
        int length = bytes.length - Integer.BYTES;
        if (length < MAGIC.length
                || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            throw new IOException("not such a file");
        }
        var in = new PackReader(bytes, MAGIC.length, length);
        if (new PackReader(bytes, length, bytes.length).number() != sum(bytes, length)
                || !hash(in).equals(key)) {
            throw new IOException("damaged, or of other rules");
        }
        Optional<Run> run =
                in.fact() ? Optional.of(new Run(hash(in), in.part())) : Optional.empty();
        int size = in.count();
        Map<Hash, PackReader> parts = HashMap.newHashMap(Math.min(size, in.left()));
        for (int i = 0; i < size; i++) {
            parts.put(hash(in), in.part());
        }
        return new KeptChecks(Optional.of(new Place(file, key)), parts, run);
    }

    /// The result of a run over the specs with these digests.
    Optional<PackReader> run(Hash specs) {
        return run.filter(each -> each.specs().equals(specs)).map(Run::result);
    }

    /// The result of one spec.
    Optional<PackReader> part(Hash digest) {
        return Optional.ofNullable(parts.get(digest));
    }

    /// Whether anything was kept or may be.
    boolean isAnything() {
        return place.isPresent();
    }

    /// Whether anything is to be kept of so many specs.
    boolean isKeeping(int specs) {
        return place.isPresent() && specs >= FEWEST;
    }

    /// Keeps these results, packed and by the digest of each spec, in place of those of the last run. Where the folder cannot be written, the next run has to
    /// check again, which nobody needs to hear of.
    ///
    /// @return whether they are kept
    boolean save(Optional<Hash> specs, byte[] result, Map<Hash, byte[]> results) {
        if (!isKeeping(results.size())) {
            return false;
        }
        var out = new PackWriter();
        write(place.orElseThrow().key(), out);
        out.fact(specs.isPresent());
        specs.ifPresent(digest -> {
            write(digest, out);
            out.block(result);
        });
        out.count(results.size());
        results.forEach((digest, part) -> {
            write(digest, out);
            out.block(part);
        });
        try {
            replace(place.orElseThrow().file(), out.bytes());
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path folder =
                Optional.ofNullable(file.toAbsolutePath().getParent())
                        .orElseThrow(() -> new IOException("no folder"));
        Files.createDirectories(folder);
        byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + content.length + Integer.BYTES);
        System.arraycopy(content, 0, bytes, MAGIC.length, content.length);
        int length = MAGIC.length + content.length;
        var sum = new PackWriter();
        sum.number(sum(bytes, length));
        System.arraycopy(sum.bytes(), 0, bytes, length, Integer.BYTES);
        Path fresh = Files.createTempFile(folder, ".new-", "");
        try {
            Files.write(fresh, bytes);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        makeRoom(folder);
    }

    private static void makeRoom(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> oldest =
                    files.filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted(Order.by(KeptChecks::written).reversed())
                            .skip(MOST_FILES)
                            .toList();
            for (Path each : oldest) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static int sum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private static void write(Hash hash, PackWriter out) {
        out.block(HexFormat.of().parseHex(hash.hex()));
    }

    private static Hash hash(PackReader in) throws IOException {
        byte[] digest = in.block();
        if (digest.length != 32) {
            throw new IOException("not a digest");
        }
        return new Hash(HexFormat.of().formatHex(digest));
    }
}
