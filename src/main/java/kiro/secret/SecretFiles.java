package kiro.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The files that by their paths hold secrets: no tool shows or changes them.
public final class SecretFiles {
    private static final String SAMPLES = "example|sample|template|dist";

    private static final Set<String> KEY_STORES =
            Set.of("pem", "key", "p12", "pfx", "jks", "keystore", "ppk", "kdbx");

    /// For whole paths, in lower case, each beginning with a slash: file systems may ignore case.
    private static final Pattern PATHS =
            Pattern.compile(
                    String.join(
                            "|",
                            ".*/\\.env(\\.(?!(.*\\.)?(" + SAMPLES + ")$).*)?",
                            ".*/(\\.envrc|\\.netrc|\\.pgpass|\\.htpasswd|\\.pypirc|\\.git-credentials)",
                            ".*/id_(rsa|dsa|ecdsa|ed25519)",
                            ".*\\.(" + String.join("|", KEY_STORES) + ")",
                            ".*/(\\.aws/(credentials|(sso|cli|login)/cache/.*)|\\.kube/config|\\.docker/config\\.json)",
                            ".*/\\.(ssh|gnupg)(/.*)?",
                            ".*/(credentials|secrets?)\\.(json|ya?ml|toml|properties)"));

    private SecretFiles() {}

    /// @param path names with `/` between them
    public static boolean include(String path) {
        String whole = "/" + path.toLowerCase(Locale.ROOT);
        return mayBeOne(whole) && PATHS.matcher(whole).matches();
    }

    /// Most paths have nothing that any of them has, and there are many: an expression costs much more than a look.
    private static boolean mayBeOne(String path) {
        return path.contains("/.")
                || path.contains("/id_")
                || path.contains("/credentials.")
                || path.contains("/secret")
                || KEY_STORES.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
