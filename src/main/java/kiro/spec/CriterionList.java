package kiro.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /// What the ids of a list's criteria begin with.
    ///
    /// @param number of the nearest heading above the list, such as `7.3`
    /// @param whole that of the requirement which the heading is a part of, such as `7`; else `number`
    record Owner(String number, String whole) {
        static Owner of(String number) {
            return new Owner(number, number);
        }
    }

    /// Item 2 of requirement 3 is 3.2.
    private record Place(Owner owner, int number) {
        Optional<CriterionId> id(int number) {
            return CriterionId.parse(owner.number() + "." + number);
        }

        Place inWhole() {
            return new Place(Owner.of(owner.whole()), number);
        }
    }

    private record Found(
            Optional<CriterionId> id,
            Optional<Place> place,
            String text,
            SourceSpan span,
            Optional<Checkbox> box) {
        boolean isWithin(String whole) {
            return place.filter(here -> here.owner().whole().equals(whole)).isPresent();
        }

        Found inWhole() {
            return new Found(id, place.map(Place::inWhole), text, span, box);
        }
    }

    CriterionList(TextDocument document, ItemWords words, Numbering numbering) {
        this.document = document;
        this.words = words;
        this.numbering = numbering;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// @param requirement the one that the list belongs to
    void add(ListBlock list, Optional<Owner> requirement) {
        boolean isNumbered = list instanceof OrderedList;
        Optional<Owner> placing =
                isNumbered || numbering == Numbering.EVERY_ITEM ? requirement : Optional.empty();
        int number =
                list instanceof OrderedList ordered
                        ? Optional.ofNullable(ordered.getMarkerStartNumber()).orElse(1)
                        : lastNumbers.getOrDefault(
                                        requirement.isPresent() ? requirement.get().number() : "",
                                        0)
                                + 1;
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            addItem((ListItem) child, place(placing, number));
            number++;
        }
    }

    private Optional<Place> place(Optional<Owner> requirement, int number) {
        if (requirement.isEmpty()) {
            return Optional.empty();
        }
        lastNumbers.put(requirement.get().number(), number);
        return Optional.of(new Place(requirement.get(), number));
    }

    /// A line of a paragraph that is meant as an item.
    ///
    /// @param number as it is written, where it has no dot
    void addLine(
            Optional<CriterionId> id,
            Optional<Owner> requirement,
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
                            label.id().isPresent() ? label.id() : inComments(commented),
                            place,
                            label.words().strip(),
                            span,
                            box));
        }
        for (ListItem boxed : below) {
            addItem(boxed, Optional.empty());
        }
    }

    private CriterionLabel label(String text) {
        boolean isPerhaps = !text.isEmpty() && Character.isDigit(text.charAt(0));
        if (numbering == Numbering.EVERY_ITEM && isPerhaps) {
            Matcher number = NUMBER.matcher(text);
            if (number.lookingAt()) {
                return new CriterionLabel(
                        CriterionId.parse(number.group("id")), text.substring(number.end()));
            }
        }
        return CriterionLabel.of(text);
    }

    private static Optional<CriterionId> inComments(Commented words) {
        return words.comments().isEmpty()
                ? Optional.empty()
                : CriterionLabel.inComments(words.comments()).flatMap(CriterionId::parse);
    }

    /// Items with a box of their own are criteria, however deep they stand.
    private List<ListItem> boxedItemsBelow(Node block) {
        List<ListItem> boxed = List.of();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            List<ListItem> more = List.of();
            if (child instanceof ListItem item && words.hasBox(item)) {
                more = List.of(item);
            } else if (child instanceof ListBlock || child instanceof ListItem) {
                more = boxedItemsBelow(child);
            }
            if (!more.isEmpty()) {
                boxed = boxed.isEmpty() ? new ArrayList<>() : boxed;
                boxed.addAll(more);
            }
        }
        return boxed;
    }

    /// The criteria in the order of the file. What a person wrote as an id stands; a number by place yields to it, and
    /// to one that came before.
    List<AcceptanceCriterion> all() {
        joinContinued();
        Set<String> taken = new HashSet<>();
        for (Found each : found) {
            if (each.id().isPresent()) {
                taken.add(each.id().get().key());
            }
        }
        IdLedger ledger = IdLedger.of(document);
        ledger.retired().forEach(id -> taken.add(id.key()));
        var criteria = new ArrayList<AcceptanceCriterion>();
        int[] count = {ledger.last().orElse(0)};
        for (Found each : found) {
            criteria.add(
                    new AcceptanceCriterion(
                            id(each, count, taken),
                            each.text(),
                            each.span(),
                            each.box().isPresent() && each.box().get().isTicked(),
                            each.box().isPresent(),
                            each.id().isPresent() || each.place().isPresent()));
        }
        return criteria;
    }

    private CriterionId id(Found each, int[] count, Set<String> taken) {
        if (each.id().isPresent()) {
            return each.id().get();
        }
        Optional<CriterionId> free =
                each.place().isPresent() ? free(each.place().get(), taken) : Optional.empty();
        return free.isPresent() ? free.get() : counted(count, taken);
    }

    /// Where the parts of a requirement number their items on, below 7.2 from 1 to 3 and below 7.3 from 4, the items are
    /// those of the requirement: 7.4 is the fourth, whichever part it stands in.
    private void joinContinued() {
        Map<String, List<Place>> wholes = new LinkedHashMap<>();
        for (Found each : found) {
            if (each.place().isPresent()) {
                Place place = each.place().get();
                wholes.computeIfAbsent(place.owner().whole(), _ -> new ArrayList<>(4)).add(place);
            }
        }
        for (Map.Entry<String, List<Place>> each : wholes.entrySet()) {
            if (isContinued(each.getValue())) {
                String whole = each.getKey();
                found.replaceAll(one -> one.isWithin(whole) ? one.inWhole() : one);
                lastNumbers.put(whole, each.getValue().size());
            }
        }
    }

    private static boolean isContinued(List<Place> places) {
        boolean hasParts = false;
        Owner first = places.getFirst().owner();
        for (Place place : places) {
            hasParts |= !place.owner().equals(first);
        }
        for (int i = 0; hasParts && i < places.size(); i++) {
            if (places.get(i).number() != i + 1) {
                return false;
            }
        }
        return hasParts;
    }

    private Optional<CriterionId> free(Place place, Set<String> taken) {
        int number = place.number();
        Optional<CriterionId> id = place.id(number);
        if (id.isEmpty() || taken.add(id.get().key())) {
            return id;
        }
        number = lastNumbers.getOrDefault(place.owner().number(), number);
        do {
            number++;
            id = place.id(number);
        } while (id.filter(next -> !taken.add(next.key())).isPresent());
        lastNumbers.put(place.owner().number(), number);
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
