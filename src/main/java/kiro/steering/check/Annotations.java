package kiro.steering.check;

import kiro.code.SyntaxNode;

/// The names of annotations, decorators and attributes.
final class Annotations {
    private Annotations() {}

    /// The last part of its name, without its sign and what it is given.
    static String name(SyntaxNode decorator) {
        String whole = wholeName(decorator);
        return whole.substring(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf(':')) + 1);
    }

    static String wholeName(SyntaxNode decorator) {
        String text = decorator.flatText();
        int start = 0;
        while (start < text.length() && "@#![ ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(end))
                        || text.charAt(end) == '.'
                        || text.charAt(end) == ':')) {
            end++;
        }
        return text.substring(start, end);
    }
}
