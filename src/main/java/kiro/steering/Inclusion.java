package kiro.steering;

import java.util.List;

/// When a steering file is told to the model.
public sealed interface Inclusion {
    record Always() implements Inclusion {}

    /// When a file in question matches one of these globs.
    record FileMatch(List<String> globs) implements Inclusion {
        public FileMatch {
            globs = List.copyOf(globs);
        }
    }

    /// When a person names it.
    record Manual() implements Inclusion {}

    /// When the model decides so, by its description.
    record Auto(String description) implements Inclusion {}

    /// An inclusion of another version, as it is written.
    record Unknown(String text) implements Inclusion {}
}
