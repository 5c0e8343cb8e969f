package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places in lists of fields that were not understood. Who promises the whole resource, or sends a whole
/// body, promises these fields as well.
final class Gaps {
    private final List<Gap> gaps = new ArrayList<>();

    /// A field of a list that was not understood.
    ///
    /// @param place where the list's fields stand
    record Gap(Place place, Sentence sentence) {
        private boolean isAbout(EndpointDraft endpoint) {
            return sentence.route().map(endpoint.route()::equals).orElse(true);
        }

        private boolean isOfAnswers(EndpointDraft endpoint) {
            return switch (place) {
                        case RESPONSE, BOTH -> true;
                        case UNSAID -> true;
                        case BODY, QUERY, PATH, HEADER, PARAMETERS, ERRORS -> false;
                    }
                    && endpoint.route().method() != HttpMethod.DELETE;
        }

        private boolean isOfBodies(EndpointDraft endpoint) {
            return switch (place) {
                case BODY, BOTH, UNSAID -> endpoint.route().method().takesBody();
                case RESPONSE, QUERY, PATH, HEADER, PARAMETERS, ERRORS -> false;
            };
        }
    }

    void add(Place place, Sentence sentence) {
        gaps.add(new Gap(place, sentence));
    }

    void addAll(List<Gap> more) {
        gaps.addAll(more);
    }

    /// Why a case is not known as a whole; empty where it is.
    Optional<String> reason(CaseReader.Case told) {
        boolean showsAll =
                told.expectations().stream()
                        .anyMatch(one ->
                                one instanceof Expectation.Resource
                                        || one instanceof Expectation.ResourceList);
        boolean sendsAll = told.condition() instanceof Condition.Valid;
        return gaps.stream()
                .filter(gap -> gap.isAbout(told.endpoint()))
                .filter(gap ->
                        (showsAll && gap.isOfAnswers(told.endpoint()))
                                || (sendsAll && gap.isOfBodies(told.endpoint())))
                .findFirst()
                .map(gap ->
                        "it rests on a list of fields of which this was not understood: \"%s\""
                                .formatted(gap.sentence().text()));
    }
}
