package kiro.edit;

import java.util.List;
import java.util.Optional;

/// How much deeper or less deep the lines of a file are indented than the lines that were looked for:
/// the same for all of them.
sealed interface Indentation {
    static Indentation none() {
        return new Deeper("");
    }

    /// The text of a new line, indented like the file; empty when it does not have the space that would
    /// have to go.
    Optional<String> of(String line);

    /// The same for several lines.
    default Optional<List<String>> ofAll(List<String> lines) {
        List<Optional<String>> shifted = lines.stream().map(this::of).toList();
        return shifted.stream().allMatch(Optional::isPresent)
                ? Optional.of(shifted.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /// The file's lines have this space in front.
    record Deeper(String space) implements Indentation {
        @Override
        public Optional<String> of(String line) {
            return Optional.of(line.isBlank() ? line : space + line);
        }
    }

    /// The file's lines lack this space in front.
    record Shallower(String space) implements Indentation {
        @Override
        public Optional<String> of(String line) {
            if (line.isBlank()) {
                return Optional.of(line);
            }
            return line.startsWith(space)
                    ? Optional.of(line.substring(space.length()))
                    : Optional.empty();
        }
    }

    /// The one shift that makes the wanted lines those of the file from `start` on, apart from space at
    /// their ends.
    static Optional<Indentation> between(List<String> wanted, List<String> lines, int start) {
        Optional<Indentation> shift = Optional.empty();
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i).stripTrailing();
            String line = lines.get(start + i).stripTrailing();
            if (want.isEmpty() && line.isEmpty()) {
                continue;
            }
            Optional<Indentation> here = ofLine(want, line);
            if (here.isEmpty() || (shift.isPresent() && !shift.equals(here))) {
                return Optional.empty();
            }
            shift = here;
        }
        return shift;
    }

    private static Optional<Indentation> ofLine(String want, String line) {
        if (!want.stripLeading().equals(line.stripLeading())) {
            return Optional.empty();
        }
        if (line.endsWith(want)) {
            return Optional.of(new Deeper(line.substring(0, line.length() - want.length())));
        }
        return want.endsWith(line)
                ? Optional.of(new Shallower(want.substring(0, want.length() - line.length())))
                : Optional.empty();
    }
}
