package kiro.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// The files of one spec as they lie on the disk, before anything in them is understood.
public sealed interface SpecContent {
    /// Understands it; done anew at each call.
    SpecReading reading();

    /// The digest of all that the reading depends on: the paths of the files and their bytes. Empty where something
    /// could not be read, since that may be different a moment later.
    Optional<Hash> digest();

    /// There is nothing to be understood.
    record Refused(SpecReading.Broken reading) implements SpecContent {
        @Override
        public Optional<Hash> digest() {
            return Optional.empty();
        }
    }

    /// A spec in one file.
    record Single(SpecName name, Source source) implements SpecContent {
        @Override
        public SpecReading reading() {
            return switch (SpecReader.text(name, source.path(), source.bytes())) {
                case SpecReader.Text.Broken broken ->
                        new SpecReading.Broken(List.of(broken.finding()));
                case SpecReader.Text.Read read ->
                        SpecReader.single(name, source.path(), read.document());
            };
        }

        @Override
        public Optional<Hash> digest() {
            return Optional.of(hash(List.of(source)));
        }
    }

    /// A spec that is a folder.
    ///
    /// @param sources at least one, unless there are faults, in the order of their kinds
    /// @param faults of files that could not be read
    record Folder(SpecName name, List<Source> sources, List<Finding> faults)
            implements SpecContent {
        public Folder {
            sources = List.copyOf(sources);
            faults = List.copyOf(faults);
        }

        @Override
        public SpecReading reading() {
            var all = new ArrayList<>(faults);
            var read = new ArrayList<SpecSource>();
            for (Source source : sources) {
                switch (SpecReader.text(name, source.path(), source.bytes())) {
                    case SpecReader.Text.Broken broken -> all.add(broken.finding());
                    case SpecReader.Text.Read text ->
                            read.add(new SpecSource(source.path(), text.document()));
                }
            }
            return read.isEmpty()
                    ? new SpecReading.Broken(all)
                    : withFaults(FolderScan.read(name, read), all);
        }

        private static SpecReading withFaults(SpecReading reading, List<Finding> faults) {
            if (faults.isEmpty()) {
                return reading;
            }
            return switch (reading) {
                case SpecReading.Whole whole ->
                        new SpecReading.Broken(faults, Optional.of(whole.spec()));
                case SpecReading.Broken broken -> {
                    var all = new ArrayList<>(faults);
                    all.addAll(broken.findings());
                    yield new SpecReading.Broken(all, broken.draft());
                }
            };
        }

        @Override
        public Optional<Hash> digest() {
            return faults.isEmpty() ? Optional.of(hash(sources)) : Optional.empty();
        }
    }

    /// One file as it was read. Nobody else holds the bytes.
    final class Source {
        private final WorkspacePath path;
        private final byte[] bytes;

        Source(WorkspacePath path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
        }

        WorkspacePath path() {
            return path;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// The length of each part stands before it, so that no two lists of files are the same bytes.
    private static Hash hash(List<Source> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Source source : sources) {
                byte[] path = source.path().value().getBytes(StandardCharsets.UTF_8);
                digest.update(length(path.length));
                digest.update(path);
                digest.update(length(source.bytes().length));
                digest.update(source.bytes());
            }
            return new Hash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] length(int length) {
        return new byte[] {
            (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        };
    }
}
