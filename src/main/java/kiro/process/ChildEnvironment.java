package kiro.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of an environment that commands may see: all of it but what looks like a credential.
///
/// A command that a model chose could print or send whatever it sees.
public final class ChildEnvironment {
    /// Ends of words that make a name a credential's, wherever the word stands between underscores, and words that do as they are.
    /// They are looked for by hand: an expression that begins anywhere costs a start milliseconds.
    private static final List<String> ENDS =
            List.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL");

    private static final Set<String> WORDS =
            Set.of(
                    "PASS",
                    "PWD",
                    "AUTH",
                    "AUTHORIZATION",
                    "COOKIE",
                    "COOKIES",
                    "BEARER",
                    "PAT",
                    "DSN");

    /// A name and a password inside an address, such as that of a database.
    private static final Pattern ADDRESS_WITH_PASSWORD =
            Pattern.compile(".*[a-zA-Z0-9+]://[^/@\\s]*:[^/@\\s]+@.*", Pattern.DOTALL);

    /// Names that look like one and are none: places, switches, and the sockets of agents.
    private static final Set<String> HARMLESS =
            Set.of("PWD", "OLDPWD", "SSH_AUTH_SOCK", "GIT_ASKPASS", "SSH_ASKPASS", "XAUTHORITY");

    private ChildEnvironment() {}

    /// The variables that may be passed on. A proxy is needed even when it has a password.
    public static Map<String, String> of(Map<String, String> environment) {
        var passed = new HashMap<>(environment);
        passed.entrySet()
                .removeIf(variable ->
                        isCredential(variable.getKey())
                                || (holdsPassword(variable.getValue())
                                        && !isProxy(variable.getKey())));
        return Map.copyOf(passed);
    }

    private static boolean isCredential(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        return !HARMLESS.contains(upper) && hasCredentialWord(upper);
    }

    private static boolean hasCredentialWord(String name) {
        int start = 0;
        for (int end = 0; end <= name.length(); end++) {
            if (end == name.length() || name.charAt(end) == '_') {
                if (isCredentialWord(name.substring(start, end))) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private static boolean isCredentialWord(String word) {
        String one = word.endsWith("S") ? word.substring(0, word.length() - 1) : word;
        for (String end : ENDS) {
            if (one.endsWith(end)) {
                return true;
            }
        }
        return WORDS.contains(word);
    }

    private static boolean holdsPassword(String value) {
        return value.contains("://") && ADDRESS_WITH_PASSWORD.matcher(value).matches();
    }

    private static boolean isProxy(String name) {
        return name.toUpperCase(Locale.ROOT).endsWith("_PROXY");
    }
}
