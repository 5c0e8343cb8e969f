package kiro.spec.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.sentence.RememberedWords;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.Order;

/// The words of one language that rules look for, from `words/LANGUAGE.txt`. However many there are, a text is passed
/// over once: each token is looked up as the first of a phrase.
///
/// A line `# spec/vague: fix` opens the words of a rule; each further line is a word or a phrase, with a fix of its own
/// behind a colon where it has one. Lists that are no rules are called by a name without a slash.
final class WordList {
    /// The words by which a language is told. There are some in every sentence, and no rule looks for them.
    static final String STOP_WORDS = "stop-words";

    private final RememberedWords<Beginning> beginnings;
    private final Map<String, List<String>> lists;

    /// @param list the rule's id, or the name of the list
    /// @param rule the rule of the list; empty where it is none of a rule
    /// @param keys the tokens in lower case
    record Term(String list, Optional<Rule> rule, List<String> keys, String fix) {}

    /// The terms that begin with one token, the longest first, and the hash of the second token of each: most texts go on
    /// otherwise, and are told by that.
    private static final class Beginning {
        final Term[] terms;
        final int[] seconds;

        Beginning(List<Term> terms) {
            this.terms = terms.toArray(Term[]::new);
            this.seconds = new int[this.terms.length];
            for (int i = 0; i < seconds.length; i++) {
                List<String> keys = this.terms[i].keys();
                seconds[i] = keys.size() > 1 ? keys.get(1).hashCode() : 0;
            }
        }
    }

    /// A term found in a text.
    ///
    /// @param first the index of its first token
    record Hit(Term term, int first) {
        int last() {
            return first + term.keys().size() - 1;
        }
    }

    private WordList(Map<String, List<Term>> byFirst, Map<String, List<String>> lists) {
        Map<String, Beginning> all = HashMap.newHashMap(byFirst.size());
        byFirst.forEach((first, terms) -> all.put(first, new Beginning(terms)));
        var none = new Beginning(List.of());
        this.beginnings = new RememberedWords<>(first -> all.getOrDefault(first.key(), none));
        this.lists = Map.copyOf(lists);
    }

    /// The words of a language, such as `en`; empty where there are none.
    static Optional<WordList> of(String language) {
        if (!language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        String resource = "/kiro/rule/words/" + language + ".txt";
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static WordList parse(String text) {
        var byFirst = new HashMap<String, List<Term>>();
        var lists = new HashMap<String, List<String>>();
        String list = "";
        String fix = "";
        Optional<Rule> rule = Optional.empty();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("//")) {
                continue;
            }
            int colon = line.indexOf(": ");
            String head = colon < 0 ? line : line.substring(0, colon);
            String advice = colon < 0 ? "" : line.substring(colon + 2).strip();
            if (head.startsWith("# ")) {
                list = head.substring(2).strip();
                rule = Rule.of(list);
                fix = advice;
                continue;
            }
            if (!list.equals(STOP_WORDS)) {
                var term = new Term(list, rule, keys(head), advice.isEmpty() ? fix : advice);
                byFirst.computeIfAbsent(term.keys().getFirst(), first -> new ArrayList<>())
                        .add(term);
            }
            lists.computeIfAbsent(list, name -> new ArrayList<>()).add(head);
        }
        Order<Term> longest = Order.by(term -> -term.keys().size());
        byFirst.values().forEach(terms -> terms.sort(longest));
        return new WordList(byFirst, lists);
    }

    private static List<String> keys(String words) {
        var keys = new ArrayList<String>();
        for (Token token : Tokens.of(words)) {
            keys.add(token.key());
        }
        return List.copyOf(keys);
    }

    /// The words of a list, as they are written there.
    List<String> list(String name) {
        return List.copyOf(lists.getOrDefault(name, List.of()));
    }

    /// The terms in a text in order; of those that begin with one token, the longest of each list.
    List<Hit> find(Tokens tokens) {
        List<Hit> hits = List.of();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Beginning beginning = beginnings.of(token);
            if (beginning.terms.length == 0
                    || token.is(Token.Kind.CODE)
                    || token.is(Token.Kind.QUOTE)) {
                continue;
            }
            hits = hits.isEmpty() ? new ArrayList<>() : hits;
            addLongest(beginning, tokens, i, hits);
        }
        return hits;
    }

    private static void addLongest(Beginning beginning, Tokens tokens, int at, List<Hit> hits) {
        int before = hits.size();
        int second = at + 1 < tokens.size() ? tokens.get(at + 1).key().hashCode() : 0;
        for (int i = 0; i < beginning.terms.length; i++) {
            Term term = beginning.terms[i];
            boolean isPerhaps = term.keys().size() == 1 || beginning.seconds[i] == second;
            if (isPerhaps && matches(term, tokens, at) && !isAmong(hits, before, term.list())) {
                hits.add(new Hit(term, at));
            }
        }
    }

    private static boolean isAmong(List<Hit> hits, int from, String list) {
        for (int i = from; i < hits.size(); i++) {
            if (hits.get(i).term().list().equals(list)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Term term, Tokens tokens, int at) {
        List<String> keys = term.keys();
        if (at + keys.size() > tokens.size()) {
            return false;
        }
        for (int i = 1; i < keys.size(); i++) {
            if (!tokens.get(at + i).key().equals(keys.get(i))) {
                return false;
            }
        }
        return true;
    }
}
