package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads what a path that is written out says: what is in the place of its parameters, and what its query has.
final class PathReader {
    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final Objections objections;
    private final List<Condition> conditions = new ArrayList<>();

    PathReader(EndpointDraft endpoint, OptionalInt status, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.objections = objections;
    }

    /// A path that is written out says what is in the place of its parameters.
    List<Condition> read(Meaning meaning) {
        String text = meaning.words(meaning.tree());
        int query = text.indexOf('?');
        if (query == 0) {
            queryOf(text.substring(1));
            return List.copyOf(conditions);
        }
        List<String> said = RouteWords.path(text).segments();
        List<String> template = endpoint.route().path().segments();
        for (int i = 0; i < Math.min(said.size(), template.size()); i++) {
            boolean isParameter = template.get(i).startsWith("{") && !said.get(i).startsWith("{");
            if (isParameter) {
                segment(said.get(i));
            }
        }
        if (query > 0) {
            queryOf(text.substring(query + 1));
        }
        return List.copyOf(conditions);
    }

    private void segment(String segment) {
        if (ExampleWords.isUnknown(segment)) {
            conditions.add(new Condition.MissingResource(Optional.empty()));
        } else if (ExampleWords.isMalformed(segment) || isRefusedForItsForm(segment)) {
            conditions.add(malformedId());
        } else if (!ExampleWords.isId(segment)) {
            objections.add("what '%s' in the path stands for is not clear".formatted(segment));
        }
    }

    private boolean isRefusedForItsForm(String segment) {
        return !ExampleWords.isId(segment)
                && (status.equals(OptionalInt.of(400)) || status.equals(OptionalInt.of(422)));
    }

    private void queryOf(String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            boolean isTemplate = value.startsWith("{") || value.isEmpty();
            if (endpoint.sent(name).isEmpty()) {
                objections.add("the spec lists no query parameter '%s'".formatted(name));
            } else if (!isTemplate) {
                conditions.add(new Condition.ValueIs(name, value));
            }
        }
    }

    /// An id that has not the form of one.
    Condition malformedId() {
        if (status.equals(OptionalInt.of(404))) {
            objections.add("whether the id has the wrong form or belongs to nothing is not clear");
        }
        return new Condition.MalformedId();
    }

    /// An "existing sku" is what a request is served for, where the path names things by it.
    Condition duplicate(Meaning meaning, BrokenFieldReader fields) {
        Optional<String> field = meaning.words("DuplicateField").map(fields::name);
        Optional<String> beyond =
                field.filter(name -> SiblingFields.refusesSame(endpoint, name))
                        .filter(_ -> status.orElse(409) >= 400);
        if (beyond.isPresent()) {
            return new Condition.AmongSiblings(beyond.get(), Condition.Relation.SAME);
        }
        new ParentWords(endpoint).objection(meaning, field).ifPresent(objections::add);
        boolean isSuccess = status.isPresent() && status.getAsInt() < 400;
        boolean isId = field.filter(endpoint.route().path().parameters()::contains).isPresent();
        return isSuccess && isId ? new Condition.Valid() : new Condition.Duplicate(field);
    }

    /// What belongs to another parent than that of the path.
    Condition ofOther(Meaning meaning, List<Tree> nouns) {
        if (endpoint.route().path().parameters().size() < 2) {
            objections.add("the path names nothing that it could belong to");
        }
        return new Condition.OfOtherParent(
                nouns.isEmpty() ? "resource" : meaning.singular(nouns.getLast()));
    }
}
