package kiro.tool.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kiro.workspace.WorkspacePath;

/// Files that by their names hold secrets: no tool shows or changes them.
final class SecretFiles {
    private static final Set<String> NAMES =
            Set.of(
                    ".env",
                    ".envrc",
                    ".netrc",
                    ".pgpass",
                    ".git-credentials",
                    ".htpasswd",
                    "id_rsa",
                    "id_dsa",
                    "id_ecdsa",
                    "id_ed25519");
    private static final List<String> ENDS =
            List.of(".pem", ".key", ".p12", ".pfx", ".jks", ".keystore", ".ppk", ".kdbx");
    private static final List<String> PATHS = List.of(".aws/credentials", ".kube/config");
    private static final Set<String> SAMPLES = Set.of("example", "sample", "template", "dist");

    private SecretFiles() {}

    static boolean include(WorkspacePath path) {
        return includes(path.value());
    }

    /// @param path names with `/` between them
    static boolean includes(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean isNamedSo = NAMES.contains(name) || ENDS.stream().anyMatch(name::endsWith);
        boolean isEnvironment =
                name.startsWith(".env.")
                        && !SAMPLES.contains(name.substring(name.lastIndexOf('.') + 1));
        return isNamedSo || isEnvironment || PATHS.stream().anyMatch(path::endsWith);
    }

    static String refusal(WorkspacePath path) {
        return path
                + " looks like a file of secrets, which tools neither show nor change: ask the person";
    }
}
