package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// One walk over a spec's blocks, which gathers what the spec says.
final class SpecScan {
    private final MarkdownTree tree;
    private final ItemWords words;
    private final Outline outline = new Outline();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final CriterionList criteria;

    private SpecScan(TextDocument document) {
        this.tree = MarkdownTree.of(document);
        this.words = new ItemWords(tree);
        this.criteria = new CriterionList(document, words, CriterionList.Numbering.NUMBERED_ITEMS);
    }

    static Spec of(SpecName name, WorkspacePath path, TextDocument document) {
        var scan = new SpecScan(document);
        scan.tree.blocks().forEach(scan::take);
        return new Spec(
                name,
                scan.title().orElse(name.value()),
                List.of(
                        new SpecDocument(
                                DocumentKind.SPEC,
                                path,
                                Sections.of(document, scan.headings),
                                document)),
                scan.requirements,
                scan.criteria.all(),
                List.of(),
                List.of());
    }

    private void take(Node block) {
        switch (block) {
            case org.commonmark.node.Heading heading -> takeHeading(heading);
            case ListBlock list -> takeList(list);
            case Paragraph paragraph -> takeParagraph(paragraph);
            default -> {}
        }
    }

    private void takeHeading(org.commonmark.node.Heading heading) {
        var taken = HeadingWords.of(tree, heading);
        headings.add(taken);
        outline.enter(taken);
    }

    private void takeList(ListBlock list) {
        Optional<SectionKind> kind = outline.kind();
        if (kind.equals(Optional.of(SectionKind.ACCEPTANCE_CRITERIA))) {
            criteria.add(list, outline.requirementNumber().map(CriterionList.Owner::of));
        } else if (kind.equals(Optional.of(SectionKind.REQUIREMENTS))) {
            for (Node child : MarkdownTree.children(list)) {
                addRequirement(words.of((ListItem) child).text(), child);
            }
        }
    }

    private void takeParagraph(Paragraph paragraph) {
        if (outline.kind().equals(Optional.of(SectionKind.REQUIREMENTS))
                && !isTable(tree.lines(paragraph))) {
            String raw = String.join("\n", tree.lines(paragraph));
            addRequirement(ItemWords.oneLine(Commented.of(raw).text()), paragraph);
        }
    }

    /// Words that only introduce what follows, such as `Request fields:`, require nothing by themselves.
    private void addRequirement(String text, Node block) {
        String unboxed = Checkbox.unboxed(text);
        if (!unboxed.isEmpty() && !unboxed.endsWith(":")) {
            requirements.add(new Requirement(unboxed, MarkdownTree.span(block)));
        }
    }

    private static boolean isTable(List<String> lines) {
        return lines.getFirst().startsWith("|") || (lines.size() > 1 && isTableRule(lines.get(1)));
    }

    /// The line below a table's headings, such as `--- | :---`.
    private static boolean isTableRule(String line) {
        return line.indexOf('|') >= 0
                && line.indexOf('-') >= 0
                && line.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
    }

    /// The words of the first heading, unless it opens a section that every spec has.
    private Optional<String> title() {
        if (headings.isEmpty()) {
            return Optional.empty();
        }
        String title = headings.getFirst().words();
        return title.isBlank() || SectionKind.of(title).isPresent()
                ? Optional.empty()
                : Optional.of(title);
    }
}
