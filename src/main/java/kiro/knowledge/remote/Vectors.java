package kiro.knowledge.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads vectors out of an answer.
final class Vectors {
    private Vectors() {}

    /// The vectors of a list of lists of numbers; empty where it is none.
    static Optional<List<float[]>> of(JsonNode lists) {
        var vectors = new ArrayList<float[]>();
        for (JsonNode list : lists.values()) {
            Optional<float[]> vector = vector(list);
            if (vector.isEmpty()) {
                return Optional.empty();
            }
            vectors.add(vector.get());
        }
        return lists.isArray() ? Optional.of(vectors) : Optional.empty();
    }

    /// A vector of nothing but zeros is none: it has no direction.
    static Optional<float[]> vector(JsonNode list) {
        var vector = new float[list.size()];
        boolean isSomewhere = false;
        int at = 0;
        for (JsonNode number : list.values()) {
            if (!number.isNumber() || !Float.isFinite(number.floatValue())) {
                return Optional.empty();
            }
            vector[at] = number.floatValue();
            isSomewhere |= vector[at] != 0;
            at++;
        }
        return list.isArray() && isSomewhere ? Optional.of(vector) : Optional.empty();
    }
}
