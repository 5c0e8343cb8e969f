package kiro.spec.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.sentence.RememberedWords;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;

/// Tells the language of specs: what the front matter says, else English, unless letters or words say otherwise.
final class Languages {
    private static final List<String> GUESSED = List.of(Language.ENGLISH, "de");

    /// With fewer words nothing can be told from them.
    private static final int FEWEST = 30;

    private final List<Language> languages;

    /// Of which languages a word is a stop word, a bit for each in their order.
    private final RememberedWords<Integer> stopWords;

    Languages() {
        this.languages =
                GUESSED.stream().map(name -> new Language(name, WordList.of(name))).toList();
        Map<String, Integer> bits = new HashMap<>();
        for (int i = 0; i < languages.size(); i++) {
            int bit = 1 << i;
            languages
                    .get(i)
                    .words()
                    .map(words -> words.list(WordList.STOP_WORDS))
                    .orElse(List.of())
                    .forEach(word -> bits.merge(word, bit, (a, b) -> a | b));
        }
        this.stopWords = new RememberedWords<>(word -> bits.getOrDefault(word.key(), 0));
    }

    Language of(Spec spec, List<Statement> statements) {
        Optional<String> stated = stated(spec);
        return stated.isPresent() ? named(stated.get()) : guessed(statements);
    }

    private Language named(String name) {
        return languages.stream()
                .filter(language -> language.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Language(name, WordList.of(name)));
    }

    private static Optional<String> stated(Spec spec) {
        return FrontMatter.of(spec.document())
                .filter(head -> head.yaml().contains("lang"))
                .flatMap(Languages::stated)
                .map(name -> name.strip().toLowerCase(Locale.ROOT).split("[-_]", -1)[0]);
    }

    private static Optional<String> stated(FrontMatter head) {
        return FlatYaml.read(head.yaml(), 1) instanceof FlatYaml.Reading.Whole whole
                ? whole.find("lang")
                        .or(() -> whole.find("language"))
                        .flatMap(entry -> entry.texts().stream().findFirst())
                : Optional.empty();
    }

    private Language guessed(List<Statement> statements) {
        int words = 0;
        int foreign = 0;
        int[] known = new int[languages.size()];
        for (Statement statement : statements) {
            Tokens tokens = statement.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.is(Token.Kind.WORD)) {
                    words++;
                    foreign += token.text().charAt(0) > '\u024F' ? 1 : 0;
                    count(stopWords.of(token), known);
                }
            }
        }
        if (5 * foreign > words) {
            return new Language("a language in another script", Optional.empty());
        }
        return words < FEWEST ? languages.getFirst() : mostLikely(words, known);
    }

    private static void count(int languages, int[] known) {
        for (int i = 0; languages >> i != 0; i++) {
            known[i] += (languages >> i) & 1;
        }
    }

    /// In English one word in four is a stop word; a text with fewer than one in twelve is something else.
    private Language mostLikely(int words, int[] known) {
        int best = 0;
        for (int i = 1; i < known.length; i++) {
            best = known[i] > known[best] ? i : best;
        }
        return 12 * known[best] < words
                ? new Language("a language without a word list", Optional.empty())
                : languages.get(best);
    }
}
