package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Adds to each word the parts that it is put together from: `maxTokens`, `max_tokens` and `HTTPServer` have two.
final class IdentifierFilter extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();

    IdentifierFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            word.setEmpty().append(parts.removeFirst());
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        split();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }

    private void split() {
        int from = 0;
        for (int at = 0; at <= word.length(); at++) {
            boolean isSeam = at == word.length() || !Character.isLetterOrDigit(word.charAt(at));
            if (isSeam || (at > from && isBoundary(at))) {
                if (at > from && at - from < word.length()) {
                    parts.addLast(word.subSequence(from, at).toString());
                }
                from = isSeam ? at + 1 : at;
            }
        }
    }

    /// Between a small letter and a capital, before the last of several capitals, and between letters and digits.
    private boolean isBoundary(int at) {
        char before = word.charAt(at - 1);
        char here = word.charAt(at);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        boolean isCapital = Character.isUpperCase(here);
        boolean isFollowed = at + 1 < word.length() && Character.isLowerCase(word.charAt(at + 1));
        return isCapital
                && (Character.isLowerCase(before) || (Character.isUpperCase(before) && isFollowed));
    }
}
