package kiro.steering.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Part;
import kiro.steering.source.ProjectIndex;

/// Which files belong to which part of the project.
final class Parts {
    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[._\\-]");
    private static final Set<String> TYPES =
            Set.of("CLASS", "INTERFACE", "RECORD", "ENUM", "STRUCT", "TRAIT");

    /// What the path alone says; many rules ask of the same files.
    private final Map<Asked, Boolean> known = new ConcurrentHashMap<>();

    private final Map<Asked, Boolean> inner = new ConcurrentHashMap<>();

    private record Asked(Part part, String path) {}

    /// Whether a file that is being checked belongs to a part.
    boolean has(Part part, CheckedFile file) {
        return hasPath(part, file.path())
                || hasPackage(part, file)
                || hasAnnotation(part, file)
                || hasTypeWord(part, file);
    }

    /// Whether a file of the project belongs to a part; it is read only where its path does not tell.
    boolean has(Part part, String path, ProjectIndex project) {
        if (hasPath(part, path)) {
            return true;
        }
        boolean isTold = part.annotations().isEmpty() && part.packages().isEmpty();
        return !isTold
                && inner.computeIfAbsent(
                        new Asked(part, path),
                        _ ->
                                project.tree(path)
                                        .map(tree ->
                                                has(
                                                        part,
                                                        new CheckedFile(
                                                                path,
                                                                new byte[0],
                                                                Optional.of(tree))))
                                        .orElse(false));
    }

    /// Whether a file belongs to a part by its path.
    boolean hasPath(Part part, String path) {
        var key = new Asked(part, path);
        Boolean before = known.get(key);
        if (before != null) {
            return before;
        }
        boolean isIn =
                part.paths().stream().anyMatch(glob -> glob.matches(path))
                        || part.packages().stream().anyMatch(name -> isInPackage(name, path))
                        || part.words().stream().anyMatch(word -> isWord(word, path));
        known.put(key, isIn);
        return isIn;
    }

    private static boolean isInPackage(String name, String path) {
        String place =
                name.replaceAll("\\.\\*+$|/\\.\\.\\.$", "").replace("::", "/").replace('.', '/');
        return ("/" + path).contains("/" + place + "/")
                || ("/" + path).matches(".*/" + Pattern.quote(place) + "\\.(?:py|rs)");
    }

    private static boolean hasPackage(Part part, CheckedFile file) {
        if (part.packages().isEmpty() || file.tree().isEmpty()) {
            return false;
        }
        Optional<String> own =
                file.tree().get().root().named().stream()
                        .filter(each -> each.is("package_declaration") || each.is("package_clause"))
                        .findFirst()
                        .map(SyntaxNode::flatText)
                        .map(text -> text.replaceFirst("^package ", "").replace(";", "").strip());
        return own.filter(name ->
                        part.packages().stream()
                                .map(each -> each.replaceAll("\\.\\*+$", ""))
                                .anyMatch(each -> name.equals(each) || name.startsWith(each + ".")))
                .isPresent();
    }

    private static boolean hasAnnotation(Part part, CheckedFile file) {
        if (part.annotations().isEmpty()) {
            return false;
        }
        return file.symbols().stream()
                .flatMap(symbol -> symbol.decorators().stream())
                .anyMatch(each -> part.annotations().contains(Annotations.name(each)));
    }

    private static boolean hasTypeWord(Part part, CheckedFile file) {
        if (part.words().isEmpty()) {
            return false;
        }
        return file.symbols().stream()
                .filter(symbol -> TYPES.contains(symbol.kind().name()) && symbol.owner().isEmpty())
                .map(Symbol::name)
                .anyMatch(name -> part.words().stream().anyMatch(word -> endsWith(name, word)));
    }

    /// Whether a name ends with what a part is called.
    static boolean isCalled(Part part, String name) {
        return part.words().stream().anyMatch(word -> endsWith(name, word));
    }

    private static boolean isWord(String word, String path) {
        int slash = path.lastIndexOf('/');
        for (String folder : path.substring(0, Math.max(0, slash)).split("/")) {
            if (isNumberOf(folder.toLowerCase(Locale.ROOT), word)) {
                return true;
            }
        }
        String name = path.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        return endsWith(dot > 0 ? name.substring(0, dot) : name, word);
    }

    /// Whether the last words of a name are these.
    private static boolean endsWith(String name, String word) {
        String[] words = WORDS.split(name);
        String joined = "";
        for (int i = words.length - 1; i >= 0 && joined.length() <= word.length(); i--) {
            joined = words[i].toLowerCase(Locale.ROOT) + joined;
            if (isNumberOf(joined, word.replaceAll("[ _-]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumberOf(String name, String word) {
        return name.equals(word)
                || name.equals(word + "s")
                || name.equals(word + "es")
                || (word.endsWith("y")
                        && name.equals(word.substring(0, word.length() - 1) + "ies"));
    }
}
