package kiro.spec.rule;

import java.util.Optional;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// The rule that the front matter of a spec can be read: what cannot is passed over, and what it says holds nowhere.
final class FrontMatterRules {
    private FrontMatterRules() {}

    static void check(Checked checked) {
        TextDocument document = checked.spec().document();
        Optional<FrontMatter> head = FrontMatter.of(document);
        if (head.isPresent()) {
            whole(checked.report(), head.get());
        } else if (isOpened(document)) {
            checked.report()
                    .add(
                            Rule.BROKEN_FRONT_MATTER,
                            SourceSpan.ofLine(1, document.line(1).length()),
                            "the front matter is never closed, so nothing in it is read",
                            "close it with a line '---'");
        }
    }

    private static void whole(Report report, FrontMatter head) {
        if (FlatYaml.read(head.yaml(), 1) instanceof FlatYaml.Reading.Broken broken) {
            report.add(
                    Rule.BROKEN_FRONT_MATTER,
                    broken.span(),
                    "the front matter is not YAML: " + broken.problem(),
                    "write lines 'key: value' there, with what has a colon or a bracket between quotation marks");
        }
    }

    /// A line of dashes at the head of a file may be a rule across the page; before `key: value` it is a mark.
    private static boolean isOpened(TextDocument document) {
        return document.lines().size() > 1
                && document.line(1).stripTrailing().equals("---")
                && document.line(2).matches("[A-Za-z][\\w-]*:(?:\\s.*)?");
    }
}
