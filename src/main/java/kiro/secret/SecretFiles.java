package kiro.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/// The files that by their paths hold secrets: no tool shows or changes them.
public final class SecretFiles {
    private static final String SAMPLES = "example|sample|template|dist";

    /// For whole paths, in lower case, each beginning with a slash: file systems may ignore case.
    private static final Pattern PATHS =
            Pattern.compile(
                    String.join(
                            "|",
                            ".*/\\.env(\\.(?!(.*\\.)?(" + SAMPLES + ")$).*)?",
                            ".*/(\\.envrc|\\.netrc|\\.pgpass|\\.htpasswd|\\.pypirc|\\.git-credentials)",
                            ".*/id_(rsa|dsa|ecdsa|ed25519)",
                            ".*\\.(pem|key|p12|pfx|jks|keystore|ppk|kdbx)",
                            ".*/(\\.aws/(credentials|(sso|cli|login)/cache/.*)|\\.kube/config|\\.docker/config\\.json)",
                            ".*/\\.(ssh|gnupg)(/.*)?",
                            ".*/(credentials|secrets?)\\.(json|ya?ml|toml|properties)"));

    private SecretFiles() {}

    /// @param path names with `/` between them
    public static boolean include(String path) {
        return PATHS.matcher("/" + path.toLowerCase(Locale.ROOT)).matches();
    }
}
