package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Writes the tests of lists as such: what they have, in what order, how many at a time.
final class ListCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;
    private final OrderCases orders;

    ListCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.lists = new ListScene(scene, writer);
        this.names = new CaseNames(scene.place());
        this.listing = lists.listing();
        this.orders = new OrderCases(scene, writer);
    }

    private static final List<Class<? extends Expectation>> OF_SEVERAL =
            List.of(
                    Expectation.SortedBy.class,
                    Expectation.SortedByAge.class,
                    Expectation.AtMostElements.class);

    private static final List<Class<? extends Expectation>> OF_PAGES =
            List.of(
                    Expectation.IsPage.class,
                    Expectation.CountsAll.class,
                    Expectation.CountsInHeader.class,
                    Expectation.ResourceList.class,
                    Expectation.Resource.class,
                    Expectation.AtMostElements.class);

    /// Whether it takes more than one resource to see what the criterion says of a list.
    static boolean isOfSeveral(CriterionOutcome outcome) {
        return outcome.expectations().stream()
                .anyMatch(one -> OF_SEVERAL.stream().anyMatch(kind -> kind.isInstance(one)));
    }

    /// Whether a criterion speaks of a header that counts.
    static boolean counts(CriterionOutcome outcome) {
        return outcome.expectations().stream()
                .anyMatch(Expectation.CountsInHeader.class::isInstance);
    }

    /// The header counts all, also where fewer are shown.
    CaseWriting counted(CriterionOutcome outcome) {
        Optional<List<String>> storing = lists.stored(2);
        if (storing.isEmpty() || listing.counted().isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var statements = new ArrayList<>(storing.get());
        statements.add(all());
        String query = listing.paging().map(paging -> "?" + paging.size() + "=1").orElse("");
        return lists.written(
                ListScene.without(outcome, OF_PAGES),
                names.of("counts them all in a header"),
                new Given(statements, ""),
                query,
                counts(outcome.expectations()));
    }

    private static List<Check> counts(List<Expectation> expectations) {
        var checks = new ArrayList<Check>();
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.CountsAll counts) {
                checks.add(new Check.ValueIs(counts.name(), "all.size()"));
            }
            if (expectation instanceof Expectation.CountsInHeader counts) {
                checks.add(
                        new Check.HeaderIs(
                                Constraints.literal(counts.header()),
                                "String.valueOf(all.size())"));
            }
        }
        return checks;
    }

    private String all() {
        return "List<Object> all = %s;"
                .formatted(scene.talk().values(lists.wide(), listing.path(), lists.idName()));
    }

    /// A list that is asked for without parameters: what it has, in what order, how many at most.
    CaseWriting whole(CriterionOutcome outcome) {
        CriterionOutcome rest = ListScene.without(outcome, OF_SEVERAL);
        var writings = new ArrayList<CaseWriting>();
        boolean isMore =
                !rest.expectations().stream().allMatch(Expectation.Status.class::isInstance);
        if (isMore) {
            writings.add(writer.valid(rest, names.valid(rest), scene.valid()));
        }
        CriterionOutcome bare =
                ListScene.without(
                        rest,
                        List.of(
                                Expectation.ResourceList.class,
                                Expectation.Resource.class,
                                Expectation.OnlyOwn.class));
        for (Expectation expectation : outcome.expectations()) {
            if (expectation instanceof Expectation.AtMostElements most) {
                writings.add(most(bare, most.count()));
            } else if (OF_SEVERAL.stream().anyMatch(kind -> kind.isInstance(expectation))) {
                writings.add(
                        orders.isSaid(expectation)
                                ? orders.sorted(bare)
                                : CaseWriter.missing("the spec sorts the list otherwise"));
            }
        }
        return CaseWriting.all(writings);
    }

    /// Of one more than are shown at once, no more are shown.
    private CaseWriting most(CriterionOutcome outcome, int count) {
        Optional<List<String>> statements = lists.stored(count + 1);
        return statements.isEmpty()
                ? CaseWriter.missing("a test cannot have " + (count + 1) + " resources")
                : lists.written(
                        outcome,
                        names.of("answers with " + count + " of them"),
                        new Given(statements.get(), ""),
                        "",
                        List.of(new Check.Count(listing.path(), String.valueOf(count))));
    }

    /// Parts of a list: the same resources in the same order as in the whole.
    CaseWriting query(CriterionOutcome outcome, Condition.WithQuery condition) {
        var query = new LinkedHashMap<String, String>();
        condition
                .parameters()
                .forEach(one -> query.put(one.field(), ListScene.decoded(one.value())));
        if (Refusal.is(outcome)) {
            return new QueryCases(scene, writer).refused(outcome, query);
        }
        if (listing.paging().isEmpty() || !isOfPages(query)) {
            return CaseWriter.missing("what these parameters together select cannot be tested");
        }
        Listing.Paging paging = listing.paging().get();
        int size = number(query.getOrDefault(paging.size(), ""), paging.standard());
        int at =
                paging.at()
                        .map(one -> number(query.getOrDefault(one, ""), paging.first()))
                        .orElse(paging.first());
        int from = paging.isOffset() ? at : (at - paging.first()) * size;
        return outcome.expectations().stream().anyMatch(one -> isOther(one, from, size))
                ? CaseWriter.missing("these parameters ask for another page than it speaks of")
                : sortedPage(outcome, ListScene.query(query), from, size);
    }

    /// A page of a list that is said to be sorted: that it is, and that it has what comes first.
    private CaseWriting sortedPage(CriterionOutcome outcome, String query, int from, int size) {
        List<Expectation> said =
                outcome.expectations().stream()
                        .filter(one ->
                                one instanceof Expectation.SortedBy
                                        || one instanceof Expectation.SortedByAge)
                        .toList();
        CriterionOutcome rest = ListScene.without(outcome, OF_SEVERAL);
        CaseWriting page = page(rest, query, from, size);
        if (said.isEmpty()) {
            return page;
        }
        CaseWriting sorted =
                said.stream().allMatch(orders::isSaid)
                        ? orders.sorted(ListScene.without(rest, OF_PAGES))
                        : CaseWriter.missing("the spec sorts the list otherwise");
        return CaseWriting.all(List.of(sorted, page));
    }

    /// The same resources as the whole list has from there on.
    private CaseWriting page(CriterionOutcome outcome, String query, int from, int size) {
        int count = from + size + 1;
        Optional<Integer> most =
                listing.parameter(listing.paging().orElseThrow().size()).flatMap(ListScene::most);
        Optional<List<String>> storing = lists.stored(count);
        if (from < 0 || most.isEmpty() || storing.isEmpty() || count > most.get()) {
            return CaseWriter.missing("a test cannot have as many resources as that page needs");
        }
        var statements = new ArrayList<>(storing.get());
        statements.add(all());
        var checks = new ArrayList<Check>();
        checks.add(
                new Check.Values(
                        listing.path(),
                        lists.idName(),
                        "all.subList(%d, %d)".formatted(from, from + size)));
        checks.addAll(counts(outcome.expectations()));
        return lists.written(
                ListScene.without(outcome, OF_PAGES),
                names.of("answers with the page that is asked for"),
                new Given(statements, ""),
                query,
                checks);
    }

    /// Whether a criterion speaks of another page, or of another number of elements.
    private static boolean isOther(Expectation expectation, int from, int size) {
        if (expectation instanceof Expectation.AtMostElements(int count)) {
            return count != size;
        }
        if (!(expectation instanceof Expectation.IsPage said)) {
            return false;
        }
        boolean isOtherPage =
                said.page().isPresent() && (said.page().getAsInt() - 1) * size != from;
        boolean areOthers =
                !said.elements().isEmpty()
                        && (said.elements().getFirst() != from + 1
                                || said.elements().getLast() != from + size);
        return isOtherPage || areOthers;
    }

    private boolean isOfPages(Map<String, String> query) {
        Listing.Paging paging = listing.paging().orElseThrow();
        return query.keySet().stream()
                .allMatch(name ->
                        name.equals(paging.size()) || paging.at().equals(Optional.of(name)));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
