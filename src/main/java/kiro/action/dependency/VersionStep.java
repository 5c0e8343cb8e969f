package kiro.action.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of step it is from one version to another, by their numbers.
enum VersionStep {
    NEW("new"),
    GONE("gone"),
    MAJOR("a major step"),
    /// Before 1.0 a step of the second number may take anything, as a major one may.
    EARLY("a step before 1.0, which may take anything"),
    MINOR("a minor step"),
    PATCH("a patch"),
    BACK("a step back"),
    OTHER("a step of unknown kind");

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final Pattern EXACT = Pattern.compile("v?\\d[\\w.+-]*");

    private final String words;

    VersionStep(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static VersionStep of(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.isEmpty() ? NEW : GONE;
        }
        List<Integer> before = numbers(from);
        List<Integer> after = numbers(to);
        if (before.isEmpty() || after.isEmpty()) {
            return OTHER;
        }
        int length = Math.max(before.size(), after.size());
        for (int i = 0; i < length; i++) {
            int old = i < before.size() ? before.get(i) : 0;
            int now = i < after.size() ? after.get(i) : 0;
            if (old != now) {
                return now < old ? BACK : at(i, before);
            }
        }
        return PATCH;
    }

    private static VersionStep at(int place, List<Integer> before) {
        if (place == 0) {
            return MAJOR;
        }
        boolean isEarly = before.getFirst() == 0;
        boolean isFirst = place == 1 || (place == 2 && before.size() > 1 && before.get(1) == 0);
        return isEarly && isFirst ? EARLY : place == 1 ? MINOR : PATCH;
    }

    private static List<Integer> numbers(String version) {
        Matcher match = NUMBERS.matcher(version);
        var numbers = new ArrayList<Integer>();
        if (match.find()) {
            for (String each : match.group().split("\\.")) {
                numbers.add(each.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(each));
            }
        }
        return numbers;
    }

    /// The version that a requirement names at its beginning, such as `1.2.0` of `^1.2.0`; what is no version stays.
    static String bare(String wanted) {
        String bare = wanted.strip().replaceFirst("^(?:\\^|~=|~|>=|==|=)\\s*", "");
        return EXACT.matcher(bare).matches() ? bare : wanted;
    }
}
