package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Cuts a document into the sections that its headings open.
final class Sections {
    private Sections() {}

    static List<Section> of(TextDocument document, List<Heading> headings) {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int last = lastLine(document, headings, i);
            int bodyStart = heading.span().endLine();
            var body = new StringBuilder();
            for (TextDocument.Line line : document.lines().subList(bodyStart, last)) {
                body.append(line.text()).append(line.end());
            }
            sections.add(
                    new Section(
                            heading.words(),
                            heading.level(),
                            body.toString(),
                            new SourceSpan(
                                    heading.span().line(),
                                    1,
                                    last,
                                    document.line(last).length() + 1)));
        }
        return sections;
    }

    private static int lastLine(TextDocument document, List<Heading> headings, int index) {
        for (Heading next : headings.subList(index + 1, headings.size())) {
            if (next.level() <= headings.get(index).level()) {
                return next.span().line() - 1;
            }
        }
        return document.lines().size();
    }
}
