package kiro.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes secrets out of a text before it is shown, kept or sent: the values of the environment that by their names are
/// secrets, those that are set, and whatever has the form of a key, a token or a password that is set.
public final class SecretMask {
    /// What stands in place of a secret.
    public static final String MASK = "[secret]";

    private static final Pattern NAMES =
            Pattern.compile("(?i).*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*");

    private final KnownSecrets known;

    private SecretMask(KnownSecrets known) {
        this.known = known;
    }

    /// @param environment the variables whose values may be secrets
    public static SecretMask of(Map<String, String> environment) {
        return of(environment, List.of());
    }

    /// @param secrets others that are known
    public static SecretMask of(Map<String, String> environment, Collection<Secret> secrets) {
        return new SecretMask(
                new KnownSecrets(
                        Stream.concat(
                                        environment.entrySet().stream()
                                                .filter(variable ->
                                                        NAMES.matcher(variable.getKey()).matches())
                                                .map(Map.Entry::getValue),
                                        secrets.stream().map(Secret::reveal))
                                .toList()));
    }

    /// The text without anything that is, or by what stands before it may be, a secret: for what is shown and kept.
    public String mask(String text) {
        return masked(text, ranges(text));
    }

    /// The text without what is a secret for certain: for the project's own files on their way to a model, which would
    /// otherwise miss every word after `password =`.
    public String maskCertain(String text) {
        return masked(text, certain(text));
    }

    /// A mask for a text that arrives in pieces.
    public StreamMask stream() {
        return new StreamMask(this);
    }

    List<SecretRange> ranges(String text) {
        var found = new ArrayList<SecretRange>(known.in(text));
        found.addAll(SecretForms.certain(text));
        found.addAll(SecretForms.likely(text));
        return SecretRange.merged(found);
    }

    /// From where on the end of a text may belong to a secret that is not whole.
    int openAt(String text) {
        int key = SecretForms.openKey(text);
        return Math.min(known.openAt(text), key < 0 ? text.length() : key);
    }

    private List<SecretRange> certain(String text) {
        var found = new ArrayList<SecretRange>(known.in(text));
        found.addAll(SecretForms.certain(text));
        return SecretRange.merged(found);
    }

    private static String masked(String text, List<SecretRange> ranges) {
        if (ranges.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        int at = 0;
        for (SecretRange range : ranges) {
            masked.append(text, at, range.from()).append(MASK);
            at = range.to();
        }
        return masked.append(text, at, text.length()).toString();
    }
}
