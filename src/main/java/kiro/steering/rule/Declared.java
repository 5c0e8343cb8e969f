package kiro.steering.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Symbol;

/// What a file declares, for rules on every such thing; the file itself where no kind is named.
///
/// @param name as the sentence has it, such as `public method`
/// @param kinds empty for the file as a whole
/// @param reach whether it may be used from elsewhere
/// @param within only in these files and types
/// @param annotations only what carries one of these, such as `Test`; all where the list is empty
public record Declared(
        String name,
        Set<Symbol.Kind> kinds,
        Reach reach,
        Optional<Part> within,
        List<String> annotations) {
    /// Who may use a declaration.
    public enum Reach {
        ANY,
        EXPORTED,
        LOCAL
    }

    public Declared {
        kinds = Set.copyOf(kinds);
        annotations = List.copyOf(annotations);
    }
}
