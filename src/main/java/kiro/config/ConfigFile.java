package kiro.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// One file of settings as it was read: what it sets, and what is wrong with it.
///
/// @param entries by the name of the key
record ConfigFile(Map<String, Entry> entries, List<Finding> findings) {
    /// Far more than all settings need; what is longer is no file of settings.
    static final int MAX_BYTES = 64 * 1024;

    /// @param line where the value stands, from 1
    record Entry(String text, int line) {}

    ConfigFile {
        entries = Map.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /// @param label the file as messages name it
    /// @param isTeams whether it is part of the project, and so may not set everything
    static ConfigFile read(Path file, String label, boolean isTeams) {
        return isDevice(file)
                ? broken(
                        label,
                        "unreadable",
                        "is a device or a pipe, and is not read",
                        "make it a file that you may read")
                : content(file, label, isTeams);
    }

    /// Whoever reads one may wait without end.
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static ConfigFile content(Path file, String label, boolean isTeams) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return new ConfigFile(Map.of(), List.of());
        } catch (IOException unreadable) {
            return broken(
                    label,
                    "unreadable",
                    "cannot be read: " + reason(unreadable),
                    "make it a file that you may read");
        }
        if (bytes.length > MAX_BYTES) {
            return broken(
                    label,
                    "too-large",
                    "is longer than " + MAX_BYTES + " bytes",
                    "keep only settings in it");
        }
        Optional<TextDocument> document = TextDocument.decode(bytes);
        if (document.isEmpty()) {
            return broken(label, "not-utf8", "is not UTF-8 text", "save it as UTF-8");
        }
        var reader = new ConfigReader(label, isTeams);
        reader.read(document.get().text());
        var findings = new ArrayList<>(reader.findings());
        if (holdsKey(reader) && isReadableByOthers(file)) {
            findings.add(
                    Finding.warning(
                            "config/readable-by-others",
                            label,
                            SourceSpan.start(),
                            label + " holds a key and other people on this machine can read it",
                            "run 'chmod 600 " + label + "'"));
        }
        return new ConfigFile(reader.entries(), findings);
    }

    private static boolean holdsKey(ConfigReader reader) {
        return reader.entries().keySet().stream()
                .flatMap(name -> ConfigKeys.find(name).stream())
                .anyMatch(key -> key.type() instanceof ValueType.Hidden);
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof java.nio.file.AccessDeniedException
                ? "access denied"
                : String.valueOf(unreadable.getMessage());
    }

    private static ConfigFile broken(String label, String rule, String problem, String fix) {
        return new ConfigFile(
                Map.of(),
                List.of(
                        Finding.error(
                                "config/" + rule,
                                label,
                                SourceSpan.start(),
                                label + " " + problem,
                                fix)));
    }

    private static boolean isReadableByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException | IOException notPosix) {
            return false;
        }
    }
}
