package kiro.evidence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kiro.text.Hash;

/// The code of a project at one moment: each file with the digest of its content.
record SourceTree(SortedMap<String, Hash> files) {

    /// The digest of the whole.
    Hash hash() {
        var text = new StringBuilder();
        files.forEach((path, hash) -> text.append(path).append('\0').append(hash).append('\n'));
        return Hash.of(text.toString());
    }

    /// The files that differ, are new or are gone in the other.
    List<String> differencesTo(SourceTree other) {
        var paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        return paths.stream()
                .filter(path -> !java.util.Objects.equals(files.get(path), other.files.get(path)))
                .toList();
    }

    static SourceTree of(SortedMap<String, Hash> files) {
        return new SourceTree(new TreeMap<>(files));
    }
}
