package kiro.action.dependency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The files of a package, as far as they are wanted: those of a folder, or those in an archive. There are limits to how many and how
/// long they may be; what goes beyond is not read.
///
/// @param texts by their paths within the package, with `/` between names
record ArtifactFiles(SortedMap<String, byte[]> texts) {
    private static final int MOST_FILES = 20_000;
    private static final int LARGEST = 4_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final int DEEPEST = 24;
    private static final int BLOCK = 512;

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /// Links are not followed, nor are packages within the package.
    static Optional<ArtifactFiles> ofFolder(Path folder, Predicate<String> isWanted) {
        var found = new Draft(isWanted);
        try {
            Files.walkFileTree(folder, Set.of(), DEEPEST, new FolderVisitor(folder, found));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return found.files();
    }

    /// Of a zip such as a wheel.
    static Optional<ArtifactFiles> ofZip(Path file, Predicate<String> isWanted) {
        var found = new Draft(isWanted);
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !found.isFull()) {
                if (!entry.isDirectory() && isWanted.test(entry.getName())) {
                    found.add(entry.getName(), zip.readNBytes(LARGEST + 1));
                }
                // What is long and not wanted is not unpacked either.
                found.pass(skipped(zip));
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return found.files();
    }

    private static long skipped(InputStream in) throws IOException {
        long left = MOST_BYTES;
        while (left > 0) {
            long some = in.skip(left);
            if (some <= 0) {
                break;
            }
            left -= some;
        }
        return MOST_BYTES - left;
    }

    /// Of a packed package of npm, whose files lie in one folder.
    static Optional<ArtifactFiles> ofTarball(byte[] packed, Predicate<String> isWanted) {
        var found = new Draft(isWanted);
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            String longName = "";
            byte[] header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0 && !found.isFull()) {
                long size = octal(header);
                if (size < 0) {
                    return Optional.empty();
                }
                String name = longName.isEmpty() ? name(header) : longName;
                longName = "";
                char type = (char) header[156];
                int take = size > LARGEST ? 0 : (int) size;
                byte[] content = tar.readNBytes(take);
                tar.skipNBytes(size - take + (BLOCK - size % BLOCK) % BLOCK);
                found.pass(size);
                if (type == 'x') {
                    longName = path(content);
                } else if (type == 'L') {
                    longName = new String(content, StandardCharsets.UTF_8).replace("\0", "");
                } else if (type == '0' || type == 0) {
                    String path = name.substring(name.indexOf('/') + 1);
                    if (take == size && isWanted.test(path)) {
                        found.add(path, content);
                    }
                }
                header = tar.readNBytes(BLOCK);
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
        return found.files();
    }

    private static long octal(byte[] header) {
        String digits = field(header, 124, 12).strip();
        return digits.matches("[0-7]{1,11}") ? Long.parseLong(digits, 8) : -1;
    }

    private static String name(byte[] header) {
        String prefix = field(header, 345, 155);
        String name = field(header, 0, 100);
        return prefix.isEmpty() || header[257] != 'u' ? name : prefix + "/" + name;
    }

    private static String field(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static String path(byte[] records) {
        return new String(records, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\d+ ", ""))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst()
                .orElse("");
    }

    private static final class FolderVisitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Draft found;

        FolderVisitor(Path folder, Draft found) {
            this.folder = folder;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return inner.endsWith("node_modules") && !inner.equals(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile()
                    && attributes.size() <= LARGEST
                    && found.isWanted.test(path)) {
                found.add(path, Files.readAllBytes(file));
            }
            return found.isFull() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }

    /// Files as they are found.
    private static final class Draft {
        private final Predicate<String> isWanted;
        private final SortedMap<String, byte[]> texts = new TreeMap<>();
        private long bytes;

        Draft(Predicate<String> isWanted) {
            this.isWanted = isWanted;
        }

        void add(String path, byte[] content) {
            bytes += content.length;
            if (content.length <= LARGEST && !isFull() && isWanted.test(path)) {
                texts.put(path, content);
            }
        }

        void pass(long more) {
            bytes += more;
        }

        boolean isFull() {
            return texts.size() >= MOST_FILES || bytes >= MOST_BYTES;
        }

        Optional<ArtifactFiles> files() {
            return isFull() || texts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ArtifactFiles(texts));
        }
    }
}
