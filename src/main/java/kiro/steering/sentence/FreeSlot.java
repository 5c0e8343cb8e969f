package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads words that limit nothing: what to use instead, and why. Words of a condition are never among them.
final class FreeSlot {
    private static final int LONGEST_THING = 10;

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final String sentence;

    FreeSlot(Lexicon lexicon, List<Token> tokens, String sentence) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.sentence = sentence;
    }

    /// A thing that has a name: some words without a relation among them.
    List<Slots.Filled> things(int at) {
        var found = new ArrayList<Slots.Filled>();
        for (int end = at; end < tokens.size() && end < at + LONGEST_THING; end++) {
            Token token = tokens.get(end);
            boolean isOfThing =
                    token.isLiteral()
                            || (token.kind() == Token.Kind.WORD
                                    && !lexicon.has("word-of-condition", token.key())
                                    && !lexicon.has("word-of-relation", token.key()))
                            || token.isMark("/")
                            || (end > at && token.kind() == Token.Kind.NUMBER);
            if (!isOfThing) {
                break;
            }
            found.add(new Slots.Filled(end + 1, new Meaning.Free(raw(at, end + 1))));
        }
        return found;
    }

    /// Everything up to the end of the clause.
    ///
    /// @param isThing whether a dash or a semicolon ends it
    List<Slots.Filled> rest(int at, boolean isThing) {
        int end = at;
        int depth = 0;
        while (end < tokens.size()) {
            Token token = tokens.get(end);
            if (token.kind() == Token.Kind.WORD && lexicon.has("word-of-condition", token.key())) {
                return List.of();
            }
            boolean isClosing = depth == 0 && token.isMark(")");
            boolean isEnd =
                    isThing
                            && (token.isMark(";")
                                    || token.isMark("-")
                                    || (token.isMark("(") && depth == 0));
            if (isClosing || isEnd) {
                break;
            }
            depth += token.isMark("(") ? 1 : token.isMark(")") ? -1 : 0;
            end++;
        }
        int last = end;
        while (last > at
                && (tokens.get(last - 1).isMark(".") || tokens.get(last - 1).isMark("!"))) {
            last--;
        }
        if (last == at) {
            return List.of();
        }
        String text = raw(at, last);
        if (isThing && text.toLowerCase(Locale.ROOT).endsWith(" instead")) {
            text = text.substring(0, text.length() - " instead".length());
        }
        return List.of(new Slots.Filled(last, new Meaning.Free(text)));
    }

    private String raw(int start, int end) {
        return sentence.substring(tokens.get(start).start(), tokens.get(end - 1).end());
    }
}
