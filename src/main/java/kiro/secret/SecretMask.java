package kiro.secret;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes secrets out of a text before it is shown: the values of the environment that by their names are secrets,
/// and whatever has the form of a key, a token or a password that is set.
public final class SecretMask {
    private static final String MASK = "[secret]";
    private static final int SHORTEST = 8;
    private static final Pattern NAMES =
            Pattern.compile("(?i).*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*");

    /// Forms that nothing else has.
    private static final Pattern WHOLE =
            Pattern.compile(
                    String.join(
                            "|",
                            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)",
                            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
                            "\\bgh[pousr]_[A-Za-z0-9]{30,}",
                            "\\bgithub_pat_[A-Za-z0-9_]{22,}",
                            "\\bglpat-[A-Za-z0-9_-]{20,}",
                            "\\bsk-[A-Za-z0-9_-]{20,}",
                            "\\bxox[abposr]-[A-Za-z0-9-]{10,}",
                            "\\bnpm_[A-Za-z0-9]{36}",
                            "\\bAIza[0-9A-Za-z_-]{35}",
                            "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));

    /// Forms that are known by what stands around them, which is kept.
    private static final List<Pattern> WITHIN =
            List.of(
                    Pattern.compile(
                            "(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic)\\s+)"
                                    + "[A-Za-z0-9._~+/=-]{8,}()"),
                    Pattern.compile("(://[^\\s:/@]{1,100}:)[^\\s@/]{1,200}(@)"),
                    Pattern.compile(
                            "(?i)((?:password|passwd|secret|token|api[_-]?key|access[_-]?key)[\"']?\\s*[:=]\\s*[\"']?)"
                                    + "(?=[A-Za-z+/=_-]{0,200}[0-9])(?=[0-9+/=_-]{0,200}[A-Za-z])"
                                    + "[A-Za-z0-9+/=_-]{12,}+(?![(.])()"));

    private final List<Secret> known;

    private SecretMask(List<Secret> known) {
        this.known = known;
    }

    /// @param environment the variables whose values may be secrets
    public static SecretMask of(Map<String, String> environment) {
        return new SecretMask(
                environment.entrySet().stream()
                        .filter(variable ->
                                NAMES.matcher(variable.getKey()).matches()
                                        && variable.getValue().length() >= SHORTEST)
                        .sorted((one, other) -> other.getValue().length() - one.getValue().length())
                        .map(variable -> Secret.of(variable.getValue()))
                        .toList());
    }

    public String mask(String text) {
        String masked = text;
        for (Secret secret : known) {
            masked = secret.mask(masked);
        }
        masked = WHOLE.matcher(masked).replaceAll(MASK);
        for (Pattern form : WITHIN) {
            masked = form.matcher(masked).replaceAll("$1" + MASK.replace("$", "\\$") + "$2");
        }
        return masked;
    }
}
