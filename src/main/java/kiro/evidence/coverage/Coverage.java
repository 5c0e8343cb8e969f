package kiro.evidence.coverage;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which lines of which files ran.
///
/// @param files by their paths in the project
public record Coverage(Map<String, Lines> files) {
    public Coverage {
        files = Map.copyOf(files);
    }

    /// The lines of one file.
    ///
    /// @param known those that could have run
    /// @param ran those of them that did
    public record Lines(BitSet known, BitSet ran) {
        public Lines {
            known = (BitSet) known.clone();
            ran = (BitSet) ran.clone();
        }

        /// Whether any line of a range ran.
        public boolean hasRun(int first, int last) {
            int next = ran.nextSetBit(Math.max(0, first));
            return next >= 0 && next <= last;
        }

        /// Whether anything is known of a range.
        public boolean isKnown(int first, int last) {
            int next = known.nextSetBit(Math.max(0, first));
            return next >= 0 && next <= last;
        }

        Lines with(Lines other) {
            var both = new Lines(known, ran);
            both.known.or(other.known);
            both.ran.or(other.ran);
            return both;
        }
    }

    public static Coverage none() {
        return new Coverage(Map.of());
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public Set<String> paths() {
        return new TreeMap<>(files).navigableKeySet();
    }

    /// What ran in this or in the other.
    public Coverage with(Coverage other) {
        var all = new TreeMap<>(files);
        other.files.forEach((path, lines) -> all.merge(path, lines, Lines::with));
        return new Coverage(all);
    }
}
