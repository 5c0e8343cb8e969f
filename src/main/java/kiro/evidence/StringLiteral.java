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
        int hashes = text.length() - text.replaceFirst("#+$", "").length();
        String body = text.substring(0, text.length() - (from > 1 ? hashes : 0));
        int end = body.length() - open.length();
        boolean isClosed = end >= start && body.endsWith(open);
        return unescaped(
                text.substring(Math.min(start, text.length()), isClosed ? end : text.length()));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var content = new StringBuilder();
        boolean isEscaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped) {
                appendEscaped(c, content);
                isEscaped = false;
            } else if (c == '\\') {
                isEscaped = true;
            } else {
                content.append(c);
            }
        }
        return content.toString();
    }

    private static void appendEscaped(char c, StringBuilder content) {
        switch (c) {
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'r' -> content.append('\r');
            case '\n' -> {}
            default -> content.append(c);
        }
    }
}
