package kiro.spec.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Requirement;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.SentenceReader;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.jspecify.annotations.Nullable;

/// A criterion or requirement as the rules look at it: its tokens, its form, and the places of both.
final class Statement {
    private static final Pattern BLANK = Pattern.compile("\\{\\{[^{}]+\\}\\}");

    private final Optional<CriterionId> id;
    private final String text;
    private final SourceSpan item;
    private final TextDocument document;
    private final Tokens tokens;
    private final Sentence sentence;
    private @Nullable Placing placing;

    private Statement(
            Optional<CriterionId> id, String text, SourceSpan item, TextDocument document) {
        this.id = id;
        this.text = text;
        this.item = item;
        this.document = document;
        String read = document.has('{') ? withoutBlanks(text) : text;
        this.tokens = Tokens.of(read);
        this.sentence = SentenceReader.read(read, tokens);
    }

    /// The words in a blank, `{{number, such as 5}}`, are for whoever fills it in: it is read as code of its length.
    private static String withoutBlanks(String text) {
        return text.contains("{{")
                ? BLANK.matcher(text)
                        .replaceAll(blank -> "`" + "x".repeat(blank.group().length() - 2) + "`")
                : text;
    }

    static Statement of(AcceptanceCriterion criterion, TextDocument document) {
        return new Statement(
                Optional.of(criterion.id()), criterion.text(), criterion.span(), document);
    }

    static Statement of(Requirement requirement, TextDocument document) {
        return new Statement(Optional.empty(), requirement.text(), requirement.span(), document);
    }

    /// How messages call it.
    String name() {
        return name(id);
    }

    static String name(Optional<CriterionId> id) {
        return id.isPresent() ? "criterion " + id.get() : "the requirement";
    }

    Optional<CriterionId> id() {
        return id;
    }

    boolean isCriterion() {
        return id.isPresent();
    }

    String text() {
        return text;
    }

    SourceSpan item() {
        return item;
    }

    Tokens tokens() {
        return tokens;
    }

    Sentence sentence() {
        return sentence;
    }

    /// Whether something in it can be measured or compared: a number, a status, or words to the letter.
    boolean isConcrete() {
        return tokens.has(Token.Kind.NUMBER) || tokens.has(Token.Kind.QUOTE);
    }

    /// The place of the tokens from the first to the last.
    SourceSpan place(int first, int last) {
        if (placing == null) {
            placing = Placing.of(document, item, text, tokens);
        }
        return placing.span(tokens, first, last);
    }

    SourceSpan place(Phrase phrase) {
        return place(tokenAt(phrase.start()), tokenAt(Math.max(phrase.start(), phrase.end() - 1)));
    }

    /// The whole of its first line that is the item's.
    SourceSpan firstLine() {
        int end = document.line(item.line()).length() + 1;
        return new SourceSpan(item.line(), Math.min(item.column(), end), item.line(), end);
    }

    /// The tokens of a stretch of it.
    List<Token> tokens(Phrase phrase) {
        int first = tokenAt(phrase.start());
        return tokens.subList(first, Math.max(first, tokenAt(phrase.end() - 1) + 1));
    }

    /// The index of the token that stands at an index of the text, or the last before it.
    int tokenAt(int index) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (tokens.get(middle).start() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
