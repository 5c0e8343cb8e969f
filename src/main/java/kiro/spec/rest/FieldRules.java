package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings what a sentence says of fields together with what their lists say.
final class FieldRules {
    private static final List<String> DEMANDS =
            List.of(
                    "Required",
                    "Optional",
                    "Length",
                    "Size",
                    "Range",
                    "Positive",
                    "NotNegative",
                    "NotBlank",
                    "OneOf",
                    "Future",
                    "NotPast",
                    "NotFuture",
                    "DaysAgo",
                    "DaysAhead",
                    "FormShape",
                    "Stripped",
                    "StripsIt",
                    "BlankIsNone",
                    "Past",
                    "Unique",
                    "Decimals",
                    "Refers",
                    "ComparedAbove",
                    "ComparedFrom",
                    "ComparedBelow",
                    "ComparedTo",
                    "SiblingsAbove",
                    "SiblingsFrom",
                    "SiblingsBelow",
                    "SiblingsTo",
                    "Matches",
                    "Email",
                    "Https");

    private final List<EndpointDraft> drafts;
    private final Sentence sentence;
    private final Objections objections;
    private final List<Runnable> changes = new ArrayList<>();

    FieldRules(List<EndpointDraft> drafts, Sentence sentence, Objections objections) {
        this.drafts = drafts;
        this.sentence = sentence;
        this.objections = objections;
    }

    void take(Fact fact) {
        switch (fact) {
            case Fact.Rules said ->
                    change(
                            said.field(),
                            isDemand(said.attributes()) || isParameter(said.attributes()),
                            isParameter(said.attributes()),
                            words -> words.take(said.attributes()));
            case Fact.Requires said ->
                    change(said.field(), true, false, words -> words.take(said.presence()));
            case Fact.Authenticates said -> {}
            case Fact.Permits said -> {}
            case Fact.Limits said -> {}
            case Fact.Behaves said -> {}
            case Fact.Shapes said -> {}
            case Fact.Tells said -> {}
        }
    }

    /// Makes the changes, once nothing speaks against any of them.
    void apply() {
        changes.forEach(Runnable::run);
    }

    private void change(
            String name, boolean isDemand, boolean isParameter, Consumer<FieldWords> change) {
        boolean isFound = false;
        for (EndpointDraft draft : drafts) {
            Optional<Place> place =
                    placeOf(draft, name, isDemand)
                            .filter(one ->
                                    !isParameter
                                            || one != Place.RESPONSE
                                            || draft.route().method() != HttpMethod.GET);
            if (place.isPresent()) {
                isFound = true;
                change(draft, place.get(), name, change);
            }
        }
        if (!isFound) {
            add(name, isParameter, change);
        }
    }

    /// A field that is in no list belongs to the one body that there is, unless a list says what is in it.
    private void add(String name, boolean isParameter, Consumer<FieldWords> change) {
        if (isParameter
                && drafts.size() == 1
                && drafts.getFirst().route().method() == HttpMethod.GET) {
            change(
                    drafts.getFirst(),
                    Place.QUERY,
                    name,
                    words -> {
                        words.take(Field.Presence.OPTIONAL);
                        change.accept(words);
                    });
            return;
        }
        List<EndpointDraft> withBody =
                drafts.stream().filter(draft -> draft.route().method().takesBody()).toList();
        if (withBody.size() != 1 || withBody.getFirst().listsBody()) {
            objections.add("where the field '%s' belongs is not said".formatted(name));
            return;
        }
        change(withBody.getFirst(), Place.BODY, name, change);
    }

    /// A demand is made of what is sent; what is answered is only described.
    private static Optional<Place> placeOf(EndpointDraft draft, String name, boolean isDemand) {
        boolean isOfAnswers = !isDemand || !draft.route().method().takesBody();
        for (Place place : List.of(Place.BODY, Place.QUERY, Place.PATH, Place.RESPONSE)) {
            boolean isListed =
                    draft.fields(place).stream().anyMatch(field -> field.name().equals(name));
            if (isListed && (place != Place.RESPONSE || isOfAnswers)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /// Only what is sent can be left out, or select.
    private static boolean isParameter(Meaning attributes) {
        return attributes.has("Default") || attributes.tree().is("ParameterSelects");
    }

    private static boolean isDemand(Meaning attributes) {
        return DEMANDS.stream().anyMatch(attributes::has);
    }

    private void change(
            EndpointDraft draft, Place place, String name, Consumer<FieldWords> change) {
        FieldWords words =
                draft.fields(place).stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .map(field -> FieldWords.of(field, objections))
                        .orElseGet(() -> new FieldWords(name, sentence.span(), objections));
        change.accept(words);
        Field said = words.field();
        ComparedFields.objection(said, draft.fields(place)).ifPresent(objections::add);
        new SiblingFields(drafts, draft.fields(place)).objection(said).ifPresent(objections::add);
        Field changed = ComparedFields.named(said, draft.fields(place));
        changes.add(() -> draft.put(place, changed));
    }
}
