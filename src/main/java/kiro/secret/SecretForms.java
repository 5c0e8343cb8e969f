package kiro.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms by which secrets are known whose values are not.
final class SecretForms {
    private static final String KEY_BEGINS = "-----BEGIN ";

    /// Forms that nothing else has, each with the text that it begins with.
    private static final List<Form> CERTAIN =
            List.of(
                    new Form(
                            KEY_BEGINS,
                            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
                    new Form("AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
                    new Form("ASIA", "\\bASIA[0-9A-Z]{16}\\b"),
                    new Form("gh", "\\bgh[pousr]_[A-Za-z0-9]{30,}"),
                    new Form("github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22,}"),
                    new Form("glpat-", "\\bglpat-[A-Za-z0-9_-]{20,}"),
                    new Form("sk-", "\\bsk-[A-Za-z0-9_-]{20,}"),
                    new Form("sk_live_", "\\bsk_live_[A-Za-z0-9]{16,}"),
                    new Form("xox", "\\bxox[abposr]-[A-Za-z0-9-]{10,}"),
                    new Form("npm_", "\\bnpm_[A-Za-z0-9]{36}"),
                    new Form("AIza", "\\bAIza[0-9A-Za-z_-]{35}"),
                    new Form(
                            "eyJ",
                            "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));

    private static final Pattern IN_ADDRESS =
            Pattern.compile("://[^\\s:/@]{1,100}:([^\\s@/]{1,200})@");

    /// What may stand before a value that is a secret: a name, and the sign that sets it.
    private static final Pattern SETTING =
            Pattern.compile(
                    "(?i)(?:password|passwd|secret|token|api[_-]?key|access[_-]?key)[\"']?\\s*[:=]\\s*[\"']?"
                            + "((?=[A-Za-z+/=_-]{0,200}[0-9])(?=[0-9+/=_-]{0,200}[A-Za-z])"
                            + "[A-Za-z0-9+/=_-]{12,}+)(?![(.])");

    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "(?i)authorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic)\\s+([A-Za-z0-9._~+/=-]{8,})");

    /// How far before the sign the name begins at most.
    private static final int REACH = 32;

    private SecretForms() {}

    /// @param begin what every text of the form begins with
    private record Form(String begin, Pattern pattern) {
        Form(String begin, String pattern) {
            this(begin, Pattern.compile(pattern));
        }
    }

    /// Keys and tokens that are nothing else.
    static List<SecretRange> certain(String text) {
        var found = new ArrayList<SecretRange>();
        for (Form form : CERTAIN) {
            int at = text.indexOf(form.begin());
            Matcher matcher = at < 0 ? null : whole(form.pattern(), text);
            while (matcher != null && at >= 0) {
                matcher.region(at, text.length());
                boolean isFound = matcher.lookingAt();
                if (isFound) {
                    found.add(new SecretRange(at, matcher.end()));
                }
                at = text.indexOf(form.begin(), isFound ? matcher.end() : at + 1);
            }
        }
        return found;
    }

    /// Values that are secrets by what stands before them: a name that speaks of one, or an address.
    static List<SecretRange> likely(String text) {
        var found = new ArrayList<SecretRange>();
        if (text.contains("://")) {
            Matcher address = IN_ADDRESS.matcher(text);
            while (address.find()) {
                found.add(new SecretRange(address.start(1), address.end(1)));
            }
        }
        for (int at = sign(text, 0); at >= 0; at = sign(text, at + 1)) {
            set(SETTING, text, at, found);
            set(AUTHORIZATION, text, at, found);
        }
        return found;
    }

    /// Whether a text ends within a key that has not ended; where that key begins, else -1.
    static int openKey(String text) {
        int begin = text.lastIndexOf(KEY_BEGINS);
        return begin >= 0 && text.indexOf("-----END ", begin) < 0 ? begin : -1;
    }

    private static int sign(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == ':' || text.charAt(at) == '=') {
                return at;
            }
        }
        return -1;
    }

    /// Looks for the name that ends before the sign.
    private static void set(Pattern form, String text, int sign, List<SecretRange> found) {
        Matcher matcher = whole(form, text);
        for (int from = Math.max(0, sign - REACH); from < sign; from++) {
            if (!isLetterOfName(text.charAt(from))) {
                continue;
            }
            matcher.region(from, text.length());
            if (matcher.lookingAt() && matcher.start(1) > sign) {
                found.add(new SecretRange(matcher.start(1), matcher.end(1)));
                return;
            }
        }
    }

    /// What a name of those that are looked for begins with.
    private static boolean isLetterOfName(char letter) {
        return "pPsStTaA".indexOf(letter) >= 0;
    }

    private static Matcher whole(Pattern pattern, String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
