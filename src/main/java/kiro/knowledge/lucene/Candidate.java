package kiro.knowledge.lucene;

import java.nio.file.Path;
import java.util.List;

/// A file that may be indexed.
///
/// @param shown its path as it is cited: from the project's root, or for a folder outside of it from the home folder or the root
/// @param root the folder that it lies in, real: no link on the way from there on is followed
/// @param sources the names of those that it belongs to, sorted
record Candidate(String shown, Path root, Path file, List<String> sources) {
    Candidate {
        sources = List.copyOf(sources);
    }
}
