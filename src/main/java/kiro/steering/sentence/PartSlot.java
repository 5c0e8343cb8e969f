package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.steering.rule.Part;
import kiro.text.PathGlob;

/// Reads parts of a project: paths and packages in code, and what people call the files.
final class PartSlot {
    private static final Set<String> ARTICLES =
            Set.of("the", "any", "our", "all", "a", "an", "every", "each");
    private static final Set<String> SUFFIXES =
            Set.of(
                    "layer",
                    "module",
                    "package",
                    "class",
                    "file",
                    "folder",
                    "directory",
                    "code",
                    "tier",
                    "crate");

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final String sentence;

    PartSlot(Lexicon lexicon, List<Token> tokens, String sentence) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.sentence = sentence;
    }

    Optional<Slots.Item<Part>> item(int from) {
        int at = from;
        while (at + 1 < tokens.size()
                && tokens.get(at).kind() == Token.Kind.WORD
                && ARTICLES.contains(tokens.get(at).key())) {
            at++;
        }
        return bare(behindWhat(at));
    }

    /// "Classes in `domain`" are that part.
    private int behindWhat(int at) {
        boolean isSo =
                at + 2 < tokens.size()
                        && tokens.get(at).kind() == Token.Kind.WORD
                        && lexicon.has("what-lies", Lexicon.singular(tokens.get(at).key()))
                        && tokens.get(at + 1).kind() == Token.Kind.WORD
                        && lexicon.has("where-it-lies", tokens.get(at + 1).key());
        if (!isSo) {
            return at;
        }
        boolean isArticle = tokens.get(at + 2).isWord("the") && at + 3 < tokens.size();
        return isArticle ? at + 3 : at + 2;
    }

    /// The same without an article.
    Optional<Slots.Item<Part>> bare(int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        return tokens.get(at).kind() == Token.Kind.CODE ? coded(at) : worded(at);
    }

    /// A path in code.
    Optional<Slots.Item<Part>> path(int at) {
        return at < tokens.size() && tokens.get(at).kind() == Token.Kind.CODE
                ? glob(tokens.get(at).key())
                        .map(glob -> new Slots.Item<>(at + 1, Part.ofPath(glob)))
                : Optional.empty();
    }

    private Optional<Slots.Item<Part>> coded(int at) {
        String code = tokens.get(at).key();
        int end = behindSuffix(at + 1);
        Optional<String> glob = glob(code);
        if (glob.isPresent()) {
            return Optional.of(new Slots.Item<>(end, Part.ofPath(glob.get())));
        }
        String head = code.contains(".") ? code.substring(0, code.indexOf('.')) : "";
        if (lexicon.has("package-head", head) && code.matches("[a-z]\\w*(?:\\.[a-z]\\w*)+")) {
            return Optional.of(new Slots.Item<>(end, Part.ofPackage(code)));
        }
        boolean isFolder =
                code.matches("[a-z][\\w-]*")
                        && (end > at + 1 || !lexicon.at("part", Tokens.of(code), 0).isEmpty());
        return isFolder
                ? Optional.of(new Slots.Item<>(end, Part.ofPath("**/" + code + "/**")))
                : Optional.empty();
    }

    private Optional<Slots.Item<Part>> worded(int at) {
        Optional<Lexicon.Found> found = lexicon.at("part", tokens, at).stream().findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        var annotations = new ArrayList<String>();
        for (String word : found.get().value().split(" ")) {
            if (word.startsWith("@")) {
                annotations.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            words.add(Lexicon.singular(tokens.get(found.get().end() - 1).key()));
        }
        int end = behindSuffix(found.get().end());
        String name = sentence.substring(tokens.get(at).start(), tokens.get(end - 1).end());
        List<PathGlob> paths = words.contains("test") ? lexicon.globs("TESTS") : List.of();
        return Optional.of(
                new Slots.Item<>(end, new Part(name, paths, List.of(), words, annotations)));
    }

    private int behindSuffix(int at) {
        return at < tokens.size()
                        && tokens.get(at).kind() == Token.Kind.WORD
                        && SUFFIXES.contains(Lexicon.singular(tokens.get(at).key()))
                ? at + 1
                : at;
    }

    /// The pattern for a path as people write it: `src/domain` is all below it, a single folder is one at any depth.
    private Optional<String> glob(String code) {
        String path = code.replaceAll("^(?:\\./|/)", "");
        if (!path.matches("[\\w@.*{},/-]+") || path.contains("//") || path.startsWith("@")) {
            return Optional.empty();
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean isFile =
                last.indexOf('.') >= 0
                        && lexicon.has("extension", last.substring(last.lastIndexOf('.') + 1));
        if (path.indexOf('/') < 0) {
            return isFile ? Optional.of(path) : Optional.empty();
        }
        if (isFile || last.indexOf('*') >= 0) {
            return Optional.of(path);
        }
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean isHost = folder.matches("[a-z]+\\.[a-z]+/.*");
        return isHost
                ? Optional.empty()
                : Optional.of((folder.indexOf('/') < 0 ? "**/" : "") + folder + "/**");
    }

    /// Paths that a part's words mean, where nothing else tells it.
    static List<String> globs(Part part) {
        var globs = new ArrayList<String>();
        for (String word : part.words()) {
            String capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
            globs.addAll(
                    Arrays.asList(
                            "**/" + word + "/**",
                            "**/" + word + "s/**",
                            "*" + capital + ".*",
                            "*." + word + ".*",
                            "*_" + word + ".*",
                            "*-" + word + ".*"));
        }
        return globs;
    }
}
