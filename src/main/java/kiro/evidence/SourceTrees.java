package kiro.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kiro.text.Hash;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Takes the digest of a project's code: the files that git knows or would add, whatever is committed of
/// them. Prose, the specs, and what tools make are left out; a carriage return before a line feed does
/// not count, so that a checkout on Windows is the same tree.
final class SourceTrees {
    private static final Pattern PROSE =
            Pattern.compile(
                    "(?:docs/.*|(?:(?!src/)[^/]+/)*[^/]+\\.(?:md|adoc|rst)|(?:.*/)?LICENSE(?:\\.[a-z]+)?)");
    private static final Set<String> KEPT_BY_TOOLS =
            Set.of(
                    ".git",
                    ".gradle",
                    ".idea",
                    ".kiro",
                    ".mypy_cache",
                    ".nyc_output",
                    ".pytest_cache",
                    ".venv",
                    ".vscode",
                    "__pycache__",
                    "htmlcov",
                    "node_modules");
    private static final Set<String> MADE_BY_BUILDS =
            Set.of("build", "coverage", "dist", "out", "target", "venv");
    private static final Pattern NOT_CODE =
            Pattern.compile(
                    "(?:.*/)?(?:\\.coverage|[^/]*junit[^/]*\\.xml|[^/]+\\.(?:log|tap)|\\.gitignore|\\.gitattributes)");

    private final Workspace workspace;
    private final Git git;

    SourceTrees(Workspace workspace, Git git) {
        this.workspace = workspace;
        this.git = git;
    }

    SourceTree now() throws InterruptedException {
        return of(git.files());
    }

    /// @param paths the files of the project
    SourceTree of(List<WorkspacePath> paths) {
        var files = new TreeMap<String, Hash>();
        byte[] buffer = new byte[1 << 16];
        for (WorkspacePath path : paths) {
            if (isCode(path.value())) {
                digest(workspace.absolute(path), buffer)
                        .ifPresent(hash -> files.put(path.value(), hash));
            }
        }
        return new SourceTree(files);
    }

    static boolean isCode(String path) {
        if (PROSE.matcher(path).matches() || NOT_CODE.matcher(path).matches()) {
            return false;
        }
        if (CoverageFiles.isName(path.substring(path.lastIndexOf('/') + 1))) {
            return false;
        }
        boolean isInSource = false;
        String[] names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            isInSource |= names[i].equals("src");
            if (KEPT_BY_TOOLS.contains(names[i])
                    || (!isInSource && MADE_BY_BUILDS.contains(names[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Hash> digest(Path file, byte[] buffer) {
        try {
            if (Files.isSymbolicLink(file)) {
                return Optional.of(Hash.of("link " + Files.readSymbolicLink(file)));
            }
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(content(file, buffer))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(Hash.of("unreadable"));
        }
    }

    private static Hash content(Path file, byte[] buffer) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = Files.newInputStream(file)) {
            boolean endsInReturn = false;
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                endsInReturn = update(digest, buffer, count, endsInReturn);
            }
            if (endsInReturn) {
                digest.update((byte) '\r');
            }
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    /// Digests a piece without the carriage returns before line feeds; answers whether a carriage return
    /// at its end still waits for what follows.
    private static boolean update(
            MessageDigest digest, byte[] buffer, int count, boolean isReturnPending) {
        int from = 0;
        if (isReturnPending && count > 0 && buffer[0] != '\n') {
            digest.update((byte) '\r');
        }
        for (int i = 0; i < count; i++) {
            boolean isLast = i + 1 == count;
            if (buffer[i] == '\r' && (isLast || buffer[i + 1] == '\n')) {
                digest.update(buffer, from, i - from);
                from = i + 1;
            }
        }
        digest.update(buffer, from, count - from);
        return count > 0 ? buffer[count - 1] == '\r' : isReturnPending;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
