package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.UnreadSentence;

/// The parameters of a list that it is built without, as what they select is not known.
record UnreadFilters(List<ListingReader.Unread> parameters) {
    UnreadFilters {
        parameters = List.copyOf(parameters);
    }

    static UnreadFilters of(SpringProject project, Place place, Wants wants) {
        return new UnreadFilters(ListingReader.read(project, place, wants).unread());
    }

    List<Unplaced> unplaced() {
        return parameters.stream()
                .map(one -> new Unplaced(sentence(one), Optional.empty(), one.reason()))
                .toList();
    }

    /// What an endpoint is written without, these parameters included.
    List<Restriction.Open> with(List<Restriction.Open> open) {
        var all = new ArrayList<>(open);
        for (ListingReader.Unread one : parameters) {
            var sentence =
                    new UnreadSentence(
                            sentence(one),
                            one.field().span(),
                            "Requirements",
                            Optional.empty(),
                            one.reason(),
                            Optional.empty());
            all.add(new Restriction.Open(sentence, Restriction.INPUT));
        }
        return List.copyOf(all);
    }

    /// Whether a criterion speaks of one of the parameters, or of all that there are.
    boolean isPromised(CriterionOutcome outcome) {
        boolean isOfAll =
                outcome.condition().equals(new Condition.InvalidFields(List.of()))
                        || outcome.condition().equals(new Condition.FiltersCombined(List.of()));
        return !parameters.isEmpty()
                && (isOfAll || parameters.stream().anyMatch(one -> isNamed(outcome, one)));
    }

    private static boolean isNamed(CriterionOutcome outcome, ListingReader.Unread one) {
        return Pattern.compile("\\b" + Pattern.quote(one.field().name()) + "\\b")
                .matcher(outcome.condition() + " " + outcome.expectations())
                .find();
    }

    String reason() {
        return String.join("; ", parameters.stream().map(ListingReader.Unread::reason).toList());
    }

    private static String sentence(ListingReader.Unread one) {
        return "query parameter " + one.field().name();
    }
}
