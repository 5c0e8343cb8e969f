package kiro.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.text.PathGlob;

/// A part of what a team knows, by the name that the settings give it.
public sealed interface KnowledgeSource {
    String name();

    /// Where the settings say so, for people.
    String origin();

    /// Files of the project.
    record Files(String name, String origin, List<PathGlob> globs) implements KnowledgeSource {
        public Files {
            globs = List.copyOf(globs);
        }

        /// Whether a file belongs to it, by a pattern for itself or for a folder that it lies in.
        public boolean includes(String path) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash);
                if (globs.stream().anyMatch(glob -> glob.matches(folder))) {
                    return true;
                }
            }
            return globs.stream().anyMatch(glob -> glob.matches(path));
        }
    }

    /// All texts of a folder outside of the project.
    ///
    /// @param folder absolute
    record Folder(String name, String origin, Path folder) implements KnowledgeSource {}

    /// A knowledge base of Amazon Bedrock.
    ///
    /// @param isPersons whether the person's own file names it, so that nobody has to be asked about it
    record Base(String name, String origin, String id, Optional<String> region, boolean isPersons)
            implements KnowledgeSource {}

    /// Whether it is searched on this machine.
    default boolean isLocal() {
        return !(this instanceof Base);
    }
}
