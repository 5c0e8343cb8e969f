package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellWord;

/// What a word with `*`, `?` or `[` could stand for among the names that are kept from commands.
final class Globs {
    private static final List<String> KEPT =
            List.of(
                    ".git",
                    ".kiro",
                    ".env",
                    ".netrc",
                    ".npmrc",
                    ".ssh",
                    ".aws",
                    "evidence",
                    "sessions",
                    "id_rsa");

    private Globs() {}

    /// The word itself, and the words that it stands for where one of its names fits a kept one.
    static List<ShellWord> candidates(ShellWord word) {
        var all = new ArrayList<ShellWord>();
        all.add(word);
        if (!word.isPattern()) {
            return all;
        }
        String[] names = word.text().split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (!names[i].matches(".*[*?\\[].*")) {
                continue;
            }
            Pattern pattern = pattern(names[i]);
            for (String kept : KEPT) {
                boolean isShown = names[i].startsWith(".") || !kept.startsWith(".");
                if (isShown && !names[i].equals("*") && pattern.matcher(kept).matches()) {
                    String[] named = names.clone();
                    named[i] = kept;
                    all.add(new ShellWord(String.join("/", named), word.isDynamic(), true));
                }
            }
        }
        return all;
    }

    /// Brackets are taken to fit any character, which is more than they do.
    private static Pattern pattern(String glob) {
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(i > 0 && glob.charAt(i - 1) == '*' ? "" : ".*");
            } else if (c == '?' || close > 0) {
                regex.append('.');
                i = close > 0 ? close : i;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
