package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kiro.steering.sentence.Sentence.Place;
import kiro.steering.sentence.Sentence.Surroundings;
import kiro.steering.sentence.Sentence.Title;
import kiro.steering.sentence.SentenceSplitter.Stretch;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Finds the sentences of a Markdown text: those of paragraphs and list items, and the rows of tables. Headings, code,
/// quotes and what only introduces a list are none; they are what stands around a sentence.
final class SentenceReader {
    private static final int DEEPEST = 40;
    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(DEEPEST)
                    .build();
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "^(?:except|exceptions?(?=\\s*(?:[:(-]|are\\b|is\\b|apply\\b|for\\b|to\\b|in\\b|may\\b|can\\b))|exempt|unless|however|but|only in|this does not|these do not|it is|they are)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECKBOX = Pattern.compile("^\\[[ xX]\\]\\s+");

    private final int linesAbove;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Integer> blocks = new ArrayList<>();
    private final List<RuleFence> fences = new ArrayList<>();
    private final List<Title> headings = new ArrayList<>();
    private int block;

    private SentenceReader(int linesAbove) {
        this.linesAbove = linesAbove;
    }

    /// @param linesAbove how many lines of the file stand above the text
    static SteeringText read(String markdown, int linesAbove) {
        var reader = new SentenceReader(linesAbove);
        reader.walk(PARSER.parse(markdown), Place.PROSE, List.of());
        return new SteeringText(reader.withFollowers(), reader.fences);
    }

    private void walk(Node parent, Place place, List<String> leads) {
        String lead = "";
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            switch (block) {
                case Heading heading -> {
                    enter(heading);
                    lead = "";
                }
                case Paragraph paragraph -> lead = paragraph(paragraph, place, leads);
                case ListBlock list -> {
                    boolean isIntroduced = place == Place.ITEM || lead.endsWith(":");
                    items(list, isIntroduced && !lead.isEmpty() ? with(leads, lead) : leads);
                }
                case FencedCodeBlock code -> fence(code);
                case BlockQuote quote -> {}
                case Document document -> walk(document, place, leads);
                default -> {}
            }
        }
    }

    private void enter(Heading heading) {
        while (!headings.isEmpty() && headings.getLast().level() >= heading.getLevel()) {
            headings.removeLast();
        }
        headings.add(
                new Title(heading.getLevel(), oneLine(FlatText.of(heading, linesAbove).text())));
    }

    private void items(ListBlock list, List<String> leads) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                walk(item, Place.ITEM, leads);
            }
        }
    }

    private void fence(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        if (info.toLowerCase(Locale.ROOT).split("\\s+", 2)[0].equals("rule")) {
            var opening = code.getSourceSpans().getFirst();
            fences.add(
                    new RuleFence(
                            opening.getLineIndex() + linesAbove + 2,
                            opening.getColumnIndex(),
                            code.getLiteral()));
        }
    }

    /// @return what it says about the list that may stand below it: its last sentence
    private String paragraph(Paragraph paragraph, Place place, List<String> leads) {
        block++;
        FlatText flat = FlatText.of(paragraph, linesAbove);
        if (Rows.isTable(flat.text())) {
            rows(flat, leads);
            return "";
        }
        String text = flat.text();
        var box = CHECKBOX.matcher(text);
        int from = place == Place.ITEM && box.find() ? box.end() : 0;
        List<Stretch> stretches = SentenceSplitter.split(text.substring(from));
        String last = "";
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            last = oneLine(text.substring(from + stretch.start(), from + stretch.end()));
            boolean isIntroduction =
                    i == stretches.size() - 1
                            && last.endsWith(":")
                            && paragraph.getNext() instanceof ListBlock;
            if (!isIntroduction) {
                add(place, flat, from + stretch.start(), from + stretch.end(), last, leads);
            }
        }
        return last;
    }

    private void rows(FlatText flat, List<String> leads) {
        List<Rows.Row> rows = Rows.of(flat.text());
        for (Rows.Row row : rows.subList(1, rows.size())) {
            block++;
            add(
                    Place.ROW,
                    flat,
                    row.start(),
                    row.end(),
                    row.text(),
                    with(leads, rows.getFirst().text()));
        }
    }

    private void add(
            Place place, FlatText flat, int start, int end, String text, List<String> leads) {
        blocks.add(block);
        sentences.add(
                new Sentence(
                        place,
                        flat.span(start, end),
                        text,
                        new Surroundings(headings, leads, List.of())));
    }

    /// Who reads a sentence reads on: the rest of its block, the items below it, and the next block where that goes on
    /// with the thought.
    private List<Sentence> withFollowers() {
        var all = new ArrayList<Sentence>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            all.add(sentences.get(i).followedBy(followers(i)));
        }
        return all;
    }

    private List<String> followers(int index) {
        Sentence sentence = sentences.get(index);
        var followers = new ArrayList<String>();
        for (int next = index + 1; next < sentences.size(); next++) {
            Sentence other = sentences.get(next);
            boolean isSameBlock = blocks.get(next).equals(blocks.get(index));
            boolean isBelow = other.around().leads().contains(sentence.text());
            String begin =
                    other.around().leads().stream()
                            .filter(lead -> !sentence.around().leads().contains(lead))
                            .filter(lead -> !lead.equals(sentence.text()))
                            .findFirst()
                            .orElse(other.text());
            if (isSameBlock || isBelow || (next == index + 1 && GOES_ON.matcher(begin).find())) {
                followers.add(begin);
            } else {
                break;
            }
        }
        return followers;
    }

    private static List<String> with(List<String> some, String another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
