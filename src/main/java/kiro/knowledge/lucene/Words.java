package kiro.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text as they are indexed and asked for: an identifier counts as a whole and by its parts, an English word by its
/// stem.
final class Words extends Analyzer {
    private static final int LONGEST = 120;
    private static final CharArraySet COMMON =
            CharArraySet.unmodifiableSet(
                    StopFilter.makeStopSet(
                            "a", "an", "and", "are", "as", "at", "be", "but", "by", "do", "does",
                            "for", "from", "has", "have", "how", "i", "if", "in", "into", "is",
                            "it", "its", "no", "not", "of", "on", "or", "so", "such", "that", "the",
                            "their", "then", "there", "these", "they", "this", "to", "was", "we",
                            "were", "what", "when", "where", "which", "who", "why", "will", "with",
                            "you"));

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        tokens.setMaxTokenLength(LONGEST);
        TokenStream words = new IdentifierFilter(tokens);
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, COMMON);
        return new TokenStreamComponents(tokens, new PorterStemFilter(words));
    }

    /// The words of a question, each once.
    Set<String> of(String text) {
        var found = new LinkedHashSet<String>();
        try (TokenStream stream = tokenStream("question", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(word.toString());
            }
            stream.end();
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be read", impossible);
        }
    }
}
