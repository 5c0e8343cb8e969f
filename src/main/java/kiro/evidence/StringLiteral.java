package kiro.evidence;

/// The content of a string as the source writes it: without prefix and quotes, its common escapes
/// resolved.
final class StringLiteral {
    private StringLiteral() {}

    static String content(Token token) {
        String text = token.text();
        int from = 0;
        while (from < text.length() && "\"'`".indexOf(text.charAt(from)) < 0) {
            from++;
        }
        if (from == text.length()) {
            return text;
        }
        String quote = text.substring(from, from + 1);
        String open = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
        int start = from + open.length();
        int end = text.length() - open.length();
        boolean isClosed = end >= start && text.endsWith(open);
        return unescaped(
                text.substring(Math.min(start, text.length()), isClosed ? end : text.length()));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var content = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                content.append(c);
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'n' -> content.append('\n');
                case 't' -> content.append('\t');
                case 'r' -> content.append('\r');
                case '\n' -> {}
                default -> content.append(text.charAt(i));
            }
        }
        return content.toString();
    }
}
