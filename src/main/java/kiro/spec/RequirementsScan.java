package kiro.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// One walk over the blocks of a folder's `requirements.md` or `bugfix.md`.
final class RequirementsScan {
    /// `2.1 WHEN ...` and `3. THE ...`, which Markdown takes for plain text.
    private static final Pattern NUMBERED_LINE =
            Pattern.compile(
                    "\\s{0,3}(?:[*_]{2})?(?:(?<id>\\d{1,3}(?:\\.\\d{1,3})+)[.):]?|(?<number>\\d{1,3})[.)])(?:[*_]{2})?:?\\s+(?<words>\\S.*)");

    private static final int LONGEST_INTRODUCTION = 80;
    private static final Pattern DEMAND =
            Pattern.compile("\\b(?:SHALL|MUST)\\b|\\bWHEN\\b.*\\bTHEN\\b");
    private static final Pattern STORY_LABEL =
            Pattern.compile("[*_]{2}[^*_]{2,40}?(?:[:：]\\s*[*_]{2}|[*_]{2}\\s*[:：])\\s*");

    private final TextDocument document;
    private final MarkdownTree tree;
    private final ItemWords words;
    private final CriterionList criteria;
    private final RequirementOutline outline = new RequirementOutline();
    private final List<Heading> headings = new ArrayList<>();
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();

    /// The last line of an item that was read off a paragraph; 0 where no such item came last.
    private int endOfItem;

    /// Lists that are taken for criteria when there are no others.
    private final List<ListBlock> unsaid = new ArrayList<>();

    private RequirementsScan(TextDocument document) {
        this.document = document;
        this.tree = MarkdownTree.of(document);
        this.words = new ItemWords(tree);
        this.criteria = new CriterionList(document, words, CriterionList.Numbering.EVERY_ITEM);
    }

    /// What the document says.
    record Result(
            Optional<String> heading,
            List<Section> sections,
            List<Requirement> requirements,
            List<AcceptanceCriterion> criteria) {}

    static Result of(TextDocument document) {
        var scan = new RequirementsScan(document);
        scan.tree.blocks().forEach(scan::take);
        if (scan.criteria.isEmpty()) {
            scan.unsaid.forEach(list -> scan.criteria.add(list, Optional.empty()));
        }
        return new Result(
                scan.headings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(scan.headings.getFirst().words()),
                Sections.of(document, scan.headings),
                List.copyOf(scan.requirements.values()),
                scan.criteria.all());
    }

    private void take(Node block) {
        int end = endOfItem;
        endOfItem = 0;
        switch (block) {
            case BulletList details when isBelow(details, end) ->
                    criteria.goOn(words.ofAll(details), MarkdownTree.span(details));
            case org.commonmark.node.Heading heading -> takeHeading(heading);
            case ListBlock list -> takeList(list);
            case Paragraph paragraph -> takeParagraph(paragraph);
            default -> {}
        }
    }

    /// An indented list right behind an item that Markdown takes for plain text belongs to that item.
    private boolean isBelow(BulletList list, int item) {
        int line = MarkdownTree.span(list).line();
        return item > 0 && line == item + 1 && VisibleLines.indent(document.line(line)) > 0;
    }

    private void takeHeading(org.commonmark.node.Heading heading) {
        var taken = HeadingWords.of(tree, heading);
        headings.add(taken);
        outline.enter(taken);
        Optional<HeadingNumber> number = outline.entered();
        if (number.isPresent()) {
            require(number.get(), number.get().title(), taken.span());
        }
    }

    private void require(HeadingNumber number, String text, SourceSpan span) {
        requirements.put(
                number.value(), new Requirement(text, span, CriterionId.parse(number.value())));
    }

    private void takeList(ListBlock list) {
        Optional<CriterionList.Owner> number = outline.owner();
        switch (outline.role()) {
            case CRITERION -> criteria.add(list, number);
            case DEFECT -> {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    addDefect(words.of((ListItem) item).text(), MarkdownTree.span(item));
                }
            }
            case UNSAID -> {
                if (number.isPresent() && demands(list)) {
                    criteria.add(list, number);
                } else if (outline.isInRequirements() || demands(list)) {
                    unsaid.add(list);
                }
            }
            case REMARK -> {}
        }
    }

    private boolean demands(ListBlock list) {
        return MarkdownTree.children(list).stream()
                .anyMatch(item -> DEMAND.matcher(words.of((ListItem) item).text()).find());
    }

    private void addDefect(String text, SourceSpan span) {
        Matcher line = NUMBERED_LINE.matcher(text);
        Optional<CriterionId> id =
                line.matches() && line.group("id") != null
                        ? CriterionId.parse(line.group("id"))
                        : Optional.empty();
        String said = line.matches() ? line.group("words") : text;
        String key = id.map(CriterionId::value).orElse("line " + span.line());
        requirements.putIfAbsent(key, new Requirement(said, span, id));
    }

    private void takeParagraph(Paragraph paragraph) {
        var lines = paragraph.getSourceSpans();
        List<String> texts = tree.lines(paragraph);
        var open = new NumberedText();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int number = lines.get(i).getLineIndex() + 1;
            Optional<Matcher> numbered = numbered(text);
            if (numbered.isPresent()) {
                finish(open);
                open = new NumberedText(numbered.get(), number);
            } else if (open.isOpen()) {
                open.goOn(text, number);
            } else if (isIntroduction(text)) {
                outline.introduceCriteria();
            }
        }
        finish(open);
        if (!open.isOpen()
                && outline.isAtNumber()
                && outline.role() == RequirementOutline.Role.UNSAID) {
            takeStory(outline.number().orElseThrow(), texts, paragraph);
        }
    }

    /// The first paragraph below a requirement's heading says what is wanted.
    private void takeStory(HeadingNumber number, List<String> texts, Paragraph paragraph) {
        Requirement known = requirements.get(number.value());
        boolean isFirst = known != null && known.text().equals(number.title());
        if (isFirst) {
            String text = ItemWords.oneLine(Commented.of(String.join("\n", texts)).text());
            require(number, withoutLabel(text), MarkdownTree.span(paragraph));
        }
    }

    private static String withoutLabel(String text) {
        // as most are written
        if (text.startsWith("**User Story:** ")) {
            return text.substring(16).stripLeading();
        }
        return text.indexOf('*') < 0 && text.indexOf('_') < 0
                ? text
                : STORY_LABEL.matcher(text).replaceFirst("");
    }

    private static Optional<Matcher> numbered(String line) {
        if (!isPerhapsNumbered(line)) {
            return Optional.empty();
        }
        Matcher numbered = NUMBERED_LINE.matcher(line);
        return numbered.matches() ? Optional.of(numbered) : Optional.empty();
    }

    private static boolean isPerhapsNumbered(String line) {
        int first = VisibleLines.indent(line);
        int digit = isMark(line, first) && isMark(line, first + 1) ? first + 2 : first;
        return digit < line.length() && Character.isDigit(line.charAt(digit));
    }

    private static boolean isMark(String line, int at) {
        return at < line.length() && (line.charAt(at) == '*' || line.charAt(at) == '_');
    }

    private static boolean isIntroduction(String line) {
        if (line.length() > LONGEST_INTRODUCTION) {
            return false;
        }
        String stripped = line.strip();
        boolean isMarked = isMark(stripped, 0);
        String words = unmarked(stripped);
        return words.length() <= 60
                && (isMarked || words.endsWith(":") || words.endsWith("："))
                && SectionWords.isCriteria(words.replaceAll("[:：]\\s*[*_]*$", ""));
    }

    /// Without up to three marks at each end.
    private static String unmarked(String words) {
        int from = 0;
        while (from < 3 && isMark(words, from)) {
            from++;
        }
        int to = words.length();
        while (to > from && words.length() - to < 3 && isMark(words, to - 1)) {
            to--;
        }
        return words.substring(from, to).strip();
    }

    private void finish(NumberedText text) {
        if (!text.isOpen()) {
            return;
        }
        String said = ItemWords.oneLine(Commented.of(text.words()).text());
        SourceSpan span = text.span(document);
        RequirementOutline.Role role = outline.role();
        boolean isDemand = role == RequirementOutline.Role.UNSAID && DEMAND.matcher(said).find();
        if (role == RequirementOutline.Role.DEFECT) {
            addDefect(text.id().map(id -> id + " " + said).orElse(said), span);
        } else if (role == RequirementOutline.Role.CRITERION || isDemand) {
            criteria.addLine(
                    text.id(), outline.owner(), text.number(), Commented.of(text.words()), span);
            endOfItem = span.endLine();
        }
    }
}
