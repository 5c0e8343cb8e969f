package kiro.permission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells whether a path of a command line may be, or hold, a file that a pattern of a rule stands for: `legal`, `l*` and
/// `legal/a` may all be about `legal/**`.
///
/// It takes too much for true rather than too little, but for one thing: what a folder holds is told from a pattern that
/// begins with its name. What it holds on the disk is for [HeldByFolders] to tell.
final class Overlap {
    private static final String DEEP = "**";

    private final List<String> pattern;
    private final List<String> path;

    private Overlap(List<String> pattern, List<String> path) {
        this.pattern = pattern;
        this.path = path;
    }

    /// @param pattern of a rule
    /// @param path of a command, with `*`, `?` and `[a]` as a shell takes them
    static boolean of(String pattern, String path) {
        String plain = pattern.strip().replace('\\', '/').replaceFirst("^(\\./)+", "");
        String anchored = plain.indexOf('/') < 0 ? DEEP + "/" + plain : plain;
        String whole = anchored.endsWith("/") ? anchored + DEEP : anchored;
        return new Overlap(names(whole.replaceAll("\\{[^{}]*}", "*")), names(path))
                .from(0, 0, false);
    }

    private static List<String> names(String path) {
        var names = new ArrayList<>(Arrays.asList(path.split("/")));
        names.removeIf(name -> name.isEmpty() || name.equals("."));
        return names;
    }

    /// @param isLoose whether `**` has stood for a name already, so that nothing tells what lies further below
    private boolean from(int ofPattern, int ofPath, boolean isLoose) {
        if (ofPath == path.size()) {
            return isEnd(ofPattern)
                    || (!isLoose && !pattern.getFirst().equals(DEEP))
                    || path.isEmpty();
        }
        if (ofPattern == pattern.size()) {
            return false;
        }
        if (pattern.get(ofPattern).equals(DEEP)) {
            return from(ofPattern + 1, ofPath, isLoose) || from(ofPattern, ofPath + 1, true);
        }
        return meet(pattern.get(ofPattern), 0, path.get(ofPath), 0)
                && from(ofPattern + 1, ofPath + 1, isLoose);
    }

    private boolean isEnd(int ofPattern) {
        return ofPattern == pattern.size()
                || (ofPattern == pattern.size() - 1 && pattern.getLast().equals(DEEP));
    }

    /// Whether two patterns of names have a name in common. Brackets are taken to fit any character.
    private static boolean meet(String one, int i, String other, int j) {
        if (i == one.length() && j == other.length()) {
            return true;
        }
        if (i < one.length() && one.charAt(i) == '*') {
            return meet(one, i + 1, other, j)
                    || (j < other.length() && meet(one, i, other, next(other, j)));
        }
        if (j < other.length() && other.charAt(j) == '*') {
            return meet(one, i, other, j + 1)
                    || (i < one.length() && meet(one, next(one, i), other, j));
        }
        if (i == one.length() || j == other.length()) {
            return false;
        }
        boolean isSame =
                Character.toLowerCase(one.charAt(i)) == Character.toLowerCase(other.charAt(j));
        return (isSame || isAny(one, i) || isAny(other, j))
                && meet(one, next(one, i), other, next(other, j));
    }

    private static boolean isAny(String name, int at) {
        return name.charAt(at) == '?' || next(name, at) > at + 1;
    }

    private static int next(String name, int at) {
        int close = name.charAt(at) == '[' ? name.indexOf(']', at + 2) : -1;
        return close < 0 ? at + 1 : close + 1;
    }
}
