package kiro.spec.rest;

import java.util.List;
import kiro.spec.CriterionId;

/// What was understood of the endpoints in a spec, and every sentence that was not.
///
/// @param endpoints the ones that the spec defines; routes it only mentions are not here
/// @param outcomes in the order of the criteria
/// @param unread in the order of the file
public record EndpointReading(
        List<EndpointSpec> endpoints,
        List<CriterionOutcome> outcomes,
        List<UnreadSentence> unread) {
    public EndpointReading {
        endpoints = List.copyOf(endpoints);
        outcomes = List.copyOf(outcomes);
        unread = List.copyOf(unread);
    }

    public List<CriterionOutcome> outcomes(CriterionId criterion) {
        return outcomes.stream().filter(outcome -> outcome.criterion().equals(criterion)).toList();
    }
}
