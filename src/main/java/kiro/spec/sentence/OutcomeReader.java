package kiro.spec.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a sentence says about the answer to an HTTP request.
final class OutcomeReader {
    private final String text;
    private final Tokens tokens;

    private OutcomeReader(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /// Whether a word can stand between a request and its answer.
    static boolean isVerb(Token token) {
        return token.is(WordClass.ANSWERING)
                && !token.is(WordClass.BEING)
                && !token.is("result")
                && !token.is("get");
    }

    /// The answer in a sentence without a form of EARS.
    static Optional<HttpOutcome> read(String text, Tokens tokens) {
        var reader = new OutcomeReader(text, tokens);
        List<HttpOutcome.Status> statuses = Statuses.in(text, tokens, 0, tokens.size());
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        int status = reader.indexOf(statuses.getFirst());
        int verb = reader.verbBefore(status);
        boolean isAboutStatus = verb >= 0 && reader.isBeing(verb) && !reader.isPassive(verb);
        var conditions = new ArrayList<Phrase>();
        if (!isAboutStatus) {
            conditions.addAll(reader.subject(verb < 0 ? status : verb));
        }
        int last = reader.indexOf(statuses.getLast());
        reader.conditionFrom(last + 1).ifPresent(conditions::add);
        return Optional.of(reader.outcome(statuses, conditions));
    }

    /// The answer in the response of a sentence in a form of EARS.
    static Optional<HttpOutcome> read(
            String text, Tokens tokens, int from, int to, List<Clause> clauses) {
        List<HttpOutcome.Status> statuses = Statuses.in(text, tokens, from, to);
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        var conditions = new ArrayList<Phrase>(clauses.size());
        for (Clause clause : clauses) {
            conditions.add(clause.words());
        }
        return Optional.of(new OutcomeReader(text, tokens).outcome(statuses, conditions));
    }

    private HttpOutcome outcome(List<HttpOutcome.Status> statuses, List<Phrase> conditions) {
        Request request = Request.in(text, tokens);
        return new HttpOutcome(request.method(), request.path(), statuses, conditions);
    }

    private int indexOf(HttpOutcome.Status status) {
        int at = 0;
        while (tokens.get(at).end() < status.at().end()) {
            at++;
        }
        return at;
    }

    private int verbBefore(int status) {
        for (int i = status - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(WordClass.ANSWERING)) {
                return i > 0 && !isBeing(i) && isBeing(i - 1) ? i - 1 : i;
            }
            if (token.isMark('\u2192') || token.isMark('=')) {
                return i;
            }
        }
        return -1;
    }

    private boolean isPassive(int being) {
        return being + 1 < tokens.size() && tokens.get(being + 1).is(WordClass.ANSWERING);
    }

    private boolean isBeing(int index) {
        return tokens.get(index).is(WordClass.BEING);
    }

    /// What the subject says about the request, but for its method and path.
    private List<Phrase> subject(int end) {
        var phrases = new ArrayList<Phrase>();
        int start = -1;
        for (int i = 0; i <= end; i++) {
            boolean isWord =
                    i < end && !Request.isPart(tokens, i) && !isEdge(tokens.get(i), end - i);
            if (isWord && start < 0) {
                start = i;
            } else if (!isWord && start >= 0 && !isInner(i, end)) {
                phrases.add(Phrase.of(text, tokens, start, i));
                start = -1;
            }
        }
        return phrases;
    }

    /// A mark between two words of the subject, such as a hyphen or a comma, does not end it.
    private boolean isInner(int index, int end) {
        return index + 1 < end
                && tokens.get(index).is(Token.Kind.MARK)
                && !Request.isPart(tokens, index + 1);
    }

    private static boolean isEdge(Token token, int left) {
        return token.is(Token.Kind.MARK) && (left == 1 || token.isMark(':') || token.isMark('-'));
    }

    private Optional<Phrase> conditionFrom(int from) {
        for (int i = from; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (token.is(WordClass.CONDITION)) {
                int stop = tokens.size();
                while (stop > i + 1 && tokens.get(stop - 1).is(Token.Kind.MARK)) {
                    stop--;
                }
                return stop > i + 1
                        ? Optional.of(Phrase.of(text, tokens, i + 1, stop))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
