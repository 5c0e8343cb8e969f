package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;

/// Makes cases of "fields that are not sent stay as they are": each such field is left out in one of them, and where the
/// body needs no other, another one is sent.
final class AbsentFields {
    private AbsentFields() {}

    static List<CaseReader.Case> kept(
            EndpointDraft endpoint, Meaning meaning, Objections objections) {
        List<Expectation> expectations =
                meaning.has("Status") ? AnswerReader.read(List.of(meaning), objections) : List.of();
        List<String> optional =
                endpoint.fields(Place.BODY).stream()
                        .filter(field -> field.presence() == Field.Presence.OPTIONAL)
                        .map(Field::name)
                        .toList();
        if (optional.isEmpty()) {
            objections.add("which fields may be left out is not said");
            return List.of();
        }
        boolean isAloneSent =
                optional.size() > 1 && optional.size() == endpoint.fields(Place.BODY).size();
        return isAloneSent
                ? List.of(
                        left(endpoint, optional.subList(1, optional.size()), expectations),
                        left(endpoint, optional.subList(0, optional.size() - 1), expectations))
                : List.of(left(endpoint, optional, expectations));
    }

    private static CaseReader.Case left(
            EndpointDraft endpoint, List<String> absent, List<Expectation> expectations) {
        var all = new ArrayList<>(expectations);
        all.add(new Expectation.FieldsKept(absent));
        return new CaseReader.Case(endpoint, new Condition.Without(absent), all);
    }
}
