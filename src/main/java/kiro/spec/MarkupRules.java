package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/// Rules about marks that are not closed or not quite right, because of which Markdown reads the rest of the file,
/// or a criterion, as something else.
final class MarkupRules {
    private static final Pattern ODD_BOX =
            Pattern.compile(
                    "\\s*(?:[-*+]|\\d+[.)])\\s+(?<box>\\[\\]|\\[ {2,}\\]|\\[ +[xX] *\\]|\\[[xX] +\\])(?:\\s.*|$)");

    /// The text of a list's item begins behind its mark: a mark within the text is none.
    private static final Pattern LOST_BOX =
            Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\[[ xX]\\]\\s");

    private MarkupRules() {}

    static List<Finding> check(Spec spec, Prose prose, MarkdownTree tree) {
        var findings = new ArrayList<Finding>();
        tree.blocks().forEach(block -> unclosed(spec, block, findings));
        for (Prose.Line line : prose.lines()) {
            String whole = spec.document().line(line.number());
            if (whole.indexOf('[') < 0) {
                continue;
            }
            if (LOST_BOX.matcher(line.text()).lookingAt()) {
                findings.add(lost(spec, line));
            }
            var odd = ODD_BOX.matcher(whole);
            if (odd.matches()) {
                findings.add(
                        Finding.warning(
                                "spec/odd-checkbox",
                                spec.path().value(),
                                new SourceSpan(
                                        line.number(),
                                        odd.start("box") + 1,
                                        line.number(),
                                        odd.end("box") + 1),
                                "'%s' is not a checkbox".formatted(odd.group("box")),
                                "write '[ ]' or '[x]'"));
            }
        }
        return findings;
    }

    private static Finding lost(Spec spec, Prose.Line line) {
        int start = line.text().indexOf('[');
        return Finding.warning(
                "spec/odd-checkbox",
                spec.path().value(),
                new SourceSpan(line.number(), start + 1, line.number(), start + 4),
                "this checkbox is read as part of the text above it",
                "put an empty line before it, or nest it less deeply: 20 levels are read");
    }

    private static void unclosed(Spec spec, Node block, List<Finding> findings) {
        if (block instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
            findings.add(
                    warning(
                            spec,
                            block,
                            "spec/unclosed-fence",
                            "the code fence is never closed, so all that follows is code",
                            "close it with a line of the same marks"));
        } else if (block instanceof HtmlBlock html
                && html.getLiteral().lastIndexOf("<!--") > html.getLiteral().lastIndexOf("-->")) {
            findings.add(
                    warning(
                            spec,
                            block,
                            "spec/unclosed-comment",
                            "the comment is never closed, so all that follows is part of it",
                            "close it with '-->'"));
        } else {
            MarkdownTree.children(block).forEach(child -> unclosed(spec, child, findings));
        }
    }

    private static Finding warning(Spec spec, Node block, String rule, String message, String fix) {
        int line = MarkdownTree.span(block).line();
        return Finding.warning(
                rule,
                spec.path().value(),
                SourceSpan.ofLine(line, spec.document().line(line).length()),
                message,
                fix);
    }
}
