package kiro.knowledge;

import java.util.List;

/// What came of a search.
///
/// @param passages the best first
/// @param notes what kept more from being found, for whoever reads the passages
/// @param isWhole whether every source could be asked
public record Found(List<Passage> passages, List<String> notes, boolean isWhole) {
    public Found {
        passages = List.copyOf(passages);
        notes = List.copyOf(notes);
    }

    /// A source that gave no answer.
    public static Found failed(String note) {
        return new Found(List.of(), List.of(note), false);
    }
}
