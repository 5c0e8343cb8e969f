package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.spec.rest.CaseReader.Case;

/// Reads a sentence that makes several claims at once: "An unknown book returns 404, a request without a token 401", "A
/// missing title, or a year before 1450, returns 400".
///
/// The sentence is cut at its joints, and every piece has to be understood by itself, as a situation and what follows;
/// else none is. A piece that lacks its head ("... or with three decimals") gets that of the piece before it.
final class ClaimReader {
    /// More pieces than people put into one sentence.
    private static final int MOST_JOINTS = 12;

    private static final int LONGEST_HEAD = 8;
    private static final Set<String> JOINTS =
            Set.of(",", ";", ".", "and", "or", "but", "while", "whereas");
    private static final Set<String> ANSWERING =
            Set.of(
                    "returns",
                    "return",
                    "gets",
                    "get",
                    "receives",
                    "receive",
                    "gives",
                    "give",
                    "is",
                    "are",
                    "responds",
                    "respond",
                    "answers",
                    "answer",
                    "->",
                    ":",
                    "results",
                    "result",
                    "leads",
                    "lead",
                    "yields",
                    "yield",
                    "ends",
                    "succeeds",
                    "fails");

    /// Words that take up what the claim before them was about; cut off from it they mean something else.
    private static final Set<String> TAKING_UP =
            Set.of(
                    "it",
                    "them",
                    "this",
                    "these",
                    "those",
                    "then",
                    "there",
                    "also",
                    "otherwise",
                    "else",
                    "again",
                    "both",
                    "neither",
                    "such",
                    "its");

    /// Words that begin a situation which holds for all that follows.
    private static final Set<String> LEADING =
            Set.of(
                    "when",
                    "if",
                    "with",
                    "without",
                    "after",
                    "while",
                    "once",
                    "given",
                    "for",
                    "in",
                    "on",
                    "where",
                    "as",
                    "unless",
                    "during",
                    "before",
                    "until",
                    "whenever",
                    "by");

    private final Function<List<Token>, Optional<List<Case>>> one;

    /// @param one reads a piece as a claim by itself; empty where it is none
    ClaimReader(Function<List<Token>, Optional<List<Case>>> one) {
        this.one = one;
    }

    /// The cases of all claims; empty where a piece of the sentence is not understood.
    Optional<List<Case>> read(List<Token> sentence) {
        List<Token> tokens = withoutStop(sentence);
        long joints = tokens.stream().filter(ClaimReader::isJoint).count();
        if (joints == 0 || joints > MOST_JOINTS) {
            return Optional.empty();
        }
        return listed(tokens).or(() -> situations(tokens)).or(() -> claims(tokens));
    }

    /// "Each of these returns 400: a missing name, a height of 0".
    private Optional<List<Case>> listed(List<Token> tokens) {
        String begin = String.join(" ", tokens.stream().limit(3).map(Token::key).toList());
        int colon = -1;
        for (int i = 3; i < tokens.size(); i++) {
            if (tokens.get(i).isMark(":")) {
                colon = i;
            }
        }
        boolean isList =
                begin.matches("(each|all|any) of these|(in|for) each of|each of the")
                        || begin.startsWith("the following");
        if (!isList || colon < 4) {
            return Optional.empty();
        }
        int start = begin.startsWith("the following") ? 2 : begin.startsWith("each of the") ? 4 : 3;
        List<Token> outcome = tokens.subList(Math.min(start, colon), colon);
        List<Token> subject = tokens.subList(colon + 1, tokens.size());
        return alternatives(subject, subject, outcome, true)
                .or(() -> piece(subject, subject, outcome, true));
    }

    private static List<Token> withoutStop(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isMark(".")) {
            end--;
        }
        return tokens.subList(0, end);
    }

    private static boolean isJoint(Token token) {
        return JOINTS.contains(token.key()) && !token.is(Token.Kind.CODE);
    }

    // --- several claims, one after the other

    private Optional<List<Case>> claims(List<Token> tokens) {
        for (int joint = 1; joint + 1 < tokens.size(); joint++) {
            if (!isJoint(tokens.get(joint)) || tokens.get(joint).key().equals("or")) {
                continue;
            }
            List<Token> left = trimmed(tokens.subList(0, joint));
            List<Token> right = afterJoint(tokens, joint);
            if (statuses(left) == 0
                    || right.isEmpty()
                    || !canStandAlone(left, right, tokens.get(joint))) {
                continue;
            }
            Optional<List<Case>> first = claim(left);
            if (first.isEmpty()) {
                continue;
            }
            Optional<List<Case>> others = following(left, right);
            if (others.isPresent()) {
                return Optional.of(joined(first.get(), others.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<List<Case>> claim(List<Token> tokens) {
        return one.apply(tokens).or(() -> situations(tokens));
    }

    /// What follows a claim: a claim, or several; one without a verb has that of the first, one without a subject the
    /// first one's.
    private Optional<List<Case>> following(List<Token> left, List<Token> right) {
        Optional<List<Case>> whole = claim(right).or(() -> claims(right));
        if (whole.isPresent()) {
            return whole;
        }
        Optional<List<Case>> withVerb = withVerb(right).or(() -> withLeads(right));
        if (withVerb.isPresent()) {
            return withVerb;
        }
        if (!ANSWERING.contains(right.getFirst().key())) {
            return Optional.empty();
        }
        for (int head = 1; head <= Math.min(LONGEST_HEAD, left.size()); head++) {
            List<Token> piece = joinedTokens(left.subList(0, head), right);
            Optional<List<Case>> found = one.apply(piece);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// "... leads to 403, an unknown id to 404".
    private Optional<List<Case>> withLeads(List<Token> right) {
        int last = right.size() - 1;
        if (last < 2
                || !TokenForms.isStatus(right.get(last))
                || !right.get(last - 1).key().equals("to")
                || statuses(right) != 1) {
            return Optional.empty();
        }
        var tokens = new ArrayList<>(right.subList(0, last - 1));
        tokens.add(new Token(Token.Kind.WORD, "returns", "returns", 0, 0));
        tokens.add(right.get(last));
        return claim(tokens);
    }

    /// "..., a request without credentials 401".
    private Optional<List<Case>> withVerb(List<Token> right) {
        int last = right.size() - 1;
        boolean isBare =
                last > 0
                        && TokenForms.isStatus(right.get(last))
                        && statuses(right) == 1
                        && right.subList(0, last).stream()
                                .noneMatch(token -> ANSWERING.contains(token.key()))
                        && !right.get(last - 1).key().equals("with");
        if (!isBare) {
            return Optional.empty();
        }
        var tokens = new ArrayList<>(right.subList(0, last));
        tokens.add(new Token(Token.Kind.WORD, "returns", "returns", 0, 0));
        tokens.add(right.get(last));
        return claim(tokens);
    }

    private static boolean canStandAlone(List<Token> left, List<Token> right, Token joint) {
        boolean takesUp = right.stream().map(Token::key).anyMatch(TAKING_UP::contains);
        boolean isLed =
                LEADING.contains(left.getFirst().key())
                        && !LEADING.contains(right.getFirst().key())
                        && !joint.isMark(";")
                        && !joint.isMark(".");
        return !takesUp && !isLed;
    }

    private static long statuses(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> TokenForms.isStatus(token) || isOutcome(token))
                .count();
    }

    private static boolean isOutcome(Token token) {
        return Set.of("accepted", "refused", "rejected", "succeeds", "fails", "allowed")
                .contains(token.key());
    }

    // --- several situations with one outcome

    private Optional<List<Case>> situations(List<Token> tokens) {
        int verb = verb(tokens);
        if (verb < 2) {
            return Optional.empty();
        }
        List<Token> subject = trimmed(tokens.subList(0, verb));
        List<Token> outcome = tokens.subList(verb, tokens.size());
        return alternatives(subject, subject, outcome, true);
    }

    /// @param all the subject as a whole, whose beginning a piece may lack
    private Optional<List<Case>> alternatives(
            List<Token> all, List<Token> subject, List<Token> outcome, boolean isFirst) {
        for (int joint = 1; joint + 1 < subject.size(); joint++) {
            boolean isAnd = subject.get(joint).key().equals("and");
            if (!isJoint(subject.get(joint)) || (isAnd && !isOfEach(outcome))) {
                continue;
            }
            Optional<List<Case>> left =
                    piece(all, trimmed(subject.subList(0, joint)), outcome, isFirst);
            if (left.isEmpty()) {
                continue;
            }
            List<Token> rest = afterJoint(subject, joint);
            Optional<List<Case>> right =
                    alternatives(all, rest, outcome, false)
                            .or(() -> piece(all, rest, outcome, false));
            if (right.isPresent()) {
                return Optional.of(joined(left.get(), right.get()));
            }
        }
        return Optional.empty();
    }

    /// "A and B each return 400", "A and B are refused": the outcome is that of each of them.
    private static boolean isOfEach(List<Token> outcome) {
        return Set.of("return", "lead", "give", "are", "yield", "result", "respond", ":", "->")
                        .contains(outcome.getFirst().key())
                || outcome.stream().anyMatch(token -> token.key().equals("each"));
    }

    private Optional<List<Case>> piece(
            List<Token> all, List<Token> subject, List<Token> outcome, boolean isFirst) {
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Case>> whole = one.apply(joinedTokens(subject, outcome));
        if (whole.isPresent() || isFirst) {
            return whole;
        }
        for (int head = 1; head <= Math.min(LONGEST_HEAD, all.size()); head++) {
            if (isJoint(all.get(head - 1))) {
                break;
            }
            List<Token> completed = joinedTokens(all.subList(0, head), subject);
            Optional<List<Case>> found = one.apply(joinedTokens(completed, outcome));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Where the outcome begins: at the last verb of answering before the first status.
    private static int verb(List<Token> tokens) {
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (TokenForms.isStatus(tokens.get(i)) && found > 0) {
                return found;
            }
            boolean goesOn =
                    isOutcome(tokens.get(i))
                            && found >= 0
                            && tokens.subList(found + 1, i).stream()
                                    .map(Token::key)
                                    .allMatch(Set.of("each", "all", "both")::contains);
            if (!goesOn && (ANSWERING.contains(tokens.get(i).key()) || isOutcome(tokens.get(i)))) {
                found = i;
            }
        }
        return found > 0
                        && tokens.subList(found, tokens.size()).stream()
                                .anyMatch(ClaimReader::isOutcome)
                ? found
                : -1;
    }

    // --- tokens

    private static List<Token> trimmed(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && isJoint(tokens.get(end - 1))) {
            end--;
        }
        return tokens.subList(0, end);
    }

    private static List<Token> afterJoint(List<Token> tokens, int joint) {
        int start = joint;
        while (start < tokens.size() && isJoint(tokens.get(start))) {
            start++;
        }
        return tokens.subList(start, tokens.size());
    }

    private static List<Token> joinedTokens(List<Token> first, List<Token> second) {
        var all = new ArrayList<Token>(first);
        all.addAll(second);
        return all;
    }

    private static List<Case> joined(List<Case> first, List<Case> second) {
        var all = new ArrayList<Case>(first);
        second.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
