package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.spec.Spec;
import kiro.text.FrontMatter;
import kiro.text.TextDocument;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Cuts a spec into its parts. The items that are acceptance criteria are left out: the spec has them.
final class SpecParts {
    private static final Parser MARKDOWN =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(40)
                    .inlineParserFactory(context -> (lines, node) -> {})
                    .build();

    private final TextDocument document;
    private final Set<Integer> criterionLines;
    private final Outline outline = new Outline();
    private final List<Part> parts = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    private String heading = "";
    private int headingLine = 1;

    private SpecParts(Spec spec) {
        this.document = spec.document();
        this.criterionLines =
                spec.criteria().stream()
                        .map(criterion -> criterion.span().line())
                        .collect(Collectors.toSet());
    }

    static List<Part> of(Spec spec) {
        var reader = new SpecParts(spec);
        Node root = MARKDOWN.parse(reader.withoutFrontMatter());
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading title) {
                reader.close();
                reader.open(title);
            } else {
                reader.blocks.addAll(reader.read(node));
            }
        }
        reader.close();
        return List.copyOf(reader.parts);
    }

    private String withoutFrontMatter() {
        int last = FrontMatter.of(document).map(FrontMatter::lastLine).orElse(0);
        var text = new StringBuilder();
        for (int i = 0; i < document.lines().size(); i++) {
            text.append(i < last ? "" : document.lines().get(i).text()).append('\n');
        }
        return text.toString();
    }

    private void open(Heading node) {
        String line = text(node.getSourceSpans().getFirst()).text().strip();
        heading = line.replaceAll("^#{1,6}\\s*|\\s*#{0,6}$", "");
        headingLine = node.getSourceSpans().getFirst().getLineIndex() + 1;
        outline.enter(heading, node.getLevel());
    }

    private void close() {
        parts.add(new Part(heading, headingLine, outline.kind(), outline.route(), blocks));
        blocks = new ArrayList<>();
    }

    private List<Block> read(Node node) {
        return switch (node) {
            case Paragraph paragraph -> PipeTable.blocks(lines(paragraph));
            case ListBlock list -> items(list);
            case BlockQuote quote -> readAll(quote);
            case FencedCodeBlock code -> code(code, code.getLiteral());
            case IndentedCodeBlock code -> code(code, code.getLiteral());
            default -> List.of();
        };
    }

    private List<Block> readAll(Node parent) {
        var read = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read.addAll(read(node));
        }
        return read;
    }

    private List<Block> items(ListBlock list) {
        var items = new ArrayList<Block>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item && !isCriterion(item)) {
                items.add(item(item));
            }
        }
        return items;
    }

    private boolean isCriterion(ListItem item) {
        return criterionLines.contains(item.getSourceSpans().getFirst().getLineIndex() + 1);
    }

    private Block item(ListItem item) {
        List<Block> inner = readAll(item);
        if (!inner.isEmpty() && inner.getFirst() instanceof Block.Text(SourcedText words)) {
            return new Block.Item(unboxed(words), inner.subList(1, inner.size()));
        }
        int line = item.getSourceSpans().getFirst().getLineIndex() + 1;
        return new Block.Item(SourcedText.of("", line, 1), inner);
    }

    private static SourcedText unboxed(SourcedText words) {
        String text = words.text();
        boolean hasBox =
                text.length() > 3
                        && text.charAt(0) == '['
                        && text.charAt(2) == ']'
                        && " xX-~".indexOf(text.charAt(1)) >= 0;
        return hasBox ? words.part(3, text.length()) : words;
    }

    private List<Block> code(Node node, String literal) {
        SourceSpan first = node.getSourceSpans().getFirst();
        return List.of(
                new Block.Code(
                        SourcedText.of(
                                literal, first.getLineIndex() + 1, first.getColumnIndex() + 1)));
    }

    private List<SourcedText> lines(Node node) {
        return node.getSourceSpans().stream().map(this::text).toList();
    }

    private SourcedText text(SourceSpan span) {
        String line = document.line(span.getLineIndex() + 1);
        int end = Math.min(line.length(), span.getColumnIndex() + span.getLength());
        return SourcedText.of(
                line.substring(span.getColumnIndex(), end),
                span.getLineIndex() + 1,
                span.getColumnIndex() + 1);
    }
}
