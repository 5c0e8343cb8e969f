package kiro.edit;

import java.util.List;

/// A patch as it was read.
sealed interface PatchReading {
    record Read(List<PatchSection> sections) implements PatchReading {
        public Read {
            sections = List.copyOf(sections);
        }
    }

    /// It has not the form of a patch; the text names the line.
    record Malformed(String why) implements PatchReading {}
}
