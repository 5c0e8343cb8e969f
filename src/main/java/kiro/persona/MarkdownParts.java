package kiro.persona;

import java.util.Optional;
import kiro.text.FrontMatter;
import kiro.text.TextDocument;

/// A Markdown file as its front matter and the text below it.
///
/// @param head empty where there is none
record MarkdownParts(Optional<FrontMatter> head, String body) {

    static MarkdownParts of(TextDocument document) {
        Optional<FrontMatter> head = FrontMatter.of(document);
        var body = new StringBuilder();
        int last = head.map(FrontMatter::lastLine).orElse(0);
        for (TextDocument.Line line : document.lines().subList(last, document.lines().size())) {
            body.append(line.text()).append(line.end());
        }
        return new MarkdownParts(head, body.toString().strip());
    }

    /// Whether it looks as if front matter was begun and never closed.
    static boolean isOpen(TextDocument document) {
        return FrontMatter.of(document).isEmpty()
                && document.lines().size() > 1
                && document.line(1).stripTrailing().equals("---")
                && document.line(2).matches("[A-Za-z]+:.*");
    }
}
