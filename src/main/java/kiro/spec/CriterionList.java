package kiro.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// Gathers the acceptance criteria of a spec from its lists, and names those that have no id.
final class CriterionList {
    private static final String COUNTED = "AC-";

    private final TextDocument document;
    private final ItemWords words;
    private final List<Found> found = new ArrayList<>();

    private record Found(
            Optional<CriterionId> id, String text, SourceSpan span, Optional<Checkbox> box) {}

    CriterionList(TextDocument document, ItemWords words) {
        this.document = document;
        this.words = words;
    }

    /// @param requirement the number of the requirement that the list belongs to: item 2 of requirement 3 is 3.2
    void add(ListBlock list, Optional<String> requirement) {
        int number = 0;
        for (Node child : MarkdownTree.children(list)) {
            number++;
            Optional<CriterionId> byPlace =
                    list instanceof OrderedList && requirement.isPresent()
                            ? CriterionId.parse(requirement.get() + "." + number)
                            : Optional.empty();
            addItem((ListItem) child, byPlace);
        }
    }

    private void addItem(ListItem item, Optional<CriterionId> byPlace) {
        SourceSpan span = MarkdownTree.span(item);
        Optional<Checkbox> box = Checkbox.of(document, span);
        Commented commented = words.of(item);
        CriterionLabel label = CriterionLabel.of(Checkbox.unboxed(commented.text()));
        List<ListItem> below = boxedItemsBelow(item);
        boolean isGroupTitle = box.isEmpty() && label.id().isEmpty() && !below.isEmpty();
        if (!isGroupTitle) {
            Optional<CriterionId> id =
                    label.id()
                            .or(() ->
                                    CriterionLabel.inComments(commented.comments())
                                            .flatMap(CriterionId::parse))
                            .or(() -> byPlace);
            found.add(new Found(id, label.words().strip(), span, box));
        }
        below.forEach(boxed -> addItem(boxed, Optional.empty()));
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

    /// The criteria in the order of the file.
    List<AcceptanceCriterion> all() {
        Set<String> taken = new HashSet<>();
        found.forEach(each -> each.id().ifPresent(id -> taken.add(id.key())));
        var criteria = new ArrayList<AcceptanceCriterion>();
        int count = 0;
        for (Found each : found) {
            CriterionId id;
            if (each.id().isPresent()) {
                id = each.id().get();
            } else {
                do {
                    count++;
                    id = new CriterionId(COUNTED + count);
                } while (taken.contains(id.key()));
            }
            criteria.add(
                    new AcceptanceCriterion(
                            id,
                            each.text(),
                            each.span(),
                            each.box().map(Checkbox::isTicked).orElse(false),
                            each.box().isPresent(),
                            each.id().isPresent()));
        }
        return criteria;
    }
}
