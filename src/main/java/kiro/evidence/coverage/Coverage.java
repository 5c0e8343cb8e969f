package kiro.evidence.coverage;

import java.util.BitSet;
import java.util.HashMap;
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
    /// @param branches of the lines that have some, as far as the report tells
    public record Lines(BitSet known, BitSet ran, Map<Integer, Branches> branches) {
        public Lines {
            known = (BitSet) known.clone();
            ran = (BitSet) ran.clone();
            branches = Map.copyOf(branches);
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
            var merged = new HashMap<>(branches);
            other.branches.forEach((line, more) -> merged.merge(line, more, Branches::with));
            var both = new Lines(known, ran, merged);
            both.known.or(other.known);
            both.ran.or(other.ran);
            return both;
        }
    }

    /// The ways that go on from a line.
    ///
    /// @param ran how many of them were taken
    public record Branches(int known, int ran) {
        /// Of two runs, it is not known which ways each took: at least so many as the better one.
        Branches with(Branches other) {
            return new Branches(Math.max(known, other.known), Math.max(ran, other.ran));
        }

        Branches and(Branches more) {
            return new Branches(known + more.known, ran + more.ran);
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
