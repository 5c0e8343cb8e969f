package kiro.model.builtin.write;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.Response;

/// The fields of an answer that no property of the resource holds, such as an average: the endpoint answers without them,
/// and whatever promises them stays open.
record Unheld(Set<String> fields) {
    /// What is worked out of many, and therefore stored with none of them.
    private static final Pattern DERIVED =
            Pattern.compile("(average|avg|mean|median)([A-Z]\\w*)?|\\w+(Count|Average)");

    Unheld {
        fields = Set.copyOf(fields);
    }

    /// None where the endpoint is there already, or nothing of the answer would be left.
    static Unheld of(SpringProject project, Place place, Wants wants) {
        boolean isKnown =
                place.existing().isPresent()
                        || place.piece().isPresent()
                        || new ResponseForms(project).known(place).isPresent()
                        || ListingReader.read(project, place, wants)
                                .listing()
                                .envelope()
                                .isPresent();
        var fields = new TreeSet<String>();
        List<String> shown =
                place.endpoint().response().fields().stream()
                        .map(Field::name)
                        .filter(name -> !name.contains("[]."))
                        .toList();
        for (String name : isKnown ? List.<String>of() : shown) {
            if (ShownFields.of(project.sources(), place.resource(), name).isEmpty()) {
                fields.add(name);
            }
        }
        return new Unheld(fields.size() < shown.size() ? fields : Set.of());
    }

    /// Whether a field is called after what is worked out of others.
    static boolean isDerived(String name) {
        return DERIVED.matcher(name).matches();
    }

    EndpointSpec without(EndpointSpec endpoint) {
        Response response = endpoint.response();
        return fields.isEmpty()
                ? endpoint
                : new EndpointSpec(
                        endpoint.route(),
                        endpoint.authentication(),
                        endpoint.permission(),
                        endpoint.rateLimit(),
                        endpoint.request(),
                        new Response(
                                response.status(),
                                response.shape(),
                                response.fields().stream()
                                        .filter(field -> !fields.contains(field.name()))
                                        .toList()),
                        endpoint.behaviours());
    }

    /// Whether a criterion promises the whole answer, or says anything of one of these fields.
    boolean isPromised(CriterionOutcome outcome) {
        return outcome.expectations().stream()
                .anyMatch(one ->
                        one instanceof Expectation.Resource
                                || one instanceof Expectation.ResourceList
                                || fields.stream().anyMatch(field -> speaksOf(one, field)));
    }

    private static boolean speaksOf(Expectation expectation, String field) {
        return Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                .matcher(expectation.toString())
                .find();
    }

    String reason(Place place) {
        return "%s has no property %s, and %s answers without it"
                .formatted(
                        place.resource().name(),
                        String.join(", ", new TreeSet<>(fields)),
                        place.endpoint().route());
    }
}
