package kiro.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kiro.edit.UnifiedDiff;
import kiro.workspace.KiroIgnore;

/// What of a project's files a model may be told: nothing that `.kiroignore` keeps, nothing that by its name holds secrets,
/// and no more than is read with profit.
final class ToldFiles {
    private static final int MOST = 40_000;
    private static final int MOST_OF_A_FILE = 10_000;
    private static final Pattern KEPT =
            Pattern.compile(
                    "(?i)(?:.*/)?(?:\\.env(?:\\..*)?|\\.(?:netrc|npmrc|pypirc)|id_[a-z0-9]+|.*\\.(?:pem|key|p12|pfx|jks|keystore)"
                            + "|credentials(?:\\..*)?|secrets?\\.(?:json|ya?ml|toml|properties))");
    private static final Pattern LOCKS =
            Pattern.compile(
                    "(?:.*/)?(?:[^/]*lock[^/]*\\.(?:json|yaml|lock)|[^/]*\\.lock|go\\.sum|gradle\\.lockfile|.*\\.min\\.\\w+)");

    private final KiroIgnore ignored;

    private ToldFiles(KiroIgnore ignored) {
        this.ignored = ignored;
    }

    static ToldFiles of(Path root) throws IOException {
        return new ToldFiles(KiroIgnore.in(root));
    }

    boolean mayTell(String path) {
        return !KEPT.matcher(path).matches() && !ignored.includes(path);
    }

    /// A text, cut where it is long.
    static String cut(String text) {
        return cut(text, MOST);
    }

    /// The files with what differs in them, the sources first.
    String diff(List<ChangedFile> files) {
        var said = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(ChangedFile::role).thenComparing(ChangedFile::path))
                .map(this::difference)
                .filter(each -> said.length() + each.length() <= MOST)
                .forEach(said::append);
        return said.toString();
    }

    private String difference(ChangedFile file) {
        boolean isRead =
                file.isText()
                        && file.weight() > 0
                        && mayTell(file.path())
                        && mayTell(file.before())
                        && !LOCKS.matcher(file.path()).matches();
        return isRead
                ? cut(
                        UnifiedDiff.of(
                                TypeCheckAction.changed(file.path(), file.old(), file.now())),
                        MOST_OF_A_FILE)
                : "%s: %s, not shown\n"
                        .formatted(file.path(), file.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "\n[cut]\n";
    }
}
