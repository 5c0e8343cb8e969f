package kiro.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// Gathers the acceptance criteria of a spec from its lists, and names those that have no id.
final class CriterionList {
    private static final String COUNTED = "AC-";

    /// `1.2 words`, whatever the words begin with.
    private static final Pattern NUMBER =
            Pattern.compile("(?<id>\\d{1,3}(?:\\.\\d{1,3})+)[.):]?\\s+(?=\\S)");

    private final TextDocument document;
    private final ItemWords words;
    private final Numbering numbering;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /// Which items below a requirement's heading are named by their place.
    enum Numbering {
        /// Those of numbered lists.
        NUMBERED_ITEMS,
        /// All: this is how a folder's `requirements.md` is cited.
        EVERY_ITEM
    }

    /// Item 2 of requirement 3 is 3.2.
    private record Place(String requirement, int number) {
        Optional<CriterionId> id(int number) {
            return CriterionId.parse(requirement + "." + number);
        }
    }

    private record Found(
            Optional<CriterionId> id,
            Optional<Place> place,
            String text,
            SourceSpan span,
            Optional<Checkbox> box) {}

    CriterionList(TextDocument document, ItemWords words, Numbering numbering) {
        this.document = document;
        this.words = words;
        this.numbering = numbering;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// @param requirement the number of the requirement that the list belongs to
    void add(ListBlock list, Optional<String> requirement) {
        boolean isNumbered = list instanceof OrderedList;
        Optional<String> placing =
                requirement.filter(any -> isNumbered || numbering == Numbering.EVERY_ITEM);
        int number =
                list instanceof OrderedList ordered
                        ? Optional.ofNullable(ordered.getMarkerStartNumber()).orElse(1)
                        : lastNumbers.getOrDefault(requirement.orElse(""), 0) + 1;
        for (Node child : MarkdownTree.children(list)) {
            addItem((ListItem) child, place(placing, number));
            number++;
        }
    }

    private Optional<Place> place(Optional<String> requirement, int number) {
        requirement.ifPresent(of -> lastNumbers.put(of, number));
        return requirement.map(of -> new Place(of, number));
    }

    /// A line of a paragraph that is meant as an item.
    ///
    /// @param number as it is written, where it has no dot
    void addLine(
            Optional<CriterionId> id,
            Optional<String> requirement,
            int number,
            Commented words,
            SourceSpan span) {
        found.add(
                new Found(
                        id.or(() -> inComments(words)),
                        id.isPresent() ? Optional.empty() : place(requirement, number),
                        ItemWords.oneLine(words.text()),
                        span,
                        Optional.empty()));
    }

    /// More words of the last one.
    void goOn(Commented more, SourceSpan span) {
        Found last = found.removeLast();
        found.add(
                new Found(
                        last.id().or(() -> inComments(more)),
                        last.place(),
                        last.text() + more.text(),
                        new SourceSpan(
                                last.span().line(),
                                last.span().column(),
                                span.endLine(),
                                span.endColumn()),
                        last.box()));
    }

    private void addItem(ListItem item, Optional<Place> place) {
        SourceSpan span = MarkdownTree.span(item);
        Optional<Checkbox> box = Checkbox.of(document, span);
        Commented commented = words.of(item);
        CriterionLabel label = label(Checkbox.unboxed(commented.text()));
        List<ListItem> below = boxedItemsBelow(item);
        boolean isGroupTitle = box.isEmpty() && label.id().isEmpty() && !below.isEmpty();
        if (!isGroupTitle) {
            found.add(
                    new Found(
                            label.id().or(() -> inComments(commented)),
                            place,
                            label.words().strip(),
                            span,
                            box));
        }
        below.forEach(boxed -> addItem(boxed, Optional.empty()));
    }

    private CriterionLabel label(String text) {
        if (numbering == Numbering.EVERY_ITEM) {
            Matcher number = NUMBER.matcher(text);
            if (number.lookingAt()) {
                return new CriterionLabel(
                        CriterionId.parse(number.group("id")), text.substring(number.end()));
            }
        }
        return CriterionLabel.of(text);
    }

    private static Optional<CriterionId> inComments(Commented words) {
        return CriterionLabel.inComments(words.comments()).flatMap(CriterionId::parse);
    }

    /// Items with a box of their own are criteria, however deep they stand.
    private List<ListItem> boxedItemsBelow(Node block) {
        var boxed = new ArrayList<ListItem>();
        for (Node child : MarkdownTree.children(block)) {
            if (child instanceof ListItem item && words.hasBox(item)) {
                boxed.add(item);
            } else if (child instanceof ListBlock || child instanceof ListItem) {
                boxed.addAll(boxedItemsBelow(child));
            }
        }
        return boxed;
    }

    /// The criteria in the order of the file. What a person wrote as an id stands; a number by place yields to it, and
    /// to one that came before.
    List<AcceptanceCriterion> all() {
        Set<String> taken = new HashSet<>();
        found.forEach(each -> each.id().ifPresent(id -> taken.add(id.key())));
        IdLedger ledger = IdLedger.of(document);
        ledger.retired().forEach(id -> taken.add(id.key()));
        var criteria = new ArrayList<AcceptanceCriterion>();
        int[] count = {ledger.last().orElse(0)};
        for (Found each : found) {
            CriterionId id =
                    each.id()
                            .or(() -> each.place().flatMap(place -> free(place, taken)))
                            .orElseGet(() -> counted(count, taken));
            criteria.add(
                    new AcceptanceCriterion(
                            id,
                            each.text(),
                            each.span(),
                            each.box().map(Checkbox::isTicked).orElse(false),
                            each.box().isPresent(),
                            each.id().isPresent() || each.place().isPresent()));
        }
        return criteria;
    }

    private Optional<CriterionId> free(Place place, Set<String> taken) {
        int number = place.number();
        Optional<CriterionId> id = place.id(number);
        if (id.filter(first -> !taken.add(first.key())).isEmpty()) {
            return id;
        }
        number = lastNumbers.getOrDefault(place.requirement(), number);
        do {
            number++;
            id = place.id(number);
        } while (id.filter(next -> !taken.add(next.key())).isPresent());
        lastNumbers.put(place.requirement(), number);
        return id;
    }

    private static CriterionId counted(int[] count, Set<String> taken) {
        CriterionId id;
        do {
            count[0]++;
            id = new CriterionId(COUNTED + count[0]);
        } while (taken.contains(id.key()));
        return id;
    }
}
