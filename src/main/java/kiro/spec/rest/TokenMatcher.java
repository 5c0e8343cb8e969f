package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Says which tokens of a sentence belong to which class.
final class TokenMatcher {
    private static final List<Integer> NONE = List.of();

    private final Lexicon lexicon;
    private final List<Token> tokens;

    /// The classes that begin at each token, as far as they were asked for, a bit for each.
    private final List<Long> begun = new ArrayList<>();

    TokenMatcher(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
    }

    boolean isWord(String key, int at) {
        return at < tokens.size() && tokens.get(at).key().equals(key);
    }

    /// Whether a piece of the grammar can begin at this token.
    boolean canBegin(Beginning beginning, int at) {
        if (at >= tokens.size()) {
            return beginning.canBeEmpty();
        }
        return beginning.admits(tokens.get(at).key(), begun(at));
    }

    private long begun(int at) {
        while (begun.size() <= at) {
            long here = 0;
            for (TokenClass each : TokenClass.values()) {
                if (!ends(each, begun.size()).isEmpty()) {
                    here |= Beginning.bit(each);
                }
            }
            begun.add(here);
        }
        return begun.get(at);
    }

    /// Where the tokens of this class that begin here can end, the preferred end first.
    List<Integer> ends(TokenClass wanted, int at) {
        if (at >= tokens.size()) {
            return NONE;
        }
        return switch (wanted) {
            case FIELD -> lexicon.fieldEnds(tokens, at);
            case NAME -> nameEnds(at);
            case NOUN -> nounEnds(at);
            case NAMED_CREDENTIAL -> credentialEnds(at);
            case ROLE -> roleEnds(at, lexicon::isRole);
            case ROLES -> roleEnds(at, lexicon::isRoles);
            case NOUNS -> lexicon.nounEnds(tokens, at, true);
            case STATE -> stateEnds(at);
            default -> isOne(wanted, tokens.get(at)) ? List.of(at + 1) : NONE;
        };
    }

    /// A role of two words first: "facility manager".
    private List<Integer> roleEnds(int at, Predicate<String> isRole) {
        var ends = new ArrayList<Integer>();
        if (at + 1 < tokens.size()
                && tokens.get(at + 1).is(Token.Kind.WORD)
                && isRole.test(tokens.get(at).key() + " " + tokens.get(at + 1).key())) {
            ends.add(at + 2);
        }
        if (isRole.test(tokens.get(at).key())) {
            ends.add(at + 1);
        }
        return ends;
    }

    /// A state of several words first: "in progress".
    private List<Integer> stateEnds(int at) {
        var ends = new ArrayList<Integer>();
        var phrase = new StringBuilder();
        for (int end = at; end < tokens.size() && end < at + 3; end++) {
            if (!tokens.get(end).is(Token.Kind.WORD)) {
                break;
            }
            phrase.append(end == at ? "" : " ").append(tokens.get(end).key());
            if (lexicon.isState(phrase.toString())) {
                ends.addFirst(end + 1);
            }
        }
        if (TokenForms.isState(tokens.get(at)) && !ends.contains(at + 1)) {
            ends.add(at + 1);
        }
        return ends;
    }

    private List<Integer> nounEnds(int at) {
        Token token = tokens.get(at);
        boolean isType = TokenForms.isType(token) && lexicon.isResourceType(token.text());
        return isType ? List.of(at + 1) : lexicon.nounEnds(tokens, at, false);
    }

    private List<Integer> credentialEnds(int at) {
        var phrase = new StringBuilder();
        for (int end = at; end < tokens.size() && end < at + 3; end++) {
            phrase.append(end == at ? "" : " ").append(tokens.get(end).key());
            if (lexicon.isCredential(phrase.toString())
                    && lexicon.fieldEnds(tokens, at).isEmpty()) {
                return List.of(end + 1);
            }
        }
        boolean isTwo =
                at + 1 < tokens.size()
                        && TokenForms.isItem(tokens.get(at))
                        && isOne(TokenClass.CREDENTIAL, tokens.get(at + 1))
                        && lexicon.fieldEnds(tokens, at).isEmpty();
        return isTwo ? List.of(at + 2) : NONE;
    }

    private List<Integer> nameEnds(int at) {
        var ends = new ArrayList<>(lexicon.fieldEnds(tokens, at));
        if (TokenForms.isCodeName(tokens.get(at)) && !ends.contains(at + 1)) {
            ends.add(at + 1);
        }
        return ends;
    }

    private boolean isOne(TokenClass wanted, Token token) {
        return switch (wanted) {
            case NUMBER -> token.is(Token.Kind.NUMBER);
            case ORDINAL -> token.is(Token.Kind.ORDINAL);
            case STATUS -> TokenForms.isStatus(token);
            case METHOD -> token.is(Token.Kind.METHOD);
            case PATH -> token.is(Token.Kind.PATH);
            case PARAMETER -> token.is(Token.Kind.PARAMETER);
            case CODE -> token.is(Token.Kind.CODE);
            case LISTED -> TokenForms.isListed(token);
            case VALUE -> TokenForms.isValue(token);
            case ITEM, ANY -> TokenForms.isItem(token);
            case HEADER -> TokenForms.isHeader(token);
            case TYPE -> TokenForms.isType(token);
            case ACTION -> lexicon.isAction(token.key());
            case KEPT -> (TokenForms.isListed(token) && !isOfTheSpec(token)) || isField(token);
            case OWNER -> lexicon.isOwner(token.key());
            case OWNERS -> lexicon.isOwners(token.key());
            case CALLER -> lexicon.isCaller(token.key());
            case CALLERS -> lexicon.isCallers(token.key());
            case IDENT -> lexicon.isIdentifier(token.key());
            case DONE -> lexicon.isDone(token.key());
            case SEGMENT -> lexicon.isLastSegment(token.key());
            case PLURAL ->
                    token.is(Token.Kind.WORD)
                            && token.key().length() > 3
                            && !Words.singular(token.key()).equals(token.key());
            case CREDENTIAL -> TokenForms.isCredential(token) && !isOfTheSpec(token);
            case FIELD, NAME, NOUN, NOUNS, NAMED_CREDENTIAL, ROLE, ROLES, STATE -> false;
        };
    }

    private boolean isOfTheSpec(Token token) {
        return lexicon.isNoun(Words.singular(token.key())) || isField(token);
    }

    private boolean isField(Token token) {
        return lexicon.field(token.key()).isPresent();
    }
}
