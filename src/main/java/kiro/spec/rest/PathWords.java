package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words in the paths of a spec.
///
/// @param nouns those of the fixed segments
/// @param last those of the segments that paths end in
/// @param identifiers what paths call the ids in them, where that is no common word
record PathWords(Set<String> nouns, Set<String> last, Set<String> identifiers) {
    PathWords {
        nouns = Set.copyOf(nouns);
        last = Set.copyOf(last);
        identifiers = Set.copyOf(identifiers);
    }

    static PathWords of(List<Route> routes) {
        var nouns = new HashSet<String>();
        var last = new HashSet<String>();
        var identifiers = new HashSet<String>();
        for (Route route : routes) {
            List<String> segments = route.path().segments();
            segments.stream()
                    .filter(segment -> !segment.startsWith("{"))
                    .forEach(segment -> nouns.addAll(Words.nounsOfSegment(segment)));
            if (!segments.isEmpty() && !segments.getLast().startsWith("{")) {
                last.addAll(Words.nounsOfSegment(segments.getLast()));
            }
            route.path().parameters().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(name -> !name.endsWith("id"))
                    .forEach(identifiers::add);
        }
        return new PathWords(nouns, last, identifiers);
    }
}
