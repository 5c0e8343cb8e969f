package kiro.edit;

import java.util.List;
import java.util.Optional;

/// What a patch does to one file; paths are as the patch has them.
sealed interface PatchSection {
    String path();

    /// @param text the whole content
    record Add(String path, String text) implements PatchSection {}

    record Delete(String path) implements PatchSection {}

    /// @param movedTo where the file is afterwards, when it does not stay
    record Update(String path, Optional<String> movedTo, List<Hunk> hunks) implements PatchSection {
        public Update {
            hunks = List.copyOf(hunks);
        }
    }
}
