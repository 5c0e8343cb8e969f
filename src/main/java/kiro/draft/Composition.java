package kiro.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.text.TextDocument;

/// A new spec with the words of a proposal in it.
///
/// @param files by their names
/// @param placed where each part of the proposal stands
record Composition(SequencedMap<String, TextDocument> files, List<Placed> placed) {
    Composition {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        placed = List.copyOf(placed);
    }

    /// @param line its number in the composed file
    record Placed(Proposal.Part part, String file, int line) {
        Placed below(String changed, int at, int lines) {
            return file.equals(changed) && line > at ? new Placed(part, file, line + lines) : this;
        }
    }

    /// @param name of one of its files
    TextDocument file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    Optional<Proposal.Part> at(String file, int line) {
        return placed.stream()
                .filter(each -> each.file().equals(file) && each.line() == line)
                .map(Placed::part)
                .findFirst();
    }
}
