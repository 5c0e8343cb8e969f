package kiro.spec.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of one spec: what it calls its resources, and which fields it lists.
final class Lexicon {
    private static final int LONGEST_NAME = 4;

    /// What endpoints do in criteria: no short word for a `returnsAt` of a body.
    private static final Set<String> ANSWERING =
            Set.of(
                    "returns",
                    "answers",
                    "responds",
                    "replies",
                    "gives",
                    "sends",
                    "shows",
                    "lists",
                    "stores",
                    "sets",
                    "saves");

    private final Set<String> nouns;
    private final Map<String, String> fields;
    private final Set<String> actions;
    private final Set<String> done;
    private final SpecWords words;
    private final PathWords paths;

    private Lexicon(
            Set<String> nouns,
            Map<String, String> fields,
            Set<String> actions,
            Set<String> done,
            SpecWords words,
            PathWords paths) {
        this.nouns = nouns;
        this.fields = fields;
        this.actions = actions;
        this.done = done;
        this.words = words;
        this.paths = paths;
    }

    /// The words that the routes and the title of a spec have for resources.
    ///
    /// @param words what the spec calls those who use its endpoints, and what they do
    /// @param things what it calls those in a list
    static Lexicon of(List<Route> routes, String title, SpecWords words, Set<String> things) {
        var nouns = new HashSet<String>();
        for (Route route : routes) {
            for (String segment : route.path().segments()) {
                boolean isParameter = segment.startsWith("{");
                nouns.addAll(
                        isParameter ? Words.ofParameter(segment) : Words.nounsOfSegment(segment));
            }
        }
        nouns.addAll(Words.nounsOfTitle(title));
        nouns.addAll(things);
        return new Lexicon(
                Set.copyOf(nouns),
                Map.of(),
                ofActions(routes, words.verbs(), Words::actionsOf),
                ofActions(routes, words.verbs(), Words::doneBy),
                words,
                PathWords.of(routes));
    }

    private static Set<String> ofActions(
            List<Route> routes, Set<String> verbs, Function<String, List<String>> forms) {
        var found = new HashSet<String>();
        verbs.forEach(verb -> found.addAll(forms.apply(verb)));
        for (Route route : routes) {
            List<String> segments = route.path().segments();
            if (!segments.isEmpty() && !segments.getLast().startsWith("{")) {
                found.addAll(forms.apply(segments.getLast()));
            }
        }
        return Set.copyOf(found);
    }

    /// Whether the word is what a path calls the ids in it.
    boolean isIdentifier(String key) {
        return paths.identifiers().contains(key)
                || paths.identifiers().contains(Words.singular(key));
    }

    boolean isLastSegment(String key) {
        return paths.last().contains(Words.singular(key));
    }

    boolean isRole(String key) {
        return words.roles().contains(key);
    }

    /// Whether the words are what callers show in a header: "badge code".
    boolean isCredential(String key) {
        return words.credentials().contains(key);
    }

    /// Whether the words are the spec's own for a state: "in progress" of `IN_PROGRESS`.
    boolean isState(String key) {
        return words.states().contains(key);
    }

    /// Whether the spec calls those so who send its requests: "the signed-in driver".
    boolean isCaller(String key) {
        return words.callers().contains(key);
    }

    boolean isCallers(String key) {
        return !Words.singular(key).equals(key) && isCaller(Words.singular(key));
    }

    boolean isOwner(String key) {
        return words.owners().contains(key);
    }

    boolean isOwners(String key) {
        return !Words.singular(key).equals(key) && isOwner(Words.singular(key));
    }

    boolean isRoles(String key) {
        return !Words.singular(key).equals(key) && isRole(Words.singular(key));
    }

    /// Whether the word says that what a path is named after has been done.
    boolean isDone(String key) {
        return done.contains(key);
    }

    /// Whether the word is what the title says that is done: "announce" of "Announcing a delivery".
    boolean isTitled(String key) {
        return words.titled().contains(key);
    }

    /// Whether the word says that what the title says has been done.
    boolean isTitledDone(String key) {
        return words.titled().stream().anyMatch(verb -> Words.doneBy(verb).contains(key));
    }

    /// Whether the word says that what a path is named after is done.
    boolean isAction(String key) {
        return actions.contains(key);
    }

    /// The same words, and the names of these fields. A name in plain words is a field's, not the
    /// resource's; only what a path is named after stays a resource where no request has such a field.
    ///
    /// @param answered the names of those that are only in answers and paths
    Lexicon withFields(List<String> names, Set<String> answered) {
        var all = new HashMap<>(fields);
        names.forEach(name -> all.put(squeezed(name), name));
        // The "exam" is what it is, and no short word for its `examDate`.
        names.forEach(name ->
                Words.shortTimes(name).stream()
                        .filter(word -> !paths.nouns().contains(word) && !ANSWERING.contains(word))
                        .forEach(word -> all.putIfAbsent(word, name)));
        Set<String> ofAnswers =
                answered.stream().map(Lexicon::squeezed).collect(Collectors.toSet());
        var kept = new HashSet<>(nouns);
        kept.removeIf(noun ->
                all.containsKey(noun)
                        && !(paths.nouns().contains(noun) && ofAnswers.contains(noun)));
        return new Lexicon(Set.copyOf(kept), Map.copyOf(all), actions, done, words, paths);
    }

    /// The same words, and others that stand for fields.
    Lexicon withAliases(Map<String, String> aliases) {
        var all = new HashMap<>(fields);
        aliases.forEach(all::putIfAbsent);
        return new Lexicon(nouns, Map.copyOf(all), actions, done, words, paths);
    }

    /// The field that the words name, however they are put together.
    Optional<String> field(String words) {
        return Optional.ofNullable(fields.get(squeezed(words)));
    }

    private static String squeezed(String name) {
        return name.replaceAll("[\\s_.\\-\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    /// How many tokens from here on form a field's name; zero where they do not.
    List<Integer> fieldEnds(List<Token> tokens, int at) {
        var ends = new ArrayList<Integer>();
        var name = new StringBuilder();
        for (int end = at; end < tokens.size() && end < at + LONGEST_NAME; end++) {
            Token token = tokens.get(end);
            if (token.is(Token.Kind.MARK) || (end > at && token.is(Token.Kind.CODE))) {
                break;
            }
            name.append(token.key());
            if (fields.containsKey(squeezed(name.toString()))) {
                ends.add(end + 1);
            }
        }
        return ends;
    }

    /// The ends of the resource nouns that begin here, the longest first.
    List<Integer> nounEnds(List<Token> tokens, int at, boolean wantsPlural) {
        var ends = new ArrayList<Integer>();
        for (int end = at; end < tokens.size() && end < at + LONGEST_NAME; end++) {
            Token token = tokens.get(end);
            if (!token.is(Token.Kind.WORD) && !token.is(Token.Kind.CODE)) {
                break;
            }
            if (wantsPlural && isPlural(token)) {
                ends.addFirst(end + 1);
            }
            if (!isSingular(token)) {
                break;
            }
            if (!wantsPlural) {
                ends.addFirst(end + 1);
            }
        }
        return ends;
    }

    private boolean isSingular(Token token) {
        return isNoun(token.key());
    }

    private boolean isPlural(Token token) {
        String singular = Words.singular(token.key());
        return !singular.equals(token.key()) && isNoun(singular);
    }

    boolean isNoun(String key) {
        if (nouns.contains(key)) {
            return true;
        }
        return key.indexOf('-') > 0 && nouns.containsAll(List.of(key.split("-")));
    }

    /// Whether a type's name is made of this spec's nouns: `ProfileDto`.
    boolean isResourceType(String name) {
        List<String> words = Words.ofCamelCase(name);
        long known = words.stream().filter(word -> isNoun(Words.singular(word))).count();
        return known > 0
                && words.stream()
                        .allMatch(word -> isNoun(Words.singular(word)) || Words.isTypeSuffix(word));
    }
}
