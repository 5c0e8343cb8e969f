package kiro.spec.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one sentence in a form of EARS, Kiro's `WHEN … THEN … SHALL …` and conditions behind the response included.
final class EarsReader {
    /// A subject with more tokens than these is none.
    private static final int LONGEST_SUBJECT = 25;

    private final String text;
    private final Tokens tokens;

    private EarsReader(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Optional<Sentence.Ears> read(String text, Tokens tokens) {
        var reader = new EarsReader(text, tokens);
        int from = 0;
        while (from < tokens.size() && tokens.get(from).is(Token.Kind.MARK)) {
            from++;
        }
        if (from == tokens.size()) {
            return Optional.empty();
        }
        return Keywords.leading(tokens, from).isPresent()
                ? reader.conditional(from)
                : reader.plain(from);
    }

    private Optional<Sentence.Ears> conditional(int from) {
        int then = find(from + 1, WordClass.THEN);
        int comma = comma(from + 1);
        int search = then >= 0 ? then + 1 : comma >= 0 ? comma + 1 : from + 1;
        int modal = modal(search, then >= 0 || comma >= 0);
        if (modal < 0 && then < 0) {
            modal = binding(from + 1);
        }
        int body = then >= 0 ? then + 1 : modal >= 0 ? subjectStart(from, modal) : comma + 1;
        boolean hasBody = body > from + 1 && body < tokens.size();
        return hasBody && (then >= 0 || modal >= 0 || comma >= 0)
                ? sentence(clauses(from, body), body, modal)
                : Optional.empty();
    }

    private Optional<Sentence.Ears> plain(int from) {
        int modal = modal(from, true);
        boolean isSubject =
                modal > from && modal - from <= LONGEST_SUBJECT && isSubject(from, modal);
        return isSubject ? sentence(List.of(), from, modal) : Optional.empty();
    }

    private boolean isSubject(int from, int modal) {
        boolean isBinding = Modal.of(tokens.get(modal)).map(Modal::isBinding).orElse(false);
        for (int i = from; i < modal; i++) {
            Token token = tokens.get(i);
            boolean isBreak = token.is(WordClass.NO_SUBJECT) || OutcomeReader.isVerb(token);
            if (isBreak && !(isBinding && token.is(WordClass.RELATIVE))) {
                return false;
            }
        }
        return true;
    }

    /// The modal verb of the sentence: the strongest there is.
    private int modal(int from, boolean isAnyTaken) {
        int binding = binding(from);
        return binding >= 0 || !isAnyTaken ? binding : find(from, WordClass.MODAL);
    }

    private int binding(int from) {
        int shall = find(from, WordClass.SHALL);
        return shall >= 0 ? shall : find(from, WordClass.MUST);
    }

    private int find(int from, WordClass wanted) {
        if (tokens.has(wanted)) {
            for (int i = from; i < tokens.size(); i++) {
                if (tokens.get(i).is(wanted)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private int comma(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isMark(',')) {
                return i;
            }
        }
        return -1;
    }

    /// Where the words for who responds begin: behind the last comma, else at the last determiner, else one word
    /// before the modal verb.
    private int subjectStart(int from, int modal) {
        for (int i = modal - 1; i > from; i--) {
            if (tokens.get(i).isMark(',')) {
                return i + 1;
            }
        }
        for (int i = modal - 1; i > from + 1; i--) {
            if (tokens.get(i).reads(WordClass.DETERMINER)) {
                return i;
            }
        }
        return modal - 1;
    }

    private List<Clause> clauses(int from, int end) {
        var clauses = new ArrayList<Clause>();
        int last = trimmed(end);
        int at = from;
        while (at < last) {
            Keywords.Found keyword = Keywords.leading(tokens, at).orElseThrow();
            int words = at + keyword.length();
            int next = nextKeyword(words, last, tokens.get(from).isShouted());
            int stop = next < last ? trimmed(next) : last;
            if (stop > words) {
                clauses.add(clause(keyword, at, stop, false));
            }
            at = next;
        }
        return clauses;
    }

    /// The index behind the last word before an end, without `then`, `and` and commas.
    private int trimmed(int end) {
        int at = end;
        while (at > 0) {
            Token token = tokens.get(at - 1);
            if (!token.isMark(',') && !token.is(WordClass.THEN) && !token.is(WordClass.AND)) {
                return at;
            }
            at--;
        }
        return at;
    }

    /// A further clause begins behind a comma or `and`; in a sentence that shouts its keywords, wherever one is
    /// shouted.
    private int nextKeyword(int from, int end, boolean isShouting) {
        for (int i = from + 1; i < end; i++) {
            if (tokens.get(i).is(WordClass.LEADING)
                    && (isJoined(tokens.get(i - 1)) || (isShouting && tokens.get(i).isShouted()))
                    && Keywords.leading(tokens, i).isPresent()) {
                return i;
            }
        }
        return end;
    }

    private static boolean isJoined(Token before) {
        return before.isMark(',') || before.is(WordClass.AND) || before.is(WordClass.OR);
    }

    private Clause clause(Keywords.Found keyword, int at, int stop, boolean isTrailing) {
        int words = at + keyword.length();
        return new Clause(
                keyword.kind(),
                Phrase.of(text, tokens, at, words),
                Phrase.of(text, tokens, words, stop),
                isTrailing);
    }

    private Optional<Sentence.Ears> sentence(List<Clause> before, int body, int modal) {
        int start = modal < 0 ? body : modal + 1;
        int response = start;
        while (response < tokens.size() && isNot(tokens.get(response))) {
            response++;
        }
        int trailing = trailingKeyword(response);
        if (response >= tokens.size() || trailing <= response) {
            return Optional.empty();
        }
        var clauses = new ArrayList<>(before);
        if (trailing < tokens.size()) {
            clauses.addAll(trailing(trailing));
        }
        int subject = modal < 0 ? body : skipMarks(body, modal);
        Optional<Phrase> system =
                modal > subject
                        ? Optional.of(Phrase.of(text, tokens, subject, modal))
                        : Optional.empty();
        boolean isNegated = response > start || (modal >= 0 && isNot(tokens.get(modal)));
        return Optional.of(
                new Sentence.Ears(
                        text,
                        clauses,
                        system,
                        binding(tokens, modal),
                        Phrase.of(text, tokens, response, trailing),
                        isNegated,
                        OutcomeReader.read(text, tokens, response, trailing, clauses)));
    }

    private Optional<Sentence.Binding> binding(Tokens tokens, int modal) {
        if (modal < 0) {
            return Optional.empty();
        }
        Token token = tokens.get(modal);
        Optional<Modal> kind = Modal.of(token);
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Sentence.Binding(
                                kind.get(), Phrase.of(text, token.start(), token.end())));
    }

    private int skipMarks(int from, int end) {
        int at = from;
        while (at < end && tokens.get(at).is(Token.Kind.MARK)) {
            at++;
        }
        return at;
    }

    private static boolean isNot(Token token) {
        return token.is(WordClass.NOT);
    }

    private int trailingKeyword(int from) {
        for (int i = from + 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(WordClass.TRAILING)
                    && i + 1 < tokens.size()
                    && Keywords.trailing(tokens, i).isPresent()) {
                return i;
            }
        }
        return tokens.size();
    }

    private List<Clause> trailing(int from) {
        Keywords.Found keyword = Keywords.trailing(tokens, from).orElseThrow();
        int stop = tokens.size();
        while (stop > from && tokens.get(stop - 1).is(Token.Kind.MARK)) {
            stop--;
        }
        return stop > from + keyword.length()
                ? List.of(clause(keyword, from, stop, true))
                : List.of();
    }
}
