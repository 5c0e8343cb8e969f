package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import kiro.model.builtin.talk.Endpoint;

/// Knows how tests send requests to an endpoint that has its place.
final class Requests {
    private Requests() {}

    static Endpoint endpoint(Place place, String name) {
        return new Endpoint(
                name,
                place.endpoint().route().method().name(),
                place.path(),
                ids(place),
                place.action() == Action.LIST && !place.endpoint().request().query().isEmpty(),
                place.takesBody());
    }

    private static List<String> ids(Place place) {
        var ids = new ArrayList<String>();
        place.parent().ifPresent(parent -> ids.add(parent.id()));
        if (place.action().hasId()) {
            ids.add("id");
        }
        return ids;
    }

    /// The builder's name must differ from the static methods of `MockMvc` that it calls.
    static String verb(Place place) {
        String verb = place.names().verb();
        return verb.matches("get|delete|put|post|patch|head") || Names.isKeyword(verb)
                ? place.names().act()
                : verb;
    }
}
