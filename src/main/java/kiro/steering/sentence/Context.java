package kiro.steering.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a heading, or an item above, means for the sentences below it.
sealed interface Context {
    /// It says what they are about.
    record Neutral() implements Context {}

    /// It says where they hold.
    record Limit(Meaning.Place place) implements Context {}

    /// It says that what stands below is not to be done.
    record Ban() implements Context {}

    /// It may limit them in a way that is not understood.
    record Unknown() implements Context {}

    /// Reads it.
    ///
    /// @param isTitle whether it is the title of the file, which limits only where it names a language or tests
    /// @param sentence the words that stand below
    static Context of(String text, boolean isTitle, Lexicon lexicon, List<Token> sentence) {
        List<Token> tokens =
                Tokens.of(text).stream()
                        .filter(token -> token.kind() != Token.Kind.MARK)
                        .filter(token -> token.kind() != Token.Kind.NUMBER)
                        .toList();
        if (tokens.isEmpty()) {
            return new Neutral();
        }
        boolean isIn = tokens.size() > 1 && Set.of("in", "for").contains(tokens.getFirst().key());
        List<Token> place = isIn ? tokens.subList(1, tokens.size()) : tokens;
        if (!isSaid(tokens, sentence)) {
            Context limit = limit(place, text, lexicon);
            if (limit instanceof Limit) {
                return limit;
            }
        }
        if (isBan(tokens)) {
            return new Ban();
        }
        boolean isNeutral =
                tokens.stream()
                        .allMatch(token ->
                                token.kind() == Token.Kind.WORD
                                        && (lexicon.isNeutral(token.key())
                                                || isSaid(List.of(token), sentence)));
        boolean isSaidWhole = isSaid(tokens, sentence);
        return isTitle || isNeutral || isSaidWhole ? new Neutral() : new Unknown();
    }

    private static Context limit(List<Token> place, String text, Lexicon lexicon) {
        boolean isTesting = place.size() == 1 && place.getFirst().key().equals("testing");
        List<Token> said = isOfLanguage(place, lexicon) ? place.subList(0, 1) : place;
        List<Token> named = isTesting ? Tokens.of("tests") : said;
        String sentence = isTesting ? "tests" : text;
        return new PlaceSlot(lexicon, named, new PartSlot(lexicon, named, sentence))
                .fill(0, false).stream()
                        .filter(filled -> filled.end() == named.size())
                        .map(Slots.Filled::meaning)
                        .filter(Meaning.Place.class::isInstance)
                        .map(Meaning.Place.class::cast)
                        .findFirst()
                        .<Context>map(Limit::new)
                        .orElse(new Unknown());
    }

    /// A language and then words that limit nothing: "TypeScript style".
    private static boolean isOfLanguage(List<Token> place, Lexicon lexicon) {
        return place.size() > 1
                && !lexicon.at("language", place.subList(0, 1), 0).isEmpty()
                && place.stream().skip(1).allMatch(token -> lexicon.isNeutral(token.key()));
    }

    private static boolean isBan(List<Token> tokens) {
        String words = String.join(" ", tokens.stream().map(Token::key).toList());
        return words.matches(
                "(?:please )?(?:never|do not|forbidden|prohibited|banned|disallowed|not allowed|avoid|don'ts|no-gos|anti-patterns|things to avoid|what not to do)(?: (?:do|use|using|do this|patterns|practices|things))?");
    }

    private static boolean isSaid(List<Token> tokens, List<Token> sentence) {
        return tokens.stream()
                .allMatch(token ->
                        sentence.stream().anyMatch(other -> stem(other).equals(stem(token))));
    }

    private static String stem(Token token) {
        String word = Lexicon.singular(token.key().toLowerCase(Locale.ROOT));
        return word.endsWith("ing") && word.length() > 5
                ? word.substring(0, word.length() - 3)
                : word;
    }
}
