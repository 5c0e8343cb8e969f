package kiro.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import kiro.spec.CriterionId;

/// What came of asking a model for a new spec.
public sealed interface Drafted {
    /// @param texts of the spec's files, by their names, with the marks of what is proposed
    /// @param criteria the ones that are proposed
    /// @param refused what did not pass
    /// @param unsaid numbers that are proposed and that the description does not say, each with the words around it
    record Proposed(
            SequencedMap<String, String> texts,
            List<CriterionId> criteria,
            List<String> sections,
            List<Refusal> refused,
            List<String> unsaid)
            implements Drafted {
        public Proposed {
            texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
            criteria = List.copyOf(criteria);
            sections = List.copyOf(sections);
            refused = List.copyOf(refused);
            unsaid = List.copyOf(unsaid);
        }
    }

    /// The spec is to be made without a model.
    record Nothing(String reason) implements Drafted {}
}
