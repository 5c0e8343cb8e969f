package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Cuts a document into the sections that its headings open.
final class Sections {
    private Sections() {}

    static List<Section> of(TextDocument document, List<Heading> headings) {
        var sections = new ArrayList<Section>(headings.size());
        String text = document.text();
        int[] starts = starts(document);
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int last = lastLine(document, headings, i);
            sections.add(
                    new Section(
                            heading.words(),
                            heading.level(),
                            text,
                            starts[heading.span().endLine()],
                            starts[last],
                            new SourceSpan(
                                    heading.span().line(),
                                    1,
                                    last,
                                    document.line(last).length() + 1)));
        }
        return sections;
    }

    /// Where each line begins in the text, and at the end where the text ends.
    private static int[] starts(TextDocument document) {
        int[] starts = new int[document.length() + 1];
        int number = 0;
        for (TextDocument.Line line : document.lines()) {
            starts[number + 1] = starts[number] + line.text().length() + line.end().length();
            number++;
        }
        return starts;
    }

    private static int lastLine(TextDocument document, List<Heading> headings, int index) {
        int level = headings.get(index).level();
        for (int next = index + 1; next < headings.size(); next++) {
            if (headings.get(next).level() <= level) {
                return headings.get(next).span().line() - 1;
            }
        }
        return document.length();
    }
}
