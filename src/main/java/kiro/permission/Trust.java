package kiro.permission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.text.Hash;
import kiro.text.OwnFile;

/// What a person has looked at and trusts in a project: files that say what runs, each by the hash of its
/// content. A file that changes is trusted no more, whoever changed it.
///
/// It is kept outside of the project, in the form of `sha256sum`, so that anybody can check it.
public final class Trust {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final Path kept;
    private final Path root;

    /// @param kept the file that holds the hashes
    /// @param root the project's folder
    public Trust(Path kept, Path root) {
        this.kept = kept;
        this.root = root;
    }

    /// How every file that says what runs stands to what was trusted.
    public TrustState state() {
        Map<String, Hash> trusted = trusted();
        ExecutableSettings.Found settings = new ExecutableSettings(root).find();
        List<TrustedFile> found = settings.files();
        var looked = new ArrayList<TrustState.Looked>();
        for (TrustedFile file : found) {
            looked.add(new TrustState.Looked(file, standing(file, trusted)));
        }
        List<String> paths = found.stream().map(TrustedFile::path).toList();
        return new TrustState(
                looked,
                trusted.keySet().stream().filter(path -> !paths.contains(path)).toList(),
                settings.isWhole());
    }

    /// Whether a person has looked at the project, and nothing that says what runs has changed since. A project in which
    /// nothing says so is not trusted before, for all that its tests would run.
    public boolean isGiven() {
        return Files.isRegularFile(kept) && state().isTrusted();
    }

    private static TrustState.Standing standing(TrustedFile file, Map<String, Hash> trusted) {
        return Optional.ofNullable(trusted.get(file.path()))
                .map(hash ->
                        hash.equals(file.hash())
                                ? TrustState.Standing.TRUSTED
                                : TrustState.Standing.CHANGED)
                .orElse(TrustState.Standing.NEW);
    }

    /// Whether a content that was read is what a person trusts, and so is all that it names.
    ///
    /// @param path from the project's root
    public boolean allows(String path, byte[] content) {
        boolean isTrusted = Hash.of(content).equals(trusted().get(path));
        return isTrusted && state().isTrusted();
    }

    /// The same for files that are read together: all that is trusted is looked at once, when the first of them is asked about.
    public BiPredicate<String, byte[]> together() {
        return new BiPredicate<>() {
            private Optional<Map<String, Hash>> known = Optional.empty();

            @Override
            public boolean test(String path, byte[] content) {
                if (known.isEmpty()) {
                    Map<String, Hash> trusted = trusted();
                    boolean isAny = !trusted.isEmpty() && state().isTrusted();
                    known = Optional.of(isAny ? trusted : Map.of());
                }
                return Hash.of(content).equals(known.orElseThrow().get(path));
            }
        };
    }

    /// Trusts these files as they were when they were shown; what has changed since stays untrusted.
    public void grant(List<TrustedFile> shown) throws IOException {
        String text =
                shown.stream()
                        .map(file -> file.hash().hex() + "  " + file.path() + "\n")
                        .collect(Collectors.joining());
        new OwnFile(kept).replacePrivately(text);
    }

    /// Trusts nothing of the project any more; false where nothing was.
    public boolean revoke() throws IOException {
        return Files.deleteIfExists(kept);
    }

    /// What cannot be read trusts nothing.
    private Map<String, Hash> trusted() {
        var trusted = new TreeMap<String, Hash>();
        try {
            for (String line : Files.readAllLines(kept, StandardCharsets.UTF_8)) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()) {
                    trusted.put(parts.group(2), new Hash(parts.group(1)));
                }
            }
            return trusted;
        } catch (IOException none) {
            return Map.of();
        }
    }
}
