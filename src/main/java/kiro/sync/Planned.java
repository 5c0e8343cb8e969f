package kiro.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a technical approach names: files, symbols and packages.
///
/// @param text the words of the approach
/// @param files as they are written
/// @param symbols names of types and functions in code marks, without parentheses
/// @param packages names in code marks on lines that speak of dependencies
record Planned(String text, Set<String> files, Set<String> symbols, Set<String> packages) {
    private static final Pattern FILE =
            Pattern.compile(
                    "(?<![\\w/.-])((?:[\\w@.-]+/)*[\\w@.-]+\\.(?:java|kt|kts|ts|tsx|js|jsx|mjs|cjs|mts|py|go|rs|sql|tf|ya?ml"
                            + "|json|xml|html|css|proto|graphql|gradle|toml|properties))(?![\\w/-])");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern SYMBOL =
            Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::|#)[A-Za-z_$][\\w$]*)*(\\([^)]*\\))?");
    private static final Pattern PACKAGE =
            Pattern.compile("@?[A-Za-z][\\w.-]*(?:[/:][A-Za-z][\\w.-]*)*");
    private static final Pattern DEPENDENCY =
            Pattern.compile("dependenc|librar|\\bpackages?\\b", Pattern.CASE_INSENSITIVE);

    static Planned in(List<String> lines) {
        Set<String> files = new LinkedHashSet<>();
        Set<String> symbols = new LinkedHashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            while (file.find()) {
                files.add(file.group(1));
            }
            boolean isOfDependencies = DEPENDENCY.matcher(line).find();
            Matcher code = CODE.matcher(line);
            while (code.find()) {
                String word = code.group(1).strip();
                Matcher symbol = SYMBOL.matcher(word);
                if (FILE.matcher(word).matches()) {
                    continue;
                }
                if (isOfDependencies && PACKAGE.matcher(word).matches()) {
                    packages.add(word);
                } else if (symbol.matches() && isTelling(word, symbol.group(1) != null)) {
                    symbols.add(word.replaceFirst("\\(.*", ""));
                }
            }
        }
        return new Planned(String.join("\n", lines), files, symbols, packages);
    }

    /// Words such as `id` or `true` are in code marks too: what has a capital within it or parentheses behind it is a
    /// name.
    private static boolean isTelling(String word, boolean hasParentheses) {
        return hasParentheses
                || word.matches("[A-Z]\\w*[a-z]\\w*.*|[a-z]\\w*[A-Z].*|\\w+(?:\\.|::)\\w.*");
    }

    boolean isEmpty() {
        return files.isEmpty() && symbols.isEmpty() && packages.isEmpty();
    }

    /// Whether a word stands in the approach.
    boolean names(String word) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(text)
                .find();
    }
}
