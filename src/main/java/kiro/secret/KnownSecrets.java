package kiro.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kiro.text.Order;

/// Secrets whose values are known, in the forms in which texts may have them: as they are, in Base64 wherever they begin
/// in what was encoded, and as a part of a URL.
final class KnownSecrets {
    /// Shorter ones stand in texts by chance.
    static final int SHORTEST = 8;

    private static final int BYTES = 3;

    private final List<String> forms;

    KnownSecrets(List<String> values) {
        var all = new LinkedHashSet<String>();
        for (String value : values) {
            if (value.length() >= SHORTEST) {
                all.add(value);
                all.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
                encoded(value, Base64.getEncoder(), all);
                encoded(value, Base64.getUrlEncoder(), all);
            }
        }
        forms = all.stream().sorted(Order.by(secret -> -secret.length())).toList();
    }

    /// What stands in Base64 of any text with the value in it: the characters that depend on nothing else.
    private static void encoded(String value, Base64.Encoder encoder, Set<String> all) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < BYTES; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = encoder.withoutPadding().encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= SHORTEST) {
                all.add(text.substring(from, to));
            }
        }
    }

    List<SecretRange> in(String text) {
        var found = new ArrayList<SecretRange>();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                found.add(new SecretRange(at, at + form.length()));
            }
        }
        return found;
    }

    /// Where the end of a text begins that may be the beginning of a secret; the text's length where there is none.
    int openAt(String text) {
        int open = text.length();
        for (String form : forms) {
            int from = Math.max(0, text.length() - form.length() + 1);
            while (from < open && !form.startsWith(text.substring(from))) {
                from++;
            }
            open = Math.min(open, from);
        }
        return open;
    }
}
