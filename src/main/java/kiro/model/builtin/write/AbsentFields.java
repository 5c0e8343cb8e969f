package kiro.model.builtin.write;

import kiro.spec.rest.Behaviour;

/// What becomes of an optional field that a request does not send.
final class AbsentFields {
    private AbsentFields() {}

    /// Whether it keeps what is stored: as the spec says, else but where the whole resource is put.
    static boolean areKept(Place place, Wants wants) {
        if (wants.behaviour(Behaviour.KeepsAbsentFields.class).isPresent()) {
            return true;
        }
        return place.action() != Action.REPLACE && !areSaidToGo(wants);
    }

    /// Whether the spec says that it loses its value.
    static boolean areSaidToGo(Wants wants) {
        return wants.behaviour(Behaviour.ClearsAbsentFields.class).isPresent();
    }
}
