package kiro.spec.rule;

import kiro.spec.sentence.Token;
import kiro.spec.sentence.WordClass;

/// The words of a sentence that carry its meaning.
final class Words {
    private Words() {}

    static boolean isEmpty(Token token) {
        return switch (token.kind()) {
            case MARK -> true;
            case WORD -> token.reads(WordClass.EMPTY);
            case NUMBER, CODE, QUOTE, PATH -> false;
        };
    }

    static boolean isNegation(Token token) {
        return token.is(WordClass.NEGATION);
    }

    /// A word without the ending of its plural, or of the third person.
    static String stem(String key) {
        return key.length() > 3 && key.endsWith("s") && !key.endsWith("ss")
                ? key.substring(0, key.length() - 1)
                : key;
    }

    /// A 64-bit hash of a text.
    static long hash(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /// The bits of a hash spread over all of it.
    static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
