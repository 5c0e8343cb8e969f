package kiro.spec.sentence;

import java.util.HashMap;
import java.util.Map;

/// What readers of sentences and rules about them ask of a word: whether it is one of some, or written in some way. All
/// of it is found out once a word, so that asking costs next to nothing.
public enum WordClass {
    /// They carry no meaning of their own.
    EMPTY(
            0,
            "the a an then shall must will is are be been was were of to that this it its their they any when where"
                    + " while if given also and which has have for in on at by there"),
    /// `isn't` and its like too.
    NEGATION(1, "not no without never none cannot un non"),
    /// What takes a verb back, `isn't` and its like too.
    NOT(2, "not never cannot"),
    SHALL(3, "shall shan't"),
    MUST(4, "must mustn't"),
    MODAL(
            5,
            "shall shan't must mustn't will won't should shouldn't may might can cannot can't could couldn't"),
    THEN(6, "then"),
    AND(7, "and"),
    OR(8, "or"),
    /// They may open a clause at the head of a sentence.
    LEADING(9, "when whenever upon once while whilst during where wherever if unless given as in"),
    /// They may open a clause behind a response.
    TRAILING(10, "when whenever upon while whilst if unless as in"),
    /// Behind these, `if` and `when` open a question, not a condition.
    ASKING(
            11,
            "even as check checks checking determine determines verify verifies decide decides see know indicate indicates"
                    + " indicating record records of and"),
    DETERMINER(12, "the a an it they our this each every"),
    /// Before the modal verb of a sentence without a clause ahead, none of these stands.
    NO_SUBJECT(
            13,
            "when whenever if unless because so while until who that which what whatever whoever then"),
    RELATIVE(14, "that which who what"),
    /// They may stand between a request and its answer.
    ANSWERING(
            15,
            "return returns returning returned respond responds responding answer answers answered give gives yield yields"
                    + " produce produces send sends get gets receive receives fail fails rejected reject rejects result results"
                    + " is be are throws reply replies succeeds succeed refused"),
    BEING(16, "is are be"),
    /// They open the condition behind a status.
    CONDITION(17, "when whenever if unless for on upon after once because where while in"),
    /// They name a status.
    STATUS_NAME(18, "http status code codes statuses"),
    /// They may stand between a verb and a status.
    BEFORE_STATUS(19, "http status code codes statuses an a with by or and either"),
    /// They may follow a status; any other makes the number an amount, as in `returns 200 results`.
    AFTER_STATUS(
            20,
            "and or with when whenever if unless for on in to once upon while after plus without then only because rather"
                    + " instead not error response responses status code via from but until as where unauthorized forbidden ok"
                    + " created accepted no bad conflict gone too unprocessable internal service found method precondition"
                    + " payload unsupported redirect moved see temporary permanent locked gateway never naming listing"
                    + " containing explaining immediately at per so by"),
    /// They make the number behind them an amount.
    AMOUNT(
            21,
            "most least than of first last top to over maximum minimum limit about every within exactly only"),
    /// They are measured by a number.
    MEASURE(
            22,
            "timeout limit size length age lifetime retention window interval delay ttl expiry expiration threshold quota"
                    + " duration period capacity attempts retries budget deadline latency frequency cap maximum minimum"),
    /// They may open a comparison with a number.
    COMPARISON(
            23,
            "more greater longer larger older higher less fewer shorter smaller younger lower over above exceeds exceed"
                    + " exceeding under below at equals exactly is > < \u2265 \u2264"),

    /// Written in capitals as a whole.
    SHOUTED(24, ""),
    /// Written with a capital first.
    CAPITAL(25, ""),
    /// With a capital or an underscore within, such as `maxItems`.
    JOINED(26, ""),
    /// Two to six capitals and nothing else.
    ACRONYM(27, ""),
    /// With a hyphen within.
    HYPHENATED(28, "");

    private static final Map<String, Long> BITS = bits();

    private final long bit;
    private final String words;

    WordClass(int place, String words) {
        this.bit = 1L << place;
        this.words = words;
    }

    long bit() {
        return bit;
    }

    /// Those of a word, a bit for each.
    ///
    /// @param text as it is written
    /// @param key in lower case
    static long of(String text, String key) {
        long bits = BITS.getOrDefault(key, 0L);
        if (key.endsWith("n't")) {
            bits |= NEGATION.bit() | NOT.bit();
        }
        if (key.indexOf('-') > 0) {
            bits |= HYPHENATED.bit();
        }
        return text.isEmpty() ? bits : bits | ofForm(text);
    }

    private static long ofForm(String text) {
        boolean hasSmall = false;
        boolean isAscii = true;
        boolean isJoined = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hasSmall |= Character.isLowerCase(c);
            isAscii &= c >= 'A' && c <= 'Z';
            isJoined |=
                    i > 0
                            && (c == '_'
                                    || (Character.isUpperCase(c)
                                            && Character.isLowerCase(text.charAt(i - 1))));
        }
        return (!hasSmall && text.length() > 1 ? SHOUTED.bit() : 0)
                | (Character.isUpperCase(text.charAt(0)) ? CAPITAL.bit() : 0)
                | (isJoined ? JOINED.bit() : 0)
                | (isAscii && text.length() >= 2 && text.length() <= 6 ? ACRONYM.bit() : 0);
    }

    private static Map<String, Long> bits() {
        var bits = new HashMap<String, Long>();
        for (WordClass each : values()) {
            for (String word : each.words.split(" ", -1)) {
                bits.merge(word, each.bit(), (a, b) -> a | b);
            }
        }
        bits.remove("");
        return bits;
    }
}
